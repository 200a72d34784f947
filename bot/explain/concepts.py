"""What the course can explain: concepts, and a card about each in every language.

Values only. All text is as its author wrote it: plain `str`, never shown before the edge has made it harmless.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.learners.values import Level
from bot.texts.locales import Locale

MODEL_PREFIX = "model:"
"""How the id of a concept begins that is a named model; it has no lesson of its own."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that the course teaches, the same in every language."""

    id: str
    names: Mapping[Locale, str]
    sections: tuple[tuple[str, str], ...]
    """Lesson and section ids of where it is taught, the first one first; may be none for a named model."""
    next: tuple[str, ...]
    """Ids of the concepts to read after it."""

    @property
    def is_model(self) -> bool:
        """Whether it names a model."""
        return self.id.startswith(MODEL_PREFIX)

    @property
    def lesson_id(self) -> str | None:
        """The lesson that teaches it first."""
        return self.sections[0][0] if self.sections else None


@dataclass(frozen=True, slots=True)
class Card:
    """What the course says about a concept in one language. Markdown."""

    explained: Mapping[Level, str]
    example: str
    claim: str
    """A misconception, as people really say it."""
    truth: str
    question: str
    """One question to try with the tutor."""


@dataclass(frozen=True, slots=True)
class SectionRef:
    """A section to read, with the headings to show."""

    lesson_id: str
    section_id: str
    heading: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A concept with its card and everything that stands beside it, in one language."""

    concept: Concept
    language: Locale
    name: str
    card: Card
    sections: tuple[SectionRef, ...]
    """Sections that teach it and that learners here can read, the first one first."""
    walk: str | None
    """Id of the walk that shows it in pictures; None where there is none."""
    next: tuple[tuple[str, str], ...]
    """Id and name of each concept to read next."""


@dataclass(frozen=True, slots=True)
class WrittenConcept:
    """A concept as it is stored: with its cards, and the names by which it is found."""

    concept: Concept
    cards: Mapping[Locale, Card]
    walk: str | None
    """Id of the walk that shows it in pictures."""
    found_by: tuple[str, ...]
    """Names and id in the one form that typed text is compared in."""
