"""/start: who the tutor is, and the learner's agreement, language, level and goal."""

import asyncio

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.agreement import Occasion
from bot.discord_io.components import TextField
from bot.discord_io.desk import MODAL_PATIENCE
from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.discord_io.router import route
from bot.discord_io.submitted import chosen, submitted
from bot.learners.values import GOAL_LENGTH, Level
from bot.safety import Action
from bot.storage import StorageError
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from bot.tutor.values import Mode, Style


class Start(commands.Cog):
    """Agreement and profile."""

    def __init__(self, client: Face) -> None:
        self._client = client
        self._services = client.services
        self._card = client.desk.conversation.agreement

    @app_commands.command(name="start")
    @acknowledged()
    async def start(self, interaction: discord.Interaction) -> None:
        """Shows a newcomer who the tutor is, and a learner their settings."""
        locale = await self._client.languages.private(interaction)
        learner = await self._services.learners.get(key_of(interaction))
        occasion = Occasion.SETTINGS if learner.has_agreed else Occasion.NEW
        await interaction.edit_original_response(
            content=self._card.text(locale, occasion),
            view=self._card.view(locale, learner.level, occasion),
        )

    @route("start.open")
    @acknowledged()
    async def open_card(self, interaction: discord.Interaction, asked_by: int) -> None:
        """The card for whoever pressed the button in a channel; a question waits only for the one who asked it."""
        locale = await self._client.languages.private(interaction)
        learner = await self._services.learners.get(key_of(interaction))
        if learner.has_agreed:
            occasion = Occasion.SETTINGS
        else:
            occasion = Occasion.WAITING if asked_by == interaction.user.id else Occasion.NEW
        await interaction.edit_original_response(
            content=self._card.text(locale, occasion),
            view=self._card.view(locale, learner.level, occasion),
        )

    @route("start.language")
    async def language(
        self, interaction: discord.Interaction, locale: str, level: str, occasion: str
    ) -> None:
        """The card again, in the language that was just chosen."""
        await self._redraw(interaction, chosen(interaction)[0], level, occasion)

    @route("start.level")
    async def level(self, interaction: discord.Interaction, locale: str, level: str, occasion: str) -> None:
        """The card again, with the level that was just chosen."""
        await self._redraw(interaction, locale, chosen(interaction)[0], occasion)

    @route("start.agree")
    @acknowledged(First.UPDATE)
    async def agree(self, interaction: discord.Interaction, locale: str, level: str) -> None:
        """Keeps the agreement, and answers in the card's place the question that waited for it."""
        language, pitch = Locale(locale), Level(level)
        held = await self._services.learners.agree(key_of(interaction), locale=language, level=pitch)
        await interaction.edit_original_response(
            content=self._welcome(language, pitch),
            view=self._goal_button(language) if held is None else None,
        )
        if held is not None:
            await self._client.desk.conversation.ask(
                interaction,
                held.question,
                lesson_id=held.lesson_id,
                style=Style(held.style),
                mode=Mode(held.mode),
                shared=held.shared,
                in_thread=held.in_thread,
            )

    @route("start.save")
    @acknowledged(First.UPDATE)
    async def save(self, interaction: discord.Interaction, locale: str, level: str) -> None:
        """Keeps another language or level."""
        language, pitch = Locale(locale), Level(level)
        await self._services.learners.agree(key_of(interaction), locale=language, level=pitch)
        saved = self._services.texts.say(language, "start-saved", level=plain(pitch.value))
        await interaction.edit_original_response(content=saved, view=self._goal_button(language))

    @route("start.decline")
    @acknowledged(First.UPDATE)
    async def decline(self, interaction: discord.Interaction, locale: str) -> None:
        """Keeps nothing of somebody who has not agreed; who agreed before hears how to end it."""
        key = key_of(interaction)
        await self._services.learners.decline(key)
        agreed = (await self._services.learners.get(key)).has_agreed
        sentence = "start-declined-later" if agreed else "start-declined"
        await interaction.edit_original_response(
            content=self._services.texts.say(Locale(locale), sentence), view=None
        )

    @route("start.goal")
    async def goal(self, interaction: discord.Interaction) -> None:
        """Asks for a goal."""
        locale = Locale.from_discord(interaction.locale.value)
        goal = ""
        try:
            async with asyncio.timeout(MODAL_PATIENCE):
                learner = await self._services.learners.get(key_of(interaction))
                locale, goal = learner.locale or locale, learner.goal
        except (TimeoutError, StorageError):
            pass  # an empty form in Discord's language is better than none
        await interaction.response.send_modal(
            self._client.components.modal(
                locale,
                "start-goal-title",
                "start.goal_set",
                fields=[
                    TextField(
                        "goal",
                        "start-goal-field",
                        help_key="start-goal-help",
                        longest=GOAL_LENGTH,
                        required=False,
                        value=goal or None,
                    )
                ],
            )
        )

    @route("start.goal_set")
    @acknowledged()
    async def goal_set(self, interaction: discord.Interaction) -> None:
        """Keeps the goal, when it may be kept."""
        locale = await self._client.languages.private(interaction)
        goal = submitted(interaction).text("goal").strip()
        verdict = await self._services.server_guard.check(key_of(interaction).server_id, goal)
        say = self._services.texts.say
        if not goal:
            await self._services.learners.choose_goal(key_of(interaction), "")
            text = say(locale, "start-goal-cleared")
        elif verdict.action is not Action.ALLOW:
            text = say(locale, "start-goal-unsafe")
        else:
            learner = await self._services.learners.choose_goal(key_of(interaction), goal)
            text = say(locale, "start-goal-kept", goal=self._services.guard.quote(learner.goal))
        await interaction.edit_original_response(content=text)

    def _welcome(self, locale: Locale, level: Level) -> Released:
        say = self._services.texts.say
        return joined(
            "\n\n", [say(locale, "start-done", level=plain(level.value)), say(locale, "start-done-next")]
        )

    def _goal_button(self, locale: Locale) -> discord.ui.View:
        components = self._client.components
        return components.view(components.button(locale, "start-goal", "start.goal"))

    async def _redraw(self, interaction: discord.Interaction, locale: str, level: str, occasion: str) -> None:
        language = Locale(locale)
        await interaction.response.edit_message(
            content=self._card.text(language, Occasion(occasion)),
            view=self._card.view(language, Level(level), Occasion(occasion)),
        )


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(Start(client))
