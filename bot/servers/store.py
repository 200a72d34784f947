"""Tables and statements for what learners and servers have used."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Integer,
    String,
    Table,
    Text,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import UtcDateTime, metadata

learner_usage = Table(
    "server_learner_usage",
    metadata,
    Column("day", Date, primary_key=True),
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("tokens", Integer, nullable=False),
    Column("micro_usd", BigInteger, nullable=False, server_default="0"),
)
"""Each learner's tokens of a day and what they cost, in millionths of a US dollar; goes when the learner erases their data."""

server_usage = Table(
    "server_usage",
    metadata,
    Column("day", Date, primary_key=True),
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("tokens", Integer, nullable=False),
    Column("micro_usd", BigInteger, nullable=False),
)
"""What a server used on a day, naming nobody; cost in millionths of a US dollar, for exact sums."""

erased_usage = Table(
    "server_erased_usage",
    metadata,
    Column("day", Date, primary_key=True),
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("mark", String(64), primary_key=True),
    Column("tokens", Integer, nullable=False),
)
"""Today's tokens of people who erased their data today, under a mark that names nobody: an erasure is no new day."""

reservations = Table(
    "server_reservations",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("tokens", Integer, nullable=False),
    Column("micro_usd", BigInteger, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
)
"""What calls under way may still use; a reservation that a crash left behind runs out."""


installation = Table(
    "server_installation",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)
"""What this installation of the tutor remembers of itself."""


@dataclass(frozen=True, slots=True)
class Used:
    """Tokens of the learner and of the server today, and what this month cost, here and in all servers.

    Reservations are included.
    """

    learner_tokens: int
    server_tokens: int
    month_cost: Decimal
    """US dollars, over all servers."""
    server_month_cost: Decimal = Decimal(0)
    """US dollars, in this server."""
    learner_month_cost: Decimal = Decimal(0)
    """US dollars, of this learner in this server."""


_learner_rows = union_all(
    select(learner_usage.c.tokens).where(
        learner_usage.c.day == bindparam("today"),
        learner_usage.c.server_id == bindparam("server"),
        learner_usage.c.user_id == bindparam("user"),
    ),
    select(erased_usage.c.tokens).where(
        erased_usage.c.day == bindparam("today"),
        erased_usage.c.server_id == bindparam("server"),
        erased_usage.c.mark == bindparam("mark"),
    ),
).subquery()
_LEARNER_USED = select(func.sum(_learner_rows.c.tokens))  # made once: every model call asks


_MONTH = select(
    func.sum(server_usage.c.micro_usd),
    func.sum(case((server_usage.c.server_id == bindparam("server"), server_usage.c.micro_usd), else_=0)),
).where(server_usage.c.day >= bindparam("first"))


_LEARNER_MONTH = select(func.sum(learner_usage.c.micro_usd)).where(
    learner_usage.c.day >= bindparam("first"),
    learner_usage.c.server_id == bindparam("server"),
    learner_usage.c.user_id == bindparam("user"),
)


def _dollars(micro: int | None, reserved: Iterable[int] = ()) -> Decimal:
    return Decimal((micro or 0) + sum(reserved)) / 1_000_000


def _micro(cost: Decimal) -> int:
    return int((cost * 1_000_000).to_integral_value())


async def used(connection: AsyncConnection, server_id: int, user_id: int, today: date, mark: str) -> Used:
    """What counts against the limits at this moment; `mark` is the learner's where they erased themselves today."""
    learner = await connection.scalar(
        _LEARNER_USED, {"today": today, "server": server_id, "user": user_id, "mark": mark}
    )
    server = await connection.scalar(
        select(server_usage.c.tokens).where(
            server_usage.c.day == today, server_usage.c.server_id == server_id
        )
    )
    month, own = (
        await connection.execute(_MONTH, {"first": today.replace(day=1), "server": server_id})
    ).one()
    open_rows = (
        await connection.execute(
            select(
                reservations.c.server_id,
                reservations.c.user_id,
                reservations.c.tokens,
                reservations.c.micro_usd,
            )
        )
    ).all()
    here = [row for row in open_rows if row.server_id == server_id]
    own_rows = [row for row in here if row.user_id == user_id]
    spent = await connection.scalar(
        _LEARNER_MONTH, {"first": today.replace(day=1), "server": server_id, "user": user_id}
    )
    return Used(
        learner_tokens=(learner or 0) + sum(row.tokens for row in own_rows),
        server_tokens=(server or 0) + sum(row.tokens for row in here),
        month_cost=_dollars(month, (row.micro_usd for row in open_rows)),
        server_month_cost=_dollars(own, (row.micro_usd for row in here)),
        learner_month_cost=_dollars(spent, (row.micro_usd for row in own_rows)),
    )


async def reserve(
    connection: AsyncConnection,
    reservation: str,
    server_id: int,
    user_id: int,
    *,
    tokens: int,
    cost: Decimal,
    now: datetime,
) -> None:
    """Set aside what a call may use."""
    await connection.execute(
        insert(reservations).values(
            id=reservation,
            server_id=server_id,
            user_id=user_id,
            tokens=tokens,
            micro_usd=_micro(cost),
            made_at=now,
        )
    )


async def settled(connection: AsyncConnection, server_id: int, today: date) -> tuple[int, Decimal]:
    """What a server has really used: tokens today, US dollars this month; nothing that is only reserved."""
    row = (
        await connection.execute(
            select(
                func.sum(case((server_usage.c.day == today, server_usage.c.tokens), else_=0)),
                func.sum(server_usage.c.micro_usd),
            ).where(server_usage.c.server_id == server_id, server_usage.c.day >= today.replace(day=1))
        )
    ).one()
    return int(row[0] or 0), _dollars(row[1])


async def settle(
    connection: AsyncConnection,
    reservation: str,
    *,
    tokens: int,
    cost: Decimal,
    today: date,
    server_id: int | None = None,
) -> int | None:
    """Put what a call really used in place of what was set aside; gives the server that it was counted on.

    Where that is gone, because the learner was erased meanwhile, it is counted on `server_id` alone, if given.
    """
    row = (
        await connection.execute(select(reservations).where(reservations.c.id == reservation))
    ).one_or_none()
    if row is not None:
        server_id = row.server_id
        await connection.execute(delete(reservations).where(reservations.c.id == reservation))
        await _add(
            connection,
            learner_usage,
            {"day": today, "server_id": row.server_id, "user_id": row.user_id},
            tokens=tokens,
            micro_usd=_micro(cost),
        )
    if server_id is not None:
        await _add(
            connection,
            server_usage,
            {"day": today, "server_id": server_id},
            tokens=tokens,
            micro_usd=_micro(cost),
        )
    return server_id


async def drop_stale(connection: AsyncConnection, *, before: datetime) -> None:
    """Give back what calls set aside that can no longer be under way."""
    await connection.execute(delete(reservations).where(reservations.c.made_at < before))


async def _add(connection: AsyncConnection, table: Table, key: dict[str, object], **amounts: int) -> None:
    where = [table.c[name] == value for name, value in key.items()]
    changed = await connection.execute(
        update(table).where(*where).values({name: table.c[name] + amount for name, amount in amounts.items()})
    )
    if changed.rowcount == 0:
        await connection.execute(insert(table).values({**key, **amounts}))


async def fact(connection: AsyncConnection, name: str) -> str | None:
    """One value of this installation; None before it was set."""
    value: str | None = await connection.scalar(
        select(installation.c.value).where(installation.c.name == name)
    )
    return value


async def set_fact(connection: AsyncConnection, name: str, value: str) -> None:
    """Set one value of this installation."""
    await connection.execute(delete(installation).where(installation.c.name == name))
    await connection.execute(insert(installation).values(name=name, value=value))


async def keep_erased(connection: AsyncConnection, user_id: int, today: date, mark: str) -> None:
    """Before a learner's rows go: keep what they used today under a mark, so that their limits stay what they were."""
    rows = (
        await connection.execute(
            select(learner_usage.c.server_id, learner_usage.c.tokens).where(
                learner_usage.c.day == today, learner_usage.c.user_id == user_id
            )
        )
    ).all()
    for row in rows:
        await _add(
            connection,
            erased_usage,
            {"day": today, "server_id": row.server_id, "mark": mark},
            tokens=row.tokens,
        )


async def drop_erased(connection: AsyncConnection, *, before: date) -> None:
    """Remove the marks of days that are over."""
    await connection.execute(delete(erased_usage).where(erased_usage.c.day < before))
