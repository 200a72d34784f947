"""Whether people who hear the page, or use no mouse, can use it: axe-core's rules, and names for all that can be used."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from playground import File, Playground
from tests.browser.axe import findings
from tests.browser.conftest import Open
from tests.browser.window import Window

LOOKS = [
    ("dark", "en-US", 1280),
    ("dark", "zh-CN", 360),
    ("light", "en-US", 360),
    ("light", "zh-CN", 1280),
]
"""Every two of theme, language and width meet once; all three together would find nothing else, at twice the time."""

NAMELESS = """() => {
  const usable = 'button, a[href], input:not([type=hidden]), textarea, select, [role=button], [role=listbox], [tabindex="0"]';
  const named = it => it.getAttribute('aria-label') || it.getAttribute('aria-labelledby') || it.labels?.length
    || it.textContent.trim() || it.getAttribute('title');
  return [...document.querySelectorAll(usable)]
    .filter(it => !it.closest('[hidden]') && !it.hidden && !named(it)).map(it => it.outerHTML.slice(0, 200));
}"""

DOUBLED_IDS = """() => {
  const ids = [...document.querySelectorAll('[id]')].map(it => it.id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}"""


async def fill(window: Window) -> None:
    """Bring every kind of thing onto the screen."""
    await window.slash("markdown")
    await window.answer.wait_for()
    await window.slash("card")
    await window.answer.wait_for()
    await window.slash("second_generation")
    await window.answer.wait_for()
    await window.slash("boxes_command")
    await window.form.get_by_role("button").last.click()
    await expect(window.form).to_have_count(0)
    await window.slash("buttons_and_selects")
    await window.answer.wait_for()
    await window.box.fill("a message of one's own")
    await window.page.keyboard.press("Enter")
    await window.sees("a message of one's own")
    await window.message("a message of one's own").focus()
    await window.page.keyboard.press("r")
    await window.page.keyboard.type("and a reply to it")
    await window.page.keyboard.press("Enter")
    await window.sees("and a reply to it")


@pytest.mark.loop_may_block("handing half a megabyte of axe-core to the browser takes Playwright its time")
@pytest.mark.parametrize(("theme", "locale", "width"), LOOKS)
async def test_axe_finds_nothing_in_any_state(
    showcase: Playground, window: Open, axe: str, theme: str, locale: str, width: int
) -> None:
    name = f"Axel {theme} {locale} {width}"
    person = showcase.person(name, locale=locale)
    await person.react(await person.say("", files=[File("note.txt", b"note")]), "👍")
    async with window(showcase, name, theme=theme, width=width, height=900) as page:
        assert await findings(page, axe) == []
        await fill(page)
        assert await findings(page, axe) == []
        await page.messages.last.focus()
        await page.page.keyboard.press("Enter")
        assert await findings(page, axe) == []
        await page.page.keyboard.press("Escape")
        await page.box.fill("/")
        assert await findings(page, axe) == []
        await page.begin("options")
        await page.page.locator('.option[data-option="who"] input').focus()
        assert await findings(page, axe) == []
        await page.page.keyboard.press("Escape")
        await page.page.keyboard.press("Escape")
        await page.page.locator(".select").nth(-3).click()
        await expect(page.page.locator(".select-panel")).to_be_visible()
        assert await findings(page, axe) == []
        await page.page.keyboard.press("Escape")
        await page.slash("form_command")
        await page.form.wait_for()
        await page.form.locator("button[type=submit]").click()
        assert await findings(page, axe) == []
        await page.page.keyboard.press("Escape")
        if width < 760:
            await page.page.locator(".menu-button").click()
            assert await findings(page, axe) == []
        await page.page.locator(".me").click()
        await page.form.locator("summary").click()
        assert await findings(page, axe) == []


async def test_everything_that_can_be_used_has_a_name_and_no_id_is_used_twice(
    showcase: Playground, window: Open
) -> None:
    showcase.person("Namira")
    async with window(showcase, "Namira") as page:
        await fill(page)
        for opened in ("", "options"):
            if opened:
                await page.begin(opened)
            assert await page.page.evaluate(NAMELESS) == []
            assert await page.page.evaluate(DOUBLED_IDS) == []
        await page.page.keyboard.press("Escape")
        await page.slash("form_command")
        await page.form.wait_for()
        assert await page.page.evaluate(NAMELESS) == []
        assert await page.page.evaluate(DOUBLED_IDS) == []


async def test_without_a_mouse_a_tap_shows_the_tools_and_a_long_press_opens_the_menu(
    showcase: Playground, window: Open
) -> None:
    tapper = showcase.person("Tapper")
    place = showcase.new_channel("for-fingers")
    await tapper.say("\n".join(f"line {number}" for number in range(40)), channel=place)
    await tapper.say("a short one", channel=place)
    async with window(showcase, "Tapper", width=360, height=740, touch=True) as phone:
        await phone.page.goto(f"{showcase.base_url}/?person=Tapper&channel={place.id}")
        tools = phone.page.locator(".tools")
        for words in ("line 39", "a short one"):
            message = phone.message(words)
            box = await message.bounding_box()
            assert box is not None
            bottom = box["y"] + box["height"] - 10
            await phone.page.touchscreen.tap(200, bottom)
            await expect(message.locator(".tools")).to_be_in_viewport(ratio=1)
        finger = await phone.page.context.new_cdp_session(phone.page)
        touch = {"type": "touchStart", "touchPoints": [{"x": 200, "y": bottom}]}
        await finger.send("Input.dispatchTouchEvent", touch)
        menu = phone.page.get_by_role("menu", name="Message actions")
        await expect(menu).to_be_visible()
        await finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        await menu.get_by_role("menuitem", name="Reply").tap()
        await expect(phone.page.get_by_text("Replying to Tapper")).to_be_visible()
        await expect(tools).to_have_count(1)


async def test_a_growing_answer_is_said_once_and_whole(showcase: Playground, window: Open) -> None:
    showcase.person("Echo")
    async with window(showcase, "Echo") as echo:
        await echo.slash("grow")
        ears = echo.page.locator(".ears p").filter(has_text="Tutor: ")
        await expect(ears).to_have_text(
            ["Tutor: Sentence 1. Sentence 2. Sentence 3. Sentence 4. Sentence 5."]
        )
