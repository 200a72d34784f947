"""Table and statements for questions whose section a moderator has named."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import JSON, BigInteger, Column, String, Table, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons.links.values import Link
from bot.storage.tables import UtcDateTime, metadata

links = Table(
    "lesson_links",
    metadata,
    Column("turn_id", String(24), primary_key=True),
    Column("server_id", BigInteger, nullable=False, index=True),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("words", JSON, nullable=False),
    Column("lesson_id", String(64), nullable=False),
    Column("section_id", String(64), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
)
"""Words of a question and the section that answers it. `user_id` asked it: the words go with their data."""


async def of_server(connection: AsyncConnection, server_id: int) -> tuple[Link, ...]:
    """All links of a server."""
    rows = await connection.execute(select(links).where(links.c.server_id == server_id))
    return tuple(Link(frozenset(row.words), row.lesson_id, row.section_id) for row in rows)


async def put(
    connection: AsyncConnection,
    turn_id: str,
    server_id: int,
    user_id: int,
    words: Sequence[str],
    lesson_id: str,
    section_id: str,
    now: datetime,
) -> None:
    """Link a question's words to a section; a second link for the same turn replaces the first."""
    await connection.execute(delete(links).where(links.c.turn_id == turn_id))
    await connection.execute(
        insert(links).values(
            turn_id=turn_id,
            server_id=server_id,
            user_id=user_id,
            words=list(words),
            lesson_id=lesson_id,
            section_id=section_id,
            made_at=now,
        )
    )
