"""*Quiz me*: the short question of one section, answered by a button.

The key is in no message and in no button before the learner has answered.
"""

from random import Random

import discord
from discord import ui
from discord.ext import commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.face import Face
from bot.discord_io.router import route
from bot.learners.values import DIRECT_MESSAGES
from bot.lessons.values import Check, Lesson, Section
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_LETTERS = "ABCDEFGH"
_NOT_SURE = -1


class NoCheck(PersonError):
    """None of the sections has a question."""

    key = "check-none"


class CheckCog(commands.Cog):
    """One question at a time, private."""

    def __init__(self, client: Face) -> None:
        self._client = client
        self._services = client.services
        self._say = client.services.texts.say

    @route("ask.quiz")
    @acknowledged()
    async def about_answer(self, interaction: discord.Interaction, turn_id: str) -> None:
        """A question on the first section that an answer cites and that has one."""
        turn = await self._client.desk.answers.behind(interaction, turn_id)
        for citation in turn.citations:
            if await self._show(interaction, citation.lesson_id, citation.section_id):
                return
        raise NoCheck

    @route("check.section")
    @acknowledged()
    async def about_section(self, interaction: discord.Interaction, lesson_id: str, section_id: str) -> None:
        """The question of the section that is being read."""
        if not await self._show(interaction, lesson_id, section_id):
            raise NoCheck

    @route("check.answer")
    @acknowledged(First.UPDATE)
    async def answer(
        self, interaction: discord.Interaction, lesson_id: str, section_id: str, seed: int, option: int
    ) -> None:
        """Says whether the chosen option is right, and why."""
        locale = await self._client.languages.private(interaction)
        found = await self._find(interaction, lesson_id, section_id, locale)
        if found is None:
            raise NoCheck
        lesson, section, check = found
        if option != _NOT_SURE and not 0 <= option < len(check.options):
            raise NoCheck
        await interaction.edit_original_response(
            content=joined(
                "\n\n",
                [
                    self._question(lesson, section, check, seed),
                    self._verdict(locale, check, seed, option),
                    self._say(
                        locale,
                        "check-reread",
                        lesson=self._quoted(lesson.title),
                        section=self._quoted(section.heading),
                    ),
                ],
            ),
            view=self._client.components.view(
                self._client.components.button(
                    locale, "check-button-read", "lesson.page", lesson.id, section.id, 0
                )
            ),
        )

    async def _show(self, interaction: discord.Interaction, lesson_id: str, section_id: str) -> bool:
        locale = await self._client.languages.private(interaction)
        found = await self._find(interaction, lesson_id, section_id, locale)
        if found is None:
            return False
        lesson, section, check = found
        seed = interaction.id % 1_000_000  # another order each time, the same one when the answer is drawn
        buttons: list[ui.Item[ui.View]] = [
            self._client.components.button(
                locale,
                "check-button-option",
                "check.answer",
                lesson.id,
                section.id,
                seed,
                option,
                letter=plain(letter),
            )
            for letter, option in zip(_LETTERS, _order(check, seed), strict=False)
        ]
        buttons.append(
            self._client.components.button(
                locale, "check-button-unsure", "check.answer", lesson.id, section.id, seed, _NOT_SURE
            )
        )
        await interaction.edit_original_response(
            content=self._question(lesson, section, check, seed), view=self._client.components.view(*buttons)
        )
        return True

    async def _find(
        self, interaction: discord.Interaction, lesson_id: str, section_id: str, locale: Locale
    ) -> tuple[Lesson, Section, Check] | None:
        server_id = interaction.guild_id or DIRECT_MESSAGES
        library = self._services.library
        lesson = await library.lesson(server_id, lesson_id, locale)
        section = lesson.section(section_id) if lesson else None
        check = await library.check(server_id, lesson_id, section_id, locale)
        return (lesson, section, check) if lesson and section and check else None

    def _question(self, lesson: Lesson, section: Section, check: Check, seed: int) -> Released:
        options = [
            self._say(
                lesson.language,
                "check-option",
                letter=plain(letter),
                option=self._quoted(check.options[option]),
            )
            for letter, option in zip(_LETTERS, _order(check, seed), strict=False)
        ]
        title = self._say(
            lesson.language,
            "ask-passage",
            lesson=self._quoted(lesson.title),
            section=self._quoted(section.heading),
        )
        return joined("\n\n", [title, self._quoted(check.question), joined("\n", options)])

    def _verdict(self, locale: Locale, check: Check, seed: int, option: int) -> Released:
        why_key = self._quoted(check.explain[check.answer])
        letters = {shown: plain(letter) for letter, shown in zip(_LETTERS, _order(check, seed), strict=False)}
        if option == check.answer:
            return self._say(locale, "check-right", letter=letters[option], why=why_key)
        key = self._say(
            locale,
            "check-key",
            letter=letters[check.answer],
            option=self._quoted(check.options[check.answer]),
            why=why_key,
        )
        if option == _NOT_SURE:
            return key
        wrong = self._say(
            locale, "check-wrong", letter=letters[option], why=self._quoted(check.explain[option])
        )
        return joined("\n", [wrong, key])

    def _quoted(self, text: str) -> Released:
        return self._services.guard.quote(text)


def _order(check: Check, seed: int) -> list[int]:
    """The options as this card shows them."""
    order = list(range(len(check.options)))
    Random(seed).shuffle(order)
    return order


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(CheckCog(client))
