"""Table and statements for the messages that carry answers; rows come when a turn closes (`bot.tutor.store`)."""

from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, Integer, Select, String, Table, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import metadata

shown = Table(
    "tutor_shown",
    metadata,
    Column("turn_id", String(16), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("channel_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False, index=True),
)
"""Which messages carry an answer that can still be changed there: in a channel, or in direct messages."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One message that carries a part of an answer."""

    part: int
    channel_id: int
    message_id: int


async def shown_in(connection: AsyncConnection, turn_id: str) -> tuple[Shown, ...]:
    """The messages that carry an answer, in their order."""
    rows = await connection.execute(
        select(shown.c.part, shown.c.channel_id, shown.c.message_id)
        .where(shown.c.turn_id == turn_id)
        .order_by(shown.c.part)
    )
    return tuple(Shown(*row) for row in rows)


async def turn_behind(connection: AsyncConnection, message_id: int) -> str | None:
    """The turn whose answer a message carries."""
    turn_id: str | None = await connection.scalar(
        select(shown.c.turn_id).where(shown.c.message_id == message_id)
    )
    return turn_id


async def drop_forgotten(connection: AsyncConnection, remembered: Select[tuple[str]]) -> None:
    """Forget where answers stand that nobody remembers any more."""
    await connection.execute(delete(shown).where(shown.c.turn_id.not_in(remembered)))
