"""/server audit: who changed what, searched and paged, and as a file."""

import io
from datetime import UTC, datetime
from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.face import Face
from bot.discord_io.moderators import moderates, moderators_only
from bot.discord_io.router import OldButton, route
from bot.reports.auditing import Page
from bot.servers.acting import Deed, Wanted
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.server.change_words import ChangeWords
from cogs.server.part import Part

_MOST = 25
_LABEL = 100
_LONGEST = 1900
_ANY = "-"
_DAYS = (1, 7, 30, 90)

Choices = list[app_commands.Choice[str]]


class AuditPart(Part):
    """Reads the record of changes."""

    def __init__(self, client: Face) -> None:
        super().__init__(client)
        self._auditing = self._services.auditing
        self._words = ChangeWords(self._services.texts, self._services.guard, self._services.server_settings)

    @app_commands.command(name="audit")
    @acknowledged()
    async def audit(
        self,
        interaction: discord.Interaction,
        actor: discord.User | None = None,
        action: app_commands.Range[str, 1, 40] | None = None,
        since: app_commands.Range[str, 1, 40] | None = None,
    ) -> None:
        """The newest changes that match."""
        server = interaction.guild_id or 0
        mark = await self._auditing.mark_of(server, actor.id) if actor is not None else None
        moment = self._auditing.since(since) if since is not None else None
        await self._show(interaction, Wanted(mark, action, moment), 0)

    @audit.autocomplete("action")
    async def actions(self, interaction: discord.Interaction, typed: str) -> Choices:
        """What can have been done."""
        if not await moderates(interaction):
            return []
        locale, wanted = Locale.from_discord(interaction.locale.value), typed.strip().casefold()
        named = [(self._words.deed(locale, deed.value), deed.value) for deed in Deed]
        return [
            app_commands.Choice(name=name[:_LABEL], value=value)
            for name, value in named
            if wanted in name.casefold() or wanted in value
        ][:_MOST]

    @audit.autocomplete("since")
    async def days(self, interaction: discord.Interaction, typed: str) -> Choices:
        """How far back to look."""
        if not await moderates(interaction):
            return []
        locale = Locale.from_discord(interaction.locale.value)
        return [
            app_commands.Choice(name=self._say(locale, "server-audit-days", days=days), value=str(days))
            for days in _DAYS
            if str(days).startswith(typed.strip())
        ]

    @route("audit.page")
    @acknowledged(First.UPDATE)
    @moderators_only
    async def page(
        self, interaction: discord.Interaction, actor: str, action: str, since: int, number: int
    ) -> None:
        """Another page."""
        await self._show(interaction, _wanted(actor, action, since), number)

    @route("audit.file")
    @acknowledged()
    @moderators_only
    async def file(self, interaction: discord.Interaction, actor: str, action: str, since: int) -> None:
        """All that match as a table."""
        server = interaction.guild_id or 0
        table = await self._auditing.as_csv(server, _wanted(actor, action, since))
        locale = await self._client.languages.private(interaction)
        await interaction.edit_original_response(
            content=self._say(locale, "server-audit-file"),
            attachments=[discord.File(io.BytesIO(table), filename="audit.csv")],
        )

    async def _show(self, interaction: discord.Interaction, wanted: Wanted, number: int) -> None:
        locale = await self._client.languages.private(interaction)
        page = await self._auditing.page(interaction.guild_id or 0, wanted, number)
        await interaction.edit_original_response(
            content=self._text(locale, page),
            view=self._view(locale, page, wanted),
            allowed_mentions=discord.AllowedMentions.none(),
        )

    def _text(self, locale: Locale, page: Page) -> Released:
        if not page.entries:
            return self._say(locale, "server-audit-none")
        title = self._say(
            locale, "server-audit-title", count=page.total, page=page.number + 1, pages=page.pages
        )
        parts, room = [title], _LONGEST - len(title)
        for entry in page.entries:
            head = self._words.head(locale, entry, page.people)
            if entry.number in page.taken_back:
                head = joined(" ", [head, self._say(locale, "server-audit-taken-back")])
            whole = joined("\n", [head, self._words.what(locale, entry)])
            part = whole if len(whole) + 1 <= room else head
            if len(part) + 1 > room:
                parts.append(self._say(locale, "server-audit-more"))
                break
            parts.append(part)
            room -= len(part) + 1
        return joined("\n", parts)

    def _view(self, locale: Locale, page: Page, wanted: Wanted) -> ui.View:
        make, asked = self._client.components.button, _asked(wanted)
        items: list[ui.Item[Any]] = []
        if page.number > 0:
            items.append(make(locale, "server-audit-button-newer", "audit.page", *asked, page.number - 1))
        if page.number + 1 < page.pages:
            items.append(make(locale, "server-audit-button-older", "audit.page", *asked, page.number + 1))
        if page.entries:
            items.append(make(locale, "server-audit-button-file", "audit.file", *asked))
        return self._client.components.view(*items)


def _asked(wanted: Wanted) -> tuple[str, str, int]:
    """What is looked for, as a button holds it."""
    since = int(wanted.since.timestamp()) if wanted.since is not None else 0
    return wanted.actor or _ANY, (wanted.action or _ANY).replace(":", ""), since


def _wanted(actor: str, action: str, since: int) -> Wanted:
    """The same again. Raises `OldButton` for what cannot be one of ours."""
    try:
        moment = datetime.fromtimestamp(since, UTC) if since else None
    except (OverflowError, ValueError, OSError):
        raise OldButton from None
    return Wanted(None if actor == _ANY else actor, None if action == _ANY else action, moment)
