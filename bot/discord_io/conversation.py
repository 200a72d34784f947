"""A learner's question on its way into a turn: agreement first, then the answer.

Every road that leads to a model call (command, button, modal) comes through here.
"""

import discord

from bot.discord_io.agreement import AgreementCard
from bot.discord_io.locale import Languages
from bot.discord_io.people import key_of
from bot.discord_io.turns import Turns
from bot.ids import Ids
from bot.learners.learners import Learners
from bot.learners.values import HeldQuestion
from bot.texts.errors import PersonError
from bot.tutor.values import Ask, Style


class NoQuestion(PersonError):
    """The learner sent a question without a word in it."""

    key = "ask-question-empty"


class Conversation:
    """Turns questions into turns."""

    def __init__(
        self,
        *,
        learners: Learners,
        languages: Languages,
        agreement: AgreementCard,
        turns: Turns,
        ids: Ids,
    ) -> None:
        self._learners = learners
        self._languages = languages
        self.agreement = agreement
        self.turns = turns
        self._ids = ids

    async def ask(
        self,
        interaction: discord.Interaction,
        question: str,
        *,
        lesson_id: str | None = None,
        style: Style = Style.PLAIN,
        shared: bool = False,
    ) -> None:
        """Answer a question in reply to a privately deferred interaction, or ask for the agreement first.

        Raises `NoQuestion`.
        """
        if not any(character.isalnum() for character in question):
            raise NoQuestion
        key = key_of(interaction)
        learner = await self._learners.get(key)
        if not learner.has_agreed:
            await self._learners.hold_question(key, HeldQuestion(question, lesson_id, shared))
            locale = await self._languages.private(interaction)
            await interaction.edit_original_response(
                content=self.agreement.text(locale, waiting=True),
                view=self.agreement.view(locale, learner.level, waiting=True),
            )
            return
        await self.turns.run(
            interaction,
            Ask(
                turn_id=self._ids.new(),
                key=key,
                conversation_id=interaction.channel_id or 0,
                question=question,
                locale=await self._languages.private(interaction),
                level=learner.level,
                goal=learner.goal,
                lesson_id=lesson_id,
                style=style,
                shared=shared,
            ),
        )
