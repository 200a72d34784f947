"""Tables and statements for moderators and their changes.

A change names its moderator by a mark. Whose mark it is stands in one row, which goes when that person erases their
data: the change stays, with a pseudonym.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    event,
    insert,
    select,
    text,
)
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import UtcDateTime, metadata

actors = Table(
    "server_actors",
    metadata,
    Column("mark", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    UniqueConstraint("server_id", "user_id"),
)
"""Whose mark is whose."""

audit = Table(
    "server_audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("actor", String(16), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", String(80), nullable=False),
    Column("before", JSON, nullable=True),
    Column("after", JSON, nullable=True),
    Column("made_at", UtcDateTime, nullable=False),
    Index("ix_server_audit_server_id", "server_id", "number"),
    sqlite_autoincrement=True,
)
"""Every change of a moderator's, with what was there before and after it; never a learner's words.

Rows are added, and go with their server; the database itself refuses to change one.
"""

undone = Table(
    "server_undone",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("server_id", BigInteger, nullable=False),
    Column("undone_at", UtcDateTime, nullable=False),
)
"""Which changes were taken back, each once."""

NEVER_REWRITTEN = (
    "CREATE TRIGGER server_audit_is_never_rewritten BEFORE UPDATE ON server_audit "
    "BEGIN SELECT RAISE(ABORT, 'the record of changes is never rewritten'); END"
)


@event.listens_for(audit, "after_create")
def _seal(target: Table, connection: Connection, **_: object) -> None:
    connection.execute(text(NEVER_REWRITTEN))


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change. `action` is a word of ours such as "filters.set"; `subject` what was changed."""

    server_id: int
    actor: str
    action: str
    subject: str
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None
    made_at: datetime


async def actor_of(connection: AsyncConnection, server_id: int, user_id: int, *, new: str) -> str:
    """The moderator's mark in this server; `new` (a fresh id) becomes it where there is none."""
    known: str | None = await connection.scalar(
        select(actors.c.mark).where(actors.c.server_id == server_id, actors.c.user_id == user_id)
    )
    if known is not None:
        return known
    await connection.execute(insert(actors).values(mark=new, server_id=server_id, user_id=user_id))
    return new


async def moderators(connection: AsyncConnection, marks: Collection[str]) -> Mapping[str, int]:
    """The people behind marks; who has erased their data is not among them."""
    rows = await connection.execute(
        select(actors.c.mark, actors.c.user_id).where(actors.c.mark.in_(list(marks)))
    )
    return {row.mark: row.user_id for row in rows}


async def record(connection: AsyncConnection, entry: AuditEntry) -> None:
    """Keep a change; in the unit that makes it."""
    await connection.execute(
        insert(audit).values(
            server_id=entry.server_id,
            actor=entry.actor,
            action=entry.action,
            subject=entry.subject,
            before=None if entry.before is None else dict(entry.before),
            after=None if entry.after is None else dict(entry.after),
            made_at=entry.made_at,
        )
    )
