"""What a search reads from the database: where terms occur, how large the searched languages are, and passages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons import bilingual, index, naming
from bot.lessons.naming import Names
from bot.lessons.ranking import Hit, Posting, Postings, SectionKey, Space, gather
from bot.lessons.store import chunks
from bot.lessons.vectors.store import SectionVectors, of_sections
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
class Recurring:
    """Ids and headings that are those of a kind of section, not of a subject."""

    section_ids: frozenset[str]
    headings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Called:
    """A section's names, for people and for the search."""

    heading: str
    names: Names


_found = index.occurrences()
_fields = index.heading_fields()
# These sections and perhaps a few more: SQLite scans the whole table for `(a, b, c) IN …`, but not for this.
_NEAR = and_(
    chunks.c.server_id.in_(bindparam("servers", expanding=True)),
    chunks.c.lesson_id.in_(bindparam("lessons", expanding=True)),
    chunks.c.section_id.in_(bindparam("sections", expanding=True)),
)
# Statements are made once: putting one together takes longer than running it.
_HITS = select(
    _found.c.term,
    _found.c.in_heading,
    _found.c.count,
    chunks.c.server_id,
    chunks.c.lesson_id,
    chunks.c.section_id,
    chunks.c.ordinal,
    chunks.c.part,
    chunks.c.section_length,
    chunks.c.section_pairs,
).join(chunks, chunks.c.id == _found.c.chunk_id)


_NAMELESS = Called("", Names())


async def hits(connection: AsyncConnection, terms: Sequence[str]) -> list[Hit]:
    """Where terms occur in published lessons."""
    if not terms:
        return []
    keys: dict[tuple[int, str, str], SectionKey] = {}
    rows = (await connection.execute(_HITS, {"terms": terms})).all()
    found = []
    for term, in_heading, count, server, lesson, section, ordinal, part, length, pairs in rows:
        key = keys.get(place := (server, lesson, section)) or keys.setdefault(place, SectionKey(*place))
        size = pairs if index.way_of(term) is index.Way.PAIR else length
        found.append(Hit(term, key, ordinal, part, in_heading, count, size))
    return found


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is known of the lessons of some servers; what is looked up in them is added."""

    spaces: Mapping[index.Way, Space]
    recurring: Recurring
    called: dict[tuple[index.Way, SectionKey], Called] = field(default_factory=dict)

    async def names(
        self, connection: AsyncConnection, wanted: Sequence[SectionKey], way: index.Way
    ) -> Mapping[SectionKey, Called]:
        """What these sections are called in the language that is cut in this way; empty names where they lack it."""
        known = {section: called for section in wanted if (called := self.called.get((way, section)))}
        missing = [section for section in wanted if section not in known]
        found = await names(connection, missing, way)
        read = {section: found.get(section, _NAMELESS) for section in missing}
        if len(self.called) > _MOST_CALLED:
            self.called.clear()
        self.called.update(((way, section), called) for section, called in read.items())
        return known | read


@dataclass(frozen=True, slots=True)
class Known:
    """What was read at one state of the lessons. Searches in several threads add to it."""

    revision: str
    translations: bilingual.Translations
    shelves: dict[tuple[int, ...], Shelf] = field(default_factory=dict)
    postings: dict[str, Mapping[SectionKey, Posting]] = field(default_factory=dict)
    vectors: dict[int, Mapping[Locale, SectionVectors]] = field(default_factory=dict)

    async def meanings(
        self, connection: AsyncConnection, servers: tuple[int, ...]
    ) -> list[Mapping[Locale, SectionVectors]]:
        """What the sections of each of these servers mean, by language."""
        found = []
        for server in servers:
            known = self.vectors.get(server)
            if known is None:
                known = await of_sections(connection, server)
                _forget_oldest(self.vectors, _MOST_VECTORS - 1)
                self.vectors[server] = known
            found.append(known)
        return found

    async def shelf(self, connection: AsyncConnection, servers: tuple[int, ...]) -> Shelf:
        """The shelf of these servers."""
        shelf = self.shelves.get(servers)
        if shelf is None:
            shelf = Shelf(await spaces(connection, servers), await recurring(connection, servers))
            _forget_oldest(self.shelves, _MOST_SHELVES - 1)
            self.shelves[servers] = shelf
        return shelf

    async def where(self, connection: AsyncConnection, terms: Iterable[str]) -> Postings:
        """Where these terms occur in published lessons; terms that do not are left out."""
        wanted = {term: self.postings.get(term) for term in terms}
        missing = [term for term, postings in wanted.items() if postings is None]
        found = gather(await hits(connection, missing))
        common = {term: postings for term, postings in found.items() if len(postings) >= _COMMON}
        if common:
            self.postings.update(common)
            _forget_oldest(self.postings, _MOST_COMMON)
        return found | {term: postings for term, postings in wanted.items() if postings is not None}


def _forget_oldest(known: dict[Any, Any], most: int) -> None:
    """Leave the `most` that were learnt last. Other threads may forget at the same time."""
    for key in list(known)[: max(len(known) - most, 0)]:
        known.pop(key, None)


_MOST_SHELVES = 256
_MOST_VECTORS = 128
"""Servers whose sections' vectors are remembered: 0.2 MB each where a server has thirty lessons."""
_MOST_CALLED = 1_000
"""Sections of a shelf whose names are remembered."""
_COMMON = 20
"""Sections in which a term must occur to be remembered: rare ones are read as fast."""
_MOST_COMMON = 1_000
"""Terms that are remembered: some 10 MB."""


class Memory:
    """Remembers what searches read until anything is published or hidden: reading takes longer than searching."""

    def __init__(self) -> None:
        self._known: Known | None = None
        self._words: tuple[str | None, bilingual.Translations] | None = None

    async def of_now(self, connection: AsyncConnection) -> Known:
        """What is known of the lessons as this connection sees them."""
        revision, learnt_from = (await connection.execute(_NOW)).one()
        words, known = self._words, self._known
        if words is None or words[0] != learnt_from:
            words = self._words = (learnt_from, await bilingual.translations(connection))
            known = None
        if known is None or known.revision != revision:
            known = self._known = Known(revision, words[1])
        return known


_NOW = select(index.revision(), bilingual.learnt_from())


async def spaces(connection: AsyncConnection, servers: Sequence[int]) -> Mapping[index.Way, Space]:
    """How many sections, and how long, are searched in each way."""
    rows = await connection.execute(
        select(
            chunks.c.language,
            func.count(),
            func.sum(chunks.c.section_length),
            func.sum(chunks.c.section_pairs),
        )
        .where(
            chunks.c.server_id.in_(servers),
            chunks.c.part == 0,
            chunks.c.language.in_([Locale.EN.value, Locale.ZH_CN.value]),
        )
        .group_by(chunks.c.language)
    )
    found: dict[index.Way, Space] = {}
    for language, count, length, pairs in rows:
        if language == Locale.EN.value:
            found[index.Way.STEM] = Space(count, length / count)
        else:
            found[index.Way.WORD] = Space(count, length / count)
            found[index.Way.PAIR] = Space(count, pairs / count)
    return found


_NAMES = (
    select(
        chunks.c.server_id,
        chunks.c.lesson_id,
        chunks.c.section_id,
        chunks.c.heading,
        _fields.c.heading.label("names"),
    )
    .join(_fields, _fields.c.chunk_id == chunks.c.id)
    .where(_NEAR, chunks.c.language == bindparam("language"), chunks.c.part == 0)
)


async def names(
    connection: AsyncConnection, wanted: Sequence[SectionKey], way: index.Way
) -> Mapping[SectionKey, Called]:
    """What these sections are called in the language that is cut in this way, where they have it."""
    if not wanted:
        return {}
    language = Locale.EN if way is index.Way.STEM else Locale.ZH_CN
    rows = await connection.execute(_NAMES, {"language": language.value, **_near(wanted)})
    return {
        SectionKey(server, lesson, section): Called(heading, _names(written, way))
        for server, lesson, section, heading, written in rows
    }


async def recurring(connection: AsyncConnection, servers: Sequence[int]) -> Recurring:
    """Which ids and headings many lessons share."""

    async def shared_by_many(column: Column[str]) -> frozenset[str]:
        rows = await connection.scalars(
            select(column)
            .where(
                chunks.c.server_id.in_(servers),
                chunks.c.part == 0,
                chunks.c.language.in_([Locale.EN.value, Locale.ZH_CN.value]),
            )
            .group_by(column)
            .having(func.count(chunks.c.lesson_id.distinct()) >= naming.RECURRING)
        )
        return frozenset(rows)

    return Recurring(await shared_by_many(chunks.c.section_id), await shared_by_many(chunks.c.heading))


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
