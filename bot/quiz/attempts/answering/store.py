"""The statements of one answer. Made once: making them anew costs as much as running them, and people wait.

Every function is one step inside somebody else's unit of work.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.quiz.attempts import store as attempts_store
from bot.quiz.attempts.answers import Answer, Grade
from bot.quiz.attempts.rating import Rating
from bot.quiz.attempts.values import Attempt, Question
from bot.quiz.bank_values import BankPlace
from bot.quiz.live import store as live
from bot.quiz.reviews import store as reviews
from bot.quiz.reviews.values import Card
from bot.quiz.store import attempts, items, mastery, questions, versions


@dataclass(frozen=True, slots=True)
class Before:
    """How things stand before an answer."""

    attempt: Attempt
    question: Question | None
    """None where the attempt has none of that number."""
    difficulty: tuple[float, int] | None
    """Of the item, in logits, and from how many first answers that was learnt; None where the bank has it no more."""
    card: Card | None
    """What is known of the item in the learner's memory; None before its first answer."""
    timezone: str | None
    """What the learner's days are counted by, where they have named it."""
    has_met: bool
    """Whether the learner has answered the item before, anywhere; also in a live round, which showed them the answer."""


_earlier = questions.alias("earlier")


def _same_item(table: Any, other: Any = questions) -> ColumnElement[bool]:
    bank = table.c.bank_id if "bank_id" in table.c else table.c.server_id
    return and_(
        bank == other.c.bank_id,
        table.c.lesson_id == other.c.lesson_id,
        table.c.item_id == other.c.item_id,
    )


_ANSWERED = (
    select(_earlier.c.number)
    .where(
        _earlier.c.user_id == questions.c.user_id, _same_item(_earlier), _earlier.c.answered_at.is_not(None)
    )
    .correlate(questions)
    .exists()
)
_PLAYED = (
    select(live.answers.c.number)
    .join(
        live.questions,
        and_(
            live.questions.c.round_id == live.answers.c.round_id,
            live.questions.c.number == live.answers.c.number,
        ),
    )
    .where(live.answers.c.user_id == questions.c.user_id, _same_item(live.questions))
    .correlate(questions)
    .exists()
)
_TABLES = (attempts, questions, reviews.review_cards)
_BEFORE = (
    select(
        *(column.label(f"{table.name}_{column.name}") for table in _TABLES for column in table.c),
        versions.c.texts,
        items.c.difficulty,
        items.c.answers,
        reviews.reminders.c.timezone,
        or_(_ANSWERED, _PLAYED).label("has_met"),
    )
    .select_from(attempts)
    .join(
        questions,
        and_(questions.c.attempt_id == attempts.c.id, questions.c.number == bindparam("number")),
        isouter=True,
    )
    .join(versions, and_(_same_item(versions), versions.c.version == questions.c.version), isouter=True)
    .join(items, _same_item(items), isouter=True)
    .join(
        reviews.review_cards,
        and_(
            reviews.review_cards.c.server_id == attempts.c.server_id,
            reviews.review_cards.c.user_id == attempts.c.user_id,
            _same_item(reviews.review_cards),
        ),
        isouter=True,
    )
    .join(reviews.reminders, reviews.reminders.c.user_id == attempts.c.user_id, isouter=True)
    .where(attempts.c.id == bindparam("attempt"))
)
_RATINGS = select(mastery.c.concept, mastery.c.rating, mastery.c.answers).where(
    mastery.c.server_id == bindparam("server"),
    mastery.c.user_id == bindparam("user"),
    mastery.c.concept.in_(bindparam("concepts", expanding=True)),
)
_MOVE_RATING = update(mastery).where(
    mastery.c.server_id == bindparam("of_server"),
    mastery.c.user_id == bindparam("of_user"),
    mastery.c.concept == bindparam("of_concept"),
)
_MOVE_DIFFICULTY = (
    update(items)
    .where(
        items.c.server_id == bindparam("of_bank"),
        items.c.lesson_id == bindparam("of_lesson"),
        items.c.item_id == bindparam("of_item"),
    )
    .values(difficulty=bindparam("to"), answers=items.c.answers + 1)
)
_ANSWER = update(questions).where(
    questions.c.attempt_id == bindparam("of_attempt"),
    questions.c.number == bindparam("of_number"),
    questions.c.answered_at.is_(None),
)
_MOVE_CARD = update(reviews.review_cards).where(
    reviews.review_cards.c.server_id == bindparam("of_server"),
    reviews.review_cards.c.user_id == bindparam("of_user"),
    reviews.review_cards.c.bank_id == bindparam("of_bank"),
    reviews.review_cards.c.lesson_id == bindparam("of_lesson"),
    reviews.review_cards.c.item_id == bindparam("of_item"),
)
_COUNT_DAY = (
    update(reviews.days)
    .where(
        reviews.days.c.server_id == bindparam("of_server"),
        reviews.days.c.user_id == bindparam("of_user"),
        reviews.days.c.day == bindparam("of_day"),
    )
    .values(answers=reviews.days.c.answers + 1)
)
_NEW_RATING, _NEW_CARD, _NEW_DAY = insert(mastery), insert(reviews.review_cards), insert(reviews.days)


async def before(connection: AsyncConnection, attempt_id: str, number: int) -> Before | None:
    """How an attempt and its question of that number stand; None where there is no such attempt."""
    row = (await connection.execute(_BEFORE, {"attempt": attempt_id, "number": number})).one_or_none()
    if row is None:
        return None
    attempt_row, question_row, card_row = _split(row)
    attempt = attempts_store.attempt_of(attempt_row)
    question = None
    if question_row.number is not None and row.texts is not None:
        question = attempts_store.question_of(attempt, question_row, row.texts)
    return Before(
        attempt=attempt,
        question=question,
        difficulty=None if row.difficulty is None else (row.difficulty, row.answers),
        card=None if card_row.item_id is None else reviews.card_of(card_row),
        timezone=row.timezone,
        has_met=bool(row.has_met),
    )


async def ratings(
    connection: AsyncConnection, key: LearnerKey, concepts: Sequence[str]
) -> Mapping[str, Rating]:
    """Where a learner stands with concepts; those never asked about are left out."""
    wanted = {"server": key.server_id, "user": key.user_id, "concepts": list(concepts)}
    rows = await connection.execute(_RATINGS, wanted)
    return {row.concept: Rating(row.rating, row.answers) for row in rows}


async def keep_ratings(
    connection: AsyncConnection,
    key: LearnerKey,
    changed: Mapping[str, Rating],
    *,
    known: Collection[str],
    now: datetime,
) -> None:
    """Keep where a learner stands with these concepts now; `known` are those that have a row."""
    old, new = [], []
    for concept, rating in changed.items():
        values = {"rating": rating.value, "answers": rating.answers, "changed_at": now}
        if concept in known:
            old.append({"of_server": key.server_id, "of_user": key.user_id, "of_concept": concept, **values})
        else:
            new.append({"server_id": key.server_id, "user_id": key.user_id, "concept": concept, **values})
    if old:
        await connection.execute(_MOVE_RATING, old)
    if new:
        await connection.execute(_NEW_RATING, new)


async def move_difficulty(connection: AsyncConnection, place: BankPlace, difficulty: float) -> None:
    """Keep what one more first answer says about how hard an item is."""
    await connection.execute(_MOVE_DIFFICULTY, {**_of_item(place), "to": difficulty})


async def keep(
    connection: AsyncConnection,
    attempt: Attempt,
    asked: Question,
    answer: Answer,
    grade: Grade,
    *,
    is_first: bool,
    now: datetime,
) -> None:
    """Keep the answer itself, where there is none yet."""
    await connection.execute(
        _ANSWER,
        {
            "of_attempt": attempt.id,
            "of_number": asked.number,
            "answer": answer.as_data(),
            "score": grade.score,
            "is_right": grade.is_right,
            "is_first": is_first,
            "answered_at": now,
        },
    )


async def keep_card(connection: AsyncConnection, key: LearnerKey, card: Card, *, is_new: bool) -> None:
    """Keep a card."""
    values = {
        "stability": card.stability,
        "difficulty": card.difficulty,
        "due_at": card.due_at,
        "reviewed_at": card.reviewed_at,
        "reviews": card.reviews,
        "lapses": card.lapses,
    }
    place = card.place
    if not is_new:
        of_learner = {"of_server": key.server_id, "of_user": key.user_id}
        await connection.execute(_MOVE_CARD, {**of_learner, **_of_item(place), **values})
        return
    await connection.execute(
        _NEW_CARD,
        {
            "server_id": key.server_id,
            "user_id": key.user_id,
            "bank_id": place.bank_id,
            "lesson_id": place.lesson_id,
            "item_id": place.item_id,
            **values,
        },
    )


async def count_day(connection: AsyncConnection, key: LearnerKey, day: date) -> None:
    """Count one more answer on a day."""
    changed = await connection.execute(
        _COUNT_DAY, {"of_server": key.server_id, "of_user": key.user_id, "of_day": day}
    )
    if changed.rowcount == 0:
        values = {"server_id": key.server_id, "user_id": key.user_id, "day": day, "answers": 1}
        await connection.execute(_NEW_DAY, values)


def _of_item(place: BankPlace) -> dict[str, Any]:
    return {"of_bank": place.bank_id, "of_lesson": place.lesson_id, "of_item": place.item_id}


def _split(row: Any) -> list[Any]:
    """The columns of each table of `_BEFORE` by their own names."""
    found, start = [], 0
    for table in _TABLES:
        names = table.c.keys()
        found.append(SimpleNamespace(**dict(zip(names, row[start : start + len(names)], strict=True))))
        start += len(names)
    return found
