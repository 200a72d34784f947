"""/teach lesson: a server's own lessons, from the first draft to the learners and back."""

import io

import discord
from discord import app_commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.moderators import moderates, require_moderator
from bot.lessons.authoring import LessonUnknown
from bot.texts.catalogue import plain
from bot.texts.locales import Locale
from cogs.teach.part import Part


class LessonPart(Part):
    """A server's own lessons."""

    @app_commands.command(name="export")
    @acknowledged()
    async def export(self, interaction: discord.Interaction, lesson: str) -> None:
        """Hands out a lesson as the file that import takes."""
        server_id = await require_moderator(interaction)
        locale = await self._client.languages.private(interaction)
        packed = await self._services.authoring.exported(server_id, lesson)
        if packed is None:
            raise LessonUnknown
        await interaction.edit_original_response(
            content=self._say(locale, "teach-lesson-exported", lesson=self._quoted(lesson)),
            attachments=[discord.File(io.BytesIO(packed), filename=plain(f"{lesson}.zip"))],
        )

    @export.autocomplete("lesson")
    async def own_lessons(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """The server's own lessons, drafts as well, for moderators alone."""
        if not await moderates(interaction) or interaction.guild_id is None:
            return []
        locale = Locale.from_discord(interaction.locale.value)
        found = await self._services.authoring.matching(interaction.guild_id, typed)
        return [app_commands.Choice(name=one.title(locale)[:100], value=one.id) for one in found[:25]]
