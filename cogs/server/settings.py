"""/server settings: everything that moderators can set, shown, set by a command, or by the panel's menus and forms."""

from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.components import Option
from bot.discord_io.crisis import require_private
from bot.discord_io.face import Face
from bot.discord_io.moderators import acting, moderates, moderators_only
from bot.discord_io.router import route
from bot.discord_io.submitted import chosen, submitted
from bot.servers.settings import Changed, SettingUnknown, Snapshot
from bot.servers.settings.kinds import Zone
from bot.servers.settings.registry import BY_KEY, REGISTRY, Group, Setting
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.server.part import Part
from cogs.server.setting_words import DEFAULT, FIELD, SettingWords, brought_words, typed_words

_MOST = 25
_LABEL = 100
_LONGEST = 1000
_MENU = {
    Group.SPEAKING: "server-settings-menu-speaking",
    Group.PEOPLE: "server-settings-menu-people",
    Group.MODELS: "server-settings-menu-models",
    Group.KEEPING: "server-settings-menu-keeping",
    Group.LIVE: "server-settings-menu-live",
}

Choices = list[app_commands.Choice[str]]


class SettingsPart(Part):
    """Shows and changes settings."""

    def __init__(self, client: Face) -> None:
        super().__init__(client)
        self._settings = self._services.server_settings
        self._words = SettingWords(self._services.texts, self._services.guard, self._settings)

    @app_commands.command(name="settings")
    @acknowledged()
    async def settings(
        self,
        interaction: discord.Interaction,
        key: str | None = None,
        value: app_commands.Range[str, 1, _LONGEST] | None = None,
    ) -> None:
        """Shows everything, or one setting; sets it where a value is given."""
        locale = await self._client.languages.private(interaction)
        here = await self._settings.get(interaction.guild_id or 0)
        if key is None:
            if value is not None:
                raise SettingUnknown
            await self._show(interaction, locale, here)
            return
        setting = self._setting(key)
        if value is None:
            await interaction.edit_original_response(
                content=self._words.one(locale, here, setting), view=self._one_view(locale, here, setting)
            )
            return
        words = typed_words(setting, value, interaction.guild)
        changed = await self._changed(interaction, setting, words)
        await interaction.edit_original_response(
            content=self.said(locale, changed), view=self._one_view(locale, changed.after, setting)
        )

    @settings.autocomplete("key")
    async def keys(self, interaction: discord.Interaction, typed: str) -> Choices:
        """The settings whose name or key holds what was typed."""
        if not await moderates(interaction):
            return []
        locale = Locale.from_discord(interaction.locale.value)
        wanted = typed.strip().casefold()
        names = [(self._words.name(locale, setting), setting.key) for setting in REGISTRY]
        return [
            app_commands.Choice(name=name[:_LABEL], value=key)
            for name, key in names
            if wanted in name.casefold() or wanted in key
        ][:_MOST]

    @settings.autocomplete("value")
    async def values(self, interaction: discord.Interaction, typed: str) -> Choices:
        """What the chosen setting may be set to."""
        setting = BY_KEY.get(str(getattr(interaction.namespace, "key", "")))
        if setting is None or not await moderates(interaction):
            return []
        locale = Locale.from_discord(interaction.locale.value)
        if isinstance(setting.kind, Zone):
            zones = await self._services.reminders.zones(typed)
            return [app_commands.Choice(name=one, value=one) for one in zones[:_MOST]]
        wanted = typed.strip().casefold()
        offered = [
            *self._words.as_typed(locale, setting, typed),
            *self._words.options(locale, setting, interaction.guild),
            (self._say(locale, "server-settings-to-default"), DEFAULT),
        ]
        return [
            app_commands.Choice(name=name[:_LABEL], value=words[:_LABEL])
            for name, words in offered
            if wanted in name.casefold() or wanted in words.casefold()
        ][:_MOST]

    @route("settings.show")
    @acknowledged(First.UPDATE)
    @moderators_only
    async def show(self, interaction: discord.Interaction) -> None:
        """The panel."""
        locale = await self._client.languages.private(interaction)
        await self._show(interaction, locale, await self._settings.get(interaction.guild_id or 0))

    @route("settings.pick")
    @moderators_only
    async def pick(self, interaction: discord.Interaction, group: str) -> None:
        """Opens the form of the setting that was chosen."""
        await self._ask(interaction, next(iter(chosen(interaction)), ""))

    @route("settings.form")
    @moderators_only
    async def form(self, interaction: discord.Interaction, key: str) -> None:
        """Opens the form of a setting."""
        await self._ask(interaction, key)

    @route("settings.put")
    @acknowledged(First.UPDATE)
    @moderators_only
    async def put(self, interaction: discord.Interaction, key: str) -> None:
        """Sets what a form brought back."""
        setting = self._setting(key)
        words = brought_words(setting, submitted(interaction).choices(FIELD), interaction.guild)
        await self._set(interaction, setting, words)

    @route("settings.default")
    @acknowledged(First.UPDATE)
    @moderators_only
    async def default(self, interaction: discord.Interaction, key: str) -> None:
        """Brings a setting's default back."""
        await self._set(interaction, self._setting(key), None)

    def said(self, locale: Locale, changed: Changed) -> Released:
        """What a change changed."""
        if not changed.settings:
            return self._say(locale, "server-settings-same")
        lines = [
            self._words.changed(locale, setting, changed.before, changed.after)
            for setting in changed.settings
        ]
        return joined("\n", [*lines, self._say(locale, "server-settings-acts")])

    async def _set(self, interaction: discord.Interaction, setting: Setting[Any], words: str | None) -> None:
        changed = await self._changed(interaction, setting, words)
        locale = await self._client.languages.private(interaction)
        await self._show(interaction, locale, changed.after, self.said(locale, changed))

    async def _changed(
        self, interaction: discord.Interaction, setting: Setting[Any], words: str | None
    ) -> Changed:
        """Raises `NotPrivate`, and what `ServerSettings.set` raises."""
        require_private(setting, words, interaction.guild)
        return await self._settings.set(await acting(interaction), setting.key, words)

    async def _ask(self, interaction: discord.Interaction, key: str) -> None:
        setting = self._setting(key)
        here = await self._settings.get(interaction.guild_id or 0)
        locale = Locale.from_discord(interaction.locale.value)
        await interaction.response.send_modal(
            self._client.components.modal(
                locale,
                "server-settings-form",
                "settings.put",
                setting.key,
                fields=[self._words.field(locale, here, setting)],
            )
        )

    async def _show(
        self,
        interaction: discord.Interaction,
        locale: Locale,
        here: Snapshot,
        above: Released | None = None,
    ) -> None:
        panel = self._words.panel(locale, here)
        menus = [
            self._client.components.select(
                locale,
                _MENU[group],
                "settings.pick",
                group.value,
                options=[
                    Option(setting.key, self._words.name(locale, setting))
                    for setting in REGISTRY
                    if setting.group is group
                ],
            )
            for group in Group
        ]
        await interaction.edit_original_response(
            content=joined("\n\n", [above, panel] if above else [panel]),
            view=self._client.components.view(*menus),
        )

    def _one_view(self, locale: Locale, here: Snapshot, setting: Setting[Any]) -> ui.View:
        make = self._client.components.button
        buttons = [
            make(
                locale,
                "server-settings-button-change",
                "settings.form",
                setting.key,
                style=discord.ButtonStyle.primary,
            )
        ]
        if here.is_set(setting):
            buttons.append(make(locale, "server-settings-button-default", "settings.default", setting.key))
        buttons.append(make(locale, "server-settings-button-all", "settings.show"))
        return self._client.components.view(*buttons)

    @staticmethod
    def _setting(key: str) -> Setting[Any]:
        setting = BY_KEY.get(key.strip())
        if setting is None:
            raise SettingUnknown
        return setting
