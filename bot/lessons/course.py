"""A course as it was written, before it is stored: lessons in their order, each in its languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.lessons.values import Check
from bot.texts.locales import Locale


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """What is the same for a section in every language."""

    id: str
    concepts: tuple[str, ...]
    minutes: int
    level: int = 2
    """Of its heading where it was written, 1 to 6."""


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section in one language."""

    heading: str
    markdown: str
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class LessonText:
    """A lesson in one language."""

    title: str
    summary: str
    goals: tuple[str, ...]
    as_of: date | None
    sections: Mapping[str, SectionText]
    """By section id; a language may lack some of the lesson's sections."""


@dataclass(frozen=True, slots=True)
class CourseLesson:
    """A lesson in all its languages."""

    id: str
    requires: tuple[str, ...]
    minutes: int
    sources: tuple[str, ...]
    plan: tuple[SectionPlan, ...]
    texts: Mapping[Locale, LessonText]


@dataclass(frozen=True, slots=True)
class Course:
    """Lessons in the order in which they build on each other."""

    lessons: tuple[CourseLesson, ...]
    concepts: Mapping[str, Mapping[Locale, str]]
    """Names of each concept id."""
    corrections: Mapping[str, str]
    """What OpenCC gets wrong in Traditional Chinese, and what is right."""
