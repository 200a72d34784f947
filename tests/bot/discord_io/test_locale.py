"""Whose language a reply is in."""

from typing import Any

import discord
import pytest

from bot.client import TutorClient
from bot.discord_io.locale import Languages, NoChoices
from bot.texts.locales import Locale
from playground import Playground
from tests.doubles.probe_cogs.probe import Script


class Chosen(NoChoices):
    """What people chose, by id; asking for a server may fail."""

    def __init__(self, learners: dict[tuple[int, int], Locale], servers: dict[int, Locale] | None) -> None:
        self.learners = learners
        self.servers = servers

    async def of_learner(self, server_id: int, user_id: int) -> Locale | None:
        return self.learners.get((server_id, user_id))

    async def of_server(self, server_id: int) -> Locale | None:
        if self.servers is None:
            raise OSError("the disk is full")
        return self.servers.get(server_id)


async def heard(
    play: Playground, script: Script, languages: Languages, person: Any, **where: Any
) -> list[Locale]:
    """The private and the public language of a person's command."""
    found: list[Locale] = []

    async def command(interaction: discord.Interaction) -> None:
        found.extend([await languages.private(interaction), await languages.public(interaction)])
        await interaction.followup.send("heard", ephemeral=True)

    script.command = command
    await (await person.slash("probe", **where)).shown()
    return found


async def test_without_a_choice_discords_own_languages_hold(
    play: Playground, client: TutorClient, script: Script
) -> None:
    languages = Languages(NoChoices())
    mo, fay = play.person("Mo", locale="zh-TW"), play.person("Fay", locale="fr")
    assert await heard(play, script, languages, mo) == [Locale.ZH_TW, Locale.EN]
    assert await heard(play, script, languages, fay) == [Locale.EN, Locale.EN]
    assert await heard(play, script, languages, mo, dm=True) == [Locale.ZH_TW, Locale.ZH_TW]


async def test_what_was_chosen_goes_before_what_discord_says(
    play: Playground, client: TutorClient, script: Script
) -> None:
    ada, mo = play.person("Ada"), play.person("Mo")
    chosen = Chosen({(play.guild.id, ada.id): Locale.ZH_CN}, {play.guild.id: Locale.ZH_TW})
    languages = Languages(chosen)
    assert await heard(play, script, languages, ada) == [Locale.ZH_CN, Locale.ZH_TW]
    assert await heard(play, script, languages, mo) == [Locale.EN, Locale.ZH_TW]


async def test_a_choice_that_cannot_be_read_does_not_stop_a_reply(
    play: Playground, client: TutorClient, script: Script
) -> None:
    languages = Languages(Chosen({}, None))
    assert await heard(play, script, languages, play.person("Ada")) == [Locale.EN, Locale.EN]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en-GB", Locale.EN),
        ("zh-CN", Locale.ZH_CN),
        ("zh-TW", Locale.ZH_TW),
        ("ja", Locale.EN),
        (None, Locale.EN),
    ],
)
def test_the_nearest_language_is_spoken(code: str | None, expected: Locale) -> None:
    assert Locale.from_discord(code) is expected
