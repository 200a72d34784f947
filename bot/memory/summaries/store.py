"""Table and statements for summaries of what learners asked and said."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    Select,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    select,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.storage.tables import UtcDateTime, metadata

summaries = Table(
    "memory_summaries",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("text", Text, nullable=False),
    Column("up_to", Integer, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
)
"""One for each learner and server; `up_to` is the number of the last turn that it tells of."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a learner asked and said, in a few sentences of a model."""

    text: str = field(repr=False)
    up_to: int
    made_at: datetime


_OF = select(summaries.c.text, summaries.c.up_to, summaries.c.made_at).where(
    summaries.c.server_id == bindparam("server"), summaries.c.user_id == bindparam("user")
)


async def of(connection: AsyncConnection, key: LearnerKey) -> Summary | None:
    """The learner's summary here."""
    row = (await connection.execute(_OF, {"server": key.server_id, "user": key.user_id})).one_or_none()
    return None if row is None else Summary(*row)


async def put(connection: AsyncConnection, key: LearnerKey, summary: Summary) -> None:
    """Keep a summary in the old one's place."""
    await forget(connection, key)
    await connection.execute(
        insert(summaries).values(
            server_id=key.server_id,
            user_id=key.user_id,
            text=summary.text,
            up_to=summary.up_to,
            made_at=summary.made_at,
        )
    )


async def forget(connection: AsyncConnection, key: LearnerKey) -> None:
    """Remove the learner's summary here."""
    await connection.execute(
        delete(summaries).where(summaries.c.server_id == key.server_id, summaries.c.user_id == key.user_id)
    )


async def forget_made_from(connection: AsyncConnection, learners: Select[tuple[int, int]]) -> None:
    """Remove the summaries of some learners, given as server and user."""
    await connection.execute(
        delete(summaries).where(tuple_(summaries.c.server_id, summaries.c.user_id).in_(learners))
    )
