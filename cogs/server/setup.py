"""/server setup: a walk through what there is to choose, one page after the other, each with what holds already.

Nothing is kept between the pages: a button names the page, and what was chosen is a setting from that moment on.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import First, acknowledged
from bot.discord_io.components import Option
from bot.discord_io.face import Face
from bot.discord_io.moderators import acting, moderators_only, require_moderator
from bot.discord_io.router import route
from bot.discord_io.submitted import chosen, submitted
from bot.servers.acting import Deed
from bot.servers.leaving import KEPT_FOR
from bot.servers.settings import Snapshot
from bot.servers.settings.registry import (
    ATTEMPTS_DAYS,
    AUTHOR_ROLES,
    CHANNELS_ALLOWED,
    COST,
    LANGUAGE,
    LEARNER_TOKENS,
    MODEL,
    NEWS_CHANNEL,
    REVIEWER_ROLES,
    SERVER_TOKENS,
    TURNS_DAYS,
    Setting,
)
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.server.diagnose import findings_in_words
from cogs.server.part import Part
from cogs.server.setting_words import SettingWords, brought_words

_MOST_IN_A_MENU: Final = 25


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the walk; its words are `server-setup-page-<name>` and `server-setup-about-<name>`."""

    name: str
    settings: tuple[Setting[Any], ...] = ()
    managers_only: bool = False


PAGES: Final = (
    Page("speaking", (LANGUAGE, CHANNELS_ALLOWED)),
    Page("lessons"),
    Page("model", (MODEL,)),
    Page("limits", (LEARNER_TOKENS, SERVER_TOKENS, COST, NEWS_CHANNEL)),
    Page("filters"),
    Page("keeping", (TURNS_DAYS, ATTEMPTS_DAYS)),
    Page("people", (AUTHOR_ROLES, REVIEWER_ROLES), managers_only=True),
)
"""In the order in which they are walked."""


class SetupPart(Part):
    """The walk."""

    def __init__(self, client: Face) -> None:
        super().__init__(client)
        self._settings = self._services.server_settings
        self._words = SettingWords(self._services.texts, self._services.guard, self._settings)

    @app_commands.command(name="setup")
    @acknowledged()
    async def setup(self, interaction: discord.Interaction[Any]) -> None:
        """Opens the first page."""
        await self._show(interaction, 0, "server-setup-welcome")

    @route("setup.page")
    @acknowledged(First.UPDATE)
    @moderators_only
    async def page(self, interaction: discord.Interaction, number: int) -> None:
        """Another page; behind the last one, how everything is."""
        await self._show(interaction, number)

    @route("setup.form")
    @moderators_only
    async def form(self, interaction: discord.Interaction, number: int) -> None:
        """Asks for what a page is about."""
        locale = Locale.from_discord(interaction.locale.value)
        here = await self._settings.get(interaction.guild_id or 0)
        fields = [
            replace(self._words.field(locale, here, setting), name=setting.key)
            for setting in _page(number).settings
        ]
        await interaction.response.send_modal(
            self._client.components.modal(
                locale, f"server-setup-page-{_page(number).name}", "setup.put", number, fields=fields
            )
        )

    @route("setup.put")
    @acknowledged(First.UPDATE)
    @moderators_only
    async def put(self, interaction: discord.Interaction, number: int) -> None:
        """Sets what the form brought, and goes on to the next page."""
        brought = submitted(interaction)
        wanted = {
            setting.key: brought_words(setting, brought.choices(setting.key), interaction.guild)
            for setting in _page(number).settings
        }
        await self._settings.change(await acting(interaction), wanted, Deed.SETUP_WALKED)
        await self._show(interaction, number + 1, "server-setup-kept")

    @route("setup.lessons")
    @acknowledged(First.UPDATE)
    @moderators_only
    async def lessons(self, interaction: discord.Interaction) -> None:
        """Hides the built-in lessons that were chosen, and shows the others."""
        server_id = await require_moderator(interaction)
        wanted = frozenset(chosen(interaction))
        for is_hidden in (True, False):
            for lesson in await self._services.authoring.shared_matching(server_id, "", hidden=is_hidden):
                if is_hidden and lesson.id not in wanted:
                    await self._services.authoring.publish(server_id, lesson.id, self._by(interaction))
                elif not is_hidden and lesson.id in wanted:
                    await self._services.authoring.unpublish(server_id, lesson.id, self._by(interaction))
        await self._show(interaction, 2, "server-setup-kept")

    async def _show(
        self, interaction: discord.Interaction[Any], number: int, above: str | None = None
    ) -> None:
        server_id = await require_moderator(interaction)
        locale = await self._client.languages.private(interaction)
        parts = [self._say(locale, above)] if above else []
        if number >= len(PAGES):
            parts += [
                self._say(locale, "server-setup-done"),
                await findings_in_words(self._client, interaction, locale),
            ]
            view = self._client.components.view(
                self._client.components.button(
                    locale, "server-setup-button-back", "setup.page", len(PAGES) - 1
                ),
                self._client.components.button(locale, "server-settings-button-all", "settings.show"),
            )
        else:
            page, here = _page(number), await self._settings.get(server_id)
            parts += [
                self._say(
                    locale,
                    "server-setup-title",
                    number=number + 1,
                    of=len(PAGES),
                    title=self._say(locale, f"server-setup-page-{page.name}"),
                ),
                await self._about(locale, server_id, page),
            ]
            if page.settings:
                parts.append(self._held(locale, here, page))
            view = await self._view(interaction, locale, server_id, number)
        await interaction.edit_original_response(
            content=joined("\n\n", parts), view=view, allowed_mentions=discord.AllowedMentions.none()
        )

    async def _about(self, locale: Locale, server_id: int, page: Page) -> Released:
        if page.name == "keeping":
            return self._say(locale, "server-setup-about-keeping", days=KEPT_FOR.days)
        if page.name != "lessons":
            return self._say(locale, f"server-setup-about-{page.name}")
        shown = await self._services.authoring.shared_matching(server_id, "", hidden=False)
        own = await self._services.authoring.matching(server_id, "")
        return self._say(locale, "server-setup-about-lessons", shown=len(shown), own=len(own))

    def _held(self, locale: Locale, here: Snapshot, page: Page) -> Released:
        return joined(
            "\n",
            [
                self._say(
                    locale,
                    "server-settings-line-own" if here.is_set(setting) else "server-settings-line",
                    name=self._words.name(locale, setting),
                    value=self._words.value(locale, setting, here[setting]),
                )
                for setting in page.settings
            ],
        )

    async def _view(
        self, interaction: discord.Interaction[Any], locale: Locale, server_id: int, number: int
    ) -> ui.View:
        make, page, items = self._client.components.button, _page(number), list[ui.Item[Any]]()
        if page.name == "lessons":
            items += await self._menu_of_lessons(locale, server_id)
        if page.settings and (not page.managers_only or interaction.permissions.manage_guild):
            items.append(make(locale, "server-settings-button-change", "setup.form", number, row=1))
        items.append(
            make(
                locale,
                "server-setup-button-next" if number + 1 < len(PAGES) else "server-setup-button-end",
                "setup.page",
                number + 1,
                style=discord.ButtonStyle.primary,
                row=1,
            )
        )
        if number:
            items.append(make(locale, "server-setup-button-back", "setup.page", number - 1, row=1))
        if number + 1 < len(PAGES):
            items.append(make(locale, "server-setup-button-rest", "setup.page", len(PAGES), row=1))
        return self._client.components.view(*items)

    async def _menu_of_lessons(self, locale: Locale, server_id: int) -> list[ui.Item[Any]]:
        options = [
            Option(lesson.id, self._quoted(lesson.title(locale)), chosen=lesson.is_hidden)
            for is_hidden in (True, False)
            for lesson in await self._services.authoring.shared_matching(server_id, "", hidden=is_hidden)
        ][:_MOST_IN_A_MENU]
        if not options:
            return []
        return [
            self._client.components.select(
                locale,
                "server-setup-menu-lessons",
                "setup.lessons",
                options=options,
                fewest=0,
                most=len(options),
                row=0,
            )
        ]


def _page(number: int) -> Page:
    """The page of this number; a button of an older walk may name one that is gone."""
    return PAGES[min(max(number, 0), len(PAGES) - 1)]
