"""An attempt at a quiz as the rest of the house sees it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from random import Random

from bot.learners.values import LearnerKey
from bot.quiz.attempts.answers import Answer, Grade
from bot.quiz.bank_values import BankPlace
from bot.quiz.items import MOST_HINTS, Choice, Item, Kind, Matching, Ordering
from bot.texts.locales import Locale

LENGTHS = range(1, 31)
"""Questions in a quiz."""
USUAL_LENGTH = 5


class Mode(StrEnum):
    """How a quiz is taken."""

    PRACTICE = "practice"
    """Feedback after every question, hints."""
    EXAM = "exam"
    """No hints, everything explained at the end."""
    ADAPTIVE = "adaptive"
    """Like practice; each question fits what the learner has shown so far."""
    CARD = "card"
    """One question about a section (*Quiz me*)."""
    REVIEW = "review"
    """What is due again, without help."""

    @property
    def tells_at_once(self) -> bool:
        """Whether an answer is explained before the next question comes."""
        return self is not Mode.EXAM

    @property
    def has_hints(self) -> bool:
        """Whether there is help on the way."""
        return self not in (Mode.EXAM, Mode.REVIEW)


class State(StrEnum):
    """Where an attempt stands."""

    OPEN = "open"
    FINISHED = "finished"
    STOPPED = "stopped"
    """Ended by the learner before its last question; it can be taken up again."""


class Confidence(StrEnum):
    """How sure a learner says they are, before they know."""

    GUESS = "guess"
    FAIRLY = "fairly"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One quiz of one learner."""

    id: str
    key: LearnerKey
    lessons: tuple[str, ...]
    """Ids of the lessons that it asks about."""
    mode: Mode
    language: Locale
    seed: int
    length: int
    state: State
    number: int
    """Of the question that is open or was answered last, from 1."""
    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an attempt, as it was given to this learner."""

    number: int
    place: BankPlace
    version: int
    item: Item
    order: tuple[int, ...]
    """Options, steps or right sides as the card shows them: the n-th line shows number `order[n]` of the item."""
    hints: int
    """How many were taken."""
    confidence: Confidence | None
    answer: Answer | None
    grade: Grade | None
    """None until it is answered."""

    @property
    def more_hints(self) -> bool:
        """Whether another hint is there to be taken."""
        return self.hints < min(len(self.item.hints), MOST_HINTS)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be shown now: a question, what became of it, or the end."""

    attempt: Attempt
    question: Question | None
    """The one that is open, or that was answered last; None at the end of an exam or of a stopped quiz without answer."""
    result: "Result | None" = None
    """Set when the attempt has ended."""

    @property
    def is_asking(self) -> bool:
        """Whether an answer is waited for."""
        return self.result is None and self.question is not None and self.question.answer is None


@dataclass(frozen=True, slots=True)
class Result:
    """How an attempt ended."""

    questions: tuple[Question, ...]
    """Those that were answered."""
    asked: int
    """How many the quiz has."""

    @property
    def right(self) -> int:
        """How many were right."""
        return sum(question.grade is not None and question.grade.is_right for question in self.questions)

    @property
    def unaided(self) -> int:
        """How many were right without a hint."""
        return sum(
            question.grade is not None and question.grade.is_right and question.hints == 0
            for question in self.questions
        )

    @property
    def missed(self) -> tuple[Question, ...]:
        """Those that were not right."""
        return tuple(
            question for question in self.questions if question.grade is None or not question.grade.is_right
        )

    @property
    def to_reread(self) -> tuple[tuple[str, str], ...]:
        """Lesson and section of what was missed, the most missed first."""
        places = [(question.item.lesson_id, question.item.section_id) for question in self.missed]
        return tuple(sorted(dict.fromkeys(places), key=lambda place: -places.count(place)))

    def calibration(self, confidence: Confidence) -> tuple[int, int]:
        """How many answers were given with this confidence, and how many of them were right."""
        given = [question for question in self.questions if question.confidence is confidence]
        right = [question for question in given if question.grade is not None and question.grade.is_right]
        return len(given), len(right)


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """One line of the history."""

    attempt: Attempt
    answered: int
    right: int


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """One answer of long ago, without its words."""

    place: BankPlace
    mode: Mode
    hints: int
    confidence: Confidence | None
    is_right: bool
    at: datetime

    @property
    def is_unaided(self) -> bool:
        """Whether it was given where there is no help."""
        return not self.mode.has_hints


def shuffled(item: Item, seed: int, number: int) -> tuple[int, ...]:
    """In which order a card shows the parts of an item; the same for the same attempt and question, always."""
    if item.kind is Kind.TRUE_FALSE:
        return (0, 1)
    return _order(_parts(item), seed, number, must_change=isinstance(item.task, Ordering))


@lru_cache(4096)
def _order(count: int, seed: int, number: int, *, must_change: bool) -> tuple[int, ...]:
    """Remembered, since a question is put into its order each time it is looked at, and sowing chance takes its time."""
    chance, order = Random(f"{seed}:{number}"), list(range(count))
    chance.shuffle(order)
    while must_change and order == sorted(order):  # else the card would hold the answer
        chance.shuffle(order)
    return tuple(order)


def _parts(item: Item) -> int:
    match item.task:
        case Choice():
            return len(item.task.options)
        case Ordering():
            return len(item.task.steps)
        case Matching():
            return len(item.task.rights)
        case _:
            return 0
