"""The full-text index over remembered turns.

Every term carries its learner's mark, so a search meets no term of anybody else, not even to count how common it is.
An entry goes with its turn by a trigger, whoever removes the turn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import TextClause, column, table, text
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.storage.errors import UnsupportedDatabase

Numbers = tuple[int, ...]
"""In which of a learner's turns something occurs."""

_MERGED_AT_ONCE = 64
"""Pages of the index that one unit of work rewrites at most: some milliseconds, so that no other writer waits long."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The terms of a turn, repeated as often as they occur."""

    question: tuple[str, ...]
    answer: tuple[str, ...]
    said_on: tuple[str, ...]
    """Terms of the date on which it was said ("5 March 2026")."""
    meaning: bytes | None = None
    """What its words mean together, where any is known."""


sizes = table("memory_index_docsize", column("id"), column("sz"))
"""How many terms each turn has, as the full-text engine keeps it for itself (https://sqlite.org/fts5.html#the_columnsize_option)."""

_ADD = text(
    "INSERT INTO memory_index (rowid, question, answer, said_on) VALUES (:number, :question, :answer, :said_on)"
)
_REMOVE = text("DELETE FROM memory_index WHERE rowid = :number")
_ALL_IN_QUESTION = text(
    "SELECT turns.id FROM (SELECT rowid AS number FROM memory_index WHERE memory_index MATCH :wanted"
    " ORDER BY rowid DESC LIMIT :most) AS found JOIN memory_turns AS turns ON turns.number = found.number"
)
_IN_QUESTION = text("SELECT group_concat(rowid) FROM memory_index WHERE memory_index MATCH :wanted")
_MERGE = text("INSERT INTO memory_index (memory_index, rank) VALUES ('merge', :pages)")
_CHANGES = text("SELECT total_changes()")


def create_index(connection: Connection) -> None:
    """Make the index where there is none; for migrations, and for tests that create all tables.

    Raises `UnsupportedDatabase` on any database but SQLite, whose full-text engine it is.
    """
    if connection.dialect.name != "sqlite":
        raise UnsupportedDatabase(
            f"this version searches with SQLite's full-text engine, and has none for {connection.dialect.name}"
        )
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE IF NOT EXISTS memory_index"
            " USING fts5(question, answer, said_on, tokenize = 'ascii')"
        )
    )
    connection.execute(
        text(
            "CREATE TRIGGER IF NOT EXISTS memory_index_follows AFTER DELETE ON memory_turns"
            " BEGIN DELETE FROM memory_index WHERE rowid = old.number; END"
        )
    )


def drop_index(connection: Connection) -> None:
    """Remove the index and all it holds."""
    connection.execute(text("DROP TRIGGER IF EXISTS memory_index_follows"))
    connection.execute(text("DROP TABLE IF EXISTS memory_index"))


async def add(connection: AsyncConnection, number: int, key: LearnerKey, entry: Entry) -> None:
    """Index one turn."""
    mark = _mark(key)
    await connection.execute(
        _ADD,
        {
            "number": number,
            "question": " ".join(mark + term for term in entry.question),
            "answer": " ".join(mark + term for term in entry.answer),
            "said_on": " ".join(mark + term for term in entry.said_on),
        },
    )


async def remove(connection: AsyncConnection, number: int) -> None:
    """Take a turn's entry out, for another in its place; with the turn itself it goes by a trigger."""
    await connection.execute(_REMOVE, {"number": number})


async def listed(
    connection: AsyncConnection, key: LearnerKey, terms: Sequence[str], *, most: int
) -> dict[str, Numbers | None]:
    """The turns of the learner that hold each term; None for a term that more than `most` hold.

    Terms that none holds are left out.
    """
    rows = await _list(connection, key, terms, _listing(len(terms)), most=most)
    return {terms[place]: _numbers(held) if count <= most else None for place, count, held in rows if count}


async def in_question(connection: AsyncConnection, key: LearnerKey, terms: Sequence[str]) -> frozenset[int]:
    """The turns in which the learner's own question holds any of the terms; none for no terms."""
    if not terms:
        return frozenset()
    found = await connection.execute(_IN_QUESTION, {"wanted": _in_question(key, terms, " OR ")})
    return frozenset(_numbers(found.scalar()))


def terms_in(size: bytes) -> int:
    """How many terms a turn has, from its row in `sizes`: a number for each column, seven bits a byte, the highest first; 0 for no row."""
    total = number = 0
    for byte in size:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            total, number = total + number, 0
    return total


async def newest(
    connection: AsyncConnection, key: LearnerKey, terms: Sequence[str], *, most: int
) -> dict[str, Numbers]:
    """The newest turns of the learner that hold each term, `most` of each."""
    rows = await _list(connection, key, terms, _listing_newest(len(terms)), most=most)
    return {terms[place]: _numbers(held) for place, held in rows if held}


async def all_in_question(
    connection: AsyncConnection, key: LearnerKey, terms: Sequence[str], *, most: int
) -> tuple[str, ...]:
    """Ids of the learner's latest turns whose question holds all of the terms; none for no terms."""
    if not terms:
        return ()
    wanted = {"wanted": _in_question(key, terms, " AND "), "most": most}
    return tuple(await connection.scalars(_ALL_IN_QUESTION, wanted))


async def wipe(connection: AsyncConnection, *, begin: bool) -> bool:
    """Rewrite a piece of the index without what was taken out of it: until then, removed words still stand on the disk.

    Gives whether more is to be done: again then, with `begin` the first time only
    (https://sqlite.org/fts5.html#the_merge_command).
    """
    before = await connection.scalar(_CHANGES) or 0
    await connection.execute(_MERGE, {"pages": -_MERGED_AT_ONCE if begin else _MERGED_AT_ONCE})
    return (await connection.scalar(_CHANGES) or 0) - before >= 2


async def _list(
    connection: AsyncConnection, key: LearnerKey, terms: Sequence[str], statement: TextClause, **limits: int
) -> Sequence[Sequence[Any]]:
    if not terms:
        return ()
    mark = _mark(key)
    wanted = {f"t{place}": f'"{mark}{term}"' for place, term in enumerate(terms)}
    return (await connection.execute(statement, {**limits, **wanted})).all()


def _in_question(key: LearnerKey, terms: Sequence[str], joined_by: str) -> str:
    mark = _mark(key)
    return "question : (" + joined_by.join(f'"{mark}{term}"' for term in terms) + ")"


# Statements of one row a term, made once for each number of terms. Of a common term nothing is handed out.
@cache
def _listing(terms: int) -> TextClause:
    return _for_each(
        terms,
        "SELECT {at}, count(*) AS held, CASE WHEN count(*) <= :most THEN group_concat(number) END FROM"
        " (SELECT rowid AS number FROM memory_index WHERE memory_index MATCH :t{at} LIMIT :most + 1)",
    )


@cache
def _listing_newest(terms: int) -> TextClause:
    return _for_each(
        terms,
        "SELECT {at}, group_concat(number) FROM"
        " (SELECT rowid AS number FROM memory_index WHERE memory_index MATCH :t{at} ORDER BY rowid DESC LIMIT :most)",
    )


def _for_each(terms: int, statement: str) -> TextClause:
    return text(" UNION ALL ".join(statement.format(at=at) for at in range(terms)))


def _numbers(joined: str | None) -> Numbers:
    return tuple(map(int, joined.split(","))) if joined else ()


def _mark(key: LearnerKey) -> str:
    return f"{key.server_id:x}x{key.user_id:x}x"
