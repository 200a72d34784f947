"""The lessons that a learner can read, and how far each learner is.

It never shows a lesson of another server, nor one that is not published.
"""

from pathlib import Path

from bot.clock import Clock
from bot.learners.values import LearnerKey
from bot.lessons.values import Check, Lesson, LessonChoice, LessonProgress, NextStep, Place, Section
from bot.storage import Database
from bot.texts.locales import Locale


class Library:
    """The built-in course, and from a server its own lessons beside it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def load_course(self, path: Path) -> bool:
        """Take in the built-in course at `path`; True when it differed from what was loaded before.

        Raises `CourseMistakes` with every mistake found; then nothing has changed.
        """
        raise NotImplementedError

    async def lessons(self, server_id: int, locale: Locale) -> tuple[Lesson, ...]:
        """All published lessons a learner of this server can read, in the course's order."""
        raise NotImplementedError

    async def lesson(self, server_id: int, lesson_id: str, locale: Locale) -> Lesson | None:
        """One published lesson, or None when this server has none of that id."""
        raise NotImplementedError

    async def section(
        self, server_id: int, lesson_id: str, section_id: str, locale: Locale
    ) -> Section | None:
        """One section of a published lesson, or None."""
        raise NotImplementedError

    async def check(self, server_id: int, lesson_id: str, section_id: str, locale: Locale) -> Check | None:
        """The short question of a section, or None when it has none."""
        raise NotImplementedError

    async def autocomplete(
        self, server_id: int, query: str, locale: Locale, *, limit: int = 25
    ) -> tuple[LessonChoice, ...]:
        """Lessons whose title (in any language) or id begins with, then contains, what was typed."""
        raise NotImplementedError

    async def progress(self, learner: LearnerKey, locale: Locale) -> tuple[LessonProgress, ...]:
        """How far the learner is in every lesson, in the course's order."""
        raise NotImplementedError

    async def place(self, learner: LearnerKey) -> Place | None:
        """The section that the learner had open last, in any lesson."""
        raise NotImplementedError

    async def open_section(self, learner: LearnerKey, lesson_id: str, section_id: str) -> None:
        """Remember the place."""
        raise NotImplementedError

    async def mark_read(self, learner: LearnerKey, lesson_id: str, section_id: str) -> None:
        """Remember that the learner has read the section."""
        raise NotImplementedError

    async def next_step(self, learner: LearnerKey, locale: Locale) -> NextStep | None:
        """The next sensible section: go on where a lesson was begun, else begin one; None: all read."""
        raise NotImplementedError

    async def forget(self, learner: LearnerKey) -> int:
        """Remove all progress of a learner here; gives the number of sections forgotten."""
        raise NotImplementedError
