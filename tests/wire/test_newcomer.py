"""From the invitation to a first lesson of one's own that learners read, by what a new moderator is told on the way."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.texts.locales import Locale
from playground import Person, Reply
from playground.state import Guild
from tests.wire.conftest import Wire, english_in

MOST_STEPS = 12
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}
WRITTEN = {
    Locale.EN: (
        "Our house style",
        "Tone",
        "Write as you would speak.",
        "Write as you would speak to a guest.",
    ),
    Locale.ZH_CN: ("我们的写作风格", "语气", "怎么说就怎么写。", "像对客人说话那样写。"),
    Locale.ZH_TW: ("我們的寫作風格", "語氣", "怎麼說就怎麼寫。", "像對客人說話那樣寫。"),
}
"""A title, a heading, a text, and a better text."""


@dataclass(slots=True)
class Newcomer:
    """Whoever invited the tutor: does only what was read somewhere before, one step at a time."""

    wire: Wire
    person: Person
    locale: Locale
    steps: int = 0
    read: list[str] = field(default_factory=list)

    async def told(self) -> str:
        """The first words that the tutor writes by itself."""
        async with asyncio.timeout(10):
            while not self.person.inbox():  # noqa: ASYNC110 - the playground has no event for a message that answers nothing
                await asyncio.sleep(0.02)
        (message,) = self.person.inbox()
        self.read.append(message.content)
        return message.content

    async def sends(self, command: str) -> Reply:
        """A command, which must have been named."""
        assert f"</{command}:" in "\n".join(self.read), f"nothing that was read named /{command}"
        return await self._seen(await self.person.slash(command))

    async def presses(self, where: Reply, key: str) -> Reply:
        """A button by what is written on it."""
        return await self._seen(await self.person.press(where, self.wire.say(self.locale, key)))

    async def picks(self, where: Reply, key: str, label: str) -> Reply:
        """Something from a menu, which counts as a step too."""
        return await self._seen(await self.person.choose(where, self.wire.say(self.locale, key), label))

    async def fills_in(self, form: Reply, **values: Any) -> Reply:
        """A form, sent off."""
        return await self._seen(await self.person.submit(form, values))

    async def _seen(self, reply: Reply) -> Reply:
        self.steps += 1
        await reply.shown()
        self.read.append(json.dumps(reply.modal, ensure_ascii=False) if reply.modal else reply.text)
        return reply


def invited(wire: Wire, locale: Locale) -> tuple[Newcomer, Guild]:
    """A new server, and its owner, who has never heard of the tutor."""
    owner = wire.play.world.operator
    owner.locale = DISCORD[locale]
    guild = wire.play.new_guild(
        "学习小组" if locale is not Locale.EN else "Study group", locale=DISCORD[locale]
    )
    person = wire.play.people[owner.id] = Person(wire.play, owner, guild)
    return Newcomer(wire, person, locale), guild


@pytest.mark.parametrize("locale", list(Locale))
async def test_from_the_invitation_to_a_published_lesson_of_ones_own_in_twelve_steps(
    wire: Wire, locale: Locale
) -> None:
    newcomer, guild = invited(wire, locale)
    title, heading, text, better = WRITTEN[locale]
    await newcomer.told()

    setup = await newcomer.sends("server setup")
    form = await newcomer.presses(setup, "server-settings-button-change")
    await newcomer.fills_in(form, language=locale.value)
    await setup.until(lambda reply: wire.say(locale, "server-setup-page-lessons") in reply.text)
    await newcomer.presses(setup, "server-setup-button-rest")
    await setup.until(lambda reply: wire.say(locale, "server-setup-done") in reply.text)
    newcomer.read.append(setup.text)

    form = await newcomer.sends("teach lesson new")
    begun = await newcomer.fills_in(form, title=title, heading=heading, text0=text)
    which = await newcomer.presses(begun, "teach-lesson-button-edit")
    form = await newcomer.picks(which, "teach-lesson-select-section", heading)
    saved = await newcomer.fills_in(form, text0=better)
    preview = await newcomer.presses(saved, "teach-lesson-button-preview")
    assert better in preview.text
    published = await newcomer.presses(preview, "teach-lesson-button-publish")

    assert newcomer.steps <= MOST_STEPS
    (own,) = await wire.app.services.authoring.matching(guild.id, "")
    said = wire.say(
        locale, "teach-lesson-published", lesson=wire.app.services.guard.quote(title), version=own.newest
    )
    assert said in published.text
    if locale is not Locale.EN:
        assert [english for words in newcomer.read for english in english_in(words.partition('{"')[0])] == []
    ada = wire.play.person("Ada", locale=DISCORD[locale], guild=guild)
    (offered,) = await ada.choices("lesson read", lesson=title)
    page = await (await ada.slash("lesson read", lesson=offered["value"])).shown()
    assert better in page.text
