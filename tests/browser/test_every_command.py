"""Every command that the tutor registers, used on the page in English and in Chinese, by the table `command_table.py`.

English is walked in a wide window and Chinese in one as narrow as a phone. Whatever a path shows on its way, the command with its
options, menus, forms and answers, is looked at with axe-core in both themes.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.texts.locales import Locale
from playground import Person, Playground
from playground.wire import Json
from tests.browser.command_table import PATHS
from tests.browser.path import Path, Who
from tests.browser.steps import At
from tests.browser.window import Window

SPOKEN = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN"}
WIDTHS = {Locale.EN: 1280, Locale.ZH_CN: 390}
FITS = "document.documentElement.scrollWidth <= innerWidth"
SLASH = 1
GROUPS = (1, 2)

WHAT_TO_DO = """\
{commands} can be used, but nobody tries it on the page. Add its main path to PATHS in tests/browser/command_table.py, or to
MODERATORS in moderators_table.py beside it, like

    Path("lesson next", (Slash("lesson next"), Shows(".embed"), Offers(Key("reading-button-onward")))),

with the steps of tests/browser/steps.py: what a person types and presses, and at the end what must be seen. Sentences are
named by their keys in bot/texts, so that one path serves both languages; a moderator's command takes Who.MODERATOR. Then
run: pytest -m browser tests/browser/test_every_command.py"""


def localised(command: Json, locale: Locale) -> str:
    names = command.get("name_localizations") or {}
    return str(names.get(SPOKEN[locale], command["name"]))


def names_of(commands: list[Json], locale: Locale) -> Iterator[tuple[str, str]]:
    """The English name of everything that can be used, and its name in a language."""
    for command in commands:
        inner = [it for it in command.get("options", ()) if it["type"] in GROUPS]
        if command.get("type", SLASH) != SLASH or not inner:
            yield command["name"], localised(command, locale)
        for path, shown in names_of([{**it, "type": SLASH} for it in inner], locale):
            yield f"{command['name']} {path}", f"{localised(command, locale)} {shown}"


@dataclass(slots=True)
class Seats:
    """The windows of those who walk the paths; one stays open for each until the end."""

    browser: Browser
    play: Playground
    axe: str | None
    stack: AsyncExitStack
    taken: dict[tuple[Who, Locale], At] = field(default_factory=dict)

    async def of(self, who: Who, locale: Locale) -> At:
        if who is Who.NEWCOMER:
            newcomer = self.play.person(f"Newcomer {len(self.play.people)}", locale=SPOKEN[locale])
            return await self._sit_down(newcomer.name, locale)
        if (who, locale) not in self.taken:
            name = f"{who.name.title()} {locale}"
            if not any(it.name == name for it in self.play.people.values()):
                await agree(self.play.person(name, locale=SPOKEN[locale], moderator=who is Who.MODERATOR))
            self.taken[who, locale] = await self._sit_down(name, locale)
        return self.taken[who, locale]

    async def leave(self, at: At) -> None:
        """Close a window on which a path ended badly: half a command or a form may stand there."""
        self.taken = {seat: taken for seat, taken in self.taken.items() if taken is not at}
        await at.window.close()

    async def _sit_down(self, name: str, locale: Locale) -> At:
        room = Window(self.browser, self.play.base_url, name, width=WIDTHS[locale])
        window = await self.stack.enter_async_context(room)
        return At(window, locale, dict(names_of(self.play.commands(self.play.guild), locale)), self.axe)


async def agree(person: Person) -> None:
    """Agree by the playground's driver: on the page, a path of its own does it."""
    card = await (await person.slash("start")).shown()
    await person.press(card, "start.agree")
    await card.until(lambda card: card.has_button("start.goal"), 30)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def seats(browser: Browser, tutor: Playground, axe_if_there: str | None) -> AsyncIterator[Seats]:
    async with AsyncExitStack() as stack:
        yield Seats(browser, tutor, axe_if_there, stack)


@pytest.mark.parametrize("locale", list(SPOKEN))
@pytest.mark.loop_may_block("handing half a megabyte of axe-core to the browser takes Playwright its time")
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.title)
async def test_the_main_path_is_walked_on_the_page(seats: Seats, path: Path, locale: Locale) -> None:
    at = await seats.of(path.who, locale)
    try:
        await at.window.dismiss_all()  # a short page is looked at sooner
        for step in path.steps:
            await step.do(at)
        await at.inspect(at.window.since)
        assert await at.window.page.evaluate(FITS), "the page is wider than its window"
    except BaseException:
        await seats.leave(at)
        raise
    complaints = at.complaints.copy()
    at.complaints.clear()
    if path.who is Who.NEWCOMER:
        await at.window.close()
    assert complaints == []


@pytest.mark.parametrize("locale", list(SPOKEN))
@pytest.mark.loop_may_block("handing half a megabyte of axe-core to the browser takes Playwright its time")
async def test_the_list_of_all_commands_can_be_used_by_all(seats: Seats, locale: Locale) -> None:
    at = await seats.of(Who.MODERATOR, locale)
    await at.window.box.fill("/")
    await expect(at.window.suggestion("").nth(30)).to_be_attached()
    await at.inspect(at.window.page.locator(".composer"))
    await at.window.box.fill("")
    assert at.complaints == []


async def test_every_command_there_is_has_a_path(tutor: Playground) -> None:
    registered = {name for name, _ in names_of(tutor.commands(tutor.guild), Locale.EN)}
    walked = {path.command for path in PATHS if path.command}
    if missing := sorted(registered - walked):
        pytest.fail(WHAT_TO_DO.format(commands=" and ".join(f"/{it}" for it in missing)), pytrace=False)
    assert walked <= registered, "these are in the table but not registered any more"
