"""Tables of reviews, and statements over them. Every function is one step inside somebody else's unit of work."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Float,
    Integer,
    Row,
    String,
    Table,
    UniqueConstraint,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.quiz.bank_values import BankPlace
from bot.quiz.reviews.values import Card, Reminder
from bot.storage import UtcDateTime, metadata
from bot.texts.locales import Locale

_ID_LENGTH = 64

review_cards = Table(
    "quiz_review_cards",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("bank_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(_ID_LENGTH), primary_key=True),
    Column("item_id", String(_ID_LENGTH), primary_key=True),
    Column("stability", Float, nullable=False),
    Column("difficulty", Float, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("reviewed_at", UtcDateTime, nullable=False, index=True),
    Column("reviews", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
)
"""What a learner has answered once, and when it is due again. `stability`: days; `difficulty`: 1 to 10 (FSRS)."""

days = Table(
    "quiz_days",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("day", Date, primary_key=True),
    Column("answers", Integer, nullable=False),
)
"""Days, by the learner's own clock, on which something was answered."""

reminders = Table(
    "quiz_reminders",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("server_id", BigInteger, nullable=False),
    Column("minute", Integer, nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    Column("sent_on", Date, nullable=True),
)
"""Who wants a daily message, when (`minute` of their day), and about what they learn where. One for each person."""

leaders = Table(
    "quiz_leaders",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("alias", String(64), nullable=False),
    Column("folded", String(64), nullable=False),
    Column("joined_at", UtcDateTime, nullable=False),
    UniqueConstraint("server_id", "folded"),
)
"""Who wants to stand on a server's leaderboard, and under which name."""

TABLES = (leaders, reminders, days, review_cards)


async def cards(
    connection: AsyncConnection, key: LearnerKey, *, due_by: datetime | None = None
) -> tuple[Card, ...]:
    """A learner's cards here, those due first in front; only those due by a moment when one is given."""
    query = select(review_cards).where(*_of(key)).order_by(review_cards.c.due_at, review_cards.c.item_id)
    if due_by is not None:
        query = query.where(review_cards.c.due_at <= due_by)
    return tuple(card_of(row) for row in await connection.execute(query))


async def forget_cards(connection: AsyncConnection, moment: datetime, server_id: int | None = None) -> int:
    """Remove cards that were neither answered nor due since a moment, of one server where it is named; how many."""
    old = (review_cards.c.reviewed_at < moment) & (review_cards.c.due_at < moment)
    if server_id is not None:
        old &= review_cards.c.server_id == server_id
    return (await connection.execute(delete(review_cards).where(old))).rowcount


async def active_days(connection: AsyncConnection, key: LearnerKey) -> tuple[date, ...]:
    """The days on which a learner answered something here, the oldest first."""
    rows = await connection.execute(
        select(days.c.day)
        .where(days.c.server_id == key.server_id, days.c.user_id == key.user_id)
        .order_by(days.c.day)
    )
    return tuple(row.day for row in rows)


async def reminder(connection: AsyncConnection, user_id: int) -> Reminder | None:
    """A person's daily message, where they want one."""
    row = (await connection.execute(select(reminders).where(reminders.c.user_id == user_id))).one_or_none()
    return _reminder(row) if row is not None else None


async def all_reminders(connection: AsyncConnection) -> Sequence[Reminder]:
    """Everybody's."""
    return [_reminder(row) for row in await connection.execute(select(reminders))]


async def keep_reminder(connection: AsyncConnection, wanted: Reminder) -> None:
    """Keep what a person wants, in the place of what they wanted before."""
    await drop_reminder(connection, wanted.key.user_id)
    await connection.execute(
        insert(reminders).values(
            user_id=wanted.key.user_id,
            server_id=wanted.key.server_id,
            minute=wanted.minute,
            timezone=wanted.timezone,
            language=wanted.language.value,
            sent_on=wanted.sent_on,
        )
    )


async def drop_reminder(connection: AsyncConnection, user_id: int) -> bool:
    """End a person's daily message; False where there was none."""
    gone = await connection.execute(delete(reminders).where(reminders.c.user_id == user_id))
    return gone.rowcount > 0


async def claim(connection: AsyncConnection, user_id: int, day: date) -> bool:
    """Take a person's message of a day; False where it was taken already or is not wanted any more."""
    claimed = await connection.execute(
        update(reminders)
        .where(reminders.c.user_id == user_id, or_(reminders.c.sent_on.is_(None), reminders.c.sent_on < day))
        .values(sent_on=day)
    )
    return claimed.rowcount > 0


async def join(connection: AsyncConnection, key: LearnerKey, alias: str, folded: str, now: datetime) -> bool:
    """Put somebody on a server's board; False where somebody else has the name."""
    taken = await connection.scalar(
        select(func.count())
        .select_from(leaders)
        .where(
            leaders.c.server_id == key.server_id,
            leaders.c.folded == folded,
            leaders.c.user_id != key.user_id,
        )
    )
    if taken:
        return False
    await leave(connection, key)
    await connection.execute(
        insert(leaders).values(
            server_id=key.server_id, user_id=key.user_id, alias=alias, folded=folded, joined_at=now
        )
    )
    return True


async def leave(connection: AsyncConnection, key: LearnerKey) -> bool:
    """Take somebody off a server's board; False where they were not on it."""
    gone = await connection.execute(
        delete(leaders).where(leaders.c.server_id == key.server_id, leaders.c.user_id == key.user_id)
    )
    return gone.rowcount > 0


async def aliases(connection: AsyncConnection, server_id: int) -> dict[int, str]:
    """Who stands on a server's board, with their names."""
    rows = await connection.execute(
        select(leaders.c.user_id, leaders.c.alias).where(leaders.c.server_id == server_id)
    )
    return {row.user_id: row.alias for row in rows}


def _of(key: LearnerKey) -> tuple[Any, ...]:
    return (review_cards.c.server_id == key.server_id, review_cards.c.user_id == key.user_id)


def _at(place: BankPlace) -> tuple[Any, ...]:
    return (
        review_cards.c.bank_id == place.bank_id,
        review_cards.c.lesson_id == place.lesson_id,
        review_cards.c.item_id == place.item_id,
    )


def card_of(row: Any) -> Card:
    """A card as its row says it."""
    return Card(
        place=BankPlace(row.bank_id, row.lesson_id, row.item_id),
        stability=row.stability,
        difficulty=row.difficulty,
        due_at=row.due_at,
        reviewed_at=row.reviewed_at,
        reviews=row.reviews,
        lapses=row.lapses,
    )


def _reminder(row: Row[Any]) -> Reminder:
    return Reminder(
        key=LearnerKey(row.server_id, row.user_id),
        minute=row.minute,
        timezone=row.timezone,
        language=Locale(row.language),
        sent_on=row.sent_on,
    )
