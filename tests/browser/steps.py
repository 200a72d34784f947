"""What a person does on the page and must see there, as values: the table of commands is made of these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from playwright.async_api import FilePayload, Locator, expect

from bot.texts.locales import Locale
from tests.browser.axe import findings_in_both_themes
from tests.browser.window import Window
from tests.browser.wording import BROKEN, Words, in_words


@dataclass(frozen=True, slots=True)
class At:
    """Who is at the screen, what commands are called in their language, and what was found wrong with what they saw."""

    window: Window
    locale: Locale
    names: Mapping[str, str]
    axe: str | None = None
    """The source of axe-core, where it is there."""
    complaints: list[str] = field(default_factory=list)
    """What axe-core found so far."""

    def say(self, what: Words) -> str:
        return in_words(what, self.locale)

    def button(self, label: Words) -> Locator:
        """The buttons with this label in what has come since the command."""
        return self.window.since.get_by_role("button", name=self.say(label), exact=True)

    async def inspect(self, parts: Locator) -> None:
        """Look at parts of the page for what keeps somebody from using them; the test asserts at its end that nothing does."""
        if self.axe is not None:
            self.complaints.extend(await findings_in_both_themes(parts, self.axe))

    async def awaits(self, wanted: Locator) -> Locator:
        """Wait until *wanted* is on the screen; fail at once when the page or the bot says that something went wrong."""
        refused = self.window.page.locator(".slash-error:not(:empty), .compose-error:not(:empty)")
        wrong = self.window.since.filter(has_text=BROKEN).or_(refused)
        await expect(wanted.or_(wrong).filter(visible=True).first).to_be_visible()
        assert not (said := await wrong.filter(visible=True).all_inner_texts()), said
        return wanted.last


@dataclass(frozen=True, slots=True)
class File:
    """A file as the value of an option."""

    name: str
    content: str | bytes


@dataclass(frozen=True, slots=True)
class Slash:
    """Types a slash command with its options (by their English names), and sends it. The first step of its path."""

    command: str
    options: Mapping[str, Words | File] = field(default_factory=dict)

    async def do(self, at: At) -> None:
        await at.window.mark()
        await at.window.begin(at.names[self.command])
        for name, value in self.options.items():
            if isinstance(value, File):
                await at.window.attach(name, _payload(value))
            else:
                await at.window.option(name, at.say(value))
        await at.inspect(at.window.page.locator(".composer"))
        await at.window.page.keyboard.press("Enter")


@dataclass(frozen=True, slots=True)
class Menu:
    """Opens the menu of the newest message, or the newest with certain words, and takes one of the bot's entries."""

    name: str
    on: Words = ""

    async def do(self, at: At) -> None:
        message = at.window.message(at.say(self.on))
        await at.window.mark()
        await message.click(button="right", position={"x": 4, "y": 4})
        await at.inspect(at.window.page.get_by_role("menu"))
        await at.window.page.get_by_role("menuitem", name=at.names[self.name], exact=True).click()


@dataclass(frozen=True, slots=True)
class Write:
    """Writes a message where one is; mentioning the bot when asked to."""

    words: Words
    mention: bool = False

    async def do(self, at: At) -> None:
        page = at.window.page
        await at.window.mark()
        await at.window.box.focus()
        if self.mention:
            await page.keyboard.type("@tut")
            await at.window.suggestion("Tutor").first.wait_for()
            await page.keyboard.press("Enter")
        await page.keyboard.insert_text(at.say(self.words))
        await page.keyboard.press("Enter")


@dataclass(frozen=True, slots=True)
class ReplyTo:
    """Replies to the newest message that has a button, by keyboard."""

    button: Words
    words: Words

    async def do(self, at: At) -> None:
        page = at.window.page
        answered = at.window.messages.filter(
            has=page.get_by_role("button", name=at.say(self.button)), visible=True
        ).filter(has_not_text=_ONLY_YOU[at.locale])
        await answered.last.focus()
        await at.window.mark()
        await page.keyboard.press("r")
        await page.keyboard.insert_text(at.say(self.words))
        await page.keyboard.press("Enter")


@dataclass(frozen=True, slots=True)
class GoTo:
    """Goes to the direct messages, or back to the server's first channel."""

    direct: bool

    async def do(self, at: At) -> None:
        await at.window.open_sidebar()
        rail = at.window.page.locator(".rail .rail-button")
        place = rail.first if self.direct else rail.nth(1)
        await place.click()
        await expect(place).to_have_attribute("aria-current", "true")


@dataclass(frozen=True, slots=True)
class Press:
    """Presses a button of what has come since the command."""

    label: Words

    async def do(self, at: At) -> None:
        await (await at.awaits(at.button(self.label))).click()


@dataclass(frozen=True, slots=True)
class Choose:
    """Chooses in the newest select whose name begins like this."""

    select: Words
    option: Words

    async def do(self, at: At) -> None:
        await at.window.choose(at.say(self.select), at.say(self.option))


@dataclass(frozen=True, slots=True)
class Fill:
    """Fills in the form that opens, by its fields' names, and sends it."""

    fields: Mapping[Words, Words]

    async def do(self, at: At) -> None:
        form = await at.awaits(at.window.form)
        await at.inspect(form)
        for name, value in self.fields.items():
            await form.get_by_role("textbox", name=at.say(name)).fill(at.say(value))
        await form.locator("button[type=submit]").click()
        await expect(form).to_have_count(0)


@dataclass(frozen=True, slots=True)
class Sees:
    """Waits for words in what has come since the command."""

    words: Words

    async def do(self, at: At) -> None:
        await at.awaits(at.window.since.filter(has_text=at.say(self.words)))


@dataclass(frozen=True, slots=True)
class Offers:
    """Waits for a button in what has come since the command."""

    label: Words

    async def do(self, at: At) -> None:
        await at.awaits(at.button(self.label))


@dataclass(frozen=True, slots=True)
class Shows:
    """Waits for an element of the page in what has come since the command: a card, a picture, a file."""

    selector: str

    async def do(self, at: At) -> None:
        await at.awaits(at.window.since.locator(self.selector))


Step = Slash | Menu | Write | ReplyTo | GoTo | Press | Choose | Fill | Sees | Offers | Shows

_ONLY_YOU = {Locale.EN: "Only you can see this", Locale.ZH_CN: "只有你能看到", Locale.ZH_TW: "只有你能看到"}


def _payload(file: File) -> FilePayload:
    content = file.content if isinstance(file.content, bytes) else file.content.encode()
    return {"name": file.name, "mimeType": "text/plain", "buffer": content}
