"""What cogs share on Discord's side: the conversation, the cards and the choices that several commands offer."""

import discord
from discord import app_commands

from bot.discord_io.acknowledge import Acknowledgements
from bot.discord_io.agreement import AgreementCard
from bot.discord_io.answer_view import AnswerView
from bot.discord_io.answers import Answers
from bot.discord_io.components import Components
from bot.discord_io.conversation import Conversation
from bot.discord_io.crisis import CrisisContact
from bot.discord_io.errors import ErrorHandler
from bot.discord_io.explanation import Explanation
from bot.discord_io.limit_news import LimitNews
from bot.discord_io.locale import Languages
from bot.discord_io.notices import Notices
from bot.discord_io.remarks import Remarks
from bot.discord_io.rewriting import Rewriting
from bot.discord_io.turns import Turns
from bot.learners.values import DIRECT_MESSAGES
from bot.services import Services
from bot.texts.locales import Locale

_CHOICES = 25
_CHOICE_LENGTH = 100

MODAL_PATIENCE = 0.5
"""Seconds that a modal may wait for one read to fill itself; it cannot be deferred."""


class Desk:
    """Put together once, when the client and the services exist."""

    def __init__(
        self,
        services: Services,
        components: Components,
        languages: Languages,
        acknowledgements: Acknowledgements,
        errors: ErrorHandler,
    ) -> None:
        self._services = services
        self.answer_view = AnswerView(components)
        self.answers = Answers(services.memory)
        self.explanation = Explanation(services.texts, services.guard)
        self.remarks = Remarks(services.texts, services.server_guard, components)
        self.notices = Notices(services.review, services.texts, services.guard, components, languages)
        self.limit_news = LimitNews(
            services.warnings,
            services.server_settings,
            services.clock,
            services.texts,
            services.guard,
            languages,
        )
        self.crisis = CrisisContact(
            services.server_settings, services.texts, components, languages, services.clock
        )
        errors.answer_distress = self.crisis.answer
        self.rewriting = Rewriting(services.guard, self.answer_view)
        self.turns = Turns(
            tutor=services.tutor,
            open_turns=services.open_turns,
            texts=services.texts,
            view=self.answer_view,
            errors=errors,
            acknowledgements=acknowledgements,
            crisis=self.crisis,
            clock=services.clock,
        )
        self.conversation = Conversation(
            learners=services.learners,
            languages=languages,
            agreement=AgreementCard(
                services.texts, components, retention_days=services.keeping.retention_days
            ),
            turns=self.turns,
            filters=services.filters,
            settings=services.server_settings,
            guard=services.guard,
            texts=services.texts,
            components=components,
            acknowledgements=acknowledgements,
            crisis=self.crisis,
            ids=services.ids,
        )

    async def start(self, client: discord.Client) -> None:
        """After the login: learn what waits for whom, and begin to tell it."""
        await self.notices.load()
        await self.limit_news.start(client)

    async def close(self, patience: float) -> None:
        """Finish what is being told; turns have `patience` seconds."""
        await self.limit_news.stop()
        await self.turns.stop(patience=patience)

    async def tell_news(self, interaction: discord.Interaction) -> None:
        """After an interaction was answered: whatever waits for the person who made it."""
        await self.notices.tell(interaction)
        await self.limit_news.tell(interaction)

    async def lesson_choices(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """The lessons of this server that what was typed may mean, in the person's own language."""
        found = await self._services.library.autocomplete(
            interaction.guild_id or DIRECT_MESSAGES,
            typed,
            Locale.from_discord(interaction.locale.value),
            limit=_CHOICES,
        )
        return [app_commands.Choice(name=lesson.title[:_CHOICE_LENGTH], value=lesson.id) for lesson in found]
