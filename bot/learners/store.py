"""Tables and statements for learners' profiles and for questions that wait for agreement."""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    String,
    Table,
    Text,
    bindparam,
    delete,
    false,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import HeldQuestion, Learner, LearnerKey, Level
from bot.storage.tables import UtcDateTime, metadata
from bot.texts.locales import Locale

profiles = Table(
    "learner_profiles",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("locale", String(8), nullable=True),
    Column("level", String(16), nullable=False),
    Column("goal", Text, nullable=False),
    Column("agreed_at", UtcDateTime, nullable=True),
    Column("paused", Boolean, nullable=False, server_default=false()),
)
"""Who agreed, and how they want to be answered: one row for a learner in a server; server 0 for direct messages."""

held_questions = Table(
    "learner_held_questions",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("question", Text, nullable=False),
    Column("lesson_id", String(64), nullable=True),
    Column("shared", Boolean, nullable=False),
    Column("style", String(16), nullable=False, server_default="plain"),
    Column("mode", String(16), nullable=False, server_default="explain"),
    Column("in_thread", Boolean, nullable=False, server_default=false()),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)
"""What somebody asked before they agreed, answered as soon as they do."""

# Made once: every turn asks for its learner.
_LOAD = select(profiles).where(
    profiles.c.server_id == bindparam("server"), profiles.c.user_id == bindparam("user")
)


async def load(connection: AsyncConnection, key: LearnerKey) -> Learner:
    """The learner's profile, or the defaults of somebody new."""
    row = (await connection.execute(_LOAD, {"server": key.server_id, "user": key.user_id})).one_or_none()
    if row is None:
        return Learner(key)
    return Learner(
        key=key,
        locale=Locale(row.locale) if row.locale else None,
        level=Level(row.level),
        goal=row.goal,
        agreed_at=row.agreed_at,
        paused=row.paused,
    )


async def save(connection: AsyncConnection, learner: Learner) -> None:
    """Write the whole profile, new or known."""
    values = {
        "locale": learner.locale.value if learner.locale else None,
        "level": learner.level.value,
        "goal": learner.goal,
        "agreed_at": learner.agreed_at,
        "paused": learner.paused,
    }
    key = learner.key
    changed = await connection.execute(
        update(profiles)
        .where(profiles.c.server_id == key.server_id, profiles.c.user_id == key.user_id)
        .values(values)
    )
    if changed.rowcount == 0:
        await connection.execute(
            insert(profiles).values(server_id=key.server_id, user_id=key.user_id, **values)
        )


async def hold(
    connection: AsyncConnection, key: LearnerKey, held: HeldQuestion, *, expires_at: datetime
) -> None:
    """Keep one question for this learner; a newer one takes the older one's place."""
    await drop_held(connection, key)
    await connection.execute(
        insert(held_questions).values(
            server_id=key.server_id,
            user_id=key.user_id,
            question=held.question,
            lesson_id=held.lesson_id,
            shared=held.shared,
            style=held.style,
            mode=held.mode,
            in_thread=held.in_thread,
            expires_at=expires_at,
        )
    )


async def take_held(connection: AsyncConnection, key: LearnerKey, *, now: datetime) -> HeldQuestion | None:
    """The question that waits, removed; None when there is none or it is too old."""
    row = (
        await connection.execute(
            select(held_questions).where(
                held_questions.c.server_id == key.server_id, held_questions.c.user_id == key.user_id
            )
        )
    ).one_or_none()
    if row is None:
        return None
    await drop_held(connection, key)
    if row.expires_at < now:
        return None
    return HeldQuestion(row.question, row.lesson_id, row.shared, row.style, row.mode, row.in_thread)


async def drop_held(connection: AsyncConnection, key: LearnerKey) -> None:
    """Forget the question that waits, if any."""
    await connection.execute(
        delete(held_questions).where(
            held_questions.c.server_id == key.server_id, held_questions.c.user_id == key.user_id
        )
    )


async def drop_expired(connection: AsyncConnection, *, now: datetime) -> None:
    """Forget all questions that waited too long."""
    await connection.execute(delete(held_questions).where(held_questions.c.expires_at < now))
