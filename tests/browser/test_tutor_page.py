"""The whole bot, used in the browser as a newcomer uses it: in both languages, by keyboard, on a phone, side by side."""

from __future__ import annotations

import json
import re

import pytest
from playwright.async_api import Browser, expect

from bot.texts.catalogue import Texts
from bot.texts.locales import Locale
from playground import Playground
from tests.browser.axe import findings_in_both_themes
from tests.browser.conftest import Open
from tests.browser.window import Window

TEXTS = Texts()


def words(key: str, locale: Locale = Locale.EN) -> str:
    """A sentence of the bot that has no variables."""
    return TEXTS.say(locale, key)


async def agree(window: Window, locale: Locale = Locale.EN) -> None:
    """Meet the tutor and agree."""
    await window.slash("start")
    await window.answer.get_by_role("button", name=words("start-agree", locale), exact=True).click()
    await expect(window.answer.get_by_role("button", name=words("start-goal", locale))).to_be_visible()


async def test_a_newcomer_asks_agrees_and_is_answered_from_the_lessons(
    tutor: Playground, window: Open
) -> None:
    tutor.person("Nell")
    async with window(tutor, "Nell") as nell:
        await nell.page.get_by_role("button", name="Ask a question").click()
        question = nell.page.get_by_role("textbox", name="question")
        await expect(question).to_be_focused()
        await expect(question).not_to_have_value("")
        await question.fill("What is a token?")
        await nell.page.keyboard.press("Enter")
        await nell.press(words("start-agree"))
        more = nell.page.get_by_role("button", name=words("ask-button-more")).last
        await expect(more).to_be_visible()
        await more.click()
        await nell.press(words("ask-button-report"))
        await nell.form.get_by_role("textbox").fill("I do not understand it")
        await nell.form.get_by_role("button", name="Submit").click()
        await nell.sees(words("ask-reported"))


async def test_a_lesson_is_completed_while_typing_and_read_page_by_page(
    tutor: Playground, window: Open
) -> None:
    tutor.person("Lee")
    async with window(tutor, "Lee") as lee:
        await lee.mark()
        await lee.begin("lesson read")
        await lee.page.locator('[data-offer="lesson"]').click()
        await expect(lee.suggestion("").first).to_be_visible()
        await lee.page.keyboard.type("prompt")
        await lee.page.keyboard.press("Enter")
        lesson = lee.page.locator('[data-option="lesson"] input')
        await expect(lesson).to_have_value(re.compile("rompt"))
        await expect(lesson).not_to_have_attribute("aria-busy", "true")
        await lee.page.keyboard.press("Enter")
        await lee.answer.locator(".embed").wait_for()
        before = await lee.answer.locator(".embed").inner_text()
        onward = lee.answer.get_by_role("button", name=words("reading-button-onward"))
        await onward.focus()
        await lee.page.keyboard.press("Enter")
        await expect(lee.answer.locator(".embed")).not_to_have_text(before, use_inner_text=True)
        await expect(onward).to_be_focused()
        select = lee.answer.locator(".select")
        await select.click()
        await lee.page.locator(".select-panel").get_by_role("option").first.click()
        await expect(lee.answer.locator(".embed")).to_have_text(before, use_inner_text=True)


async def test_a_goal_is_set_in_a_form(tutor: Playground, window: Open) -> None:
    tutor.person("Goran")
    async with window(tutor, "Goran") as goran:
        await agree(goran)
        await goran.press(words("start-goal"))
        await expect(goran.form.get_by_role("heading")).to_have_text(words("start-goal-title"))
        await goran.form.get_by_role("textbox").fill("I want to build a chat app")
        await goran.page.keyboard.press("Enter")
        await goran.sees("I want to build a chat app")


async def test_the_page_and_the_commands_speak_chinese_to_a_chinese_learner(
    tutor: Playground, window: Open
) -> None:
    tutor.person("阿华", locale="zh-CN")
    async with window(tutor, "阿华") as hua:
        await expect(hua.page.locator("html")).to_have_attribute("lang", "zh-CN")
        await expect(hua.box).to_have_attribute("placeholder", "给 #general 发消息")
        await hua.box.fill("/")
        await expect(hua.suggestion("课程 阅读")).to_be_visible()
        await expect(hua.suggestion("提一个关于生成式 AI 的问题")).to_be_visible()
        await hua.begin("提问")
        await hua.page.keyboard.type("温度参数是做什么用的？")
        await hua.page.keyboard.press("Enter")
        await hua.press(words("start-agree", Locale.ZH_CN))
        await expect(
            hua.page.get_by_role("button", name=words("ask-button-more", Locale.ZH_CN)).last
        ).to_be_visible()
        await expect(hua.messages.last).to_contain_text("只有你能看到")


async def test_traditional_chinese_is_spoken_too(tutor: Playground, window: Open) -> None:
    tutor.person("怡君", locale="zh-TW")
    async with window(tutor, "怡君") as yijun:
        await expect(yijun.box).to_have_attribute("placeholder", "傳訊息到 #general")
        await yijun.slash("說明")
        await yijun.sees(words("help-title", Locale.ZH_TW).strip("*"))


async def test_who_speaks_stands_above_what_they_show(tutor: Playground, window: Open) -> None:
    """Also where nothing was typed before it: such a message has empty parts between."""
    tutor.person("Gabi", moderator=True)
    async with window(tutor, "Gabi") as gabi:
        await gabi.slash("quiz live")
        lobby = gabi.messages.filter(has_text=words("live-button-join")).last
        await lobby.locator(".embed").wait_for()
        parts = [await lobby.locator(part).bounding_box() for part in (".head", ".embed", ".part-components")]
        tops = [box["y"] for box in parts if box is not None]
        assert len(tops) == 3 and tops == sorted(tops)
        await lobby.get_by_role("button", name=words("live-button-stop")).click()
        await gabi.sees(words("live-end-stopped"))


async def test_a_direct_message_and_a_mention_are_answered(tutor: Playground, window: Open) -> None:
    tutor.person("Dora")
    async with window(tutor, "Dora") as dora:
        await dora.page.get_by_role("button", name="Direct messages").click()
        await dora.box.fill("What is a prompt?")
        await dora.page.keyboard.press("Enter")
        await expect(dora.page.locator("article.message .tag").last).to_be_visible()
        await dora.page.get_by_role("button", name="Prompt Academy").click()
        await dora.box.focus()
        await dora.page.keyboard.type("@tut")
        await dora.suggestion("Tutor").wait_for()
        await dora.page.keyboard.press("Enter")
        await dora.page.keyboard.type("what is a prompt?")
        await dora.page.keyboard.press("Enter")
        await expect(dora.page.locator(".body .mention").last).to_have_text("@Tutor")
        await expect(dora.messages.last.locator(".tag")).to_be_visible()


@pytest.mark.loop_may_block("handing half a megabyte of axe-core to the browser takes Playwright its time")
async def test_a_thread_is_gone_to_and_talked_in_on_a_phone(
    tutor: Playground, window: Open, axe_if_there: str | None
) -> None:
    tutor.person("Thea")
    async with window(tutor, "Thea", width=390) as thea:
        await agree(thea)
        await thea.slash("ask", question="What is a token?", thread="True")
        await thea.answer.get_by_role("button", name="#What is a token?").click()
        await expect(thea.page.locator(".place-name")).to_have_text("#general › What is a token?")
        more = thea.page.get_by_role("button", name=words("ask-button-more"))
        await expect(more).to_have_count(1)
        await thea.box.fill("@Tutor And what is a prompt?")
        await thea.page.keyboard.press("Enter")
        await expect(more).to_have_count(2)
        if axe_if_there is not None:
            assert await findings_in_both_themes(thea.page.locator("#app"), axe_if_there) == []
        await thea.page.locator(".place-name").get_by_role("button", name="#general").click()
        await expect(thea.page.locator(".place-name")).to_have_text("#general")


async def test_side_by_side_a_private_reply_is_on_one_screen_only(tutor: Playground, window: Open) -> None:
    tutor.person("Iris")
    tutor.person("Jon")
    async with window(tutor, "Iris") as iris, window(tutor, "Jon") as jon:
        await iris.slash("privacy about")
        await iris.sees("Only you can see this")
        await iris.box.fill("that was for me alone")
        await iris.page.keyboard.press("Enter")
        await jon.sees("that was for me alone")
        await expect(jon.messages.filter(has_text="Iris used")).to_have_count(0)
        await iris.page.reload()
        await iris.sees("Iris used /privacy about")


async def test_people_change_places_at_one_window(tutor: Playground, window: Open) -> None:
    tutor.person("Olga")
    moderator = tutor.person("Pat", moderator=True)
    async with window(tutor, "Olga") as screen:
        await screen.box.fill("/server")
        await expect(screen.page.locator(".suggest .nothing")).to_be_visible()
        await screen.page.locator(".me").click()
        await screen.form.get_by_role("button", name="Pat English").click()
        await expect(screen.page.locator(".me")).to_contain_text("Pat")
        await expect(screen.page).to_have_url(f"{tutor.base_url}/?person=Pat&channel={tutor.channel.id}")
        await screen.slash("server diagnose")
        await expect(screen.answer.locator(".body")).not_to_be_empty()
        assert moderator.guild is tutor.guild


async def test_somebody_new_is_one_click_away(tutor: Playground, window: Open) -> None:
    tutor.person("Quinn")
    async with window(tutor, "Quinn") as screen:
        before = len(tutor.people)
        await screen.page.locator(".me").click()
        await screen.form.get_by_role("button", name="Chinese learner").click()
        await expect(screen.page.locator("html")).to_have_attribute("lang", "zh-CN")
        assert len(tutor.people) == before + 1
        newest = list(tutor.people.values())[-1]
        await expect(screen.page.locator(".me")).to_contain_text(newest.name)
        assert newest.user.locale == "zh-CN"


async def test_a_further_server_is_added_and_everybody_is_in_it(
    browser: Browser, axe_if_there: str | None
) -> None:
    play = await Playground.start()
    play.person("Ada")
    play.person("Bea")
    async with Window(browser, play.base_url, "Ada") as ada, Window(browser, play.base_url, "Bea") as bea:
        await ada.page.get_by_role("button", name="Add a server").click()
        if axe_if_there is not None:
            assert await findings_in_both_themes(ada.form, axe_if_there) == []
        await ada.page.keyboard.type("Reading circle")
        await ada.page.keyboard.press("Enter")
        await expect(ada.page.locator(".side-title")).to_have_text("Reading circle")
        await expect(ada.page.locator(".me")).to_contain_text("learner")
        await expect(ada.page.locator(".member", has_text="Ada")).to_contain_text("moderator")
        await ada.box.fill("welcome")
        await ada.page.keyboard.press("Enter")
        await bea.page.get_by_role("button", name="Reading circle").click()
        await bea.sees("welcome")
    await play.stop()


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
async def test_a_phone_shows_all_of_it_without_scrolling_sideways(
    tutor: Playground, window: Open, locale: str
) -> None:
    name = f"Mobi {locale}"
    tutor.person(name, locale=locale)
    language = Locale.from_discord(locale)
    async with window(tutor, name, width=360, height=740, touch=True) as phone:

        async def fits() -> None:
            assert await phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert await phone.page.locator(".feed").evaluate("it => it.scrollWidth <= it.clientWidth")

        await fits()
        await agree(phone, language)
        await fits()
        await phone.slash("lesson next")
        await phone.answer.locator(".embed").wait_for()
        await fits()
        await expect(phone.page.locator("#side")).not_to_be_in_viewport()
        await phone.page.locator(".menu-button").click()
        await expect(phone.page.locator("#side")).to_be_in_viewport()
        await phone.page.locator(".places").get_by_role("button", name="tutor").click()
        await expect(phone.page.locator(".place-name")).to_have_text("#tutor")
        await expect(phone.page.locator("#side")).not_to_be_in_viewport()
        await fits()


async def test_everything_is_within_reach_of_the_keyboard(tutor: Playground, window: Open) -> None:
    tutor.person("Kay")
    async with window(tutor, "Kay") as kay:
        press = kay.page.keyboard.press
        await expect(kay.box).to_be_focused()
        await kay.page.keyboard.type("/star")
        await kay.suggestion("start").first.wait_for()
        await press("Tab")
        await press("Enter")
        await kay.sees("Kay used /start")
        await expect(kay.box).to_be_focused()
        agree_button = kay.page.get_by_role("button", name=words("start-agree"), exact=True).last
        for _ in range(12):
            await press("Shift+Tab")
            if await agree_button.evaluate("it => it === document.activeElement"):
                break
        await press("Enter")
        goal = kay.page.get_by_role("button", name=words("start-goal")).last
        await goal.focus()
        await press("Enter")
        await expect(kay.form.get_by_role("textbox")).to_be_focused()
        await press("Escape")
        await expect(kay.form).to_have_count(0)
        await expect(goal).to_be_focused()
        await press("Escape")
        await expect(kay.messages.last).to_be_focused()
        await press("Escape")
        await expect(kay.box).to_be_focused()
        await kay.page.locator(".skip").focus()
        await press("Enter")
        await expect(kay.box).to_be_focused()


async def test_a_wrong_request_is_said_in_words(tutor: Playground, window: Open) -> None:
    tutor.person("Uma")
    async with window(tutor, "Uma") as uma:
        await uma.page.route(
            "**/page/say",
            lambda route: route.fulfill(
                status=400, content_type="application/json", body=json.dumps({"error": "not like this"})
            ),
        )
        await uma.box.fill("hello")
        await uma.page.keyboard.press("Enter")
        await expect(uma.page.locator(".compose-error")).to_have_text("not like this")
        await expect(uma.box).to_have_value("hello")


async def test_colours_follow_the_system_until_somebody_chooses(tutor: Playground, window: Open) -> None:
    tutor.person("Cleo")
    async with window(tutor, "Cleo", theme="light") as cleo:
        page = cleo.page.locator("html")
        await expect(page).to_have_attribute("data-theme", "light")
        await cleo.page.emulate_media(color_scheme="dark")
        await expect(page).to_have_attribute("data-theme", "dark")
        await cleo.page.locator(".me").click()
        await cleo.form.get_by_role("radio", name="Light").check(force=True)
        await expect(page).to_have_attribute("data-theme", "light")
        await cleo.page.reload()
        await expect(page).to_have_attribute("data-theme", "light")
