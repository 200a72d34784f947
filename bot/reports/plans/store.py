"""Table and statements for the lesson plans of servers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Integer, String, Table, Text, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import UtcDateTime, metadata

TITLE_LENGTH = 200

plans = Table(
    "report_plans",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False, index=True),
    Column("author_id", BigInteger, nullable=True),
    Column("language", String(8), nullable=False),
    Column("title", String(TITLE_LENGTH), nullable=False),
    Column("outline", JSON, nullable=False),
    Column("markdown", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
)
"""`outline`: topic, audience and minutes that it was drawn for. `version` counts the edits, so that none overwrites another."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A lesson plan as it stands."""

    id: str
    server_id: int
    author_id: int | None = field(repr=False)
    """Who had it drawn; None where they erased themselves."""
    language: str
    title: str
    outline: Mapping[str, Any]
    markdown: str
    version: int
    changed_at: datetime


async def add(connection: AsyncConnection, plan: Plan) -> None:
    """Keep a new plan."""
    await connection.execute(
        insert(plans).values(
            id=plan.id,
            server_id=plan.server_id,
            author_id=plan.author_id,
            language=plan.language,
            title=plan.title,
            outline=dict(plan.outline),
            markdown=plan.markdown,
            version=plan.version,
            changed_at=plan.changed_at,
        )
    )


async def load(connection: AsyncConnection, server_id: int, plan_id: str) -> Plan | None:
    """A plan of this server."""
    row = (
        await connection.execute(select(plans).where(plans.c.id == plan_id, plans.c.server_id == server_id))
    ).one_or_none()
    return Plan(**row._mapping) if row is not None else None


async def change(
    connection: AsyncConnection, plan: Plan, *, title: str, markdown: str, now: datetime
) -> bool:
    """Put other words into a plan; False where somebody else did meanwhile, or it is gone."""
    changed = await connection.execute(
        update(plans)
        .where(plans.c.id == plan.id, plans.c.server_id == plan.server_id, plans.c.version == plan.version)
        .values(title=title[:TITLE_LENGTH], markdown=markdown, version=plan.version + 1, changed_at=now)
    )
    return changed.rowcount > 0


async def drop_old(connection: AsyncConnection, *, before: datetime) -> None:
    """Remove plans that nobody has touched for long."""
    await connection.execute(delete(plans).where(plans.c.changed_at < before))
