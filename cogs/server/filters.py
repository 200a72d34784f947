"""/server filters: the content policy of this server, and what it would do to a text."""

from typing import Any

import discord
from discord import app_commands

from bot.discord_io.acknowledge import acknowledged
from bot.safety import FLOORS, Action, Category, Policy, Setting, Side, explained, in_words
from bot.safety.policy import DEFAULT_THRESHOLD
from bot.safety.why import ACTIONS, CATEGORIES
from bot.servers.filters import choices_for
from bot.servers.filters.filters import changed
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.server.part import Part

_LONGEST_TEST = 1500
_ON_THE_WAY_IN = tuple(category for category in Category if category is not Category.SEALED)
_CHOOSABLE = (Action.ALLOW, Action.REDACT, Action.AS_DATA, Action.REFUSE)


class FiltersPart(Part):
    """Shows, changes and tries the policy."""

    @app_commands.command(name="filters")
    @app_commands.choices(
        category=[app_commands.Choice(name=one.value, value=one.value) for one in _ON_THE_WAY_IN],
        action=[app_commands.Choice(name=one.value, value=one.value) for one in _CHOOSABLE],
    )
    @acknowledged()
    async def filters(
        self,
        interaction: discord.Interaction[Any],
        category: str | None = None,
        threshold: app_commands.Range[float, 0.0, 1.0] | None = None,
        action: str | None = None,
        test: app_commands.Range[str, 1, _LONGEST_TEST] | None = None,
    ) -> None:
        """Shows the policy; sets a category; with a text, says what would happen to it and changes nothing."""
        locale = await self._client.languages.private(interaction)
        server = interaction.guild_id or 0
        about = Category(category) if category else None
        wanted = Action(action) if action else None
        policy = await self._services.filters.policy(server)
        if test is not None:
            if about is not None and (threshold is not None or wanted is not None):
                policy = changed(policy, about, threshold, wanted)
            text = self._tried(locale, test, policy)
        elif threshold is None and wanted is None:
            text = self._table(locale, policy, about)
        elif about is None:
            text = self._say(locale, "server-filters-which")
        else:
            change = await self._services.filters.set(
                server, interaction.user.id, about, threshold=threshold, action=wanted
            )
            text = self._say(
                locale,
                "server-filters-set",
                category=self._say(locale, CATEGORIES[about]),
                before=self._setting(locale, about, change.before),
                after=self._setting(locale, about, change.after),
            )
        await interaction.edit_original_response(content=text)

    def _tried(self, locale: Locale, text: str, policy: Policy) -> Released:
        """What would happen, why, and what the learner would be told. The text is kept nowhere and sent nowhere."""
        verdict = self._services.guard.check_input(text, policy)
        said = in_words(self._services.texts, locale, verdict)
        parts = [
            self._say(locale, "server-filters-test", action=self._say(locale, ACTIONS[verdict.action])),
            explained(self._services.texts, locale, verdict, policy),
        ]
        if said:
            parts.append(self._say(locale, "server-filters-test-told", said=said))
        parts.append(self._say(locale, "server-filters-test-kept"))
        return joined("\n\n", parts)

    def _table(self, locale: Locale, policy: Policy, about: Category | None) -> Released:
        lines = [
            self._line(locale, category, policy)
            for category in _ON_THE_WAY_IN
            if about is None or category is about
        ]
        parts = [self._say(locale, "server-filters-title"), joined("\n", lines)]
        parts.append(self._say(locale, "server-filters-how"))
        return joined("\n\n", parts)

    def _line(self, locale: Locale, category: Category, policy: Policy) -> Released:
        name = self._say(locale, CATEGORIES[category])
        setting = policy.settings.get(category, Setting())
        if category in FLOORS:
            done = self._say(locale, ACTIONS[policy.usual_action(category, Side.INPUT)])
            return self._say(locale, "server-filters-line-fixed", category=name, action=done)
        is_usual = setting == Setting(DEFAULT_THRESHOLD)
        key = "server-filters-line" if is_usual else "server-filters-line-own"
        return self._say(locale, key, category=name, setting=self._setting(locale, category, setting))

    def _setting(self, locale: Locale, category: Category, setting: Setting) -> Released:
        action = setting.action or choices_for(category)[0]
        return self._say(
            locale,
            "server-filters-setting",
            action=self._say(locale, ACTIONS[action]),
            threshold=plain(f"{setting.threshold:.2f}"),
        )
