"""A browser window on the playground, in the words of a test: what a person types, presses and sees."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    FilePayload,
    Locator,
    Page,
    expect,
)

CHROMIUM = Path("/usr/bin/chromium")
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""Chromium must reach nothing but the playground, and run where there is neither a graphics card nor a user."""

PATIENCE = 30_000
"""Milliseconds until something that does not appear counts as missing, on a slow machine that does other things too."""


class Window:
    """One window; an async context manager. At the end the page must not have reported a mistake of its own."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        person: str,
        *,
        width: int = 1280,
        height: int = 800,
        theme: str = "dark",
        touch: bool = False,
    ) -> None:
        self._browser = browser
        self._address = address
        self._person = person
        self._size = {"width": width, "height": height}
        self._theme = theme
        self._touch = touch
        self._context: BrowserContext | None = None
        self._before: str | None = None
        self.mistakes: list[str] = []
        self.page: Page

    async def __aenter__(self) -> Window:
        self._context = await self._browser.new_context(
            viewport={"width": self._size["width"], "height": self._size["height"]},
            color_scheme="dark" if self._theme == "dark" else "light",
            has_touch=self._touch,
            is_mobile=self._touch,
            locale="en-US",
        )
        self.page = await self._context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("pageerror", self._failed)
        self.page.on("console", self._logged)
        await self.page.goto(f"{self._address}/?person={self._person}")
        await self.page.locator(".welcome, .older").wait_for()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
        if error is None:
            assert not self.mistakes, f"the page reported: {self.mistakes}"

    async def close(self) -> None:
        """Close the window; a second time does nothing."""
        assert self._context is not None
        await self._context.close()

    def _failed(self, error: Error) -> None:
        self.mistakes.append(str(error))

    def _logged(self, message: ConsoleMessage) -> None:
        # A refusal (400) or a server that is away is logged by the browser itself and is no mistake of the page.
        if message.type == "error" and "Failed to load resource" not in message.text:
            if "WebSocket connection" not in message.text:
                self.mistakes.append(message.text)

    # ---- places

    @property
    def box(self) -> Locator:
        """The message box."""
        return self.page.locator("#message-box")

    async def open_sidebar(self) -> None:
        """Show the servers and channels, which a narrow window hides behind a button."""
        button = self.page.locator(".menu-button")
        if await button.is_visible() and await button.get_attribute("aria-expanded") == "false":
            await button.click()

    async def go(self, name: str) -> None:
        """Open a channel, thread or the direct messages by the name in the sidebar."""
        await self.page.locator(".places").get_by_role("button", name=name).first.click()

    # ---- commands

    async def slash(self, command: str, **options: str) -> None:
        """Type a command and its options, and send it, all by keyboard."""
        await self.mark()
        await self.begin(command)
        for name, value in options.items():
            await self.option(name, value)
        await self.page.keyboard.press("Enter")

    async def mark(self) -> None:
        """What comes from now on is `since`."""
        last = self.page.locator(".item").last
        self._before = await last.get_attribute("id") if await last.count() else None

    async def begin(self, command: str) -> None:
        """Type a command up to its first option."""
        await self.box.focus()
        await self.box.fill("")
        await self.page.keyboard.type(f"/{command} ")
        await self.page.locator("form.slash").wait_for()

    async def option(self, name: str, value: str) -> None:
        """Fill in an option by its English name; what has a list is picked from it. Fails at once when it is not there."""
        field = self.page.locator(f'.option[data-option="{name}"] :is(input, textarea)').first
        if not await field.is_visible():
            await self.page.locator(f'[data-offer="{name}"]').click()
        await field.fill(value)
        if await field.get_attribute("role") == "combobox":
            await self.page.locator(".suggest").wait_for()
            await expect(field).not_to_have_attribute("aria-busy", "true")
            offered = await self.suggestion("").all_inner_texts()
            assert await self.suggestion(value).count(), f"{value} is not among {offered}"
            await self.page.keyboard.press("Enter")

    async def attach(self, name: str, file: FilePayload) -> None:
        """Give a command's option a file."""
        field = self.page.locator(f'.option[data-option="{name}"] .option-file')
        if not await field.is_visible():
            await self.page.locator(f'[data-offer="{name}"]').click()
        async with self.page.expect_file_chooser() as chooser:
            await field.click()
        await (await chooser.value).set_files(file)

    def suggestion(self, words: str) -> Locator:
        """An entry of the list above the message box."""
        return self.page.locator(".suggest").get_by_role("option").filter(has_text=words)

    # ---- messages

    @property
    def messages(self) -> Locator:
        """All messages on the screen."""
        return self.page.locator("article.message")

    @property
    def since(self) -> Locator:
        """All messages since the last command."""
        after = f"#{self._before} ~ .item" if self._before else ".item"
        return self.page.locator(f"{after} article.message")

    @property
    def answer(self) -> Locator:
        """The first message since the last command."""
        return self.since.first

    async def dismiss_all(self) -> None:
        """Take everything off the screen that only this person sees."""
        await self.page.locator("[data-dismiss]").evaluate_all("all => all.forEach(it => it.click())")

    def message(self, words: str) -> Locator:
        """The newest message with these words."""
        return self.messages.filter(has_text=words).last

    async def sees(self, words: str) -> None:
        """Wait for a message with these words."""
        await expect(self.message(words)).to_be_visible(timeout=PATIENCE)

    async def press(self, label: str) -> None:
        """Press the newest button of a message with this label."""
        await self.messages.get_by_role("button", name=label, exact=True).last.click()

    async def choose(self, select: str, *labels: str) -> None:
        """Choose in the newest select whose name begins like this."""
        await self.page.locator(".select").filter(has_text=select).last.click()
        panel = self.page.locator(".select-panel")
        for label in labels:
            await panel.get_by_role("option").filter(has_text=label).first.click()
        if len(labels) > 1:
            await panel.locator(".select-foot button").click()
        await panel.wait_for(state="detached")

    @property
    def form(self) -> Locator:
        """The form that is open."""
        return self.page.locator("dialog.modal[open]")

    async def shoot(self, path: Path) -> None:
        """Take a picture of the window."""
        await self.page.screenshot(path=path)
