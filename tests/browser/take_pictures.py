"""Takes the pictures of the playground in docs/pictures anew: `python -m tests.browser.take_pictures`."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, async_playwright

from bot.texts.catalogue import Texts
from bot.texts.locales import Locale
from playground import Playground
from tests.browser.conftest import TUTOR, running
from tests.browser.window import CHROMIUM, OPTIONS, Window

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
PEOPLE = (
    ("Ada", "en-US", False),
    ("小明", "zh-CN", False),
    ("怡君", "zh-TW", False),
    ("Morgan", "en-US", True),
)
TEXTS = Texts()


async def agreed(window: Window, locale: Locale) -> None:
    """Agree, and take what was said about it off the screen."""
    await window.slash("start")
    await window.answer.get_by_role("button", name=TEXTS.say(locale, "start-agree"), exact=True).click()
    await window.answer.get_by_role("button", name=TEXTS.say(locale, "start-goal")).wait_for()
    await window.answer.locator("[data-dismiss]").click()


async def desktop(browser: Browser, play: Playground) -> None:
    """A question in the channel, and the commands that there are."""
    async with Window(browser, play.base_url, "Ada", width=1200, height=760) as ada:
        await agreed(ada, Locale.EN)
        await ada.slash("ask", question="What is a token?", share="True")
        await ada.page.get_by_role("button", name=TEXTS.say(Locale.EN, "ask-button-more")).last.wait_for()
        await ada.page.mouse.move(5, 5)
        await ada.shoot(PICTURES / "playground-answer.png")
        await ada.box.fill("/")
        await ada.suggestion("lesson").first.wait_for()
        await ada.shoot(PICTURES / "playground-commands.png")


async def chinese(browser: Browser, play: Playground) -> None:
    """A lesson in Chinese, in light colours."""
    async with Window(browser, play.base_url, "小明", width=1200, height=760, theme="light") as ming:
        await ming.slash("课程 下一步")
        await ming.answer.locator(".embed").wait_for()
        await ming.page.mouse.move(5, 5)
        await ming.shoot(PICTURES / "playground-lesson-zh.png")


async def phone(browser: Browser, play: Playground) -> None:
    """The same on a phone."""
    async with Window(browser, play.base_url, "怡君", width=360, height=720, touch=True) as yijun:
        await yijun.slash("課程 下一步")
        await yijun.answer.locator(".embed").wait_for()
        await yijun.shoot(PICTURES / "playground-phone.png")


async def main() -> int:
    """Take all of them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        async with async_playwright() as playwright, running(TUTOR, Path(folder)) as play:
            for name, locale, moderator in PEOPLE:
                play.person(name, locale=locale, moderator=moderator)
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
            for take in (desktop, chinese, phone):
                await take(browser, play)
            await browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
