"""/server channels, retention, pause and resume: settings that are asked for often, each with a command of its own."""

from typing import Any

import discord
from discord import app_commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.face import Face
from bot.discord_io.moderators import acting
from bot.servers.acting import Deed
from bot.servers.settings import RESUMING, Changed, pausing
from bot.servers.settings.registry import (
    ATTEMPTS_DAYS,
    CHANNELS_ALLOWED,
    CHANNELS_DENIED,
    PAUSE_REASON,
    PAUSED,
    TURNS_DAYS,
    Setting,
)
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.server.part import Part
from cogs.server.setting_words import SettingWords, typed_words

_LONGEST = 1000
_LONGEST_REASON = 200
_MOST_DAYS = 3650


class ShortcutsPart(Part):
    """Sets a few settings at once."""

    def __init__(self, client: Face) -> None:
        super().__init__(client)
        self._settings = self._services.server_settings
        self._words = SettingWords(self._services.texts, self._services.guard, self._settings)

    @app_commands.command(name="channels")
    @acknowledged()
    async def channels(
        self,
        interaction: discord.Interaction,
        allow: app_commands.Range[str, 1, _LONGEST] | None = None,
        deny: app_commands.Range[str, 1, _LONGEST] | None = None,
    ) -> None:
        """Says or sets where the tutor may speak in public."""
        given = {CHANNELS_ALLOWED: allow, CHANNELS_DENIED: deny}
        wanted = {
            setting.key: typed_words(setting, typed, interaction.guild)
            for setting, typed in given.items()
            if typed is not None
        }
        await self._do(interaction, given, wanted, Deed.CHANNELS_SET, "server-channels-how")

    @app_commands.command(name="retention")
    @acknowledged()
    async def retention(
        self,
        interaction: discord.Interaction,
        turns_days: app_commands.Range[int, 1, _MOST_DAYS] | None = None,
        attempts_days: app_commands.Range[int, 1, _MOST_DAYS] | None = None,
    ) -> None:
        """Says or sets how long data is kept."""
        given = {TURNS_DAYS: turns_days, ATTEMPTS_DAYS: attempts_days}
        wanted: dict[str, str | None] = {
            setting.key: str(days) for setting, days in given.items() if days is not None
        }
        await self._do(interaction, given, wanted, Deed.RETENTION_SET, "server-retention-how")

    @app_commands.command(name="pause")
    @acknowledged()
    async def pause(
        self,
        interaction: discord.Interaction,
        reason: app_commands.Range[str, 1, _LONGEST_REASON] | None = None,
    ) -> None:
        """Stops model calls, those under way too."""
        changed = await self._settings.change(await acting(interaction), pausing(reason), Deed.PAUSED)
        locale = await self._client.languages.private(interaction)
        said = [self._say(locale, "server-pause-done" if changed.settings else "server-pause-already")]
        if why := changed.after[PAUSE_REASON]:
            said.append(self._say(locale, "server-pause-reason", reason=self._quoted(why)))
        await interaction.edit_original_response(content=joined("\n", said))

    @app_commands.command(name="resume")
    @acknowledged()
    async def resume(self, interaction: discord.Interaction) -> None:
        """Lets model calls go on."""
        changed = await self._settings.change(await acting(interaction), RESUMING, Deed.RESUMED)
        locale = await self._client.languages.private(interaction)
        was_paused = changed.before[PAUSED]
        key = "server-resume-done" if was_paused else "server-resume-already"
        await interaction.edit_original_response(content=self._say(locale, key))

    async def _do(
        self,
        interaction: discord.Interaction,
        settings: dict[Setting[Any], Any],
        wanted: dict[str, str | None],
        deed: Deed,
        how: str,
    ) -> None:
        locale = await self._client.languages.private(interaction)
        if wanted:
            changed = await self._settings.change(await acting(interaction), wanted, deed)
            await interaction.edit_original_response(content=self._changed(locale, changed))
            return
        here = await self._settings.get(interaction.guild_id or 0)
        lines = [
            self._say(
                locale,
                "server-settings-line-own" if here.is_set(setting) else "server-settings-line",
                name=self._words.name(locale, setting),
                value=self._words.value(locale, setting, here[setting]),
            )
            for setting in settings
        ]
        await interaction.edit_original_response(content=joined("\n", [*lines, self._say(locale, how)]))

    def _changed(self, locale: Locale, changed: Changed) -> Released:
        if not changed.settings:
            return self._say(locale, "server-settings-same")
        lines = [self._words.changed(locale, one, changed.before, changed.after) for one in changed.settings]
        return joined("\n", [*lines, self._say(locale, "server-settings-acts")])
