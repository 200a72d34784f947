"""What the lessons room hands out: lessons, sections, checks, passages, places.

All text here is as its author wrote it: plain `str`, never shown before the edge has made it harmless.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.texts.locales import Locale

BUILT_IN = 0
"""The `server_id` of the built-in course, which every server and every direct message sees."""

READING_ORDER = {
    Locale.EN: (Locale.EN, Locale.ZH_CN, Locale.ZH_TW),
    Locale.ZH_CN: (Locale.ZH_CN, Locale.ZH_TW, Locale.EN),
    Locale.ZH_TW: (Locale.ZH_TW, Locale.ZH_CN, Locale.EN),
}
"""In which language a lesson is read, from the best; it may have been written in one only."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a lesson in one language; what a citation points at."""

    lesson_id: str
    id: str
    heading: str
    markdown: str
    concepts: tuple[str, ...]
    minutes: int
    ordinal: int
    """Place in the lesson, from 0."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A published lesson in one language."""

    id: str
    title: str
    summary: str
    goals: tuple[str, ...]
    language: Locale
    requires: tuple[str, ...]
    minutes: int
    sections: tuple[Section, ...]
    as_of: date | None = None
    """The day its facts were true."""
    sources: tuple[str, ...] = ()

    def section(self, section_id: str) -> Section | None:
        """The section with this id, if the lesson has it."""
        return next((section for section in self.sections if section.id == section_id), None)


@dataclass(frozen=True, slots=True)
class Check:
    """A short question at the end of a section. The key never goes into a prompt."""

    question: str
    options: tuple[str, ...]
    answer: int
    """Index of the right option, from 0."""
    explain: tuple[str, ...]
    """One sentence for each option."""
    hint: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one section that answers a question: at most 800 English or 600 Chinese characters."""

    lesson_id: str
    lesson_title: str
    section_id: str
    heading: str
    language: Locale
    text: str
    score: float
    """How well it fits, 0 to 1, the best of a search near 1; comparable within one search only."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the lessons hold on a question, best first, one passage a section."""

    passages: tuple[Passage, ...]
    enough: bool
    """False: the course does not cover the question, and the answer must say so."""
    score: float
    """Probability, 0 to 1, that the course covers the question; this number decides `enough`."""
    is_elsewhere: bool = False
    """Not covered, and about another subject altogether: the weather, a capital city."""


@dataclass(frozen=True, slots=True)
class LessonChoice:
    """One line of an autocomplete list."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a learner is: the section that was open last."""

    lesson_id: str
    section_id: str


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """How far a learner is in one lesson."""

    lesson: Lesson
    read: frozenset[str]
    """Ids of the sections read, of those that the lesson has now."""
    place: str | None
    """Id of the section that was open last."""

    @property
    def finished(self) -> bool:
        """Whether every section was read."""
        return len(self.read) == len(self.lesson.sections)

    @property
    def started(self) -> bool:
        """Whether any section was opened."""
        return bool(self.read) or self.place is not None


class StepReason(StrEnum):
    """Why a step is the next sensible one."""

    CONTINUE = "continue"
    """A lesson was begun and not finished."""
    BEGIN = "begin"
    """A lesson whose prerequisites are finished waits to be begun."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The next sensible thing to read."""

    lesson: Lesson
    section: Section
    reason: StepReason
