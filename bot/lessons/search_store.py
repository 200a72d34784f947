"""What a search reads from the database: where terms occur, which sections there are, and passages."""

from array import array
from collections import Counter
from collections.abc import Collection, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons import bilingual, index
from bot.lessons.naming import Names
from bot.lessons.ranking import Hit, SectionKey
from bot.lessons.store import chunks, hidden, lessons, vectors
from bot.lessons.values import BUILT_IN
from bot.lessons.vectors import words
from bot.lessons.vectors.store import SectionVectors
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


@dataclass(frozen=True, slots=True)
class Stock:
    """The sections of one server that are searched. Sections that are written in both languages are in both."""

    first_chunks: Mapping[Locale, Mapping[SectionKey, int]]
    """Its sections by language, with the numbers of their first chunks."""
    lengths: Mapping[index.Way, int]
    """Tokens of all of them."""
    named: Mapping[str, frozenset[SectionKey]]
    """Its sections by their ids and headings, which other lessons may have too."""
    meanings: Mapping[Locale, SectionVectors]


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
    chunks.c.ordinal,
    chunks.c.part,
    chunks.c.section_length,
    chunks.c.section_pairs,
).where(chunks.c.id.in_(index.each("chunks")))


class Where(NamedTuple):
    """The place of a chunk, and the tokens of its section."""

    section: SectionKey
    ordinal: int
    part: int
    length: int
    pairs: int


async def hits(
    connection: AsyncConnection, terms: Sequence[str], places: MutableMapping[int, Where]
) -> list[Hit]:
    """Where terms occur in published lessons. `places` holds the places of chunks that are known; others are added."""
    if not terms:
        return []
    rows = (await connection.execute(_OCCURRENCES, {"terms": index.listed(terms)})).all()
    wanted = {chunk_id for _, chunk_id, _, _ in rows}
    known = {chunk_id: where for chunk_id in wanted if (where := places.get(chunk_id)) is not None}
    if missing := wanted - known.keys():
        found = (await connection.execute(_WHERE, {"chunks": index.listed(missing)})).all()
        for chunk_id, server, lesson, section, *rest in found:
            known[chunk_id] = places[chunk_id] = Where(SectionKey(server, lesson, section), *rest)
    pairs = {term for term in terms if index.way_of(term) is index.Way.PAIR}
    hits: list[Hit] = []
    before: tuple[str, int, int] | None = None
    offsets = array("H")
    for term, chunk_id, in_heading, offset in rows:
        here = (term, chunk_id, in_heading)
        if here == before:
            offsets.append(offset)
            continue
        offsets = array("H", (offset,))
        before = here
        section, ordinal, part, length, all_pairs = known[chunk_id]
        is_pair = term in pairs
        hits.append(
            Hit(term, section, ordinal, part, in_heading == 1, all_pairs if is_pair else length, offsets)
        )
    return hits


_FREQUENCIES = index.frequencies()


async def frequent(connection: AsyncConnection, server: int, way: index.Way, most: int) -> list[str]:
    """The terms of a server's lessons that occur in most chunks, so many of them that `most` chunks are named."""
    first = index.term(server, way, "")
    beyond = f"{first[:-1]}{chr(ord(first[-1]) + 1)}"
    rows = await connection.execute(_FREQUENCIES, {"first": first, "beyond": beyond, "most": most})
    named = accumulate(rows.all(), lambda before, row: (row[0], before[1] + row[1]), initial=("", 0))
    return [term for term, chunks in named if term and chunks <= most]


_LANGUAGES = {language.value: language for language in Locale}
_STOCK = (
    select(
        chunks.c.id,
        chunks.c.lesson_id,
        chunks.c.section_id,
        chunks.c.language,
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
    first: dict[Locale, dict[SectionKey, int]] = {}
    lengths: Counter[index.Way] = Counter()
    named: dict[str, set[SectionKey]] = {}
    known: dict[Locale, list[tuple[SectionKey, bytes]]] = {}
    rows = (await connection.execute(_STOCK, {"server": server})).all()
    for chunk_id, lesson, section, written_in, heading, length, pairs, vector in rows:
        language, key = _LANGUAGES[written_in], SectionKey(server, lesson, section)
        first.setdefault(language, {})[key] = chunk_id
        named.setdefault(section, set()).add(key)
        named.setdefault(heading, set()).add(key)
        if language is Locale.EN:
            lengths[index.Way.STEM] += length
        else:
            lengths[index.Way.WORD] += length
            lengths[index.Way.PAIR] += pairs
        if vector is not None:
            known.setdefault(language, []).append((key, vector))
    meanings = {
        language: SectionVectors(tuple(key for key, _ in rows), *words.rows_of([one for _, one in rows]))
        for language, rows in known.items()
    }
    return Stock(first, lengths, {name: frozenset(some) for name, some in named.items()}, meanings)


_NAMES = index.names()


async def names(
    connection: AsyncConnection, first_chunks: Mapping[SectionKey, int], way: index.Way
) -> Mapping[SectionKey, Names]:
    """What sections are called in the language that is cut in this way, by their first chunks in it."""
    if not first_chunks:
        return {}
    sections = {chunk_id: section for section, chunk_id in first_chunks.items()}
    rows = await connection.execute(_NAMES, {"chunks": index.listed(sections)})
    return {sections[chunk_id]: _names(written, way) for chunk_id, written in rows}


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
