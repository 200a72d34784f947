"""The card that says who the tutor is and asks the learner to agree; it keeps its choices in its own buttons.

Nothing is stored before the learner agrees, except the question that waits for it.
"""

import discord
from discord import ui

from bot.discord_io.components import Components, Option, View
from bot.learners.values import Level
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale


class AgreementCard:
    """Text and controls of the card in one language."""

    def __init__(self, texts: Texts, components: Components, *, retention_days: int) -> None:
        self._texts = texts
        self._components = components
        self._retention_days = retention_days

    def text(self, locale: Locale, *, waiting: bool) -> Released:
        """What the card says; `waiting` when a question waits for the agreement."""
        say = self._texts.say
        lines = [
            say(locale, "start-title"),
            say(locale, "start-who"),
            say(locale, "start-keeps", days=self._retention_days),
            say(locale, "start-sends"),
            say(locale, "start-stops"),
            say(locale, "start-choose"),
        ]
        if waiting:
            lines.append(say(locale, "start-waiting"))
        return joined("\n\n", lines)

    def view(self, locale: Locale, level: Level, *, waiting: bool) -> View:
        """Two selects and two buttons that carry what was chosen so far."""
        state = (locale.value, level.value, int(waiting))
        items: list[ui.Item[ui.View]] = [
            self._components.select(
                locale,
                "start-language",
                "start.language",
                *state,
                options=[
                    # each language in its own words, so that everybody finds theirs
                    Option(
                        choice.value, self._texts.say(choice, "start-language-name"), chosen=choice is locale
                    )
                    for choice in Locale
                ],
            ),
            self._components.select(
                locale,
                "start-level",
                "start.level",
                *state,
                options=[
                    Option(choice.value, self.level_name(locale, choice), chosen=choice is level)
                    for choice in Level
                ],
            ),
            self._components.button(
                locale,
                "start-agree",
                "start.agree",
                locale.value,
                level.value,
                style=discord.ButtonStyle.success,
            ),
            self._components.button(locale, "start-decline", "start.decline", locale.value),
        ]
        return self._components.view(*items)

    def level_name(self, locale: Locale, level: Level) -> Released:
        """A level in words."""
        return self._texts.say(locale, f"start-level-{level}")
