"""Tables and statements for remembered turns, ratings and reports."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Row,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.memory.values import Citation, Outcome, Turn
from bot.storage.tables import UtcDateTime, metadata
from bot.texts.kinds import Released
from bot.texts.locales import Locale

turns = Table(
    "memory_turns",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("conversation_id", BigInteger, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False, index=True),
    Column("locale", String(8), nullable=False),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("citations", JSON, nullable=False),
    Column("shared", Boolean, nullable=False),
    Column("trace", JSON, nullable=False),
    Index("ix_memory_turns_conversation", "server_id", "user_id", "conversation_id", "asked_at"),
)


async def add(connection: AsyncConnection, turn: Turn) -> None:
    """Remember a turn."""
    await connection.execute(
        insert(turns).values(
            id=turn.id,
            server_id=turn.key.server_id,
            user_id=turn.key.user_id,
            conversation_id=turn.conversation_id,
            asked_at=turn.asked_at,
            locale=turn.locale.value,
            question=turn.question,
            answer=turn.answer,
            outcome=turn.outcome.value,
            citations=[asdict(citation) for citation in turn.citations],
            shared=turn.shared,
            trace=dict(turn.trace),
        )
    )


async def load(connection: AsyncConnection, turn_id: str) -> Turn | None:
    """One turn by its id, whoever asks: the caller checks whose it is."""
    row = (await connection.execute(select(turns).where(turns.c.id == turn_id))).one_or_none()
    return None if row is None else _turn(row)


async def latest(
    connection: AsyncConnection, key: LearnerKey, *, conversation_id: int | None = None, limit: int
) -> tuple[Turn, ...]:
    """The learner's last turns, oldest first; those of one conversation when it is named."""
    statement = (
        select(turns)
        .where(turns.c.server_id == key.server_id, turns.c.user_id == key.user_id)
        .order_by(turns.c.asked_at.desc(), turns.c.id.desc())
        .limit(limit)
    )
    if conversation_id is not None:
        statement = statement.where(turns.c.conversation_id == conversation_id)
    rows = (await connection.execute(statement)).all()
    return tuple(_turn(row) for row in reversed(rows))


async def count(connection: AsyncConnection, key: LearnerKey) -> int:
    """How many turns are remembered."""
    return (
        await connection.scalar(
            select(func.count())
            .select_from(turns)
            .where(turns.c.server_id == key.server_id, turns.c.user_id == key.user_id)
        )
    ) or 0


async def count_in(connection: AsyncConnection, key: LearnerKey, conversation_id: int) -> int:
    """How many turns one conversation has."""
    return (
        await connection.scalar(
            select(func.count())
            .select_from(turns)
            .where(
                turns.c.server_id == key.server_id,
                turns.c.user_id == key.user_id,
                turns.c.conversation_id == conversation_id,
            )
        )
    ) or 0


async def forget(
    connection: AsyncConnection,
    key: LearnerKey,
    *,
    ids: tuple[str, ...] | None = None,
    conversation_id: int | None = None,
) -> int:
    """Remove the learner's turns, all or those named; gives how many went."""
    statement = delete(turns).where(turns.c.server_id == key.server_id, turns.c.user_id == key.user_id)
    if ids is not None:
        statement = statement.where(turns.c.id.in_(ids))
    if conversation_id is not None:
        statement = statement.where(turns.c.conversation_id == conversation_id)
    return (await connection.execute(statement)).rowcount


async def forget_before(connection: AsyncConnection, *, before: datetime) -> int:
    """Remove every turn older than the retention time; gives how many went."""
    return (await connection.execute(delete(turns).where(turns.c.asked_at < before))).rowcount


def _turn(row: Row[tuple[object, ...]]) -> Turn:
    return Turn(
        id=row.id,
        key=LearnerKey(row.server_id, row.user_id),
        conversation_id=row.conversation_id,
        asked_at=row.asked_at,
        locale=Locale(row.locale),
        question=row.question,
        answer=Released(row.answer),  # it was released before it was stored
        outcome=Outcome(row.outcome),
        citations=tuple(Citation(**citation) for citation in row.citations),
        shared=row.shared,
        trace=row.trace,
    )
