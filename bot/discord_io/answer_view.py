"""The buttons under an answer, by how the turn ended."""

import discord

from bot.discord_io.components import Components, View
from bot.memory.values import Outcome, Turn
from bot.texts.locales import Locale
from bot.tutor.ladder import Rung
from bot.tutor.values import Mode, Style

_LAST_RUNG = Rung.EXPLAINED.value


class AnswerView:
    """Makes the buttons; each carries the turn's id and nothing else."""

    def __init__(self, components: Components) -> None:
        self._components = components

    def of(self, locale: Locale, turn: Turn) -> View | None:
        """The buttons under the end of a turn; none where nothing sensible is left to press."""
        button = self._components.button
        simpler = button(locale, "ask-button-simpler", "ask.style", turn.id, Style.SIMPLER.value)
        deeper = button(locale, "ask-button-deeper", "ask.style", turn.id, Style.DEEPER.value)
        again = button(locale, "ask-button-again", "ask.style", turn.id, Style.PLAIN.value)
        quiz = button(locale, "ask-button-quiz", "ask.quiz", turn.id, style=discord.ButtonStyle.primary)
        more = button(locale, "ask-button-more", "ask.more", turn.id)
        go_on = button(locale, "ask-button-continue", "ask.continue", turn.id)
        report = button(locale, "ask-button-report", "ask.report", turn.id)
        lessons = button(locale, "ask-button-lessons", "lesson.list")
        attempt = button(locale, "ask-button-try", "ask.continue", turn.id, style=discord.ButtonStyle.primary)
        match turn.outcome:
            case Outcome.ANSWERED if (
                turn.trace.get("mode") == Mode.HINT and turn.trace.get("rung") != _LAST_RUNG
            ):
                return self._components.view(attempt, more)
            case Outcome.ANSWERED if not turn.citations:  # nothing to be quizzed on
                return self._components.view(simpler, deeper, go_on, more)
            case Outcome.ANSWERED:
                return self._components.view(simpler, deeper, quiz, go_on, more)
            case Outcome.QUOTED:
                return self._components.view(again, quiz, go_on, more)
            case Outcome.NOT_IN_COURSE:
                return self._components.view(lessons, more)
            case Outcome.WITHHELD:
                return self._components.view(again, more)
            case Outcome.REFUSED:
                return self._components.view(report)
            case Outcome.OFF_TOPIC:
                return self._components.view(lessons, report)
            case Outcome.NOTED:
                return self._components.view(button(locale, "ask-button-memory", "memory.open"))
            case Outcome.SUPPORTED:
                return None

    def stop(self, locale: Locale, turn_id: str) -> View:
        """The one button of an answer that is being written."""
        return self._components.view(self._components.button(locale, "ask-button-stop", "ask.stop", turn_id))

    def paused(self, locale: Locale) -> View:
        """The buttons of an answer of which nothing is kept: keep the next ones, and see what there is from before."""
        button = self._components.button
        return self._components.view(
            button(locale, "ask-button-resume", "memory.resume_here"),
            button(locale, "ask-button-memory", "memory.open"),
        )

    def again(self, locale: Locale, turn_id: str) -> View:
        """The one button of a turn that was cut short."""
        return self._components.view(
            self._components.button(
                locale, "ask-button-again", "ask.again", turn_id, style=discord.ButtonStyle.primary
            )
        )

    def open(self, locale: Locale, turn_id: str) -> View:
        """The button in a channel behind which the learner alone reads the reply."""
        return self._components.view(
            self._components.button(locale, "ask-button-open", "ask.rest", turn_id, 0)
        )

    def support(self, locale: Locale, language: Locale) -> View:
        """The button in a channel behind which somebody in distress alone reads support, in `language`."""
        return self._components.view(
            self._components.button(locale, "ask-button-open", "listen.support", language.value)
        )

    def rest(self, locale: Locale, turn_id: str, part: int) -> View:
        """The button that shows what of an answer may not have arrived."""
        return self._components.view(
            self._components.button(locale, "ask-button-rest", "ask.rest", turn_id, part)
        )
