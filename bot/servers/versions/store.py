"""Something that a server sets as a whole (its settings, its content policy), kept version by version.

The newest version holds, none is ever changed, and each carries the mark of the moderator who made it. What stands in the
data is not known here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Integer, String, Table, bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import UtcDateTime, metadata


@dataclass(frozen=True, slots=True)
class Stored:
    """What holds now; version 0 is that of a server which set nothing."""

    version: int
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Version:
    """One version, and who made it."""

    number: int
    data: Mapping[str, Any]
    actor: str
    made_at: datetime


class Versions:
    """A table of such versions with its statements."""

    def __init__(self, table: str, column: str) -> None:
        """`column` holds the data."""
        self.table = Table(
            table,
            metadata,
            Column("server_id", BigInteger, primary_key=True, autoincrement=False),
            Column("version", Integer, primary_key=True, autoincrement=False),
            Column(column, JSON, nullable=False),
            Column("actor", String(16), nullable=False),
            Column("made_at", UtcDateTime, nullable=False),
        )
        self._column = column
        self._columns = self.table.c
        self._newest = (
            select(self._columns.version, self._columns[column].label("data"))
            .where(self._columns.server_id == bindparam("server"))
            .order_by(self._columns.version.desc())
            .limit(1)
        )

    async def newest(self, connection: AsyncConnection, server_id: int) -> Stored:
        """What holds now."""
        row = (await connection.execute(self._newest, {"server": server_id})).one_or_none()
        return Stored(0, {}) if row is None else Stored(row.version, row.data)

    async def add(
        self,
        connection: AsyncConnection,
        server_id: int,
        version: int,
        data: Mapping[str, Any],
        *,
        actor: str,
        now: datetime,
    ) -> None:
        """Keep a new version."""
        values = {
            "server_id": server_id,
            "version": version,
            self._column: dict(data),
            "actor": actor,
            "made_at": now,
        }
        await connection.execute(insert(self.table).values(values))

    async def latest(self, connection: AsyncConnection, server_id: int, *, most: int) -> tuple[Version, ...]:
        """The newest versions, newest first."""
        rows = await connection.execute(
            select(self.table, self._columns[self._column].label("data"))
            .where(self._columns.server_id == server_id)
            .order_by(self._columns.version.desc())
            .limit(most)
        )
        return tuple(Version(row.version, row.data, row.actor, row.made_at) for row in rows)

    async def servers(self, connection: AsyncConnection) -> tuple[int, ...]:
        """Every server that ever set something."""
        found = select(self._columns.server_id).distinct().order_by(self._columns.server_id)
        return tuple((await connection.execute(found)).scalars())
