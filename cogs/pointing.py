"""The menu of a message: *Explain this* and *Quiz me on this*.

What somebody else wrote is only looked up in the lessons: no model reads it, and nothing of it is kept. What is asked then, and
remembered, is about the section that it speaks of.
"""

import re
from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.discord_io.pointed_at import turn_behind, words_of
from bot.discord_io.quiz_cards import QuizCards
from bot.lessons.values import Passage
from bot.memory.values import Turn
from bot.safety import Action, Purpose, in_words
from bot.texts.errors import PersonError
from bot.texts.locales import Locale
from bot.tutor.values import Style

EXPLAIN, QUIZ = "Explain this", "Quiz me on this"

_LONGEST_QUESTION = 1500
"""Characters of a message that are read, as many as `/ask` takes."""
_MOST_SENTENCES = 8
_SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s*|\n+")


class NothingToRead(PersonError):
    """A message without a word in it was pointed at."""

    key = "ask-message-empty"


class NotInTheLessons(PersonError):
    """The lessons do not cover what the message speaks of."""

    key = "ask-message-not-in-course"


class NoQuestion(PersonError):
    """There is no question on what the message speaks of."""

    key = "quiz-none-on-this"


class PointingCog(commands.Cog):
    """What a learner can have explained or be asked about by pointing at it."""

    def __init__(self, client: Face) -> None:
        self._client = client
        self._services = client.services
        self._cards = QuizCards(
            client.services.texts, client.components, client.services.guard, client.services.library
        )
        self._menus = (
            app_commands.ContextMenu(name=EXPLAIN, callback=self.explain),
            app_commands.ContextMenu(name=QUIZ, callback=self.quiz),
        )

    async def cog_load(self) -> None:
        """Adds the menus."""
        for menu in self._menus:
            self._client.tree.add_command(menu)

    async def cog_unload(self) -> None:
        """Takes the menus away."""
        for menu in self._menus:
            self._client.tree.remove_command(menu.name, type=menu.type)

    @acknowledged()
    async def explain(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """An answer of the tutor's more simply; one's own words as a question; of others' words what the lessons say on it."""
        conversation = self._client.desk.conversation
        turn = await self._answer_in(interaction, message)
        if turn is not None:
            lesson_id = str(turn.trace.get("lesson_id") or "") or None
            await conversation.ask(interaction, turn.question, lesson_id=lesson_id, style=Style.SIMPLER)
        elif message.author.id == interaction.user.id:
            await conversation.ask(interaction, _readable(message))
        elif passages := await self._passages_on(interaction, message):
            locale = await self._client.languages.private(interaction)
            quote, best = self._services.guard.quote, passages[0]
            about = self._services.texts.say(
                locale, "ask-about-section", section=quote(best.heading), lesson=quote(best.lesson_title)
            )
            await conversation.ask(interaction, about, lesson_id=best.lesson_id)

    @acknowledged()
    async def quiz(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """One question on what an answer cites, or on what the lessons say about the message."""
        found: Sequence[Any]  # citations and passages both name a lesson and a section
        turn = await self._answer_in(interaction, message)
        if turn is not None:
            found = turn.citations
        else:
            found = await self._passages_on(interaction, message)
            if not found:
                return
        locale = await self._client.languages.private(interaction)
        for place in found:
            sheet = await self._services.quizzes.one_for(
                key_of(interaction), locale, lesson_id=place.lesson_id, section_id=place.section_id
            )
            if sheet is not None:
                await self._cards.show(interaction, sheet, locale)
                return
        raise NoQuestion

    async def _answer_in(
        self, interaction: discord.Interaction[Any], message: discord.Message
    ) -> Turn | None:
        """The answer that the message carries, when this person may see it. Raises as `Answers.behind` does."""
        turn_id = await turn_behind(message, self._client.user, self._services.review)
        return await self._client.desk.answers.behind(interaction, turn_id) if turn_id else None

    async def _passages_on(
        self, interaction: discord.Interaction[Any], message: discord.Message
    ) -> tuple[Passage, ...]:
        """What the lessons hold on a message; nothing when the filters had something to say, which then is said.

        Raises `NothingToRead` or `NotInTheLessons`.
        """
        words, key = _readable(message), key_of(interaction)
        locale = await self._client.languages.private(interaction)
        own = message.author.id == interaction.user.id
        purpose = Purpose.QUESTION if own else Purpose.MATERIAL
        verdict = await self._services.server_guard.check(key.server_id, words, purpose)
        if verdict.action is Action.SUPPORT:  # somebody else's distress
            said = self._services.texts.say(locale, "ask-reported-crisis")
            await interaction.edit_original_response(content=said)
            return ()
        if not verdict.goes_on:
            await interaction.edit_original_response(content=in_words(self._services.texts, locale, verdict))
            return ()
        return await self._covering(verdict.text, key.server_id, locale)

    async def _covering(self, words: str, server_id: int, locale: Locale) -> tuple[Passage, ...]:
        """The passages on the sentence that the lessons cover best: people wrap in talk what they speak of.

        Raises `NotInTheLessons`.
        """
        sentences = [one for one in _SENTENCE_END.split(words) if one and one.strip()][:_MOST_SENTENCES]
        found = [
            await self._services.retriever.search(one, server_id=server_id, locale=locale)
            for one in dict.fromkeys([words, *sentences])
        ]
        best = max(found, key=lambda evidence: evidence.score)
        if not best.enough:
            raise NotInTheLessons
        return best.passages


def _readable(message: discord.Message) -> str:
    """Raises `NothingToRead`."""
    words = words_of(message)[:_LONGEST_QUESTION]
    if not any(character.isalnum() for character in words):
        raise NothingToRead
    return words


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(PointingCog(client))
