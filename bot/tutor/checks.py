"""The checks of sections: the question that closes an explanation, and the answer that no reply may say too early."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.lessons.library import Library
from bot.lessons.values import Check
from bot.memory.values import Citation
from bot.texts.locales import Locale
from bot.tutor.work import Work

_FRESH = timedelta(minutes=10)
"""How long a section's check is remembered: moderators change them seldom, and a turn should not wait for a read."""
_MOST = 2_000


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

    async def closing(self, work: Work, sections: Sequence[Citation]) -> str:
        """A question of the lesson's own on what was just explained; "" where its sections have none."""
        for section in sections[:2]:
            check = await self.of(
                work.ask.key.server_id, section.lesson_id, section.section_id, work.language
            )
            if check is not None:
                return check.question
        return ""
