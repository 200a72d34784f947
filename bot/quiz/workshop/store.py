"""Statements over a server's own questions, and over those of the course as it asks them.

Every function is one step inside somebody else's unit of work.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons.values import BUILT_IN
from bot.quiz.bank_values import BankPlace, ItemState
from bot.quiz.store import items, not_asked, questions, set_state, versions
from bot.quiz.workshop.statistics import FirstAnswer
from bot.storage import agree
from bot.texts.locales import Locale


@dataclass(frozen=True, slots=True)
class CourseQuestion:
    """A question of the course as a server asks it, by what it asks."""

    place: BankPlace
    stem: str
    state: ItemState


async def first_answers(connection: AsyncConnection, server_id: int) -> Sequence[FirstAnswer]:
    """Every person's first answer to each item in a server."""
    rows = await connection.execute(
        select(questions)
        .where(
            questions.c.server_id == server_id,
            questions.c.is_first.is_(True),
            questions.c.answered_at.is_not(None),
        )
        .order_by(questions.c.answered_at)
    )
    return [
        FirstAnswer(
            row.user_id,
            BankPlace(row.bank_id, row.lesson_id, row.item_id),
            bool(row.is_right),
            tuple(row.answer["chosen"]) if row.answer else (),
        )
        for row in rows
    ]


async def servers_with_answers(connection: AsyncConnection) -> Sequence[int]:
    """The servers in which questions were answered; direct messages are none."""
    rows = await connection.execute(
        select(questions.c.server_id)
        .where(questions.c.server_id != 0, questions.c.is_first.is_(True))
        .distinct()
    )
    return rows.scalars().all()


async def next_position(connection: AsyncConnection, server_id: int, lesson_id: str) -> int:
    """The place behind the last question of a lesson."""
    last = await connection.scalar(
        select(func.max(items.c.position)).where(
            items.c.server_id == server_id, items.c.lesson_id == lesson_id
        )
    )
    return 0 if last is None else int(last) + 1


async def set_asked(
    connection: AsyncConnection, server_id: int, place: BankPlace, state: ItemState, now: datetime
) -> bool:
    """Publish or retire a question in a server, one of the course for that server alone; False where there is none."""
    if place.bank_id != BUILT_IN:
        return await set_state(connection, place, state)
    values = {"server_id": server_id, "lesson_id": place.lesson_id, "item_id": place.item_id}
    await connection.execute(
        delete(not_asked).where(*(not_asked.c[name] == value for name, value in values.items()))
    )
    if state is ItemState.RETIRED:
        await connection.execute(insert(not_asked).values(**values, decided_at=now))
    return True


async def taken_out(connection: AsyncConnection, server_id: int) -> frozenset[BankPlace]:
    """The questions of the course that a server's moderators took out."""
    rows = await connection.execute(
        select(not_asked.c.lesson_id, not_asked.c.item_id).where(not_asked.c.server_id == server_id)
    )
    return frozenset(BankPlace(BUILT_IN, row.lesson_id, row.item_id) for row in rows)


async def course_places(connection: AsyncConnection) -> Sequence[BankPlace]:
    """Where all questions of the course are that can be asked."""
    rows = await connection.execute(
        select(items.c.lesson_id, items.c.item_id).where(
            items.c.server_id == BUILT_IN, items.c.state == ItemState.PUBLISHED.value
        )
    )
    return [BankPlace(BUILT_IN, row.lesson_id, row.item_id) for row in rows]


async def course_questions(
    connection: AsyncConnection, server_id: int, language: Locale, typed: str, most: int
) -> Sequence[CourseQuestion]:
    """What the course asks: every question that the server took out, then those with the words `typed`, `most` in all."""
    stem = versions.c.texts[(language.value, "item", "stem")].as_string()
    is_out = not_asked.c.item_id.is_not(None)
    rows = await connection.execute(
        select(items.c.lesson_id, items.c.item_id, stem.label("stem"), is_out.label("is_out"))
        .join(versions, agree(versions, items, "server_id", "lesson_id", "item_id", "version"))
        .outerjoin(
            not_asked,
            and_(not_asked.c.server_id == server_id, agree(not_asked, items, "lesson_id", "item_id")),
        )
        .where(
            items.c.server_id == BUILT_IN,
            items.c.state == ItemState.PUBLISHED.value,
            or_(is_out, stem.icontains(typed, autoescape=True)),
        )
        .order_by(is_out.desc(), items.c.position)
        .limit(most)
    )
    return [
        CourseQuestion(
            BankPlace(BUILT_IN, row.lesson_id, row.item_id),
            row.stem,
            ItemState.RETIRED if row.is_out else ItemState.PUBLISHED,
        )
        for row in rows
    ]
