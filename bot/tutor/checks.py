"""The checks of sections: the question that closes an explanation, and the keys that no reply may say too early."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.clock import Clock
from bot.learners.values import LearnerKey
from bot.lessons.library import Library
from bot.lessons.values import Check
from bot.texts.locales import Locale

_FRESH = timedelta(minutes=10)
"""How long a section's check is remembered: moderators change them seldom, and a turn should not wait for a read."""
_MOST = 2_000


class OpenQuestions(Protocol):
    """What other rooms have asked a learner who has not answered yet (a quiz, say)."""

    async def keys(self, key: LearnerKey) -> tuple[str, ...]:
        """The right answers of those questions, and their explanations."""
        ...


class Checks:
    """Checks by section, remembered for a while."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library = library
        self._clock = clock
        self._known: dict[tuple[int, str, str, Locale], tuple[datetime, Check | None]] = {}

    async def of(self, server_id: int, lesson_id: str, section_id: str, locale: Locale) -> Check | None:
        """The check of a section as learners of this server see it; None where there is none."""
        name, now = (server_id, lesson_id, section_id, locale), self._clock.now()
        known = self._known.get(name)
        if known is not None and now - known[0] < _FRESH:
            return known[1]
        check = await self._library.check(server_id, lesson_id, section_id, locale)
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[name] = (now, check)
        return check

    async def keys(self, server_id: int, lesson_id: str, section_id: str) -> tuple[str, ...]:
        """What gives a section's check away, in every language: the right option and why it is right."""
        found = [await self.of(server_id, lesson_id, section_id, locale) for locale in Locale]
        return tuple(
            dict.fromkeys(
                text
                for check in found
                if check is not None
                for text in (check.options[check.answer], check.explain[check.answer])
            )
        )


def all_of(*keys: Sequence[str]) -> tuple[str, ...]:
    """Keys without doubles."""
    return tuple(dict.fromkeys(key for some in keys for key in some))
