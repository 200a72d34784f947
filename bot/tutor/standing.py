"""What a learner knows and has missed, from quizzes, in words for their memory.

Names of concepts alone: no question, no answer, no key.
"""

from bot.explain import store as concepts
from bot.learners.values import LearnerKey
from bot.memory.values import Standing
from bot.quiz.attempts import store as attempts
from bot.storage import Connection
from bot.texts.locales import Locale

_KNOWN, _MISSED = 0.65, 0.45
"""Probability of knowing a middling question, from which on a concept is known, and below which it was missed."""
_SURE = 2
"""Answers before a concept counts as known; a single one may be lucky."""
_MOST = 5
"""Concepts of each kind."""


class QuizStanding:
    """Reads quizzes."""

    async def of(self, connection: Connection, key: LearnerKey, locale: Locale) -> Standing:
        """What the learner knows and has missed here, the clearest first."""
        ratings = await attempts.ratings(connection, key)
        if not ratings:
            return Standing()
        ranked = sorted(ratings, key=lambda concept: (ratings[concept].known, concept))
        missed = [concept for concept in ranked if ratings[concept].known < _MISSED][:_MOST]
        known = [
            concept
            for concept in reversed(ranked)
            if ratings[concept].known >= _KNOWN and ratings[concept].answers >= _SURE
        ][:_MOST]
        named = await concepts.some(connection, [*known, *missed])

        def names(ids: list[str]) -> tuple[str, ...]:
            return tuple(named[one].names[locale] if one in named else one.replace("-", " ") for one in ids)

        return Standing(names(known), names(missed))
