"""Table and statements for the vectors of turns that are sums of their words' vectors.

A vector says what its turn was about, so it is as private: it carries its learner, goes with its turn, and is compared with no
question but that learner's own. The table is kept in the order in which it is read: all of one learner's lie side by side.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    bindparam,
    cast,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.memory.vectors import Vectors, shares_of
from bot.storage.tables import metadata

sums = Table(
    "memory_sums",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("number", Integer, ForeignKey("memory_turns.number", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True),
    Column("vector", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
"""A byte for each number of the vector of length 1, its largest being 127."""

_ADD = insert(sums)
_newest = (
    select(sums.c.number, sums.c.vector)
    # SQLite would else go by the index of users, and look each vector up by itself: three times as long
    # (https://sqlite.org/lang_corefunc.html#likely).
    .where(sums.c.server_id == bindparam("server"), func.likely(sums.c.user_id == bindparam("user")))
    .order_by(sums.c.number.desc())
    .limit(bindparam("most"))
    .subquery()
)
# One row instead of a thousand: handing those out takes longer than all the rest. SQLite joins bytes as they are, as text only by name.
NEWEST = select(
    func.group_concat(_newest.c.number), cast(func.group_concat(_newest.c.vector, ""), LargeBinary)
)
"""The newest `most` vectors of `user` on `server`, and their numbers with commas between."""


async def add(connection: AsyncConnection, key: LearnerKey, number: int, vector: bytes) -> None:
    """Keep a turn's vector."""
    values = {"server_id": key.server_id, "user_id": key.user_id, "number": number, "vector": vector}
    await connection.execute(_ADD, values)


async def remove(connection: AsyncConnection, number: int) -> None:
    """Take a turn's vector out, for another in its place; with the turn itself it goes on its own."""
    await connection.execute(delete(sums).where(sums.c.number == number))


async def nearest(
    connection: AsyncConnection, key: LearnerKey, asked: Vectors, *, among: int, most: int
) -> dict[int, float]:
    """How near to a vector of length 1 the nearest of the learner's newest turns are, by number; as `shares_of` says."""
    wanted = {"server": key.server_id, "user": key.user_id, "most": among}
    numbers, packed = (await connection.execute(NEWEST, wanted)).one()
    if not numbers:
        return {}
    return shares_of(numbers, packed, asked, most=most)
