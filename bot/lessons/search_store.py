"""What a search reads from the database: where terms occur, how large the searched languages are, and passages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons import index
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


async def headings(
    connection: AsyncConnection, wanted: Sequence[SectionKey], language: Locale
) -> Mapping[SectionKey, str]:
    """The headings of these sections in a language, where they have it."""
    if not wanted:
        return {}
    rows = await connection.execute(
        select(chunks.c.server_id, chunks.c.lesson_id, chunks.c.section_id, chunks.c.heading).where(
            _near(wanted),
            chunks.c.language == language.value,
            chunks.c.part == 0,
        )
    )
    return {SectionKey(server, lesson, section): heading for server, lesson, section, heading in rows}


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


def _near(wanted: Sequence[SectionKey]) -> ColumnElement[bool]:
    """These sections and perhaps a few more: SQLite scans the whole table for `(a, b, c) IN …`, but not for this."""
    return and_(
        chunks.c.server_id.in_({key.server_id for key in wanted}),
        chunks.c.lesson_id.in_({key.lesson_id for key in wanted}),
        chunks.c.section_id.in_({key.section_id for key in wanted}),
    )
