"""Table and statements for facts about learners."""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Select,
    String,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.memory.facts.values import Fact, FactKind, Source
from bot.storage.tables import UtcDateTime, metadata

facts = Table(
    "memory_facts",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("source", String(16), nullable=False),
    Column("turn_id", String(16), nullable=False),
    Column("learnt_at", UtcDateTime, nullable=False, index=True),
    Index("ix_memory_facts_learner", "server_id", "user_id", "learnt_at"),
)
"""`turn_id` names the turn whose words said it; that turn may be gone already."""

_OWN = (facts.c.server_id == bindparam("server"), facts.c.user_id == bindparam("user"))
_ALL = select(facts).where(*_OWN).order_by(facts.c.learnt_at, facts.c.id)
_ADD = insert(facts)


async def of(connection: AsyncConnection, key: LearnerKey) -> tuple[Fact, ...]:
    """All facts about the learner here, oldest first."""
    rows = await connection.execute(_ALL, {"server": key.server_id, "user": key.user_id})
    return tuple(
        Fact(row.id, FactKind(row.kind), row.text, Source(row.source), row.turn_id, row.learnt_at)
        for row in rows
    )


async def add(connection: AsyncConnection, key: LearnerKey, fact: Fact) -> None:
    """Keep a fact."""
    await connection.execute(
        _ADD,
        {
            "id": fact.id,
            "server_id": key.server_id,
            "user_id": key.user_id,
            "kind": fact.kind.value,
            "text": fact.text,
            "source": fact.source.value,
            "turn_id": fact.turn_id,
            "learnt_at": fact.learnt_at,
        },
    )


async def change(
    connection: AsyncConnection, key: LearnerKey, fact_id: str, *, text: str, source: Source, now: datetime
) -> bool:
    """Put other words in a fact's place; False when the learner has no such fact."""
    changed = await connection.execute(
        update(facts)
        .where(facts.c.id == fact_id, facts.c.server_id == key.server_id, facts.c.user_id == key.user_id)
        .values(text=text, source=source.value, learnt_at=now)
    )
    return changed.rowcount == 1


async def remove(connection: AsyncConnection, key: LearnerKey, ids: tuple[str, ...]) -> int:
    """Remove some of the learner's facts; gives how many went."""
    gone = await connection.execute(
        delete(facts).where(
            facts.c.server_id == key.server_id, facts.c.user_id == key.user_id, facts.c.id.in_(ids)
        )
    )
    return gone.rowcount


async def forget(connection: AsyncConnection, key: LearnerKey) -> int:
    """Remove all facts about the learner here; gives how many went."""
    gone = await connection.execute(
        delete(facts).where(facts.c.server_id == key.server_id, facts.c.user_id == key.user_id)
    )
    return gone.rowcount


async def forget_said_in(connection: AsyncConnection, key: LearnerKey, turn_ids: Select[tuple[str]]) -> None:
    """Remove what the learner said in some turns."""
    await connection.execute(
        delete(facts).where(
            facts.c.server_id == key.server_id, facts.c.user_id == key.user_id, facts.c.turn_id.in_(turn_ids)
        )
    )


async def forget_before(
    connection: AsyncConnection, *, before: datetime, server_id: int | None = None
) -> None:
    """Remove what learners said in passing before `before`; what they asked to be remembered stays.

    `server_id`: of this server alone.
    """
    old = (facts.c.learnt_at < before) & (facts.c.source != Source.ASKED.value)
    if server_id is not None:
        old &= facts.c.server_id == server_id
    await connection.execute(delete(facts).where(old))
