"""What a learner typed in practice, on its way through the filters of the server it was typed in.

An attempt at overriding is the lesson here, so it is found and never refused; harm is refused as everywhere.
"""

from dataclasses import dataclass

from bot.learners.values import LearnerKey
from bot.practice.challenges import Challenge
from bot.practice.fiction import with_fiction
from bot.safety import Category, Purpose, Verdict, in_words
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
        policy = await self._services.filters.policy(key.server_id)
        async with self._services.guard.screening(policy, Purpose.EXERCISE) as screening:
            if screening.begin(typed).goes_on and self._services.practice.has_model:
                await screening.settle()
            verdict = screening.incoming
        assert verdict is not None
        return self._taken(locale, with_fiction(verdict, challenge))

    async def to_look_at(self, key: LearnerKey, locale: Locale, typed: str) -> Taken:
        """A prompt that is taken apart and goes nowhere; what the filters find of an attack in it is said."""
        policy = await self._services.filters.policy(key.server_id)
        verdict = self._services.guard.check_input(typed, policy, Purpose.EXERCISE)
        taken = self._taken(locale, verdict)
        if taken.text is None or not verdict.found(Category.OVERRIDE):
            return taken
        found = self._services.texts.say(locale, "practice-finding-override")
        return Taken(taken.text, joined("\n", [taken.said, found]))

    async def name(self, key: LearnerKey, locale: Locale, typed: str) -> Taken:
        """A name that all will read on the board."""
        policy = await self._services.filters.policy(key.server_id)
        verdict = self._services.guard.check_input(typed, policy)
        if verdict.goes_on and not verdict.redactions and len(typed) > 1:
            return Taken(verdict.text, Released(""))
        said = in_words(self._services.texts, locale, verdict)
        return Taken(None, said or self._services.texts.say(locale, "practice-alias-no"))

    def _taken(self, locale: Locale, verdict: Verdict) -> Taken:
        said = in_words(self._services.texts, locale, verdict)
        return Taken(verdict.text if verdict.goes_on else None, said)
