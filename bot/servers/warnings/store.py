"""Table and statements for servers that have used most of a limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Date,
    Integer,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import UtcDateTime, metadata

warnings = Table(
    "server_quota_warnings",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), primary_key=True),
    Column("period", Date, primary_key=True),
    Column("percent", Integer, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("told_at", UtcDateTime, nullable=True),
)
"""One for each limit and period (its first day) of which most was used; `percent` of it, when that was noticed."""


@dataclass(frozen=True, slots=True)
class Warned:
    """Most of a limit is used."""

    server_id: int
    kind: str
    period: date
    """The first day of the period that the limit is for."""
    percent: int


async def note(connection: AsyncConnection, warned: Warned, now: datetime) -> bool:
    """Note it; False where that was done in this period."""
    known = await connection.scalar(
        select(warnings.c.percent).where(*_is(warned)),
    )
    if known is not None:
        return False
    await connection.execute(
        insert(warnings).values(
            server_id=warned.server_id,
            kind=warned.kind,
            period=warned.period,
            percent=warned.percent,
            made_at=now,
        )
    )
    return True


async def untold_servers(connection: AsyncConnection) -> frozenset[int]:
    """The servers of which a moderator is still to be told something."""
    rows = await connection.execute(
        select(warnings.c.server_id).where(warnings.c.told_at.is_(None)).distinct()
    )
    return frozenset(rows.scalars())


async def untold(connection: AsyncConnection, server_id: int) -> Sequence[Warned]:
    """What is still to be told of a server."""
    rows = await connection.execute(
        select(warnings)
        .where(warnings.c.server_id == server_id, warnings.c.told_at.is_(None))
        .order_by(warnings.c.period, warnings.c.kind)
    )
    return [Warned(row.server_id, row.kind, row.period, row.percent) for row in rows]


async def claim(connection: AsyncConnection, server_id: int, now: datetime) -> Sequence[Warned]:
    """What is to be told of a server, marked as told: whoever asks next gets nothing."""
    found = await untold(connection, server_id)
    await mark(connection, found, now)
    return found


async def mark(connection: AsyncConnection, warned: Sequence[Warned], told_at: datetime | None) -> None:
    """Note when these were told; None for what could not be told after all."""
    for one in warned:
        await connection.execute(update(warnings).where(*_is(one)).values(told_at=told_at))


async def drop_old(connection: AsyncConnection, *, before: date) -> None:
    """Remove what was noted of periods long over."""
    await connection.execute(delete(warnings).where(warnings.c.period < before))


def _is(warned: Warned) -> tuple[ColumnElement[bool], ...]:
    return (
        warnings.c.server_id == warned.server_id,
        warnings.c.kind == warned.kind,
        warnings.c.period == warned.period,
    )
