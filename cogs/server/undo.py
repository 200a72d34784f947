"""/server undo: shows the last change, and takes it back when that is confirmed."""

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.face import Face
from bot.discord_io.moderators import manages, moderators_only
from bot.discord_io.router import route
from bot.servers.acting import AuditEntry
from bot.servers.settings import ManagersOnly
from bot.servers.settings.registry import BY_KEY
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.server.change_words import ChangeWords
from cogs.server.part import Part


class UndoPart(Part):
    """Takes changes back."""

    def __init__(self, client: Face) -> None:
        super().__init__(client)
        self._undo = self._services.undo
        self._words = ChangeWords(self._services.texts, self._services.guard, self._services.server_settings)

    @app_commands.command(name="undo")
    @acknowledged()
    async def undo(self, interaction: discord.Interaction) -> None:
        """The last change, and the button that takes it back."""
        locale = await self._client.languages.private(interaction)
        last = await self._undo.last(interaction.guild_id or 0)
        parts = [self._say(locale, "server-undo-last"), await self._shown(locale, last.change)]
        view: ui.View | None = None
        if last.can is None or last.can.number != last.change.number:
            parts.append(self._say(locale, "server-undo-cannot"))
        if last.can is not None:
            if last.can.number != last.change.number:
                parts.append(self._say(locale, "server-undo-before-it"))
                parts.append(await self._shown(locale, last.can))
            view = self._client.components.view(
                self._client.components.button(
                    locale,
                    "server-undo-button",
                    "undo.do",
                    last.can.number,
                    style=discord.ButtonStyle.danger,
                )
            )
        await interaction.edit_original_response(
            content=joined("\n", parts), view=view, allowed_mentions=discord.AllowedMentions.none()
        )

    @route("undo.do")
    @acknowledged(First.UPDATE)
    @moderators_only
    async def do(self, interaction: discord.Interaction, number: int) -> None:
        """Takes back what was shown."""
        server = interaction.guild_id or 0
        locale = await self._client.languages.private(interaction)
        last = await self._undo.last(server)
        if last.can is not None and _touches_power(last.can) and not manages(interaction):
            raise ManagersOnly
        entry = await self._undo.take_back(server, interaction.user.id, number)
        done = [self._say(locale, "server-undo-done"), await self._shown(locale, entry)]
        if entry.action.startswith("queue."):
            done.append(self._say(locale, "server-undo-queue"))
        await interaction.edit_original_response(
            content=joined("\n", done), view=None, allowed_mentions=discord.AllowedMentions.none()
        )

    async def _shown(self, locale: Locale, entry: AuditEntry) -> Released:
        people = await self._services.auditing.people(entry)
        return joined("\n", [self._words.head(locale, entry, people), self._words.what(locale, entry)])


def _touches_power(entry: AuditEntry) -> bool:
    """Whether taking a change back changes who may do what."""
    names = {*(entry.before or {}), *(entry.after or {})}
    return any(BY_KEY[name].managers_only for name in names if name in BY_KEY)
