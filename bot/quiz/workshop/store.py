"""Statements over a server's own questions. Every function is one step inside somebody else's unit of work."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.quiz.bank_values import BankPlace
from bot.quiz.store import items, questions
from bot.quiz.workshop.statistics import FirstAnswer


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
