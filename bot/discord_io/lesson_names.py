"""What lessons and sections are called, remembered for a minute: every answer to a question names one, and reading a lesson takes time."""

import asyncio
from typing import Final

from bot.lessons.library import Library
from bot.safety import Guard
from bot.texts.kinds import Released
from bot.texts.locales import Locale

_FRESH: Final = 60.0
"""Seconds after which a lesson is read again: it may have been renamed, or taken out of sight."""
_MOST: Final = 256
"""Lessons that are remembered."""

_Names = tuple[Released, dict[str, Released]]


class LessonNames:
    """Titles and headings by server, lesson and language."""

    def __init__(self, library: Library, guard: Guard) -> None:
        self._library = library
        self._quote = guard.quote
        self._known: dict[tuple[int, str, Locale], tuple[float, _Names | None]] = {}

    async def of(
        self, server_id: int, lesson_id: str, section_id: str, language: Locale
    ) -> tuple[Released, Released] | None:
        """Title of the lesson and heading of the section; None where learners do not see them."""
        names = await self._of_lesson(server_id, lesson_id, language)
        if names is None or section_id not in names[1]:
            return None
        return names[0], names[1][section_id]

    async def _of_lesson(self, server_id: int, lesson_id: str, language: Locale) -> _Names | None:
        now, key = asyncio.get_running_loop().time(), (server_id, lesson_id, language)
        known = self._known.get(key)
        if known is not None and now - known[0] < _FRESH:
            return known[1]
        lesson = await self._library.lesson(server_id, lesson_id, language)
        names = None
        if lesson is not None:
            headings = {section.id: self._quote(section.heading) for section in lesson.sections}
            names = (self._quote(lesson.title), headings)
        self._known.pop(key, None)
        while len(self._known) >= _MOST:
            self._known.pop(next(iter(self._known)))
        self._known[key] = (now, names)
        return names
