"""Table and statements for greetings."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, Table, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import UtcDateTime, metadata

greetings = Table(
    "server_greetings",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("greeted_at", UtcDateTime, nullable=False),
)
"""Servers whose people were told how to begin; the row goes when everything of a server that was left goes."""


async def was_greeted(connection: AsyncConnection, server_id: int) -> bool:
    """Whether a server was greeted."""
    query = select(greetings.c.server_id).where(greetings.c.server_id == server_id)
    return await connection.scalar(query) is not None


async def note(connection: AsyncConnection, server_id: int, now: datetime) -> None:
    """Note that a server was greeted; noted twice is noted once."""
    if not await was_greeted(connection, server_id):
        await connection.execute(insert(greetings).values(server_id=server_id, greeted_at=now))
