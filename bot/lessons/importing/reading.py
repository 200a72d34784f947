"""What reading one file gives: a lesson's text in one language, cut into sections. Values only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.texts.locales import Locale


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """A question that stood in a lesson; a moderator decides whether it is asked."""

    language: Locale
    section_id: str | None
    """The section that it stands in; None when it had a section of its own and is about the lesson."""
    heading: str
    """The heading it stood under."""
    question: str
    options: tuple[str, ...]
    answers: tuple[int, ...] | None
    """Indexes of the right options, from 0, rising; None where the lesson does not say."""
    explanation: str
    path: str
    line: int
    """Of the question in the file, from 1."""


@dataclass(frozen=True, slots=True)
class ReadSection:
    """One heading and what stands under it, up to the next."""

    heading: str
    level: int
    """Of its heading, 1 to 6."""
    markdown: str
    line: int
    """Of its heading in the file, from 1."""
    given_id: str | None = None
    """What `{#id}` behind the heading says."""
    id: str = ""
    """Given when the lesson is put together."""
    questions: tuple[DraftQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadText:
    """A lesson in one language."""

    path: str
    lesson_id: str
    number: int | None
    language: Locale
    title: str
    summary: str
    goals: tuple[str, ...]
    as_of: date | None
    sections: tuple[ReadSection, ...]
    loose_questions: tuple[DraftQuestion, ...] = ()
    """Questions whose own section is gone."""

    @property
    def questions(self) -> tuple[DraftQuestion, ...]:
        """All questions, each with the id of its section."""
        inside = (
            replace(question, section_id=section.id)
            for section in self.sections
            for question in section.questions
        )
        return (*self.loose_questions, *inside)

    def with_ids(self, ids: Sequence[str]) -> "ReadText":
        """The same text, its sections called so, in their order."""
        named = (replace(section, id=one) for section, one in zip(self.sections, ids, strict=True))
        return replace(self, sections=tuple(named))
