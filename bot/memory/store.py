"""Tables and statements for remembered turns."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Row,
    Select,
    String,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    event,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.memory.facts import store as facts_store
from bot.memory.index import store as index
from bot.memory.index.store import Entry
from bot.memory.summaries import store as summaries_store
from bot.memory.sums import store as sums_store
from bot.memory.values import TEACHING, Citation, Outcome, Spot, Turn
from bot.storage.tables import UtcDateTime, metadata
from bot.texts.kinds import Released
from bot.texts.locales import Locale

turns = Table(
    "memory_turns",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("conversation_id", BigInteger, nullable=False),
    Column("place", Integer, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False, index=True),
    Column("locale", String(8), nullable=False),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("citations", JSON, nullable=False),
    Column("shared", Boolean, nullable=False),
    Column("trace", JSON, nullable=False),
    Index("ix_memory_turns_place", "server_id", "user_id", "conversation_id", "place"),
    sqlite_autoincrement=True,
)
"""`number` is what the search index calls a turn, never given twice; `place` counts the turns of a conversation."""

meanings = Table(
    "memory_meanings",
    metadata,
    Column("number", Integer, ForeignKey("memory_turns.number", ondelete="CASCADE"), primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("model", String(128), nullable=False),
    Column("vector", LargeBinary, nullable=False),
    Index("ix_memory_meanings_learner", "server_id", "user_id", "number"),
)
"""A byte for each number of the vector of length 1, its largest being 127; of one model, the last that was used."""


@event.listens_for(turns, "after_create")
def _create_index(table: Table, connection: Connection, **_: object) -> None:
    index.create_index(connection)


@event.listens_for(turns, "before_drop")
def _drop_index(table: Table, connection: Connection, **_: object) -> None:
    index.drop_index(connection)


# Statements are made once: putting one together takes longer than running it.
_OWN = (turns.c.server_id == bindparam("server"), turns.c.user_id == bindparam("user"))
_HERE = (*_OWN, turns.c.conversation_id == bindparam("conversation"))
_last_place = select(func.coalesce(func.max(turns.c.place), 0) + 1).where(*_HERE).scalar_subquery()
_ADD = insert(turns).values(place=_last_place)
_LOAD = select(turns).where(turns.c.id == bindparam("id"))
_LATEST = (
    select(turns)
    .where(*_OWN)
    .order_by(turns.c.asked_at.desc(), turns.c.number.desc())
    .limit(bindparam("most"))
)
# What is recalled needs neither citations nor trace: reading them takes as long as all the rest of a turn.
_AS_SAID = tuple(column for column in turns.c if column.name not in ("citations", "trace"))
_LATEST_HERE = select(*_AS_SAID).where(*_HERE).order_by(turns.c.place.desc()).limit(bindparam("most"))
# A list in one parameter: SQLAlchemy would write a statement with lists of another length anew each time.
_given = select(func.json_each(bindparam("numbers")).table_valued("value").c.value)
_hit, _near = turns.alias("hit"), turns.alias("near")
_there = (
    select(_near.c.number, _near.c.conversation_id, _near.c.place, index.sizes.c.sz)
    .select_from(_hit)
    .join(
        _near,
        and_(
            _near.c.server_id == _hit.c.server_id,
            _near.c.user_id == _hit.c.user_id,
            _near.c.conversation_id == _hit.c.conversation_id,
            _near.c.place.between(_hit.c.place - bindparam("reach"), _hit.c.place + bindparam("reach")),
        ),
    )
    .outerjoin(index.sizes, index.sizes.c.id == _near.c.number)
    .where(_hit.c.number.in_(_given))
    .subquery()
)
# One row instead of a hundred: handing those out takes longer than finding them.
_AROUND = select(
    func.group_concat(_there.c.number),
    func.group_concat(_there.c.conversation_id),
    func.group_concat(_there.c.place),
    func.group_concat(func.coalesce(func.hex(_there.c.sz), "")),
)
_NUMBERED = select(*_AS_SAID).where(turns.c.number.in_(_given))
_COUNT = select(func.count()).select_from(turns).where(*_OWN)
_COUNT_UP_TO = select(func.count()).select_from(
    select(turns.c.number).where(*_OWN).limit(bindparam("most")).subquery()
)


async def add(connection: AsyncConnection, turn: Turn, entry: Entry | None = None) -> None:
    """Remember a turn; with an `entry`, so that it is found by its words later."""
    added = await connection.execute(
        _ADD,
        {
            **_of(turn.key),
            "conversation": turn.conversation_id,
            "id": turn.id,
            "server_id": turn.key.server_id,
            "user_id": turn.key.user_id,
            "conversation_id": turn.conversation_id,
            "asked_at": turn.asked_at,
            "locale": turn.locale.value,
            "question": turn.question,
            "answer": turn.answer,
            "outcome": turn.outcome.value,
            "citations": [asdict(citation) for citation in turn.citations],
            "shared": turn.shared,
            "trace": dict(turn.trace),
        },
    )
    key = added.inserted_primary_key
    if entry is not None and key is not None and turn.outcome in TEACHING:
        await index.add(connection, key[0], turn.key, entry)
        if entry.meaning is not None:
            await sums_store.add(connection, turn.key, key[0], entry.meaning)


async def replace_answer(connection: AsyncConnection, turn: Turn, entry: Entry | None) -> None:
    """Put another answer in the place of a remembered turn's, also where it is searched; nothing where it is forgotten.

    Its vectors go: they say what the old answer meant.
    """
    number = await connection.scalar(select(turns.c.number).where(turns.c.id == turn.id))
    if number is None:
        return
    await connection.execute(
        update(turns)
        .where(turns.c.number == number)
        .values(
            answer=turn.answer,
            outcome=turn.outcome.value,
            citations=[asdict(citation) for citation in turn.citations],
        )
    )
    await connection.execute(delete(meanings).where(meanings.c.number == number))
    await index.remove(connection, number)
    await sums_store.remove(connection, number)
    if entry is not None:
        await index.add(connection, number, turn.key, entry)
        if entry.meaning is not None:
            await sums_store.add(connection, turn.key, number, entry.meaning)


def remembered_ids() -> Select[tuple[str]]:
    """The ids of all remembered turns, for other rooms' statements."""
    return select(turns.c.id)


async def load(connection: AsyncConnection, turn_id: str) -> Turn | None:
    """One turn by its id, whoever asks: the caller checks whose it is."""
    row = (await connection.execute(_LOAD, {"id": turn_id})).one_or_none()
    return None if row is None else _turn(row)


async def latest(connection: AsyncConnection, key: LearnerKey, *, limit: int) -> tuple[Turn, ...]:
    """The learner's last turns here, oldest first."""
    rows = (await connection.execute(_LATEST, {**_of(key), "most": limit})).all()
    return tuple(_turn(row) for row in reversed(rows))


async def latest_of(
    connection: AsyncConnection, key: LearnerKey, conversation_id: int, *, limit: int
) -> tuple[Turn, ...]:
    """The last turns of one conversation, oldest first, as they were said: without citations and trace."""
    wanted = {**_of(key), "conversation": conversation_id, "most": limit}
    rows = (await connection.execute(_LATEST_HERE, wanted)).all()
    return tuple(_as_said(row) for row in reversed(rows))


async def around(connection: AsyncConnection, numbers: Sequence[int], *, reach: int) -> tuple[Spot, ...]:
    """Where the turns of these numbers stand, and those up to `reach` places beside them; one that is beside two comes twice."""
    if not numbers:
        return ()
    joined = (await connection.execute(_AROUND, {"numbers": json.dumps(list(numbers)), "reach": reach})).one()
    columns = [column.split(",") if column is not None else () for column in joined]
    return tuple(
        Spot(int(number), int(conversation), int(place), index.terms_in(bytes.fromhex(size)))
        for number, conversation, place, size in zip(*columns, strict=True)
    )


async def numbered(connection: AsyncConnection, key: LearnerKey, numbers: Sequence[int]) -> dict[int, Turn]:
    """Those of the learner's turns that have these numbers, as they were said: without citations and trace."""
    if not numbers:
        return {}
    rows = await connection.execute(_NUMBERED, {"numbers": json.dumps(list(numbers))})
    # Whose they are is looked at here: in the statement, it leads SQLite to read all turns of the learner.
    mine = (key.server_id, key.user_id)
    return {row.number: _as_said(row) for row in rows if (row.server_id, row.user_id) == mine}


async def count(connection: AsyncConnection, key: LearnerKey) -> int:
    """How many turns are remembered."""
    return await connection.scalar(_COUNT, _of(key)) or 0


async def count_up_to(connection: AsyncConnection, key: LearnerKey, most: int) -> int:
    """How many turns are remembered; `most` where there are more, which is quicker to say."""
    return await connection.scalar(_COUNT_UP_TO, {**_of(key), "most": most}) or 0


async def forget(
    connection: AsyncConnection,
    key: LearnerKey,
    *,
    ids: tuple[str, ...] | None = None,
    conversation_id: int | None = None,
) -> int:
    """Remove the learner's turns, all or those named; gives how many went.

    What was taken from them goes too: facts that their words said, and the summary, which may tell of them.
    """
    chosen = [turns.c.server_id == key.server_id, turns.c.user_id == key.user_id]
    if ids is not None:
        chosen.append(turns.c.id.in_(ids))
    if conversation_id is not None:
        chosen.append(turns.c.conversation_id == conversation_id)
    if ids is not None or conversation_id is not None:
        await facts_store.forget_said_in(connection, key, select(turns.c.id).where(*chosen))
    else:
        await facts_store.forget(connection, key)
    await summaries_store.forget(connection, key)
    return (await connection.execute(delete(turns).where(*chosen))).rowcount


async def forget_before(
    connection: AsyncConnection, *, before: datetime, server_id: int | None = None
) -> int:
    """Remove every turn older than the retention time, and what was taken from it; gives how many turns went.

    `server_id`: of this server alone.
    """
    old = turns.c.asked_at < before
    if server_id is not None:
        old &= turns.c.server_id == server_id
    await facts_store.forget_before(connection, before=before, server_id=server_id)
    await summaries_store.forget_made_from(connection, select(turns.c.server_id, turns.c.user_id).where(old))
    return (await connection.execute(delete(turns).where(old))).rowcount


def _of(key: LearnerKey) -> dict[str, object]:
    return {"server": key.server_id, "user": key.user_id}


def _turn(row: Row[tuple[object, ...]]) -> Turn:
    citations = tuple(Citation(**citation) for citation in row.citations)
    return replace(_as_said(row), citations=citations, trace=row.trace)


def _as_said(row: Row[tuple[object, ...]]) -> Turn:
    return Turn(
        id=row.id,
        key=LearnerKey(row.server_id, row.user_id),
        conversation_id=row.conversation_id,
        asked_at=row.asked_at,
        locale=Locale(row.locale),
        question=row.question,
        answer=Released(row.answer),  # it was released before it was stored
        outcome=Outcome(row.outcome),
        citations=(),
        shared=row.shared,
        trace={},
        place=row.place,
    )
