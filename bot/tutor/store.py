"""Tables and statements for turns under way, so that a crash leaves nothing thinking for ever."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.storage.tables import UtcDateTime, metadata
from bot.texts.locales import Locale
from bot.tutor.shown.store import shown

open_turns = Table(
    "tutor_open_turns",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("channel_id", BigInteger, nullable=False),
    Column("interaction_id", BigInteger, nullable=False),
    Column("application_id", BigInteger, nullable=False),
    Column("token", Text, nullable=False),
    Column("token_expires_at", UtcDateTime, nullable=False),
    Column("locale", String(8), nullable=False),
    Column("question", Text, nullable=False),
    Column("lesson_id", String(64), nullable=True),
    Column("style", String(16), nullable=False),
    Column("mode", String(16), nullable=False, server_default="explain"),
    Column("shared", Boolean, nullable=False),
    Column("remembered", Boolean, nullable=False),
)
"""A turn from its first read to its last edit. Its row, with the interaction's token, goes when it closes."""

deliveries = Table(
    "tutor_deliveries",
    metadata,
    Column("turn_id", String(16), ForeignKey("tutor_open_turns.id", ondelete="CASCADE"), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("message_id", BigInteger, nullable=True),
)
"""The messages that carry a turn's reply; `message_id` is unknown between the request and its answer."""

interrupted = Table(
    "tutor_interrupted",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("question", Text, nullable=False),
    Column("lesson_id", String(64), nullable=True),
    Column("style", String(16), nullable=False),
    Column("mode", String(16), nullable=False, server_default="explain"),
    Column("shared", Boolean, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)
"""What was asked in a turn that a crash cut short, for its *Ask again* button."""

ladders = Table(
    "tutor_ladders",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("conversation_id", BigInteger, primary_key=True, autoincrement=False),
    Column("question", Text, nullable=False),
    Column("lesson_id", String(64), nullable=False),
    Column("section_id", String(64), nullable=False),
    Column("rung", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("moved_at", UtcDateTime, nullable=False, index=True),
)
"""How far a learner has been helped with the question of a conversation, in hints; gone when it is answered."""


@dataclass(frozen=True, slots=True)
class OpenTurn:
    """A turn under way and where its reply goes."""

    id: str
    key: LearnerKey
    channel_id: int
    interaction_id: int
    application_id: int
    token: str = field(repr=False)
    token_expires_at: datetime
    locale: Locale
    question: str = field(repr=False)
    lesson_id: str | None
    style: str
    shared: bool
    mode: str = "explain"
    remembered: bool = False
    """Whether the answer is in memory already, so that only its showing is missing."""
    deliveries: tuple["Delivered", ...] = ()


@dataclass(frozen=True, slots=True)
class Delivered:
    """One message of a reply; its id is None where the process died before it knew it."""

    part: int
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A question that a crash cut short."""

    key: LearnerKey
    question: str
    lesson_id: str | None
    style: str
    shared: bool
    mode: str = "explain"


async def open_turn(connection: AsyncConnection, turn: OpenTurn) -> None:
    """Write down a turn that begins."""
    await connection.execute(
        insert(open_turns).values(
            id=turn.id,
            server_id=turn.key.server_id,
            user_id=turn.key.user_id,
            channel_id=turn.channel_id,
            interaction_id=turn.interaction_id,
            application_id=turn.application_id,
            token=turn.token,
            token_expires_at=turn.token_expires_at,
            locale=turn.locale.value,
            question=turn.question,
            lesson_id=turn.lesson_id,
            style=turn.style,
            mode=turn.mode,
            shared=turn.shared,
            remembered=turn.remembered,
        )
    )


async def mark_remembered(connection: AsyncConnection, turn_id: str) -> bool:
    """Note that the turn's answer is in memory; False when the turn is not open any more."""
    marked = await connection.execute(
        update(open_turns).where(open_turns.c.id == turn_id).values(remembered=True)
    )
    return marked.rowcount == 1


async def plan_part(connection: AsyncConnection, turn_id: str, part: int) -> None:
    """Note that a message is about to be created, or to be created after all."""
    await connection.execute(
        delete(deliveries).where(deliveries.c.turn_id == turn_id, deliveries.c.part == part)
    )
    await connection.execute(insert(deliveries).values(turn_id=turn_id, part=part, message_id=None))


async def note_part(connection: AsyncConnection, turn_id: str, part: int, message_id: int) -> None:
    """Note the id of a created message."""
    await connection.execute(
        update(deliveries)
        .where(deliveries.c.turn_id == turn_id, deliveries.c.part == part)
        .values(message_id=message_id)
    )


_KEEP_SHOWN = insert(shown).from_select(
    ["turn_id", "part", "server_id", "user_id", "channel_id", "message_id"],
    select(
        open_turns.c.id,
        deliveries.c.part,
        open_turns.c.server_id,
        open_turns.c.user_id,
        open_turns.c.channel_id,
        deliveries.c.message_id,
    )
    .join(deliveries, deliveries.c.turn_id == open_turns.c.id)
    .where(
        open_turns.c.id == bindparam("id"),
        open_turns.c.remembered,
        deliveries.c.message_id.is_not(None),
        or_(open_turns.c.shared, open_turns.c.token == ""),
    ),
)
_CLOSE = delete(open_turns).where(open_turns.c.id == bindparam("turn"))


async def close_turn(connection: AsyncConnection, turn_id: str) -> None:
    """Remove a turn that is shown or told to be over, and the interaction's token with it.

    Of a remembered answer that stands in a channel or in direct messages, it is kept where: a correction goes there too.
    """
    await connection.execute(_KEEP_SHOWN, {"id": turn_id})
    await connection.execute(_CLOSE, {"turn": turn_id})


async def unfinished(connection: AsyncConnection, turn_id: str | None = None) -> tuple[OpenTurn, ...]:
    """All turns that are open, oldest first; only the one that is named."""
    chosen = select(open_turns).order_by(open_turns.c.interaction_id)
    if turn_id is not None:
        chosen = chosen.where(open_turns.c.id == turn_id)
    rows = (await connection.execute(chosen)).all()
    parts = (await connection.execute(select(deliveries).order_by(deliveries.c.part))).all()
    return tuple(
        OpenTurn(
            id=row.id,
            key=LearnerKey(row.server_id, row.user_id),
            channel_id=row.channel_id,
            interaction_id=row.interaction_id,
            application_id=row.application_id,
            token=row.token,
            token_expires_at=row.token_expires_at,
            locale=Locale(row.locale),
            question=row.question,
            lesson_id=row.lesson_id,
            style=row.style,
            mode=row.mode,
            shared=row.shared,
            remembered=row.remembered,
            deliveries=tuple(
                Delivered(part.part, part.message_id) for part in parts if part.turn_id == row.id
            ),
        )
        for row in rows
    )


async def keep_interrupted(connection: AsyncConnection, turn: OpenTurn, *, expires_at: datetime) -> None:
    """Keep what was asked, so that one press asks it again. Keeping it twice is harmless."""
    await connection.execute(delete(interrupted).where(interrupted.c.id == turn.id))
    await connection.execute(
        insert(interrupted).values(
            id=turn.id,
            server_id=turn.key.server_id,
            user_id=turn.key.user_id,
            question=turn.question,
            lesson_id=turn.lesson_id,
            style=turn.style,
            mode=turn.mode,
            shared=turn.shared,
            expires_at=expires_at,
        )
    )


async def forget_interrupted(connection: AsyncConnection, key: LearnerKey) -> None:
    """Remove the learner's interrupted questions."""
    await connection.execute(
        delete(interrupted).where(
            interrupted.c.server_id == key.server_id, interrupted.c.user_id == key.user_id
        )
    )


async def take_interrupted(
    connection: AsyncConnection, turn_id: str, key: LearnerKey, *, now: datetime
) -> Interrupted | None:
    """The learner's interrupted question, removed; None when it is gone, too old or somebody else's."""
    await connection.execute(delete(interrupted).where(interrupted.c.expires_at < now))
    row = (
        await connection.execute(
            select(interrupted).where(
                interrupted.c.id == turn_id,
                interrupted.c.server_id == key.server_id,
                interrupted.c.user_id == key.user_id,
            )
        )
    ).one_or_none()
    if row is None:
        return None
    await connection.execute(delete(interrupted).where(interrupted.c.id == turn_id))
    return Interrupted(key, row.question, row.lesson_id, row.style, row.shared, row.mode)


@dataclass(frozen=True, slots=True)
class Ladder:
    """How far a learner has been helped, in hints, with one question of a conversation."""

    question: str = field(repr=False)
    lesson_id: str
    section_id: str
    rung: int
    attempts: int
    moved_at: datetime


def _on_ladder(key: LearnerKey, conversation_id: int) -> tuple[ColumnElement[bool], ...]:
    return (
        ladders.c.server_id == key.server_id,
        ladders.c.user_id == key.user_id,
        ladders.c.conversation_id == conversation_id,
    )


_LADDER = select(ladders).where(
    ladders.c.server_id == bindparam("server"),
    ladders.c.user_id == bindparam("user"),
    ladders.c.conversation_id == bindparam("conversation"),
)


async def ladder(connection: AsyncConnection, key: LearnerKey, conversation_id: int) -> Ladder | None:
    """The ladder that stands open in this conversation."""
    row = (
        await connection.execute(
            _LADDER, {"server": key.server_id, "user": key.user_id, "conversation": conversation_id}
        )
    ).one_or_none()
    if row is None:
        return None
    return Ladder(row.question, row.lesson_id, row.section_id, row.rung, row.attempts, row.moved_at)


async def put_ladder(
    connection: AsyncConnection, key: LearnerKey, conversation_id: int, ladder: Ladder | None
) -> None:
    """Keep how far the learner is; None takes the ladder away."""
    await connection.execute(delete(ladders).where(*_on_ladder(key, conversation_id)))
    if ladder is not None:
        await connection.execute(
            insert(ladders).values(
                server_id=key.server_id,
                user_id=key.user_id,
                conversation_id=conversation_id,
                question=ladder.question,
                lesson_id=ladder.lesson_id,
                section_id=ladder.section_id,
                rung=ladder.rung,
                attempts=ladder.attempts,
                moved_at=ladder.moved_at,
            )
        )


async def forget_ladders(
    connection: AsyncConnection, key: LearnerKey, *, conversation_id: int | None = None
) -> None:
    """Remove the learner's ladders here, or that of one conversation."""
    chosen = delete(ladders).where(ladders.c.server_id == key.server_id, ladders.c.user_id == key.user_id)
    if conversation_id is not None:
        chosen = chosen.where(ladders.c.conversation_id == conversation_id)
    await connection.execute(chosen)


async def drop_old(connection: AsyncConnection, *, now: datetime, ladders_before: datetime) -> None:
    """Remove what waited too long: questions of interrupted turns, and ladders that nobody climbs any more."""
    await connection.execute(delete(interrupted).where(interrupted.c.expires_at < now))
    await connection.execute(delete(ladders).where(ladders.c.moved_at < ladders_before))
