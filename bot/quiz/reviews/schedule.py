"""When an answered item is due again: FSRS with its published parameters, as the package of its authors computes it.

Days only: a tutor that asks again after ten minutes is a nuisance, so there are no learning steps. No chance in it, so a
schedule can be recomputed from the answers.
"""

from datetime import UTC, datetime
from typing import Final

import fsrs

from bot.quiz.attempts.answers import Grade
from bot.quiz.attempts.values import Confidence
from bot.quiz.bank_values import BankPlace
from bot.quiz.reviews.values import Card, Remembered

RETENTION: Final = 0.9
"""Probability of remembering at which an item is asked again."""
LONGEST: Final = 365
"""Days between two reviews at most."""

_SCHEDULER: Final = fsrs.Scheduler(
    desired_retention=RETENTION,
    learning_steps=(),
    relearning_steps=(),
    maximum_interval=LONGEST,
    enable_fuzzing=False,
)


def remembered(grade: Grade, hints: int, confidence: Confidence | None) -> Remembered:
    """What an answer says about memory: help or a guess makes a right one hard."""
    if not grade.is_right:
        return Remembered.AGAIN
    if hints or confidence is Confidence.GUESS:
        return Remembered.HARD
    return Remembered.GOOD


def reviewed(card: Card | None, place: BankPlace, how: Remembered, now: datetime) -> Card:
    """The card after an answer at `now` (UTC); a new one where there was none."""
    before = _theirs(card) if card is not None else fsrs.Card(card_id=0, due=now)
    after, _ = _SCHEDULER.review_card(before, fsrs.Rating(how.value), now.astimezone(UTC))
    assert after.stability is not None and after.difficulty is not None  # set by every review
    lapsed = card is not None and how is Remembered.AGAIN
    return Card(
        place=place,
        stability=after.stability,
        difficulty=after.difficulty,
        due_at=after.due,
        reviewed_at=now,
        reviews=(card.reviews if card else 0) + 1,
        lapses=(card.lapses if card else 0) + int(lapsed),
    )


def recall(card: Card, now: datetime) -> float:
    """Probability, 0 to 1, that it is remembered now."""
    return float(_SCHEDULER.get_card_retrievability(_theirs(card), now.astimezone(UTC)))


def _theirs(card: Card) -> fsrs.Card:
    return fsrs.Card(
        card_id=0,
        state=fsrs.State.Review,
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due_at,
        last_review=card.reviewed_at,
    )
