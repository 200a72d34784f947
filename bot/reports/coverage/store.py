"""Statements for the coverage of a server. It adds no table."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.quiz.bank_values import BankPlace
from bot.quiz.store import questions


async def answered(connection: AsyncConnection, server_id: int) -> Sequence[tuple[BankPlace, int]]:
    """Each item that was answered in a server, with each person who answered it, once."""
    rows = await connection.execute(
        select(questions.c.bank_id, questions.c.lesson_id, questions.c.item_id, questions.c.user_id)
        .where(questions.c.server_id == server_id, questions.c.answered_at.is_not(None))
        .distinct()
    )
    return [(BankPlace(row.bank_id, row.lesson_id, row.item_id), row.user_id) for row in rows]
