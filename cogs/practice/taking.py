"""What a learner typed in practice, on its way through the filters of the server it was typed in.

An attempt at overriding is the lesson here, so it is found and never refused; harm is refused as everywhere.
"""

from dataclasses import dataclass

from bot.learners.values import LearnerKey
from bot.llm.errors import ModelError, Reason
from bot.practice.challenges import Challenge
from bot.practice.fiction import with_fiction
from bot.practice.values import Attempt
from bot.safety import Category, Purpose, Side, Verdict, in_words
from bot.servers.settings.registry import PAUSE_REASON, PAUSED
from bot.services import Services
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of it."""

    text: str | None
    """What to go on with; None where it was declined."""
    said: Released
    """What the learner is told about it; "" for nothing."""


class Taking:
    """Asks the filters."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def to_run(self, key: LearnerKey, locale: Locale, typed: str, challenge: Challenge) -> Taken:
        """A prompt that a model is to run: a provider's moderation is heard as well, where one is set up."""
        guard = self._services.server_guard
        verdict = with_fiction(await guard.heard(key.server_id, typed, Purpose.EXERCISE), challenge)
        await guard.note(key.server_id, Side.INPUT, verdict, typed, Purpose.EXERCISE)
        return self._taken(locale, verdict)

    async def to_look_at(self, key: LearnerKey, locale: Locale, typed: str) -> Taken:
        """A prompt that is taken apart and goes nowhere; what the filters find of an attack in it is said."""
        verdict = await self._services.server_guard.check(key.server_id, typed, Purpose.EXERCISE)
        taken = self._taken(locale, verdict)
        if taken.text is None or not verdict.found(Category.OVERRIDE):
            return taken
        found = self._services.texts.say(locale, "practice-finding-override")
        return Taken(taken.text, joined("\n", [taken.said, found]))

    async def name(self, key: LearnerKey, locale: Locale, typed: str) -> Taken:
        """A name that all will read on the board."""
        verdict = await self._services.server_guard.check(key.server_id, typed)
        if verdict.goes_on and not verdict.redactions and len(typed) > 1:
            return Taken(verdict.text, Released(""))
        said = in_words(self._services.texts, locale, verdict)
        return Taken(None, said or self._services.texts.say(locale, "practice-alias-no"))

    async def paused_because(self, attempt: Attempt) -> str:
        """Why moderators have stopped models, in their words, where that stopped an attempt; "" where it did not."""
        if attempt.failure != ModelError(Reason.PAUSED).key or attempt.key.in_server is None:
            return ""
        here = await self._services.server_settings.get(attempt.key.in_server)
        return here[PAUSE_REASON] if here[PAUSED] else ""

    def _taken(self, locale: Locale, verdict: Verdict) -> Taken:
        said = in_words(self._services.texts, locale, verdict)
        return Taken(verdict.text if verdict.goes_on else None, said)
