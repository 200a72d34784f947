"""Statements over attempts, their questions, and mastery. Every function is one step inside somebody else's unit of work."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.lessons.values import READING_ORDER
from bot.quiz.attempts.answers import Answer, grade
from bot.quiz.attempts.rating import Rating
from bot.quiz.attempts.values import (
    Attempt,
    Confidence,
    Mode,
    PastAnswer,
    PastAttempt,
    Question,
    State,
    shuffled,
)
from bot.quiz.bank_values import BankPlace
from bot.quiz.items import Item
from bot.quiz.store import attempts, item_text, item_texts, mastery, questions
from bot.texts.locales import Locale


async def add_attempt(connection: AsyncConnection, attempt: Attempt) -> None:
    """Store a new attempt."""
    await connection.execute(
        insert(attempts).values(
            id=attempt.id,
            server_id=attempt.key.server_id,
            user_id=attempt.key.user_id,
            lessons=list(attempt.lessons),
            mode=attempt.mode.value,
            language=attempt.language.value,
            seed=attempt.seed,
            length=attempt.length,
            state=attempt.state.value,
            number=attempt.number,
            started_at=attempt.started_at,
            ended_at=attempt.ended_at,
        )
    )


async def load(connection: AsyncConnection, attempt_id: str) -> Attempt | None:
    """An attempt, whoever's it is."""
    row = (await connection.execute(select(attempts).where(attempts.c.id == attempt_id))).one_or_none()
    return attempt_of(row) if row is not None else None


async def latest(
    connection: AsyncConnection, key: LearnerKey, states: Collection[State], only: Mode | None = None
) -> Attempt | None:
    """The learner's newest quiz here in one of these states; a single card is no quiz."""
    row = (
        await connection.execute(
            select(attempts)
            .where(
                *_of(attempts, key),
                attempts.c.state.in_([state.value for state in states]),
                attempts.c.mode != Mode.CARD.value if only is None else attempts.c.mode == only.value,
            )
            .order_by(attempts.c.started_at.desc(), attempts.c.id)
            .limit(1)
        )
    ).one_or_none()
    return attempt_of(row) if row is not None else None


async def past(connection: AsyncConnection, key: LearnerKey, limit: int) -> tuple[PastAttempt, ...]:
    """The learner's last quizzes here, the newest first."""
    rows = await connection.execute(
        select(
            attempts,
            func.count(questions.c.answered_at).label("answered"),
            func.sum(case((questions.c.is_right, 1), else_=0)).label("right"),
        )
        .join(questions, questions.c.attempt_id == attempts.c.id, isouter=True)
        .where(*_of(attempts, key), attempts.c.mode != Mode.CARD.value)
        .group_by(attempts.c.id)
        .order_by(attempts.c.started_at.desc(), attempts.c.id)
        .limit(limit)
    )
    return tuple(PastAttempt(attempt_of(row), row.answered, row.right or 0) for row in rows)


async def change(connection: AsyncConnection, attempt_id: str, **values: Any) -> None:
    """Set columns of an attempt."""
    await connection.execute(update(attempts).where(attempts.c.id == attempt_id).values(**values))


async def add_question(
    connection: AsyncConnection, attempt: Attempt, number: int, place: BankPlace, version: int
) -> None:
    """Give a question to an attempt."""
    await connection.execute(
        insert(questions).values(
            attempt_id=attempt.id,
            number=number,
            server_id=attempt.key.server_id,
            user_id=attempt.key.user_id,
            bank_id=place.bank_id,
            lesson_id=place.lesson_id,
            item_id=place.item_id,
            version=version,
            hints=0,
        )
    )


async def question(connection: AsyncConnection, attempt: Attempt, number: int) -> Question | None:
    """One question of an attempt; None where it has none of that number."""
    row = (
        await connection.execute(
            select(questions).where(questions.c.attempt_id == attempt.id, questions.c.number == number)
        )
    ).one_or_none()
    return await _question(connection, attempt, row) if row is not None else None


async def answered(connection: AsyncConnection, attempt: Attempt) -> tuple[Question, ...]:
    """The questions of an attempt that were answered, in their order."""
    rows = await connection.execute(
        select(questions)
        .where(questions.c.attempt_id == attempt.id, questions.c.answered_at.is_not(None))
        .order_by(questions.c.number)
    )
    found = [await _question(connection, attempt, row) for row in rows.all()]
    return tuple(one for one in found if one is not None)


async def places(connection: AsyncConnection, attempt_id: str) -> tuple[BankPlace, ...]:
    """Which items an attempt has so far."""
    rows = await connection.execute(
        select(questions.c.bank_id, questions.c.lesson_id, questions.c.item_id).where(
            questions.c.attempt_id == attempt_id
        )
    )
    return tuple(BankPlace(*row) for row in rows)


async def change_question(connection: AsyncConnection, attempt_id: str, number: int, **values: Any) -> bool:
    """Set columns of a question that is not answered yet; False where it is."""
    changed = await connection.execute(
        update(questions)
        .where(
            questions.c.attempt_id == attempt_id,
            questions.c.number == number,
            questions.c.answered_at.is_(None),
        )
        .values(**values)
    )
    return changed.rowcount > 0


async def record(connection: AsyncConnection, key: LearnerKey) -> Mapping[BankPlace, bool]:
    """The items that a learner has answered here, and whether the last answer was right."""
    rows = await connection.execute(
        select(questions.c.bank_id, questions.c.lesson_id, questions.c.item_id, questions.c.is_right)
        .where(*_of(questions, key), questions.c.answered_at.is_not(None))
        .order_by(questions.c.answered_at)
    )
    return {BankPlace(row.bank_id, row.lesson_id, row.item_id): bool(row.is_right) for row in rows}


async def open_questions(connection: AsyncConnection, key: LearnerKey, limit: int) -> tuple[Question, ...]:
    """The questions that a learner has before them and has not answered, the newest attempts first."""
    rows = await connection.execute(
        select(attempts)
        .where(*_of(attempts, key), attempts.c.state == State.OPEN.value)
        .order_by(attempts.c.started_at.desc())
        .limit(limit)
    )
    found = []
    for row in rows.all():
        attempt = attempt_of(row)
        one = await question(connection, attempt, attempt.number)
        if one is not None and one.answer is None:
            found.append(one)
    return tuple(found)


# Made once: every question to the tutor asks for these.
_OPEN_PLACES = (
    select(questions.c.bank_id, questions.c.lesson_id, questions.c.item_id, questions.c.version)
    .join(attempts, and_(questions.c.attempt_id == attempts.c.id, questions.c.number == attempts.c.number))
    .where(
        attempts.c.server_id == bindparam("server"),
        attempts.c.user_id == bindparam("user"),
        attempts.c.state == State.OPEN.value,
        questions.c.answered_at.is_(None),
    )
    .order_by(attempts.c.started_at.desc())
    .limit(bindparam("most"))
)


async def open_items(connection: AsyncConnection, key: LearnerKey, limit: int) -> tuple[Item, ...]:
    """The items of `open_questions`, each in every language it has."""
    wanted = {"server": key.server_id, "user": key.user_id, "most": limit}
    found: list[Item] = []
    for row in (await connection.execute(_OPEN_PLACES, wanted)).all():
        place = BankPlace(row.bank_id, row.lesson_id, row.item_id)
        found += (await item_texts(connection, place, row.version)).values()
    return tuple(found)


async def ratings(
    connection: AsyncConnection, key: LearnerKey, concepts: Collection[str] | None = None
) -> Mapping[str, Rating]:
    """Where a learner stands with concepts; those never asked about are left out."""
    query = select(mastery).where(*_of(mastery, key))
    if concepts is not None:
        query = query.where(mastery.c.concept.in_(concepts))
    return {row.concept: Rating(row.rating, row.answers) for row in await connection.execute(query)}


async def given(connection: AsyncConnection, key: LearnerKey) -> tuple[PastAnswer, ...]:
    """Everything that a learner has answered here, the oldest first."""
    rows = await connection.execute(
        select(questions, attempts.c.mode)
        .join(attempts, attempts.c.id == questions.c.attempt_id)
        .where(*_of(questions, key), questions.c.answered_at.is_not(None))
        .order_by(questions.c.answered_at, questions.c.attempt_id, questions.c.number)
    )
    return tuple(
        PastAnswer(
            place=BankPlace(row.bank_id, row.lesson_id, row.item_id),
            mode=Mode(row.mode),
            hints=row.hints,
            confidence=Confidence(row.confidence) if row.confidence else None,
            is_right=bool(row.is_right),
            at=row.answered_at,
        )
        for row in rows
    )


async def known_items(
    connection: AsyncConnection, server_id: int, lesson_id: str | None = None
) -> Mapping[int, int]:
    """For each person how many different items they have answered rightly without help in a server."""
    rights = select(
        questions.c.user_id, questions.c.bank_id, questions.c.lesson_id, questions.c.item_id
    ).where(questions.c.server_id == server_id, questions.c.is_right.is_(True), questions.c.hints == 0)
    if lesson_id is not None:
        rights = rights.where(questions.c.lesson_id == lesson_id)
    each = rights.distinct().subquery()
    rows = await connection.execute(
        select(each.c.user_id, func.count().label("items")).group_by(each.c.user_id)
    )
    return {row.user_id: row.items for row in rows}


async def forget_before(connection: AsyncConnection, moment: datetime, server_id: int | None = None) -> int:
    """Remove attempts that began before a moment, of one server where it is named, with their questions; how many."""
    is_old = attempts.c.started_at < moment
    if server_id is not None:
        is_old &= attempts.c.server_id == server_id
    old = select(attempts.c.id).where(is_old)
    await connection.execute(delete(questions).where(questions.c.attempt_id.in_(old)))
    return (await connection.execute(delete(attempts).where(is_old))).rowcount


def attempt_of(row: Any) -> Attempt:
    """An attempt as its row says it."""
    return Attempt(
        id=row.id,
        key=LearnerKey(row.server_id, row.user_id),
        lessons=tuple(row.lessons),
        mode=Mode(row.mode),
        language=Locale(row.language),
        seed=row.seed,
        length=row.length,
        state=State(row.state),
        number=row.number,
        started_at=row.started_at,
        ended_at=row.ended_at,
    )


async def _question(connection: AsyncConnection, attempt: Attempt, row: Row[Any]) -> Question | None:
    place = BankPlace(row.bank_id, row.lesson_id, row.item_id)
    item = await item_text(connection, place, row.version, READING_ORDER[attempt.language])
    return question_from(attempt, place, item, row) if item is not None else None


def question_from(attempt: Attempt, place: BankPlace, item: Item, row: Any) -> Question:
    """A question as its row says it: `number`, `version`, `hints`, `confidence` and `answer`."""
    answer = Answer.from_data(row.answer) if row.answer is not None else None
    return Question(
        number=row.number,
        place=place,
        version=row.version,
        item=item,
        order=shuffled(item, attempt.seed, row.number),
        hints=row.hints,
        confidence=Confidence(row.confidence) if row.confidence else None,
        answer=answer,
        grade=grade(item, answer) if answer is not None else None,
    )


def _of(table: Any, key: LearnerKey) -> Iterable[Any]:
    return (table.c.server_id == key.server_id, table.c.user_id == key.user_id)


def _same_item(place: BankPlace) -> Iterable[Any]:
    return (
        questions.c.bank_id == place.bank_id,
        questions.c.lesson_id == place.lesson_id,
        questions.c.item_id == place.item_id,
    )
