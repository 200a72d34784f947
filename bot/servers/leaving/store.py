"""Tables and statements for servers that the tutor has left, over every table that holds rows of a server.

Those tables are found by the schema itself: they have a column `server_id`. A table added later is among them at once.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import BigInteger, Column, Table, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import UtcDateTime, metadata

departures = Table(
    "server_departures",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("left_at", UtcDateTime, nullable=False),
)
"""Servers that were missing when somebody looked, and since when."""

STAY = frozenset({"server_departures", "server_usage", "model_calls"})
"""What is kept of a server that left: that it did, and what it cost, since the month's ceiling counts it."""


def tables_of_servers() -> tuple[Table, ...]:
    """The tables that hold rows of servers, children before parents."""
    return tuple(
        table
        for table in reversed(metadata.sorted_tables)
        if "server_id" in table.c and table.name not in STAY
    )


async def known_servers(connection: AsyncConnection) -> frozenset[int]:
    """Every server that there are rows of; direct messages and the built-in course (0) are no server."""
    found: set[int] = set()
    for table in tables_of_servers():
        found.update((await connection.execute(select(table.c.server_id).distinct())).scalars())
    return frozenset(server for server in found if server)


async def away(connection: AsyncConnection) -> dict[int, datetime]:
    """The servers that are known to be gone, and since when."""
    rows = await connection.execute(select(departures))
    return {row.server_id: row.left_at for row in rows}


async def note_away(connection: AsyncConnection, servers: Collection[int], now: datetime) -> None:
    """These servers are gone."""
    if servers:
        await connection.execute(
            insert(departures), [{"server_id": server, "left_at": now} for server in servers]
        )


async def note_back(connection: AsyncConnection, servers: Collection[int]) -> None:
    """These servers are there again, or nothing of them is left."""
    await connection.execute(delete(departures).where(departures.c.server_id.in_(list(servers))))


async def clear(connection: AsyncConnection, server_id: int) -> int:
    """Remove everything of a server; gives how many rows went. Raises `ValueError` for 0, which is no server."""
    if server_id == 0:
        raise ValueError("0 is direct messages and the built-in course")
    gone = 0
    for table in tables_of_servers():
        gone += (await connection.execute(delete(table).where(table.c.server_id == server_id))).rowcount
    return gone
