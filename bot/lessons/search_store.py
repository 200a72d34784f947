"""What a search reads from the database: where terms occur, which sections there are, and passages."""

from collections.abc import Collection, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from sys import intern
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons import bilingual, index
from bot.lessons.naming import Names
from bot.lessons.places import NOWHERE, Places, names_of, place
from bot.lessons.ranking import SectionKey
from bot.lessons.shelf import Shelf, Stock, Written
from bot.lessons.store import chunks, hidden, lessons, vectors
from bot.lessons.values import BUILT_IN
from bot.lessons.vectors import words
from bot.lessons.vectors.store import SectionVectors
from bot.lessons.whole_index import WholeIndex
from bot.texts.locales import Locale


@dataclass(frozen=True, slots=True)
class StoredChunk:
    """A piece of a section in one language."""

    section: SectionKey
    language: Locale
    part: int
    lesson_title: str
    heading: str
    text: str


# These sections and perhaps a few more: SQLite scans the whole table for `(a, b, c) IN …`, but not for this.
_NEAR = and_(
    chunks.c.server_id.in_(bindparam("servers", expanding=True)),
    chunks.c.lesson_id.in_(bindparam("lessons", expanding=True)),
    chunks.c.section_id.in_(bindparam("sections", expanding=True)),
)
# Statements are made once: putting one together takes longer than running it.
_OCCURRENCES = index.occurrences()
_WHERE = select(
    chunks.c.id,
    chunks.c.server_id,
    chunks.c.lesson_id,
    chunks.c.section_id,
    chunks.c.part,
).where(chunks.c.id.in_(index.each("chunks")))


async def occurrences(
    connection: AsyncConnection, terms: Sequence[str], shelf: Shelf, begins: MutableMapping[int, int]
) -> dict[str, Places]:
    """Where terms occur in the published lessons of the shelf's servers; sections by their numbers in each server's stock.

    `begins` holds the places at which chunks begin that are known; others are added.
    """
    if not terms:
        return {}
    rows = (await connection.execute(_OCCURRENCES, {"terms": index.listed(terms)})).all()
    found, ends, places = await _placed(connection, rows, shelf, begins)
    # Copies, so that a term that is kept does not keep the places of all.
    there = {
        term: places[first:end].copy() for term, (first, end) in zip(found, pairwise([0, *ends]), strict=True)
    }
    return dict.fromkeys(terms, NOWHERE) | there


_PART = index.part()
_ROWS = 4_000
"""Of the index that are read at once."""


async def whole_index(
    connection: AsyncConnection, server: int, shelf: Shelf, begins: MutableMapping[int, int], most: int
) -> WholeIndex | None:
    """All that the index holds of a server; None where that is more than `most` places."""
    parts: list[WholeIndex] = []
    held = 0
    for way in sorted(index.Way):  # as their terms are sorted
        first, beyond, rows = index.term(server, way, ""), index.beyond(server, way), _ROWS
        while True:
            limits = {"first": first, "beyond": beyond, "most": rows}
            read = (await connection.execute(_PART, limits)).all()
            is_last, last = len(read) < rows, read[-1][0] if read else ""
            # The last term may go on in the next part.
            entire = read if is_last else [row for row in read if row[0] != last]
            held += len(entire)
            if held > most:
                return None
            terms, ends, places = await _placed(connection, entire, shelf, begins)
            if terms:
                # Arrays at once: what is many small objects for a moment leaves its memory in pieces.
                written = np.array([term.encode() for term in terms], dtype=np.bytes_)
                parts.append(WholeIndex(written, np.array(ends, dtype=np.int32), places))
            if is_last:
                break
            first, rows = last, _ROWS if entire else 2 * rows
    return WholeIndex.of(parts)


async def _placed(
    connection: AsyncConnection,
    rows: Sequence[Sequence[Any]],
    shelf: Shelf,
    begins: MutableMapping[int, int],
) -> tuple[list[str], list[int], Places]:
    """The terms of rows of `index.occurrences` in their order, where the places of each end, and these places."""
    if not rows:
        return [], [], NOWHERE
    terms, chunks_of_rows, in_heading, words_of_rows = zip(*rows, strict=True)
    known, chunk = np.unique(np.array(chunks_of_rows, dtype=np.int64), return_inverse=True)
    begin = np.array(await _begins(connection, known.tolist(), shelf, begins), dtype=np.int64)[chunk]
    places = np.where(in_heading, names_of(begin), begin) + np.array(words_of_rows, dtype=np.int64)
    ends = [end for end, (one, next_one) in enumerate(pairwise(terms), 1) if one != next_one]
    ends.append(len(terms))
    term = np.repeat(np.arange(len(ends)), np.diff([0, *ends]))
    return [terms[end - 1] for end in ends], ends, places[np.lexsort((places, term))]


async def _begins(
    connection: AsyncConnection, wanted: Sequence[int], shelf: Shelf, begins: MutableMapping[int, int]
) -> list[int]:
    """The places at which chunks of the shelf begin."""
    if missing := [chunk for chunk in wanted if chunk not in begins]:
        found = (await connection.execute(_WHERE, {"chunks": index.listed(missing)})).all()
        for chunk, server, lesson, section, part in found:
            number = shelf.number(SectionKey(server, lesson, section))
            assert number is not None  # every section on the shelf has its first chunk there
            begins[chunk] = place(number - shelf.begins[server], part + 1, 0)
    return [begins[chunk] for chunk in wanted]


_STOCK = (
    select(
        chunks.c.id,
        chunks.c.lesson_id,
        chunks.c.section_id,
        chunks.c.language,
        chunks.c.ordinal,
        chunks.c.heading,
        chunks.c.section_length,
        chunks.c.section_pairs,
        vectors.c.vector,
    )
    .outerjoin(vectors, and_(vectors.c.chunk_id == chunks.c.id, vectors.c.model == words.NAME))
    .where(
        chunks.c.server_id == bindparam("server"),
        chunks.c.part == 0,
        chunks.c.language.in_([Locale.EN.value, Locale.ZH_CN.value]),
    )
)


async def stock(connection: AsyncConnection, server: int) -> Stock:
    """All that is published in a server, in one statement."""
    rows = (await connection.execute(_STOCK, {"server": server})).all()
    if not rows:
        return Stock((), {}, {})
    chunk, lesson, section, language, ordinal, heading, length, pairs, vector = zip(*rows, strict=True)
    keys = sorted(set(zip(lesson, section, strict=True)))
    number = {key: place for place, key in enumerate(keys)}
    numbers = [number[key] for key in zip(lesson, section, strict=True)]
    named: dict[str, list[int]] = {}
    for names in (section, heading):
        for name, one in zip(names, numbers, strict=True):
            named.setdefault(name, []).append(one)
    lessons_in_order = {one: place for place, one in enumerate(dict.fromkeys(one for one, _ in keys))}
    table = np.array(
        [numbers, chunk, [lessons_in_order[one] for one in lesson], ordinal, length, pairs], dtype=np.int64
    )
    written = {}
    for one in dict.fromkeys(language):
        of_it = [place for place, other in enumerate(language) if other == one]
        written[Locale(one)] = _written(table[:, of_it], [vector[place] for place in of_it], len(keys))
    return Stock(
        tuple(SectionKey(server, intern(lesson_id), intern(section_id)) for lesson_id, section_id in keys),
        written,
        named,
    )


def _written(table: npt.NDArray[np.int64], vector: Sequence[bytes | None], sections: int) -> Written:
    """The sections of a stock of so many in one language.

    Columns of `table` are sections: their number, their first chunk, their lesson and their place in it, their tokens in words and in pairs.
    """
    numbers, chunk, lesson, ordinal, length, pairs = table

    def by_number(values: npt.NDArray[np.int64], missing: int) -> npt.NDArray[np.int32]:
        made = np.full(sections, missing, dtype=np.int32)
        made[numbers] = values
        return made

    before, after = np.full((2, sections), -1, dtype=np.int32)
    order = np.lexsort((ordinal, lesson))
    follows = (np.diff(lesson[order]) == 0) & (np.diff(ordinal[order]) == 1)
    in_order = numbers[order]
    before[in_order[1:][follows]], after[in_order[:-1][follows]] = (
        in_order[:-1][follows],
        in_order[1:][follows],
    )
    first_chunks = np.zeros(sections, dtype=np.int64)
    first_chunks[numbers] = chunk
    words_long = by_number(length, 0)
    known = [place for place in np.argsort(numbers).tolist() if vector[place] is not None]
    return Written(
        first_chunks=first_chunks,
        lengths={index.Way.STEM: words_long, index.Way.WORD: words_long, index.Way.PAIR: by_number(pairs, 0)},
        before=before,
        after=after,
        meanings=SectionVectors(
            numbers[known].astype(np.int32), *words.rows_of([vector[place] or b"" for place in known])
        ),
    )


_NAMES = index.names()


async def names(
    connection: AsyncConnection, first_chunks: Collection[int], way: index.Way
) -> dict[int, Names]:
    """What sections are called in the language that is cut in this way, by their first chunks in it."""
    if not first_chunks:
        return {}
    rows = await connection.execute(_NAMES, {"chunks": index.listed(first_chunks)})
    return {chunk: _names(written, way) for chunk, written in rows}


_IN_ORDER = (
    select(lessons.c.server_id, lessons.c.lesson_id)
    .where(
        or_(lessons.c.server_id == BUILT_IN, lessons.c.server_id == bindparam("server")),
        lessons.c.published_version.is_not(None),
    )
    .order_by(lessons.c.server_id, lessons.c.position, lessons.c.lesson_id)
)


async def lessons_in_order(
    connection: AsyncConnection, server: int, hidden: Collection[str]
) -> list[tuple[int, str]]:
    """The lessons that learners of a server can read, as server and id, in the order in which lists show them."""
    rows = (await connection.execute(_IN_ORDER, {"server": server})).all()
    return [(of, lesson) for of, lesson in rows if of != BUILT_IN or lesson not in hidden]


_PIECES = (
    select(
        chunks.c.server_id,
        chunks.c.lesson_id,
        chunks.c.section_id,
        chunks.c.language,
        chunks.c.part,
        chunks.c.lesson_title,
        chunks.c.heading,
        chunks.c.text,
    )
    .where(_NEAR)
    .order_by(chunks.c.part)
)


async def pieces(
    connection: AsyncConnection, wanted: Sequence[SectionKey]
) -> Mapping[SectionKey, Mapping[Locale, tuple[StoredChunk, ...]]]:
    """All chunks of these sections, by language, in the order of the text."""
    if not wanted:
        return {}
    rows = await connection.execute(_PIECES, _near(wanted))
    exactly = set(wanted)
    found: dict[SectionKey, dict[Locale, list[StoredChunk]]] = {}
    for server, lesson, section, language, part, title, heading, text in rows:
        key = SectionKey(server, lesson, section)
        if key not in exactly:
            continue
        chunk = StoredChunk(key, Locale(language), part, title, heading, text)
        found.setdefault(key, {}).setdefault(chunk.language, []).append(chunk)
    return {
        key: {language: tuple(some) for language, some in by_language.items()}
        for key, by_language in found.items()
    }


_WRITTEN = (
    select(chunks.c.heading, chunks.c.text)
    .where(
        chunks.c.server_id == bindparam("server_id"),
        chunks.c.lesson_id == bindparam("lesson_id"),
        chunks.c.section_id == bindparam("section_id"),
        chunks.c.language == bindparam("written_in"),
    )
    .order_by(chunks.c.part)
)


async def written(
    connection: AsyncConnection, section: SectionKey, language: Locale
) -> Sequence[tuple[str, str]]:
    """The heading and the text of each chunk of a section in one language, in the order of the text."""
    parameters = {**section._asdict(), "written_in": language.value}
    return [(heading, text) for heading, text in await connection.execute(_WRITTEN, parameters)]


def _names(written: str, way: index.Way) -> Names:
    """The names in a heading field, as tokens of one way of cutting."""

    def cut(part: str) -> tuple[frozenset[str], ...]:
        names = (
            frozenset(index.token_of(term) for term in name.split() if index.way_of(term) is way)
            for name in part.split(index.NAME_END)
        )
        return tuple(name for name in names if name)

    heading, _, concepts = written.partition(f" {index.HEADING_END}")
    return Names(cut(heading), cut(concepts))


def _near(wanted: Sequence[SectionKey]) -> dict[str, list[int] | list[str]]:
    """The parameters of `_NEAR`."""
    return {
        "servers": sorted({key.server_id for key in wanted}),
        "lessons": sorted({key.lesson_id for key in wanted}),
        "sections": sorted({key.section_id for key in wanted}),
    }


_NOW = select(
    index.revision(),
    bilingual.learnt_from(),
    select(func.group_concat(hidden.c.lesson_id))
    .where(hidden.c.server_id == bindparam("server"))
    .scalar_subquery(),
)


@dataclass(frozen=True, slots=True)
class Now:
    """What a search must know before it may use what is remembered."""

    revision: str
    """Of the index."""
    learnt_from: str | None
    """The course that the word table was learnt from."""
    hidden: frozenset[str]
    """Lessons of the shared course that the server hides."""


async def as_of_now(connection: AsyncConnection, server: int) -> Now:
    """How things stand for a server."""
    revision, learnt_from, hidden_ids = (await connection.execute(_NOW, {"server": server})).one()
    return Now(revision, learnt_from, frozenset(hidden_ids.split(",") if hidden_ids else ()))
