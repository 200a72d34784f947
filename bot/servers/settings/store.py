"""Tables and statements for each server's settings, version by version, and for the changes that were taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import JSON, BigInteger, Column, Integer, String, Table, bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import UtcDateTime, metadata

settings = Table(
    "server_settings",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("settings", JSON, nullable=False),
    Column("actor", String(16), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
)
"""Every version of a server's settings, by key, only those that were set; the newest holds."""

_NEWEST = (
    select(settings.c.version, settings.c.settings)
    .where(settings.c.server_id == bindparam("server"))
    .order_by(settings.c.version.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Stored:
    """A server's settings as they are kept; version 0 is that of a server which set nothing."""

    version: int
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Version:
    """One version, and who made it."""

    number: int
    data: Mapping[str, object]
    actor: str
    made_at: datetime


async def newest(connection: AsyncConnection, server_id: int) -> Stored:
    """The settings that hold now."""
    row = (await connection.execute(_NEWEST, {"server": server_id})).one_or_none()
    return Stored(0, {}) if row is None else Stored(row.version, row.settings)


async def add_version(
    connection: AsyncConnection,
    server_id: int,
    version: int,
    data: Mapping[str, object],
    *,
    actor: str,
    now: datetime,
) -> None:
    """Keep a new version. Versions are never changed."""
    await connection.execute(
        insert(settings).values(
            server_id=server_id, version=version, settings=dict(data), actor=actor, made_at=now
        )
    )


async def versions(connection: AsyncConnection, server_id: int, *, most: int) -> tuple[Version, ...]:
    """The newest versions, newest first."""
    rows = await connection.execute(
        select(settings)
        .where(settings.c.server_id == server_id)
        .order_by(settings.c.version.desc())
        .limit(most)
    )
    return tuple(Version(row.version, row.settings, row.actor, row.made_at) for row in rows)


async def servers_with_settings(connection: AsyncConnection) -> tuple[int, ...]:
    """Every server that ever set something."""
    rows = await connection.execute(select(settings.c.server_id).distinct().order_by(settings.c.server_id))
    return tuple(rows.scalars())
