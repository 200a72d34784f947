"""The full-text index over our own tokens: all that depends on the database's dialect is here.

The engine only finds where a token occurs; scores are ours (`ranking.py`), so that every database gives the
same.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    Subquery,
    bindparam,
    column,
    delete,
    func,
    insert,
    select,
    table,
    text,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.errors import UnsupportedDatabase


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index holds of one chunk."""

    chunk_id: int
    heading: tuple[str, ...]
    """Terms of its section's names with `NAME_END` after each, and `HEADING_END` after those of its heading."""
    body: tuple[str, ...]


_index = table("lesson_index", column("rowid"), column("heading"), column("body"))
_terms = table("lesson_index_terms", column("term"), column("doc"), column("col"), column("offset"))


def create_index(connection: Connection) -> None:
    """Make the index where there is none; for migrations, and for tests that create all tables.

    Raises `UnsupportedDatabase` on any database but SQLite, whose full-text engine it is.
    """
    if connection.dialect.name != "sqlite":
        raise UnsupportedDatabase(
            f"this version searches with SQLite's full-text engine, and has none for {connection.dialect.name}"
        )
    # Tokens come folded and separated by spaces; the `ascii` tokenizer keeps all other characters whole.
    connection.execute(
        text("CREATE VIRTUAL TABLE IF NOT EXISTS lesson_index USING fts5(heading, body, tokenize = 'ascii')")
    )
    connection.execute(
        text("CREATE VIRTUAL TABLE IF NOT EXISTS lesson_index_terms USING fts5vocab(lesson_index, instance)")
    )


def drop_index(connection: Connection) -> None:
    """Remove the index and all it holds."""
    connection.execute(text("DROP TABLE IF EXISTS lesson_index_terms"))
    connection.execute(text("DROP TABLE IF EXISTS lesson_index"))


async def add(connection: AsyncConnection, entries: Sequence[Entry]) -> None:
    """Index chunks that are not indexed yet."""
    if entries:
        await connection.execute(
            insert(_index),
            [
                {"rowid": entry.chunk_id, "heading": " ".join(entry.heading), "body": " ".join(entry.body)}
                for entry in entries
            ],
        )


async def remove(connection: AsyncConnection, chunk_ids: Sequence[int]) -> None:
    """Take chunks out of the index."""
    if chunk_ids:
        await connection.execute(delete(_index).where(_index.c.rowid.in_(chunk_ids)))


async def renew(connection: AsyncConnection) -> None:
    """Make the revision another one without a change of what is found, for what is remembered beside the index."""
    entry = (
        await connection.execute(select(_index.c.rowid, _index.c.heading, _index.c.body).limit(1))
    ).first()
    if entry is not None:
        await connection.execute(delete(_index).where(_index.c.rowid == entry.rowid))
        await connection.execute(insert(_index), [entry._asdict()])


async def let_go(connection: AsyncConnection) -> None:
    """Have the connection forget the pages that it keeps in memory: after the whole index was read, those are 2 MB."""
    await connection.execute(text("PRAGMA shrink_memory"))


def fields() -> Subquery:
    """The fields of all chunks, as they were given: rows of `chunk_id`, `heading` and `body`."""
    return select(_index.c.rowid.label("chunk_id"), _index.c.heading, _index.c.body).subquery("fields")


def names() -> Select[int, str]:
    """The heading fields of the chunks of the parameter `chunks` (`listed`): rows of `chunk_id` and `heading`."""
    return select(_index.c.rowid.label("chunk_id"), _index.c.heading).where(
        _index.c.rowid.in_(each("chunks"))
    )


def listed(values: Iterable[int | str]) -> str:
    """A parameter that is a list, so that a statement is one and the same for lists of any length: the engine keeps it."""
    return json.dumps(list(values))


def each(name: str) -> Select[Any]:
    """The values of such a parameter."""
    return select(func.json_each(bindparam(name)).table_valued("value").c.value)


def occurrences() -> Select[str, int, int, int]:
    """Where the terms of the parameter `terms` (`listed`) occur: rows of `term`, `chunk_id`, `in_heading` (0 or 1), `place`.

    `place` is the number of the word there, counted from 0. Rows of one term in one field of one chunk follow each other.
    """
    return _occurrences().where(_terms.c.term.in_(each("terms")))


def part() -> Select[str, int, int, int]:
    """The rows of `occurrences` for all terms from the parameter `first` up to `beyond`, in their order, at most `most` of them."""
    return (
        _occurrences()
        .where(_terms.c.term >= bindparam("first"), _terms.c.term < bindparam("beyond"))
        .order_by(_terms.c.term)
        .limit(bindparam("most"))
    )


def _occurrences() -> Select[str, int, int, int]:
    return select(
        _terms.c.term,
        _terms.c.doc.label("chunk_id"),
        type_coerce(_terms.c.col == "heading", Integer).label("in_heading"),
        _terms.c.offset,
    )


def revision() -> ColumnElement[str]:
    """What is another whenever chunks were indexed or taken out, so that what was read from them can be kept."""
    # The records of FTS5 on its own size and structure (https://sqlite.org/fts5.html); the latter counts every write.
    size, structure = (
        select(func.hex(column("block")))
        .select_from(table("lesson_index_data"))
        .where(column("id") == record)
        for record in (1, 10)
    )
    return type_coerce(size.scalar_subquery(), String) + structure.scalar_subquery()
