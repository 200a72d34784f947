"""Statements for the vectors of remembered turns.

A vector says what its turn was about, so it is as private: it carries its learner, goes with its turn, and is compared with no
question but that learner's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import LargeBinary, String, and_, bindparam, delete, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.memory.store import meanings, turns
from bot.memory.values import TEACHING
from bot.memory.vectors import Vectors, as_bytes, cosines

_OWN = (turns.c.server_id == bindparam("server"), turns.c.user_id == bindparam("user"))
_LOOKED_BACK = 64
_latest = (
    select(turns.c.number, turns.c.question, turns.c.answer, turns.c.outcome)
    .where(*_OWN)
    .order_by(turns.c.asked_at.desc(), turns.c.number.desc())
    .limit(_LOOKED_BACK)
    .subquery()
)
_WITHOUT = (
    select(_latest.c.number, _latest.c.question, _latest.c.answer)
    .outerjoin(meanings, and_(meanings.c.number == _latest.c.number, meanings.c.model == bindparam("model")))
    .where(_latest.c.outcome.in_([outcome.value for outcome in TEACHING]), meanings.c.number.is_(None))
    .order_by(_latest.c.number.desc())
    .limit(bindparam("most"))
)
_NEWEST = (
    select(meanings.c.number, meanings.c.model, meanings.c.vector)
    .where(meanings.c.server_id == bindparam("server"), meanings.c.user_id == bindparam("user"))
    .order_by(meanings.c.number.desc())
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A turn that has no vector yet."""

    number: int
    question: str
    answer: str


async def without_vector(
    connection: AsyncConnection, key: LearnerKey, model: str, *, most: int
) -> tuple[Unread, ...]:
    """Those of the learner's newest turns that have no vector of this model."""
    rows = await connection.execute(_WITHOUT, {**_of(key), "model": model, "most": most})
    return tuple(Unread(*row) for row in rows)


async def keep(
    connection: AsyncConnection,
    key: LearnerKey,
    model: str,
    made: Sequence[tuple[int, Vectors]],
    *,
    most: int,
) -> None:
    """Keep the vectors of turns, given by number; of those that were forgotten meanwhile, nothing.

    `most` of a learner stay; then the oldest go.
    """
    for number, vector in made:
        there = select(
            turns.c.number,
            turns.c.server_id,
            turns.c.user_id,
            literal(model, String(128)),
            literal(as_bytes(vector), LargeBinary),
        ).where(
            turns.c.number == number,
            turns.c.server_id == key.server_id,
            turns.c.user_id == key.user_id,
        )
        await connection.execute(delete(meanings).where(meanings.c.number == number))
        await connection.execute(
            insert(meanings).from_select(["number", "server_id", "user_id", "model", "vector"], there)
        )
    own = (meanings.c.server_id == key.server_id, meanings.c.user_id == key.user_id)
    oldest = (
        select(meanings.c.number).where(*own).order_by(meanings.c.number.desc()).offset(most - 1).limit(1)
    )
    await connection.execute(delete(meanings).where(*own, meanings.c.number < oldest.scalar_subquery()))


async def nearest(
    connection: AsyncConnection, key: LearnerKey, model: str, asked: Vectors, *, among: int
) -> dict[int, float]:
    """Cosine of a vector of length 1 with each of the learner's newest turns that have one of this model, by number."""
    rows = (await connection.execute(_NEWEST, {**_of(key), "most": among})).all()
    return cosines([(number, vector) for number, of, vector in rows if of == model], asked)


def _of(key: LearnerKey) -> dict[str, object]:
    return {"server": key.server_id, "user": key.user_id}
