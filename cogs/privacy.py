"""/privacy: what is kept and why; everything about oneself as a file; erasure of exactly that."""

import io

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.face import Face
from bot.discord_io.router import route
from bot.servers.settings.registry import TURNS_DAYS
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_LARGEST_FILE = 10 * 1024 * 1024
"""Bytes that Discord takes in one file of a bot."""


class DataTooLarge(PersonError):
    """A learner's data does not fit into one file that Discord takes."""

    key = "privacy-too-large"


class PrivacyCog(commands.GroupCog, name="privacy"):
    """The learner's data in the learner's hands."""

    def __init__(self, client: Face) -> None:
        super().__init__()
        self._client = client
        self._services = client.services

    @app_commands.command(name="about")
    @acknowledged()
    async def about(self, interaction: discord.Interaction) -> None:
        """Says what is kept, why, how long and who sees it."""
        locale = await self._client.languages.private(interaction)
        await interaction.edit_original_response(content=await self._about(interaction, locale))

    @app_commands.command(name="export")
    @acknowledged()
    async def export(self, interaction: discord.Interaction) -> None:
        """Everything about this person as one JSON file."""
        locale = await self._client.languages.private(interaction)
        data = await self._services.personal.export(interaction.user.id)
        say = self._services.texts.say
        if data.records == 0:
            await interaction.edit_original_response(content=say(locale, "privacy-exported-none"))
            return
        content = data.as_json()
        if len(content) > _LARGEST_FILE:
            raise DataTooLarge
        await interaction.edit_original_response(
            content=say(locale, "privacy-exported", count=data.records),
            attachments=[discord.File(io.BytesIO(content), filename="my-tutor-data.json")],
        )

    @app_commands.command(name="delete")
    @acknowledged()
    async def delete(self, interaction: discord.Interaction) -> None:
        """Asks back before everything is erased."""
        locale = await self._client.languages.private(interaction)
        data = await self._services.personal.export(interaction.user.id)
        say = self._services.texts.say
        if data.records == 0:
            await interaction.edit_original_response(content=say(locale, "privacy-exported-none"))
            return
        button = self._client.components.button
        owner = interaction.user.id
        await interaction.edit_original_response(
            content=say(locale, "privacy-delete-ask", count=data.records),
            view=self._client.components.view(
                button(
                    locale,
                    "privacy-delete-yes",
                    "privacy.erase",
                    owner,
                    style=discord.ButtonStyle.danger,
                ),
                button(locale, "privacy-delete-no", "privacy.keep", owner),
            ),
        )

    @route("privacy.erase")
    @acknowledged(First.UPDATE)
    async def erase(self, interaction: discord.Interaction, owner: int) -> None:
        """Erases everything about this person."""
        locale = await self._client.languages.private(interaction)
        count = await self._services.personal.erase(interaction.user.id)
        self._services.links.forget_known()  # words of theirs may be among those that were read
        await interaction.edit_original_response(
            content=self._services.texts.say(locale, "privacy-deleted", count=count), view=None
        )

    @route("privacy.keep")
    @acknowledged(First.UPDATE)
    async def keep(self, interaction: discord.Interaction, owner: int) -> None:
        """Leaves everything as it is."""
        locale = await self._client.languages.private(interaction)
        await interaction.edit_original_response(
            content=self._services.texts.say(locale, "privacy-kept"), view=None
        )

    async def _about(self, interaction: discord.Interaction, locale: Locale) -> Released:
        say = self._services.texts.say
        here = await self._services.server_settings.get(interaction.guild_id or 0)
        return joined(
            "\n\n",
            [
                say(locale, "privacy-title"),
                say(locale, "privacy-what"),
                say(locale, "privacy-why"),
                say(locale, "privacy-long", days=here[TURNS_DAYS]),
                say(locale, "privacy-who"),
                say(locale, "privacy-model"),
                say(locale, "privacy-wrong"),
                say(locale, "privacy-how"),
            ],
        )


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(PrivacyCog(client))
