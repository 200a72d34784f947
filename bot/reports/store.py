"""The table for thumbs, and statements over every table that holds rows about persons.

Those tables are found by the schema itself: a table that knows a person has a column `user_id`; export and erasure walk the same list, so they cannot differ, and a
table added later is in both at once. A full-text index over personal rows must follow its table by itself (by
trigger), never by a step of its own.
"""

from base64 import b64encode
from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import BigInteger, Column, String, Table, Text, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.reports.review import store as review_store
from bot.storage.tables import UtcDateTime, metadata

reports = review_store.reports

_KEYS_OF_DISCORD = frozenset({"token"})
"""Columns that are Discord's keys and not words about the person."""

Record = Mapping[str, object]

ratings = Table(
    "report_ratings",
    metadata,
    Column("turn_id", String(16), primary_key=True),
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("thumb", String(8), nullable=False),
    Column("reason", Text, nullable=True),
    Column("made_at", UtcDateTime, nullable=False),
)


def personal_tables() -> tuple[Table, ...]:
    """The tables that hold rows about persons, children before parents."""
    return tuple(table for table in reversed(metadata.sorted_tables) if "user_id" in table.c)


def authored_tables() -> tuple[Table, ...]:
    """The tables of what a server keeps when its author goes: rows that note in `author_id` who wrote them."""
    return tuple(table for table in metadata.sorted_tables if "author_id" in table.c)


async def rows_about(connection: AsyncConnection, user_id: int) -> Mapping[str, tuple[Record, ...]]:
    """Everything that `erase_rows` would remove, by table; tables without a row are left out.

    Of what the person wrote for a server, where their name stands: it is the name that goes.
    """
    found: dict[str, tuple[Record, ...]] = {}
    for table in personal_tables():
        columns = [column for column in table.c if column.name not in _KEYS_OF_DISCORD]
        rows = await connection.execute(select(*columns).where(table.c.user_id == user_id))
        records = tuple({name: _plain(value) for name, value in row.items()} for row in rows.mappings())
        if records:
            found[table.name] = records
    for table in authored_tables():
        rows = await connection.execute(select(*table.primary_key).where(table.c.author_id == user_id))
        if records := tuple({name: _plain(value) for name, value in row.items()} for row in rows.mappings()):
            found[table.name] = records
    return found


async def erase_rows(connection: AsyncConnection, user_id: int) -> Mapping[str, int]:
    """Remove everything that `rows_about` gives; says how many rows went from which table."""
    gone: dict[str, int] = {}
    for table in personal_tables():
        count = (await connection.execute(delete(table).where(table.c.user_id == user_id))).rowcount
        if count:
            gone[table.name] = count
    for table in authored_tables():
        written = update(table).where(table.c.author_id == user_id).values(author_id=None)
        if count := (await connection.execute(written)).rowcount:
            gone[table.name] = count
    return gone


async def rate(
    connection: AsyncConnection, key: LearnerKey, turn_id: str, thumb: str, now: datetime, reason: str = ""
) -> None:
    """Keep one learner's thumb for one answer, with a reason where they gave one."""
    await connection.execute(
        delete(ratings).where(
            ratings.c.turn_id == turn_id,
            ratings.c.server_id == key.server_id,
            ratings.c.user_id == key.user_id,
        )
    )
    await connection.execute(
        insert(ratings).values(
            turn_id=turn_id,
            server_id=key.server_id,
            user_id=key.user_id,
            thumb=thumb,
            reason=reason,
            made_at=now,
        )
    )


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else value
