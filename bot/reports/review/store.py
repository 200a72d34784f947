"""Tables and statements for reported replies: cases, what reporters wrote, and what people are told about them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import UtcDateTime, metadata
from bot.texts.locales import Locale

cases = Table(
    "report_cases",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("subject", String(24), nullable=False),
    Column("user_id", BigInteger, nullable=True, index=True),
    Column("kind", String(16), nullable=False),
    Column("reply", Text, nullable=False),
    Column("locale", String(8), nullable=False),
    Column("channel_id", BigInteger, nullable=True),
    Column("message_id", BigInteger, nullable=True),
    Column("category", String(16), nullable=False),
    Column("rule", String(80), nullable=False),
    Column("score", Float, nullable=False),
    Column("state", String(16), nullable=False),
    Column("claimed_by", String(16), nullable=True),
    Column("claimed_at", UtcDateTime, nullable=True),
    Column("decided_by", String(16), nullable=True),
    Column("decided_at", UtcDateTime, nullable=True),
    Column("correction", Text, nullable=True),
    Column("opened_at", UtcDateTime, nullable=False),
    UniqueConstraint("server_id", "subject"),
    Index("ix_report_cases_state", "server_id", "state", "opened_at"),
)
"""One for each reported reply. `subject` is its turn, or "m" and the id of a message; `user_id` is who the reply was for
or who wrote the message, who is never shown to moderators and takes the case along when they erase their data."""

reports = Table(
    "report_reports",
    metadata,
    Column("id", String(16), primary_key=True),
    Column(
        "case_id",
        String(16),
        ForeignKey("report_cases.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("remark", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    UniqueConstraint("case_id", "user_id"),
)
"""What a reporter attached. `user_id` is the reporter, who is never shown to moderators."""

notices = Table(
    "report_notices",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
)
"""What somebody is to be told at their next interaction; the row goes when they were."""

wishes = Table(
    "report_wishes",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("made_at", UtcDateTime, nullable=False),
)
"""Who wants such news by direct message."""


@dataclass(frozen=True, slots=True)
class Case:
    """One reported reply, as moderators may see it."""

    id: str
    server_id: int
    subject: str
    kind: str
    reply: str = field(repr=False)
    opened_at: datetime
    user_id: int | None = field(default=None, repr=False)
    locale: str = Locale.EN.value
    channel_id: int | None = None
    message_id: int | None = None
    category: str = ""
    rule: str = ""
    score: float = 0.0
    state: str = "open"
    claimed_by: str | None = None
    claimed_at: datetime | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    correction: str | None = field(default=None, repr=False)
    remarks: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell somebody."""

    number: int
    server_id: int
    user_id: int
    kind: str
    text: str = field(repr=False)


async def open_case(connection: AsyncConnection, case: Case) -> Case:
    """The case of a reply: the one that is there, or this one, newly opened."""
    known = await _one(connection, cases.c.server_id == case.server_id, cases.c.subject == case.subject)
    if known is not None:
        return known
    columns = {name: getattr(case, name) for name in cases.c.keys()}
    await connection.execute(insert(cases).values(columns))
    return case


async def reopen(connection: AsyncConnection, case_id: str, reply: str, now: datetime) -> None:
    """A corrected reply was reported again: it waits once more."""
    await connection.execute(
        update(cases)
        .where(cases.c.id == case_id)
        .values(
            state="open",
            reply=reply,
            correction=None,
            claimed_by=None,
            claimed_at=None,
            decided_by=None,
            decided_at=None,
            opened_at=now,
        )
    )
    await connection.execute(delete(reports).where(reports.c.case_id == case_id))


async def wait_again(connection: AsyncConnection, case_id: str) -> None:
    """A decision was taken back: the case waits as it did before, with its reports."""
    values = dict.fromkeys(("correction", "claimed_by", "claimed_at", "decided_by", "decided_at"))
    await connection.execute(update(cases).where(cases.c.id == case_id).values(state="open", **values))


async def add_report(
    connection: AsyncConnection,
    report_id: str,
    case: Case,
    user_id: int,
    *,
    remark: str,
    now: datetime,
) -> bool:
    """Keep a report, once for each reporter and reply; says whether it is new. A remark may be added later."""
    known = (
        await connection.execute(
            select(reports.c.id, reports.c.remark).where(
                reports.c.case_id == case.id, reports.c.user_id == user_id
            )
        )
    ).one_or_none()
    if known is not None:
        if remark and not known.remark:
            await connection.execute(update(reports).where(reports.c.id == known.id).values(remark=remark))
        return False
    await connection.execute(
        insert(reports).values(
            id=report_id,
            case_id=case.id,
            server_id=case.server_id,
            user_id=user_id,
            remark=remark,
            made_at=now,
        )
    )
    return True


async def load(connection: AsyncConnection, server_id: int, case_id: str) -> Case | None:
    """One case of this server, with what its reporters wrote."""
    return await _one(connection, cases.c.server_id == server_id, cases.c.id == case_id)


async def waiting(
    connection: AsyncConnection, server_id: int, *, actor: str | None, claims_after: datetime
) -> tuple[Case, ...]:
    """Cases to be decided, oldest first: open ones, own ones, and those whose claim has run out."""
    rows = await connection.execute(
        select(cases)
        .where(
            cases.c.server_id == server_id,
            or_(
                cases.c.state == "open",
                (cases.c.state == "claimed")
                & or_(cases.c.claimed_by == actor, cases.c.claimed_at < claims_after),
            ),
        )
        .order_by(cases.c.opened_at, cases.c.id)
    )
    return tuple([_case(row) for row in rows])


async def undecided(connection: AsyncConnection, server_id: int) -> int:
    """How many cases wait for a decision, claimed or not."""
    query = select(func.count()).select_from(cases)
    which = (cases.c.server_id == server_id, cases.c.state.in_(("open", "claimed")))
    return (await connection.scalar(query.where(*which))) or 0


async def claimed_elsewhere(
    connection: AsyncConnection, server_id: int, *, actor: str | None, claims_after: datetime
) -> int:
    """How many cases other moderators are looking at."""
    count = await connection.scalar(
        select(func.count())
        .select_from(cases)
        .where(
            cases.c.server_id == server_id,
            cases.c.state == "claimed",
            cases.c.claimed_by != (actor or ""),
            cases.c.claimed_at >= claims_after,
        )
    )
    return count or 0


async def claim(
    connection: AsyncConnection, case_id: str, actor: str, *, now: datetime, claims_after: datetime
) -> bool:
    """Take a case; False when somebody else has it, or it is decided."""
    taken = await connection.execute(
        update(cases)
        .where(
            cases.c.id == case_id,
            or_(
                cases.c.state == "open",
                (cases.c.state == "claimed")
                & or_(cases.c.claimed_by == actor, cases.c.claimed_at < claims_after),
            ),
        )
        .values(state="claimed", claimed_by=actor, claimed_at=now)
    )
    return taken.rowcount == 1


async def decide(
    connection: AsyncConnection,
    case_id: str,
    actor: str,
    state: str,
    *,
    correction: str | None,
    now: datetime,
) -> bool:
    """Decide a case that this moderator has claimed; False when it is not theirs (any more)."""
    done = await connection.execute(
        update(cases)
        .where(cases.c.id == case_id, cases.c.state == "claimed", cases.c.claimed_by == actor)
        .values(state=state, decided_by=actor, decided_at=now, correction=correction)
    )
    return done.rowcount == 1


async def reporters(connection: AsyncConnection, case_id: str) -> tuple[int, ...]:
    """Who reported a reply; for telling them, and for nothing else."""
    rows = await connection.execute(select(reports.c.user_id).where(reports.c.case_id == case_id))
    return tuple(rows.scalars())


async def add_notice(
    connection: AsyncConnection, server_id: int, user_id: int, kind: str, text: str, now: datetime
) -> None:
    """Something that somebody is to be told."""
    await connection.execute(
        insert(notices).values(server_id=server_id, user_id=user_id, kind=kind, text=text, made_at=now)
    )


async def notices_for(connection: AsyncConnection, user_id: int) -> tuple[Notice, ...]:
    """What somebody is to be told, oldest first."""
    rows = await connection.execute(
        select(notices).where(notices.c.user_id == user_id).order_by(notices.c.number)
    )
    return tuple(Notice(row.number, row.server_id, row.user_id, row.kind, row.text) for row in rows)


async def people_with_notices(connection: AsyncConnection) -> frozenset[int]:
    """Everybody who is to be told something."""
    return frozenset((await connection.execute(select(notices.c.user_id).distinct())).scalars())


async def drop_notices(connection: AsyncConnection, numbers: tuple[int, ...]) -> None:
    """They were told."""
    await connection.execute(delete(notices).where(notices.c.number.in_(numbers)))


async def wants_messages(connection: AsyncConnection, user_id: int) -> bool:
    """Whether somebody wants news by direct message."""
    known = await connection.scalar(select(wishes.c.user_id).where(wishes.c.user_id == user_id))
    return known is not None


async def wish(connection: AsyncConnection, user_id: int, now: datetime, *, wanted: bool) -> None:
    """Keep or take back that somebody wants news by direct message."""
    await connection.execute(delete(wishes).where(wishes.c.user_id == user_id))
    if wanted:
        await connection.execute(insert(wishes).values(user_id=user_id, made_at=now))


async def drop_old(connection: AsyncConnection, *, before: datetime) -> None:
    """Remove cases and news older than the retention time."""
    await connection.execute(delete(cases).where(cases.c.opened_at < before))
    await connection.execute(delete(notices).where(notices.c.made_at < before))


async def _one(connection: AsyncConnection, *which: ColumnElement[bool]) -> Case | None:
    row = (await connection.execute(select(cases).where(*which))).one_or_none()
    if row is None:
        return None
    remarks = await connection.execute(
        select(reports.c.remark)
        .where(reports.c.case_id == row.id, reports.c.remark != "")
        .order_by(reports.c.made_at)
    )
    return _case(row, tuple(remarks.scalars()))


def _case(row: Row[tuple[object, ...]], remarks: tuple[str, ...] = ()) -> Case:
    columns: Any = row._mapping  # the table's columns are the fields
    return Case(**columns, remarks=remarks)
