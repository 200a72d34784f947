"""A learner's question on its way into a turn: agreement first, then the answer.

Every road that leads to a model call (command, button, modal) comes through here.
"""

import discord

from bot.discord_io.acknowledge import Acknowledgements
from bot.discord_io.agreement import AgreementCard, Occasion
from bot.discord_io.locale import Languages
from bot.discord_io.people import key_of
from bot.discord_io.turns import Turns
from bot.ids import Ids
from bot.learners.learners import Learners
from bot.learners.values import HeldQuestion
from bot.safety import Action, Guard, in_words
from bot.texts.catalogue import Texts
from bot.texts.errors import PersonError
from bot.texts.language import language_of
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
        guard: Guard,
        texts: Texts,
        acknowledgements: Acknowledgements,
        ids: Ids,
    ) -> None:
        self._learners = learners
        self._languages = languages
        self.agreement = agreement
        self.turns = turns
        self._guard = guard
        self._texts = texts
        self._acknowledgements = acknowledgements
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

        Somebody in a crisis is answered at once, agreement or not, and nothing is kept of it. Raises `NoQuestion`.
        """
        if not any(character.isalnum() for character in question):
            raise NoQuestion
        await self._acknowledgements.settled()
        verdict = self._guard.check_input(question)
        locale = await self._languages.private(interaction)
        if verdict.action is Action.SUPPORT:
            support = in_words(self._texts, language_of(question, preferred=locale), verdict)
            await interaction.edit_original_response(content=support, view=None)
            return
        key = key_of(interaction)
        learner = await self._learners.get(key)
        if not learner.has_agreed:
            await self._learners.hold_question(key, HeldQuestion(verdict.text, lesson_id, shared))
            await interaction.edit_original_response(
                content=self.agreement.text(locale, Occasion.WAITING),
                view=self.agreement.view(locale, learner.level, Occasion.WAITING),
            )
            return
        await self.turns.run(
            interaction,
            Ask(
                turn_id=self._ids.new(),
                key=key,
                conversation_id=interaction.channel_id or 0,
                question=question,
                locale=locale,
                level=learner.level,
                goal=learner.goal,
                lesson_id=lesson_id,
                style=style,
                shared=shared,
                public_locale=await self._languages.public(interaction),
            ),
        )
