"""What a search reads from the database: where terms occur, how large the searched languages are, and passages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons import index, naming
from bot.lessons.naming import Names
from bot.lessons.ranking import Hit, SectionKey, Space
from bot.lessons.store import chunks
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


async def hits(
    connection: AsyncConnection, wanted: Mapping[index.Way, Iterable[str]]
) -> Mapping[index.Way, list[Hit]]:
    """Where the terms of each way occur in published lessons."""
    way_of = {term: way for way, terms in wanted.items() for term in terms}
    by_way: dict[index.Way, list[Hit]] = {way: [] for way in wanted}
    if not way_of:
        return by_way
    found = index.occurrences(way_of)
    rows = await connection.execute(
        select(
            found.c.term,
            found.c.in_heading,
            found.c.count,
            chunks.c.server_id,
            chunks.c.lesson_id,
            chunks.c.section_id,
            chunks.c.ordinal,
            chunks.c.part,
            chunks.c.section_length,
            chunks.c.section_pairs,
        ).join(chunks, chunks.c.id == found.c.chunk_id)
    )
    for term, in_heading, count, server, lesson, section, ordinal, part, length, pairs in rows:
        way = way_of[term]
        size = pairs if way is index.Way.PAIR else length
        by_way[way].append(
            Hit(term, SectionKey(server, lesson, section), ordinal, part, in_heading, count, size)
        )
    return by_way


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


async def names(
    connection: AsyncConnection, wanted: Sequence[SectionKey], way: index.Way
) -> Mapping[SectionKey, Called]:
    """What these sections are called in the language that is cut in this way, where they have it."""
    if not wanted:
        return {}
    fields = index.heading_fields()
    language = Locale.EN if way is index.Way.STEM else Locale.ZH_CN
    rows = await connection.execute(
        select(
            chunks.c.server_id,
            chunks.c.lesson_id,
            chunks.c.section_id,
            chunks.c.heading,
            fields.c.heading.label("names"),
        )
        .join(fields, fields.c.chunk_id == chunks.c.id)
        .where(_near(wanted), chunks.c.language == language.value, chunks.c.part == 0)
    )
    return {
        SectionKey(server, lesson, section): Called(heading, _names(field, way))
        for server, lesson, section, heading, field in rows
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


async def pieces(
    connection: AsyncConnection, wanted: Sequence[SectionKey]
) -> Mapping[SectionKey, Mapping[Locale, tuple[StoredChunk, ...]]]:
    """All chunks of these sections, by language, in the order of the text."""
    if not wanted:
        return {}
    rows = await connection.execute(
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
        .where(_near(wanted))
        .order_by(chunks.c.part)
    )
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


def _names(field: str, way: index.Way) -> Names:
    """The names in a heading field, as tokens of one way of cutting."""

    def cut(part: str) -> tuple[frozenset[str], ...]:
        names = (
            frozenset(index.token_of(term) for term in name.split() if index.way_of(term) is way)
            for name in part.split(index.NAME_END)
        )
        return tuple(name for name in names if name)

    heading, _, concepts = field.partition(f" {index.HEADING_END}")
    return Names(cut(heading), cut(concepts))


def _near(wanted: Sequence[SectionKey]) -> ColumnElement[bool]:
    """These sections and perhaps a few more: SQLite scans the whole table for `(a, b, c) IN …`, but not for this."""
    return and_(
        chunks.c.server_id.in_({key.server_id for key in wanted}),
        chunks.c.lesson_id.in_({key.lesson_id for key in wanted}),
        chunks.c.section_id.in_({key.section_id for key in wanted}),
    )
