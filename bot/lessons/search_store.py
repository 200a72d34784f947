"""What a search reads from the database: where terms occur, how large the searched languages are, and passages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons import bilingual, index, naming
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


_found = index.occurrences()
_fields = index.fields()
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
    _found.c.places,
    chunks.c.server_id,
    chunks.c.lesson_id,
    chunks.c.section_id,
    chunks.c.ordinal,
    chunks.c.part,
    chunks.c.section_length,
    chunks.c.section_pairs,
).join(chunks, chunks.c.id == _found.c.chunk_id)


async def hits(connection: AsyncConnection, terms: Sequence[str]) -> list[Hit]:
    """Where terms occur in published lessons."""
    if not terms:
        return []
    pairs = {term for term in terms if index.way_of(term) is index.Way.PAIR}
    keys: dict[tuple[int, str, str], SectionKey] = {}
    rows = (await connection.execute(_HITS, {"terms": terms})).all()
    found = []
    for term, in_heading, count, places, server, lesson, section, ordinal, part, length, all_pairs in rows:
        place = (server, lesson, section)
        key = keys.get(place)
        if key is None:
            key = keys[place] = SectionKey(*place)
        if term in pairs:  # they are neighbours by themselves: where each stands says nothing more
            found.append(Hit(term, key, ordinal, part, in_heading == 1, count, all_pairs))
        else:
            found.append(Hit(term, key, ordinal, part, in_heading == 1, count, length, places))
    return found


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


_NOW = select(index.revision(), bilingual.learnt_from())


async def as_of_now(connection: AsyncConnection) -> tuple[str, str | None]:
    """The revision of the index, and the course that the word table was learnt from."""
    revision, learnt_from = (await connection.execute(_NOW)).one()
    return revision, learnt_from
