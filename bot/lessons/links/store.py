"""Table and statements for questions whose section a moderator has named."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import JSON, BigInteger, Column, String, Table, delete, insert, select, update
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

Section = tuple[str, str]
"""Ids of a lesson and of a section in it."""


async def of_server(connection: AsyncConnection, server_id: int) -> tuple[Link, ...]:
    """All links of a server."""
    rows = await connection.execute(select(links).where(links.c.server_id == server_id))
    return tuple(Link(frozenset(row.words), row.lesson_id, row.section_id) for row in rows)


async def section_of(connection: AsyncConnection, server_id: int, turn_id: str) -> Section | None:
    """The section that a turn's question is linked to, as lesson and section."""
    query = select(links.c.lesson_id, links.c.section_id)
    found = (
        await connection.execute(query.where(links.c.server_id == server_id, links.c.turn_id == turn_id))
    ).one_or_none()
    return None if found is None else (found.lesson_id, found.section_id)


async def move(connection: AsyncConnection, turn_id: str, section: Section) -> None:
    """Link a turn's question, which is linked, to another section."""
    lesson_id, section_id = section
    await connection.execute(
        update(links).where(links.c.turn_id == turn_id).values(lesson_id=lesson_id, section_id=section_id)
    )


async def remove(connection: AsyncConnection, turn_id: str) -> None:
    """Link a turn's question to nothing."""
    await connection.execute(delete(links).where(links.c.turn_id == turn_id))


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
    await remove(connection, turn_id)
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
