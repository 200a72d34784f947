"""Tables and statements for live rounds. Every function is one step inside somebody else's unit of work.

They stand apart from what is kept of a learner's own quizzes, and nothing is ever carried over from one to the other.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    Row,
    String,
    Table,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.lessons.values import READING_ORDER
from bot.quiz.attempts.values import shuffled
from bot.quiz.bank_values import BankPlace, Entry
from bot.quiz.items import Item
from bot.quiz.live.values import NAME_LENGTH, Asked, LiveAnswer, Phase, Player, Round, Scoring
from bot.quiz.store import ID_LENGTH, item_text, item_texts
from bot.storage.tables import UtcDateTime, metadata
from bot.texts.locales import Locale

rounds = Table(
    "quiz_rounds",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False, index=True),
    Column("channel_id", BigInteger, nullable=False),
    Column("busy_channel_id", BigInteger, nullable=True, unique=True),
    Column("author_id", BigInteger, nullable=True),
    Column("lessons", JSON, nullable=False),
    Column("language", String(8), nullable=False),
    Column("scoring", String(16), nullable=False),
    Column("teams", Integer, nullable=False),
    Column("length", Integer, nullable=False),
    Column("seconds", Integer, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("phase", String(16), nullable=False),
    Column("number", Integer, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("is_told", Boolean, nullable=False),
    Column("is_done", Boolean, nullable=False),
    Column("lobby_id", BigInteger, nullable=True),
    Column("started_at", UtcDateTime, nullable=False, index=True),
)
"""`busy_channel_id`: the channel until the round is over, then NULL, so that a channel has one round at a time.
`author_id`: who began it; the round stays when they erase themselves."""

questions = Table(
    "quiz_round_questions",
    metadata,
    Column("round_id", String(16), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("server_id", BigInteger, nullable=False),
    Column("bank_id", BigInteger, nullable=False),
    Column("lesson_id", String(ID_LENGTH), nullable=False),
    Column("item_id", String(ID_LENGTH), nullable=False),
    Column("version", Integer, nullable=False),
    Column("message_id", BigInteger, nullable=True),
    ForeignKeyConstraint(["round_id"], ["quiz_rounds.id"], ondelete="CASCADE"),
)

players = Table(
    "quiz_round_players",
    metadata,
    Column("round_id", String(16), primary_key=True),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("server_id", BigInteger, nullable=False),
    Column("name", String(NAME_LENGTH), nullable=False),
    Column("team", Integer, nullable=False),
    Column("joined_at", UtcDateTime, nullable=False),
    ForeignKeyConstraint(["round_id"], ["quiz_rounds.id"], ondelete="CASCADE"),
)

answers = Table(
    "quiz_round_answers",
    metadata,
    Column("round_id", String(16), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("server_id", BigInteger, nullable=False),
    Column("chosen", Integer, nullable=False),
    Column("is_right", Boolean, nullable=False),
    Column("millis", Integer, nullable=False),
    Column("answered_at", UtcDateTime, nullable=False),
    ForeignKeyConstraint(["round_id"], ["quiz_rounds.id"], ondelete="CASCADE"),
    Index("ix_quiz_round_answers_user_id", "user_id"),
)
"""One press of one player; the first counts."""


async def add(connection: AsyncConnection, new: Round, entries: Sequence[Entry]) -> None:
    """A round in its lobby, with its questions."""
    await connection.execute(
        insert(rounds).values(
            id=new.id,
            server_id=new.server_id,
            channel_id=new.channel_id,
            busy_channel_id=new.channel_id,
            author_id=new.host_id,
            lessons=list(new.lessons),
            language=new.language.value,
            scoring=new.scoring.value,
            teams=new.teams,
            length=new.length,
            seconds=new.seconds,
            seed=new.seed,
            phase=new.phase.value,
            number=new.number,
            due_at=new.due_at,
            is_told=new.is_told,
            is_done=new.is_done,
            lobby_id=new.lobby_id,
            started_at=new.started_at,
        )
    )
    await connection.execute(
        insert(questions),
        [
            {
                "round_id": new.id,
                "number": number,
                "server_id": new.server_id,
                "bank_id": entry.place.bank_id,
                "lesson_id": entry.place.lesson_id,
                "item_id": entry.place.item_id,
                "version": entry.version,
                "message_id": None,
            }
            for number, entry in enumerate(entries, 1)
        ],
    )


async def is_busy(connection: AsyncConnection, channel_id: int) -> bool:
    """Whether a round goes on in a channel."""
    found = await connection.scalar(select(rounds.c.id).where(rounds.c.busy_channel_id == channel_id))
    return found is not None


async def load(connection: AsyncConnection, round_id: str) -> Round | None:
    """A round with its open question; None where there is none."""
    row = (await connection.execute(select(rounds).where(rounds.c.id == round_id))).one_or_none()
    if row is None:
        return None
    joined = await connection.scalar(
        select(func.count()).select_from(players).where(players.c.round_id == round_id)
    )
    given = await connection.scalar(
        select(func.count())
        .select_from(answers)
        .where(answers.c.round_id == round_id, answers.c.number == row.number)
    )
    return _round(row, joined or 0, given or 0, await _question(connection, row))


async def unfinished(connection: AsyncConnection) -> tuple[str, ...]:
    """The rounds of which something is still to be shown."""
    rows = await connection.execute(select(rounds.c.id).where(rounds.c.is_done.is_(False)))
    return tuple(rows.scalars())


async def change(connection: AsyncConnection, round_id: str, **values: Any) -> None:
    """Keep how a round stands now; one that is over leaves its channel free."""
    if Phase(values.get("phase", Phase.LOBBY)).is_over:
        values["busy_channel_id"] = None
    await connection.execute(update(rounds).where(rounds.c.id == round_id).values(**values))


async def note_message(connection: AsyncConnection, round_id: str, number: int, message_id: int) -> None:
    """The question stands in the channel."""
    await connection.execute(
        update(questions)
        .where(questions.c.round_id == round_id, questions.c.number == number)
        .values(message_id=message_id)
    )


async def join(
    connection: AsyncConnection, one: Round, user_id: int, name: str, now: datetime
) -> tuple[Player, bool]:
    """Take somebody in, in the smallest team; gives them, and whether they are new."""
    known = await player(connection, one.id, user_id)
    if known is not None:
        return known, False
    team = 0
    if one.teams:
        rows = await connection.execute(
            select(players.c.team, func.count().label("size"))
            .where(players.c.round_id == one.id)
            .group_by(players.c.team)
        )
        sizes = {row.team: row.size for row in rows}
        team = min(range(1, one.teams + 1), key=lambda number: sizes.get(number, 0))
    new = Player(user_id, name[:NAME_LENGTH], team)
    await connection.execute(
        insert(players).values(
            round_id=one.id,
            user_id=user_id,
            server_id=one.server_id,
            name=new.name,
            team=team,
            joined_at=now,
        )
    )
    return new, True


async def leave(connection: AsyncConnection, round_id: str, user_id: int) -> bool:
    """Take somebody out with everything they answered; False where they did not play."""
    for table in (answers, players):
        gone = await connection.execute(
            delete(table).where(table.c.round_id == round_id, table.c.user_id == user_id)
        )
    return gone.rowcount > 0


async def player(connection: AsyncConnection, round_id: str, user_id: int) -> Player | None:
    """Somebody who plays; None where they do not."""
    row = (
        await connection.execute(
            select(players).where(players.c.round_id == round_id, players.c.user_id == user_id)
        )
    ).one_or_none()
    return Player(row.user_id, row.name, row.team) if row is not None else None


async def all_players(connection: AsyncConnection, round_id: str) -> tuple[Player, ...]:
    """Everybody who plays, in the order in which they joined."""
    rows = await connection.execute(
        select(players).where(players.c.round_id == round_id).order_by(players.c.joined_at, players.c.user_id)
    )
    return tuple(Player(row.user_id, row.name, row.team) for row in rows)


async def keep_answer(
    connection: AsyncConnection, one: Round, answer: LiveAnswer, now: datetime
) -> LiveAnswer | None:
    """Keep an answer; gives the one that was there before where there is one, which stays."""
    at = (
        answers.c.round_id == one.id,
        answers.c.number == answer.number,
        answers.c.user_id == answer.user_id,
    )
    known = (await connection.execute(select(answers).where(*at))).one_or_none()
    if known is not None:
        return _answer(known)
    await connection.execute(
        insert(answers).values(
            round_id=one.id,
            number=answer.number,
            user_id=answer.user_id,
            server_id=one.server_id,
            chosen=answer.chosen,
            is_right=answer.is_right,
            millis=answer.millis,
            answered_at=now,
        )
    )
    return None


async def all_answers(connection: AsyncConnection, round_id: str) -> tuple[LiveAnswer, ...]:
    """Everything that was answered in a round."""
    rows = await connection.execute(
        select(answers)
        .where(answers.c.round_id == round_id)
        .order_by(answers.c.number, answers.c.answered_at, answers.c.user_id)
    )
    return tuple(map(_answer, rows))


async def open_items(connection: AsyncConnection, key: LearnerKey) -> tuple[Item, ...]:
    """What live rounds are asking at this moment in the learner's server, or wherever else the learner plays."""
    plays = exists().where(players.c.round_id == rounds.c.id, players.c.user_id == key.user_id)
    rows = await connection.execute(
        select(questions)
        .join(rounds, (rounds.c.id == questions.c.round_id) & (rounds.c.number == questions.c.number))
        .where(
            rounds.c.busy_channel_id.is_not(None),
            rounds.c.phase == Phase.ASKING.value,
            or_(rounds.c.server_id == (key.server_id or -1), plays),
        )
    )
    found: list[Item] = []
    for row in rows.all():
        place = BankPlace(row.bank_id, row.lesson_id, row.item_id)
        found += (await item_texts(connection, place, row.version)).values()
    return tuple(found)


async def forget_before(connection: AsyncConnection, moment: datetime, server_id: int | None = None) -> int:
    """Remove rounds that began before a moment, of one server where it is named, with all that is theirs; how many."""
    is_old = rounds.c.started_at < moment
    if server_id is not None:
        is_old &= rounds.c.server_id == server_id
    old = select(rounds.c.id).where(is_old)
    for table in (answers, players, questions):
        await connection.execute(delete(table).where(table.c.round_id.in_(old)))
    return (await connection.execute(delete(rounds).where(is_old))).rowcount


async def _question(connection: AsyncConnection, one: Row[Any]) -> Asked | None:
    row = (
        await connection.execute(
            select(questions).where(questions.c.round_id == one.id, questions.c.number == one.number)
        )
    ).one_or_none()
    if row is None:
        return None
    place = BankPlace(row.bank_id, row.lesson_id, row.item_id)
    item = await item_text(connection, place, row.version, READING_ORDER[Locale(one.language)])
    if item is None:
        return None
    order = shuffled(item, one.seed, row.number)
    return Asked(row.number, place, row.version, item, order, row.message_id)


def _round(row: Row[Any], joined: int, given: int, asked: Asked | None) -> Round:
    return Round(
        id=row.id,
        server_id=row.server_id,
        channel_id=row.channel_id,
        host_id=row.author_id,
        lessons=tuple(row.lessons),
        language=Locale(row.language),
        scoring=Scoring(row.scoring),
        teams=row.teams,
        length=row.length,
        seconds=row.seconds,
        seed=row.seed,
        phase=Phase(row.phase),
        number=row.number,
        due_at=row.due_at,
        is_told=row.is_told,
        is_done=row.is_done,
        lobby_id=row.lobby_id,
        started_at=row.started_at,
        players=joined,
        answers=given,
        asked=asked,
    )


def _answer(row: Row[Any]) -> LiveAnswer:
    return LiveAnswer(row.number, row.user_id, row.chosen, row.is_right, row.millis)
