"""The cards behind /start: who the tutor is and what it asks a newcomer to agree to; the settings of a learner.

A card keeps its choices in its own buttons. Nothing is stored before the learner agrees, except the question that
waits for it.
"""

from enum import StrEnum

import discord
from discord import ui

from bot.discord_io.components import Components, Option, View
from bot.learners.values import Level
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale


class Occasion(StrEnum):
    """Why a card is shown; stands in its buttons."""

    NEW = "new"
    """Somebody who has not agreed yet."""
    WAITING = "waiting"
    """The same, with a question that waits for the agreement."""
    SETTINGS = "settings"
    """A learner who agreed before."""


class AgreementCard:
    """Text and controls of the card in one language."""

    def __init__(self, texts: Texts, components: Components, *, retention_days: int) -> None:
        self._texts = texts
        self._components = components
        self._retention_days = retention_days

    def text(self, locale: Locale, occasion: Occasion) -> Released:
        """What the card says."""
        say = self._texts.say
        if occasion is Occasion.SETTINGS:
            return joined("\n\n", [say(locale, "start-settings-title"), say(locale, "start-settings")])
        lines = [
            say(locale, "start-title"),
            say(locale, "start-who"),
            say(locale, "start-keeps", days=self._retention_days),
            say(locale, "start-sends"),
            say(locale, "start-stops"),
            say(locale, "start-choose"),
        ]
        if occasion is Occasion.WAITING:
            lines.append(say(locale, "start-waiting"))
        return joined("\n\n", lines)

    def view(self, locale: Locale, level: Level, occasion: Occasion) -> View:
        """Two selects and two buttons that carry what was chosen so far."""
        button = self._components.button
        items = [self._languages(locale, level, occasion), self._levels(locale, level, occasion)]
        choice = (locale.value, level.value)
        if occasion is Occasion.SETTINGS:
            items += [
                button(locale, "start-save", "start.save", *choice, style=discord.ButtonStyle.success),
                button(locale, "start-goal", "start.goal"),
            ]
        else:
            items += [
                button(locale, "start-agree", "start.agree", *choice, style=discord.ButtonStyle.success),
                button(locale, "start-decline", "start.decline", locale.value),
            ]
        return self._components.view(*items)

    def _languages(self, locale: Locale, level: Level, occasion: Occasion) -> ui.Item[ui.View]:
        return self._components.select(
            locale,
            "start-language",
            "start.language",
            locale.value,
            level.value,
            occasion.value,
            options=[
                # each language in its own words, so that everybody finds theirs
                Option(choice.value, self._texts.say(choice, "start-language-name"), chosen=choice is locale)
                for choice in Locale
            ],
        )

    def _levels(self, locale: Locale, level: Level, occasion: Occasion) -> ui.Item[ui.View]:
        return self._components.select(
            locale,
            "start-level",
            "start.level",
            locale.value,
            level.value,
            occasion.value,
            options=[
                Option(choice.value, self._texts.say(locale, f"start-level-{choice}"), chosen=choice is level)
                for choice in Level
            ],
        )
