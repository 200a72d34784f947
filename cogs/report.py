"""Reports from any message: the message menu, what a reporter adds, and whether they want to hear by direct message."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.components import TextField
from bot.discord_io.face import Face
from bot.discord_io.generated import Where, words_of_model
from bot.discord_io.moderators import ServersOnly
from bot.discord_io.people import key_of
from bot.discord_io.pointed_at import turn_behind, words_of
from bot.discord_io.router import NotYourButton, route
from bot.discord_io.submitted import submitted
from bot.reports.review import REMARK_LENGTH, Kind, Reported
from bot.safety import InDistress
from bot.texts.errors import PersonError
from bot.texts.kinds import Released
from bot.texts.locales import Locale

MENU = "Report to moderators"


class NothingToReport(PersonError):
    """A message without a word in it was reported."""

    key = "ask-report-empty"


class ReportCog(commands.Cog):
    """Reporting."""

    def __init__(self, client: Face) -> None:
        self._client = client
        self._services = client.services
        self._menu = app_commands.ContextMenu(name=MENU, callback=self.report)

    async def cog_load(self) -> None:
        """Adds the menu."""
        self._client.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Takes the menu away."""
        self._client.tree.remove_command(self._menu.name, type=self._menu.type)

    @acknowledged()
    async def report(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Puts a message before the moderators: an answer of the tutor's as such, any other by its words."""
        if interaction.guild_id is None:
            raise ServersOnly
        locale = await self._client.languages.private(interaction)
        reporter = key_of(interaction)
        turn_id = await turn_behind(message, self._client.user, self._services.review)
        turn = await self._services.memory.turn(turn_id) if turn_id else None
        if turn is not None and turn.key.server_id == interaction.guild_id:
            if turn.key.user_id != interaction.user.id and not turn.shared:
                raise NotYourButton
            reported, case = await self._services.review.report_turn(reporter, turn, "")
        elif not (words := words_of(message)):
            raise NothingToReport
        else:
            reported, case = await self._services.review.report_message(
                reporter,
                message_id=message.id,
                channel_id=message.channel.id,
                author_id=message.author.id,
                content=words,
            )
            if reported is Reported.CRISIS and message.author.id == interaction.user.id:
                raise InDistress(self._services.guard.check_input(words))
        await self._client.desk.remarks.thank(interaction, locale, reported, Released(""), case)

    @route("report.card")
    @acknowledged()
    async def card(self, interaction: discord.Interaction, part: str) -> None:
        """Puts what a model wrote in a card before the moderators."""
        message = interaction.message
        words = words_of_model(message, Where(part)) if message is not None else ""
        if message is None or not words:
            raise NothingToReport
        locale = await self._client.languages.private(interaction)
        reported, case = await self._services.review.report_message(
            key_of(interaction),
            message_id=message.id,
            channel_id=None if message.flags.ephemeral else message.channel.id,
            author_id=interaction.user.id,
            content=words,
            kind=Kind.GENERATED,
        )
        await self._client.desk.remarks.thank(interaction, locale, reported, Released(""), case)

    @route("report.say")
    async def say(self, interaction: discord.Interaction, case_id: str) -> None:
        """Asks what is wrong."""
        await interaction.response.send_modal(
            self._client.components.modal(
                Locale.from_discord(interaction.locale.value),
                "ask-report-title",
                "report.said",
                case_id,
                fields=[
                    TextField(
                        "remark",
                        "ask-report-field",
                        help_key="ask-report-help",
                        long=True,
                        longest=REMARK_LENGTH,
                    )
                ],
            )
        )

    @route("report.said")
    @acknowledged()
    async def said(self, interaction: discord.Interaction, case_id: str) -> None:
        """Keeps what is wrong with the report."""
        locale = await self._client.languages.private(interaction)
        remark = submitted(interaction).text("remark")
        taken = await self._client.desk.remarks.take(key_of(interaction).server_id, locale, remark)
        if taken.kept:
            await self._services.review.remark(key_of(interaction), case_id, taken.text)
        thanks = self._services.texts.say(locale, "ask-reasoned") if taken.kept else Released("")
        await interaction.edit_original_response(content=taken.note or thanks)

    @route("report.tell_me")
    @acknowledged()
    async def tell_me(self, interaction: discord.Interaction, wanted: int) -> None:
        """Whether somebody hears of decisions and corrections by direct message."""
        await self._services.review.wish(interaction.user.id, wanted=bool(wanted))
        locale = await self._client.languages.private(interaction)
        view = None
        if wanted:
            view = self._client.components.view(
                self._client.components.button(locale, "ask-button-tell-me-not", "report.tell_me", 0)
            )
        key = "ask-will-tell" if wanted else "ask-will-not-tell"
        await interaction.edit_original_response(content=self._services.texts.say(locale, key), view=view)


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(ReportCog(client))
