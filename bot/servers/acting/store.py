"""Tables and statements for moderators and their changes.

A change names its moderator by a mark. Whose mark it is stands in one row, which goes when that person erases their
data: the change stays, with a pseudonym.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ColumnElement,
    Index,
    Integer,
    Row,
    String,
    Table,
    UniqueConstraint,
    event,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import UtcDateTime, metadata

SUBJECT_LENGTH = 80

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
    Column("subject", String(SUBJECT_LENGTH), nullable=False),
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
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    made_at: datetime
    number: int = 0
    """Its place in the record of all servers; 0 until it is in it."""


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


async def record(connection: AsyncConnection, entry: AuditEntry) -> int:
    """Keep a change, in the unit that makes it; gives its number."""
    added = await connection.execute(
        insert(audit).values(
            server_id=entry.server_id,
            actor=entry.actor,
            action=entry.action,
            subject=entry.subject[:SUBJECT_LENGTH],
            before=None if entry.before is None else dict(entry.before),
            after=None if entry.after is None else dict(entry.after),
            made_at=entry.made_at,
        )
    )
    assert added.inserted_primary_key is not None  # one row was added
    number: int = added.inserted_primary_key[0]
    return number


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes are looked for; None leaves a part open."""

    actor: str | None = None
    action: str | None = None
    """An action, or the first part of several: "lesson" finds "lesson.published"."""
    since: datetime | None = None


def _matching(server_id: int, wanted: Wanted) -> list[ColumnElement[bool]]:
    which = [audit.c.server_id == server_id]
    if wanted.actor is not None:
        which.append(audit.c.actor == wanted.actor)
    if wanted.action is not None:
        which.append((audit.c.action == wanted.action) | audit.c.action.startswith(f"{wanted.action}."))
    if wanted.since is not None:
        which.append(audit.c.made_at >= wanted.since)
    return which


async def count(connection: AsyncConnection, server_id: int, wanted: Wanted) -> int:
    """How many changes match."""
    query = select(func.count()).select_from(audit).where(*_matching(server_id, wanted))
    return (await connection.scalar(query)) or 0


async def entries(
    connection: AsyncConnection, server_id: int, wanted: Wanted, *, skip: int = 0, most: int
) -> tuple[AuditEntry, ...]:
    """The changes of a server that match, newest first."""
    rows = await connection.execute(
        select(audit)
        .where(*_matching(server_id, wanted))
        .order_by(audit.c.number.desc())
        .offset(skip)
        .limit(most)
    )
    return tuple(_entry(row) for row in rows)


async def entry(connection: AsyncConnection, server_id: int, number: int) -> AuditEntry | None:
    """One change."""
    row = (
        await connection.execute(
            select(audit).where(audit.c.server_id == server_id, audit.c.number == number)
        )
    ).one_or_none()
    return None if row is None else _entry(row)


async def newest_number(connection: AsyncConnection, server_id: int) -> int:
    """The number of a server's newest change; 0 before the first."""
    query = select(func.max(audit.c.number)).where(audit.c.server_id == server_id)
    return (await connection.scalar(query)) or 0


async def between(
    connection: AsyncConnection, server_id: int, *, after: int, until: int | None = None
) -> tuple[AuditEntry, ...]:
    """The changes of a server behind one number and up to another, newest first."""
    which = [audit.c.server_id == server_id, audit.c.number > after]
    if until is not None:
        which.append(audit.c.number <= until)
    rows = await connection.execute(select(audit).where(*which).order_by(audit.c.number.desc()))
    return tuple(_entry(row) for row in rows)


async def standing(
    connection: AsyncConnection, server_id: int, undo: str, *, most: int
) -> tuple[AuditEntry, ...]:
    """The last changes that were not taken back and take nothing back themselves (`undo` is their action)."""
    rows = await connection.execute(
        select(audit)
        .outerjoin(undone, undone.c.number == audit.c.number)
        .where(audit.c.server_id == server_id, undone.c.number.is_(None), audit.c.action != undo)
        .order_by(audit.c.number.desc())
        .limit(most)
    )
    return tuple(_entry(row) for row in rows)


async def actor_with(connection: AsyncConnection, server_id: int, user_id: int) -> str | None:
    """The mark of a moderator in this server; None for who has none."""
    found: str | None = await connection.scalar(
        select(actors.c.mark).where(actors.c.server_id == server_id, actors.c.user_id == user_id)
    )
    return found


async def who_changed(
    connection: AsyncConnection, server_id: int, names: Collection[str], *, look_back: int = 200
) -> tuple[int, ...]:
    """Who changed something of these names, whoever did so last first; without those who erased their data."""
    marks = [
        one.actor
        for one in await entries(connection, server_id, Wanted(), most=look_back)
        if not {*(one.before or {}), *(one.after or {})}.isdisjoint(names)
    ]
    people = await moderators(connection, set(marks))
    return tuple(people[mark] for mark in dict.fromkeys(marks) if mark in people)


async def undone_among(connection: AsyncConnection, numbers: Collection[int]) -> frozenset[int]:
    """Which of these changes were taken back."""
    rows = await connection.execute(select(undone.c.number).where(undone.c.number.in_(list(numbers))))
    return frozenset(rows.scalars())


async def undone_of(connection: AsyncConnection, server_id: int) -> frozenset[int]:
    """All changes of a server that were taken back."""
    rows = await connection.execute(select(undone.c.number).where(undone.c.server_id == server_id))
    return frozenset(rows.scalars())


async def note_undone(connection: AsyncConnection, entry: AuditEntry, now: datetime) -> None:
    """Note that a change was taken back. A second time the database refuses."""
    await connection.execute(
        insert(undone).values(number=entry.number, server_id=entry.server_id, undone_at=now)
    )


def _entry(row: Row[Any]) -> AuditEntry:
    return AuditEntry(
        row.server_id, row.actor, row.action, row.subject, row.before, row.after, row.made_at, row.number
    )
