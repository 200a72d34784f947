"""Tables and statements for a server's content policy and for what the filters did there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Column, Float, Index, Integer, String, Table, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.safety import Decision
from bot.servers.versions import Versions
from bot.storage.tables import UtcDateTime, metadata

_KEPT = Versions("server_policies", "policy")
policies = _KEPT.table
"""Every version of a server's policy, as `Policy.to_data` writes it."""
newest, add_version = _KEPT.newest, _KEPT.add

hits = Table(
    "server_filter_hits",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("made_at", UtcDateTime, nullable=False, index=True),
    Column("side", String(8), nullable=False),
    Column("action", String(16), nullable=False),
    Column("category", String(16), nullable=False),
    Column("score", Float, nullable=False),
    Column("rule", String(80), nullable=False),
    Column("language", String(8), nullable=False),
    Column("mark", String(32), nullable=False),
    Index("ix_server_filter_hits_server_id", "server_id", "made_at"),
)
"""Decisions of the filters, without the text and without who wrote it; of distress there is none."""

_ADD_HITS = insert(hits)


@dataclass(frozen=True, slots=True)
class HitCount:
    """How often the filters decided alike."""

    category: str
    side: str
    action: str
    rule: str
    count: int
    """Decisions."""
    texts: int
    """Different texts among them."""
    best: float
    """The highest score, 0 to 1."""
    last_mark: str
    """Mark of one of the texts: equal marks are equal texts, and nothing else can be told from it."""


async def add_hits(
    connection: AsyncConnection, server_id: int, decisions: Sequence[Decision], now: datetime
) -> None:
    """Keep what the filters decided in one turn."""
    rows = [
        {
            "server_id": server_id,
            "made_at": now,
            "side": each.side.value,
            "action": each.action.value,
            "category": each.category.value,
            "score": each.score,
            "rule": each.rule or "",
            "language": each.language,
            "mark": each.mark,
        }
        for each in decisions
        if each.category is not None
    ]
    if rows:
        await connection.execute(_ADD_HITS, rows)


async def hit_counts(connection: AsyncConnection, server_id: int, since: datetime) -> tuple[HitCount, ...]:
    """Decisions since a moment, by what decided, the most frequent first."""
    by = (hits.c.category, hits.c.side, hits.c.action, hits.c.rule)
    count = func.count().label("count")
    rows = await connection.execute(
        select(
            *by,
            count,
            func.count(hits.c.mark.distinct()).label("texts"),
            func.max(hits.c.score).label("best"),
            func.max(hits.c.mark).label("last_mark"),
        )
        .where(hits.c.server_id == server_id, hits.c.made_at >= since)
        .group_by(*by)
        .order_by(count.desc(), *by)
    )
    return tuple(HitCount(**row) for row in rows.mappings())


async def drop_hits(connection: AsyncConnection, *, before: datetime) -> None:
    """Remove old decisions."""
    await connection.execute(delete(hits).where(hits.c.made_at < before))
