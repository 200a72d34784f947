"""A thousand messages, a playground that goes away and comes back, and how quickly the page is there."""

from __future__ import annotations

import asyncio

from playwright.async_api import Browser, expect

from playground import Playground
from tests.browser.conftest import Open
from tests.browser.window import Window
from tests.doubles.plain_bot import PlainBot
from tests.doubles.plain_bot import running as plain_bot

MANY = 1000
MOST_ELEMENTS = 40
"""Elements that one short message may have on the page, its list included."""
MOST_IN_SIGHT = 60
"""Messages that may be laid out and painted at a time; a screen holds fewer than twenty of these."""

IN_SIGHT = "all => all.filter(it => it.checkVisibility({contentVisibilityAuto: true})).length"
WATCH = """list => {
  const touched = (window.touched = new Set());
  new MutationObserver(records => {
    for (const { target, addedNodes } of records)
      for (const node of target === list ? addedNodes : [target])
        touched.add((node.nodeType === 1 ? node : node.parentElement)?.closest('.item')?.id);
  }).observe(list, { childList: true, subtree: true, attributes: true, characterData: true });
}"""
TOUCHED = "window.touched.size"


async def test_a_thousand_messages_are_scrolled_through_and_typed_under(
    showcase: Playground, window: Open
) -> None:
    writer = showcase.person("Writer")
    showcase.person("Reader")
    place = showcase.new_channel("busy")
    for number in range(MANY):
        await writer.say(f"message **{number}** with `code`\n- and a list", channel=place)
        await asyncio.sleep(0)  # nothing in saying waits: let the others have their turn
    async with window(showcase, "Reader") as reader:
        await reader.go("busy")
        await reader.sees(f"message {MANY - 1} ")
        while await reader.page.get_by_role("button", name="Show older messages").count():
            await reader.page.locator(".feed").evaluate("feed => { feed.scrollTop = 0 }")
            await reader.page.evaluate("new Promise(requestAnimationFrame)")
        await expect(reader.messages).to_have_count(MANY)
        first = reader.messages.first
        await first.scroll_into_view_if_needed()
        await expect(first).to_contain_text("message 0 ")
        await reader.page.get_by_role("button", name="Jump to the newest message").click()
        await expect(reader.messages.last).to_be_in_viewport()
        await reader.box.click()
        await reader.page.locator(".feed-list").evaluate(WATCH)
        await reader.page.keyboard.type("what I write")
        assert await reader.page.evaluate(TOUCHED) == 0
        await writer.say("one more", channel=place)
        await expect(reader.message("one more")).to_be_in_viewport()
        # It, and the one above it, which Tab led to until now.
        assert await reader.page.evaluate(TOUCHED) <= 2
        assert await reader.page.locator(".feed *").count() < MANY * MOST_ELEMENTS
        # What is far off the screen is neither laid out nor painted.
        assert await first.evaluate("it => !it.checkVisibility({contentVisibilityAuto: true})")
        assert await reader.messages.evaluate_all(IN_SIGHT) < MOST_IN_SIGHT


async def test_the_page_comes_back_by_itself_when_the_playground_was_started_anew(
    browser: Browser,
) -> None:
    first = await Playground.start()
    port = int(first.address.rsplit(":", 1)[1])
    first.person("Ada")
    await (first.person("Bea")).say("before the end")
    async with Window(browser, first.base_url, "Ada") as ada:
        await ada.sees("before the end")
        await first.stop()
        banner = ada.page.locator(".banner")
        await expect(banner).to_contain_text("The connection is lost")
        second = await Playground.start(port=port)
        try:
            second.person("Somebody Else")
            second.person("Ada")
            await second.person("Bea").say("a new beginning")
            await ada.sees("a new beginning")
            await expect(ada.messages.filter(has_text="before the end")).to_have_count(0)
            await expect(ada.page.locator(".me")).to_contain_text("Ada")
            await expect(banner).not_to_contain_text("The connection is lost")
        finally:
            await second.stop()


async def test_a_command_typed_before_the_bot_is_there_is_offered_when_it_comes(browser: Browser) -> None:
    play = await Playground.start()
    play.person("Early")
    async with Window(browser, play.base_url, "Early") as early:
        await early.box.focus()
        await early.page.keyboard.type("/ping ")
        await expect(early.page.locator(".suggest .nothing")).to_be_visible()
        async with plain_bot(PlainBot(), play.api_base, play.gateway.url, play.bot_token):
            await early.page.locator("form.slash").wait_for()
            await early.page.keyboard.press("Enter")
            await early.sees("pong")
    await play.stop()


async def test_what_was_missed_while_the_connection_was_away_is_there_afterwards(
    showcase: Playground, window: Open
) -> None:
    showcase.person("Missy")
    other = showcase.person("Nora")
    async with window(showcase, "Missy") as missy:
        await other.say("while she listens")
        await missy.sees("while she listens")
        await missy.page.context.set_offline(True)
        await showcase.page.close()
        await other.say("while she is away")
        await missy.page.context.set_offline(False)
        await missy.sees("while she is away")


async def test_the_page_uses_nothing_of_other_machines(showcase: Playground, window: Open) -> None:
    showcase.person("Otto")
    async with window(showcase, "Otto") as otto:
        asked: list[str] = []
        otto.page.on("request", lambda request: asked.append(request.url))
        await otto.page.reload()
        await otto.slash("card")
        await otto.answer.wait_for()
        assert asked
        assert [url for url in asked if not url.startswith(f"{showcase.base_url}/")] == []
