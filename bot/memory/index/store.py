"""The full-text index over remembered turns.

Every term carries its learner's mark, so a search meets no term of anybody else, not even to count how common it is.
An entry goes with its turn by a trigger, whoever removes the turn.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey

_MANY = 1_500
"""Turns of a learner from which on common words are left out of a search."""
_ENOUGH = 1_000
"""How often the words of such a search may occur in all: scoring counts every occurrence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The terms of a turn, repeated as often as they occur."""

    question: tuple[str, ...]
    answer: tuple[str, ...]
    said_on: tuple[str, ...]
    """When it was said, in words ("march", "2026")."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A turn that holds words of a question; the higher its score, the more and the rarer ones."""

    number: int
    conversation_id: int
    place: int
    score: float


# Weights of the columns, as FTS5 counts them (https://sqlite.org/fts5.html#the_bm25_function): what the learner
# asked says best what a turn was about.
_HITS = text(
    "SELECT turns.number, turns.conversation_id, turns.place, -found.score FROM ("
    "SELECT rowid AS number, rank AS score FROM memory_index WHERE memory_index MATCH :wanted"
    " AND rank MATCH 'bm25(1.5, 1.0, 1.0)' ORDER BY rank LIMIT :most"
    ") AS found JOIN memory_turns AS turns ON turns.number = found.number ORDER BY found.score"
)
# Where even the rarest word is everywhere, scores tell little and cost much: then the newest turns that hold it.
_NEWEST = text(
    "SELECT turns.number, turns.conversation_id, turns.place, 1.0 FROM ("
    "SELECT rowid AS number FROM memory_index WHERE memory_index MATCH :wanted ORDER BY rowid DESC LIMIT :most"
    ") AS found JOIN memory_turns AS turns ON turns.number = found.number ORDER BY turns.number DESC"
)
_ADD = text(
    "INSERT INTO memory_index (rowid, question, answer, said_on) VALUES (:number, :question, :answer, :said_on)"
)
_REMOVE = text("DELETE FROM memory_index WHERE rowid = :number")
_ALL_IN_QUESTION = text(
    "SELECT turns.id FROM (SELECT rowid AS number FROM memory_index WHERE memory_index MATCH :wanted"
    " ORDER BY rowid DESC LIMIT :most) AS found JOIN memory_turns AS turns ON turns.number = found.number"
)
_OPTIMIZE = text("INSERT INTO memory_index (memory_index) VALUES ('optimize')")


def create_index(connection: Connection) -> None:
    """Make the index where there is none; for migrations, and for tests that create all tables.

    Raises `NotImplementedError` on a database whose full-text engine is not served yet.
    """
    if connection.dialect.name != "sqlite":
        raise NotImplementedError(f"no full-text index for {connection.dialect.name} yet")
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE IF NOT EXISTS memory_index"
            " USING fts5(question, answer, said_on, tokenize = 'ascii')"
        )
    )
    connection.execute(
        text("CREATE VIRTUAL TABLE IF NOT EXISTS memory_index_terms USING fts5vocab(memory_index, row)")
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
    connection.execute(text("DROP TABLE IF EXISTS memory_index_terms"))
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


async def search(
    connection: AsyncConnection, key: LearnerKey, terms: Sequence[str], *, most: int, among: int
) -> tuple[Hit, ...]:
    """The learner's turns that hold any of the terms, best first.

    `among` says how many turns there are, roughly: with very many, common words are left out to stay quick.
    """
    marked = [_mark(key) + term for term in dict.fromkeys(terms)]
    hits = _HITS
    if among > _MANY:
        marked, occurrences = await _rarest(connection, marked)
        hits = _HITS if occurrences <= _ENOUGH else _NEWEST
    if not marked:
        return ()
    wanted = " OR ".join(f'"{term}"' for term in marked)
    rows = await connection.execute(hits, {"wanted": wanted, "most": most})
    return tuple(Hit(*row) for row in rows)


async def all_in_question(
    connection: AsyncConnection, key: LearnerKey, terms: Sequence[str], *, most: int
) -> tuple[str, ...]:
    """Ids of the learner's latest turns whose question holds all of the terms; none for no terms."""
    if not terms:
        return ()
    wanted = "question : (" + " AND ".join(f'"{_mark(key)}{term}"' for term in terms) + ")"
    return tuple(await connection.scalars(_ALL_IN_QUESTION, {"wanted": wanted, "most": most}))


async def wipe(connection: AsyncConnection) -> None:
    """Rewrite the index without what was taken out of it: until then, removed words still stand on the disk."""
    await connection.execute(_OPTIMIZE)


async def _rarest(connection: AsyncConnection, terms: Sequence[str]) -> tuple[list[str], int]:
    """The rarest terms, one at least where any occurs, and how many turns they occur in, each counted for itself."""
    names = ", ".join(f":t{number}" for number in range(len(terms)))
    rows = await connection.execute(
        text(f"SELECT term, doc FROM memory_index_terms WHERE term IN ({names}) ORDER BY doc"),
        {f"t{number}": term for number, term in enumerate(terms)},
    )
    kept: list[str] = []
    occurrences = 0
    for term, count in rows:
        if kept and occurrences + count > _ENOUGH:
            break
        occurrences += count
        kept.append(term)
    return kept, occurrences


def _mark(key: LearnerKey) -> str:
    return f"{key.server_id:x}x{key.user_id:x}x"
