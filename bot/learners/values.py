"""What the tutor knows of a learner as such."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.texts.locales import Locale

DIRECT_MESSAGES = 0
"""The `server_id` that stands for direct messages, which are a room of their own."""

GOAL_LENGTH = 200
"""Characters of a learner's goal that are kept."""


class Level(StrEnum):
    """How an explanation is pitched."""

    ELI5 = "eli5"
    BEGINNER = "beginner"
    PRACTITIONER = "practitioner"


@dataclass(frozen=True, slots=True)
class LearnerKey:
    """One person in one server; what is kept under one key is never read under another."""

    server_id: int
    user_id: int

    @property
    def in_server(self) -> int | None:
        """The server's id, or None in direct messages."""
        return None if self.server_id == DIRECT_MESSAGES else self.server_id


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner's own choices. Before agreement, the defaults."""

    key: LearnerKey
    locale: Locale | None = None
    level: Level = Level.BEGINNER
    goal: str = ""
    agreed_at: datetime | None = None
    paused: bool = False
    """Whether nothing of what the learner says is to be stored for now."""

    @property
    def has_agreed(self) -> bool:
        """Whether the learner has agreed to be taught by an AI that keeps what `/privacy about` says."""
        return self.agreed_at is not None


@dataclass(frozen=True, slots=True)
class HeldQuestion:
    """A question that waits for the learner's agreement, and is answered as soon as it is given."""

    question: str
    lesson_id: str | None
    shared: bool
    style: str = "plain"
    mode: str = "explain"
    in_thread: bool = False
