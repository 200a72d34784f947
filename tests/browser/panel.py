"""The panels beside the conversation, in the words of a test: what happened, which model answers, what is wrong on purpose."""

from __future__ import annotations

from playwright.async_api import Browser, Locator, expect

from tests.browser.window import Window

SLOWLY = 90_000
"""Milliseconds in which a bot starts anew on a busy machine."""


class Panel:
    """One window with the panels beside it."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.page = window.page
        self.element = self.page.locator("#panel")
        self.status = self.page.locator(".panel-status")
        self.bot = self.element.locator("[data-bot]")

    async def open(self, name: str) -> None:
        if await self.button(name).get_attribute("aria-expanded") == "false":
            await self.button(name).click()
        await expect(self.element).to_be_visible()

    @property
    def turns(self) -> Locator:
        """The questions, newest first."""
        return self.element.locator(".turn[data-kind=question]")

    def button(self, name: str) -> Locator:
        return self.page.locator(f"[data-panel={name}]")

    def switch(self, name: str) -> Locator:
        return self.element.locator(f"[data-switch={name}]")

    def stage(self, name: str) -> Locator:
        return self.turns.first.locator(f"[data-stage={name}]")

    async def unfold(self, name: str) -> Locator:
        """Open a stage of the newest turn."""
        await self.stage(name).locator("summary").first.click()
        return self.stage(name)

    async def until_ready(self, within: float = SLOWLY) -> None:
        """Wait until the bot is connected and its commands are there."""
        await self.open("switches")
        await expect(self.bot).to_have_attribute("data-bot", "running", timeout=within)

    async def count(self, what: str) -> int:
        """How often the bot has had its `starts` or `connections`."""
        return int(await self.bot.get_attribute(f"data-{what}") or 0)

    async def until_ready_again(self, what: str, before: int, within: float = SLOWLY) -> None:
        """Wait until the bot is connected with one of its `starts` or `connections` more than before.

        Merely "connected" may still be the old one, in the moment before its end is noticed.
        """
        await expect(self.bot).not_to_have_attribute(f"data-{what}", str(before), timeout=SLOWLY)
        await self.until_ready(within)

    async def answers_with(self, label: str) -> None:
        """Choose who answers, and wait until the bot has started anew."""
        await self.open("switches")
        before = await self.count("starts")
        await self.element.get_by_label(label).check()
        await self.switch("use").click()
        await self.until_ready_again("starts", before)


async def newcomer(browser: Browser, address: str, name: str, **look: object) -> Window:
    """A window for somebody new, to be entered."""
    async with Window(browser, address, "Ada") as ada:
        await ada.page.evaluate(
            "([name, locale]) => fetch('/page/people', {method: 'POST', headers: {'Content-Type': 'application/json'},"
            " body: JSON.stringify({name, locale})})",
            [name, look.pop("locale", "en-US")],
        )
    return Window(browser, address, name, **look)  # type: ignore[arg-type] # passed on as given
