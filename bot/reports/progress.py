"""One learner's progress: what was read, what is known, how surely, and what stays when help is gone.

Computed anew whenever it is asked for, from what the rooms keep; shown to that learner alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.learners.values import LearnerKey
from bot.lessons.library import Library
from bot.lessons.values import LessonProgress
from bot.quiz.attempts.rating import Rating
from bot.quiz.attempts.values import Confidence, PastAnswer
from bot.quiz.bank_values import BankPlace
from bot.quiz.quizzes import Quizzes
from bot.quiz.reviews.reviews import Reviews
from bot.quiz.reviews.values import Streak
from bot.texts.locales import Locale

LATER: Final = timedelta(days=1)
"""How long after an answer with help one without help says that something stayed."""


@dataclass(frozen=True, slots=True)
class LessonStanding:
    """One lesson that was begun."""

    title: str
    """As its author wrote it."""
    read: int
    sections: int
    mastery: float | None
    """Probability, 0 to 1, of knowing a middling question on its concepts; None before any was asked."""
    asked: int
    """Concepts of the lesson that were asked about."""
    concepts: int


@dataclass(frozen=True, slots=True)
class Beside:
    """The same items with help and, days later, without."""

    items: int
    assisted: int
    """How many were right where help was at hand."""
    unaided: int
    """How many were right later, without."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that `/progress show` tells."""

    finished: int
    lessons: int
    standings: tuple[LessonStanding, ...]
    streak: Streak
    due: int
    cards: int
    calibration: Mapping[Confidence, tuple[int, int]]
    """For each confidence how many answers were given with it, and how many of them were right."""
    beside: Beside
    answers: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been done yet."""
        return not (self.standings or self.answers)


class ProgressReports:
    """Puts a learner's progress together."""

    def __init__(self, library: Library, quizzes: Quizzes, reviews: Reviews) -> None:
        self._library = library
        self._quizzes = quizzes
        self._reviews = reviews

    async def of(self, key: LearnerKey, locale: Locale) -> Progress:
        """The progress of one learner in one place."""
        lessons = await self._library.progress(key, locale)
        ratings = await self._quizzes.mastery(key)
        answers = await self._quizzes.given(key)
        begun = {answer.place.lesson_id for answer in answers}
        cards = await self._reviews.cards(key)
        return Progress(
            finished=sum(one.finished for one in lessons),
            lessons=len(lessons),
            standings=tuple(
                standing(one, ratings) for one in lessons if one.started or one.lesson.id in begun
            ),
            streak=await self._reviews.streak(key, locale),
            due=await self._reviews.count_due(key, locale),
            cards=len(cards),
            calibration=calibration(answers),
            beside=beside(answers),
            answers=len(answers),
        )


def standing(progress: LessonProgress, ratings: Mapping[str, Rating]) -> LessonStanding:
    """Where a learner stands with a lesson: the mean over those of its concepts that were asked about."""
    lesson = progress.lesson
    concepts = {concept for section in lesson.sections for concept in section.concepts}
    known = [ratings[concept].known for concept in sorted(concepts) if concept in ratings]
    return LessonStanding(
        title=lesson.title,
        read=len(progress.read),
        sections=len(lesson.sections),
        mastery=sum(known) / len(known) if known else None,
        asked=len(known),
        concepts=len(concepts),
    )


def calibration(answers: Sequence[PastAnswer]) -> dict[Confidence, tuple[int, int]]:
    """How often each confidence was right; those never said are left out."""
    found = {}
    for confidence in Confidence:
        rights = [answer.is_right for answer in answers if answer.confidence is confidence]
        if rights:
            found[confidence] = (len(rights), sum(rights))
    return found


def beside(answers: Sequence[PastAnswer]) -> Beside:
    """Of each item the last answer with help at hand, beside the first one without help at least `LATER` after it."""
    helped: dict[BankPlace, PastAnswer] = {}
    pairs: dict[BankPlace, tuple[bool, bool]] = {}
    for answer in answers:
        if not answer.is_unaided:
            helped[answer.place] = answer
            continue
        before = helped.get(answer.place)
        if before is not None and answer.place not in pairs and answer.at - before.at >= LATER:
            pairs[answer.place] = (before.is_right, answer.is_right)
    return Beside(
        items=len(pairs),
        assisted=sum(with_help for with_help, _ in pairs.values()),
        unaided=sum(without for _, without in pairs.values()),
    )
