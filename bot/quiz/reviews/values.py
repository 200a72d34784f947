"""What reviews are about: cards, ratings, reminders, streaks."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum

from bot.learners.values import LearnerKey
from bot.quiz.bank_values import BankPlace
from bot.texts.locales import Locale


class Remembered(IntEnum):
    """How well something came back; the numbers are those of FSRS. *Easy* is never given: a press may be luck."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


@dataclass(frozen=True, slots=True)
class Card:
    """One item in one learner's memory. The same in every language: items are."""

    place: BankPlace
    stability: float
    """Days after which it is still remembered with a probability of 90 %."""
    difficulty: float
    """1 to 10."""
    due_at: datetime
    reviewed_at: datetime
    reviews: int
    lapses: int
    """How often it was forgotten."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A daily message that somebody asked for."""

    key: LearnerKey
    """Whose, and about what they learn where."""
    minute: int
    """Of the day by their own clock, 0 to 1439."""
    timezone: str
    """An IANA name."""
    language: Locale
    sent_on: date | None = None
    """The last day, by their own clock, that is done with."""


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row."""

    days: int
    freezes: int
    """Days that may still be missed without an end."""
    is_done_today: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """What comes due: for each day from today on how many, what is overdue counted today."""

    today: date
    counts: tuple[int, ...]
    later: int
    """Those due after these days."""
