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
