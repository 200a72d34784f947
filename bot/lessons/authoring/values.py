"""What moderators are shown of their lessons, and what they can do wrong with them. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.lessons.values import READING_ORDER
from bot.texts.errors import PersonError
from bot.texts.locales import Locale


class LessonUnknown(PersonError):
    """The server has no such lesson of its own."""

    key = "teach-lesson-unknown"


class State(StrEnum):
    """Where a lesson stands."""

    DRAFT = "draft"
    """Learners see nothing of it."""
    PUBLISHED = "published"
    """Learners see its newest version."""
    CHANGED = "changed"
    """Learners see a version; a newer one is a draft."""
    DELETED = "deleted"
    """It can be brought back for some days."""


@dataclass(frozen=True, slots=True)
class OwnLesson:
    """One of a server's own lessons, by its newest version."""

    id: str
    titles: Mapping[Locale, str]
    newest: int
    """Number of the newest version."""
    published: int | None
    """Number of the version that learners see."""
    publish_at: datetime | None = None
    publish_version: int | None = None
    """The version that learners will see from `publish_at` on."""
    deleted_at: datetime | None = None

    @property
    def state(self) -> State:
        """Where it stands."""
        if self.deleted_at is not None:
            return State.DELETED
        if self.published is None:
            return State.DRAFT
        return State.PUBLISHED if self.published == self.newest else State.CHANGED

    def title(self, locale: Locale) -> str:
        """Its title in the language nearest to this one."""
        return next((self.titles[one] for one in READING_ORDER[locale] if one in self.titles), self.id)


@dataclass(frozen=True, slots=True)
class SharedLesson:
    """A lesson of the built-in course, or of the operator, that every server has."""

    id: str
    titles: Mapping[Locale, str]
    is_hidden: bool
    """Whether this server's learners do not see it."""

    def title(self, locale: Locale) -> str:
        """Its title in the language nearest to this one."""
        return next((self.titles[one] for one in READING_ORDER[locale] if one in self.titles), self.id)


class SectionUnknown(PersonError):
    """The lesson has no such section in any language."""

    key = "teach-lesson-section-unknown"


class VersionUnknown(PersonError):
    """The lesson has no version of that number."""

    key = "teach-lesson-version-unknown"


class BuiltIn(PersonError):
    """The lesson is part of the built-in course, which a server hides or shows and does not change."""

    key = "teach-lesson-built-in"


class NothingToRead(PersonError):
    """A lesson without any section was to be published or handed out."""

    key = "teach-lesson-empty"


class LastSection(PersonError):
    """The only section of a lesson was to be taken out."""

    key = "teach-lesson-last-section"


class EditGone(PersonError):
    """A form was handed in that was opened too long ago, or belongs to another person."""

    key = "teach-lesson-form-old"


class Subject(StrEnum):
    """What of a lesson stands in a form."""

    DETAILS = "details"
    SECTION = "section"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Edit:
    """A form that a moderator has open."""

    id: str
    server_id: int
    user_id: int
    lesson_id: str
    language: Locale
    subject: Subject
    section_id: str | None
    base_version: int
    """The version whose words stand in it."""
    written: Mapping[str, str] | None = None
    """What was handed in with it and could not be stored."""


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """One line of a lesson's history."""

    number: int
    made_at: datetime
    author: int | None
    """The moderator who made it; None where nobody is named."""
