"""What a learner may read: the published lessons of the built-in course and of one server, and nothing else."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons.store import hidden, lessons, sections, texts, versions
from bot.lessons.values import BUILT_IN, READING_ORDER, Check, Lesson, Section
from bot.texts.locales import Locale


async def published(
    connection: AsyncConnection, server_id: int, locale: Locale, lesson_id: str | None = None
) -> tuple[Lesson, ...]:
    """Lessons with all their sections, in order: the built-in course first. Only one where `lesson_id` is given."""
    query = _visible(
        select(
            lessons.c.server_id,
            lessons.c.lesson_id,
            texts.c.language,
            texts.c.title,
            texts.c.summary,
            texts.c.goals,
            texts.c.as_of,
            versions.c.requires,
            versions.c.minutes,
            versions.c.sources,
        )
        .join(versions, _of_published(versions))
        .join(texts, _of_published(texts)),
        server_id,
        lesson_id,
    ).order_by(lessons.c.server_id, lessons.c.position, lessons.c.lesson_id)
    rows = _in_best_language(list(await connection.execute(query)), locale)
    by_lesson = await _sections(connection, server_id, locale, lesson_id)
    return tuple(
        Lesson(
            id=row.lesson_id,
            title=row.title,
            summary=row.summary,
            goals=tuple(row.goals),
            language=Locale(row.language),
            requires=tuple(row.requires),
            minutes=row.minutes,
            sections=by_lesson.get((row.server_id, row.lesson_id), ()),
            as_of=row.as_of,
            sources=tuple(row.sources),
        )
        for row in rows
    )


async def check_of(
    connection: AsyncConnection, server_id: int, lesson_id: str, section_id: str, locale: Locale
) -> Check | None:
    """The short question of a section, or None."""
    query = _visible(
        select(lessons.c.server_id, lessons.c.lesson_id, sections.c.language, sections.c.check_item).join(
            sections, _of_published(sections)
        ),
        server_id,
        lesson_id,
    ).where(sections.c.section_id == section_id)
    rows = _in_best_language(list(await connection.execute(query)), locale)
    item = rows[0].check_item if rows else None
    if item is None:
        return None
    return Check(
        question=item["question"],
        options=tuple(item["options"]),
        answer=item["answer"],
        explain=tuple(item["explain"]),
        hint=item["hint"],
    )


async def titles(connection: AsyncConnection, server_id: int) -> list[tuple[str, Locale, str]]:
    """Id, language and title of every lesson in every language it has, in the course's order."""
    query = _visible(
        select(lessons.c.lesson_id, texts.c.language, texts.c.title).join(texts, _of_published(texts)),
        server_id,
        None,
    ).order_by(lessons.c.server_id, lessons.c.position, lessons.c.lesson_id)
    return [(lesson, Locale(language), title) for lesson, language, title in await connection.execute(query)]


async def _sections(
    connection: AsyncConnection, server_id: int, locale: Locale, lesson_id: str | None
) -> dict[tuple[int, str], tuple[Section, ...]]:
    query = _visible(
        select(
            lessons.c.server_id,
            lessons.c.lesson_id,
            sections.c.section_id,
            sections.c.language,
            sections.c.heading,
            sections.c.markdown,
            sections.c.concepts,
            sections.c.minutes,
        ).join(sections, _of_published(sections)),
        server_id,
        lesson_id,
    ).order_by(sections.c.ordinal)
    found: dict[tuple[int, str], list[Section]] = {}
    for row in _in_best_language(list(await connection.execute(query)), locale):
        before = found.setdefault((row.server_id, row.lesson_id), [])
        before.append(
            Section(
                lesson_id=row.lesson_id,
                id=row.section_id,
                heading=row.heading,
                markdown=row.markdown,
                concepts=tuple(row.concepts),
                minutes=row.minutes,
                ordinal=len(before),  # a language may lack some of the lesson's sections
            )
        )
    return {key: tuple(some) for key, some in found.items()}


async def hidden_ids(connection: AsyncConnection, server_id: int) -> frozenset[str]:
    """The lessons of server 0 that learners of this server do not see."""
    return frozenset(await connection.scalars(_hidden_in(server_id)))


def _hidden_in(server_id: int) -> Select[tuple[str]]:
    return select(hidden.c.lesson_id).where(hidden.c.server_id == server_id)


def _of_published(table: Any) -> ColumnElement[bool]:
    """Joins rows of a table to the published version of their lesson."""
    return and_(
        table.c.server_id == lessons.c.server_id,
        table.c.lesson_id == lessons.c.lesson_id,
        table.c.version == lessons.c.published_version,
    )


def _visible(query: Select[Any], server_id: int, lesson_id: str | None) -> Select[Any]:
    """Only what a learner of this server may see. A lesson without a published version joins nothing."""
    if server_id == BUILT_IN:
        query = query.where(lessons.c.server_id == BUILT_IN)
    else:
        is_shown = lessons.c.lesson_id.not_in(_hidden_in(server_id))
        query = query.where(
            or_(lessons.c.server_id == server_id, and_(lessons.c.server_id == BUILT_IN, is_shown))
        )
    return query if lesson_id is None else query.where(lessons.c.lesson_id == lesson_id)


def _in_best_language(rows: Sequence[Any], locale: Locale) -> list[Any]:
    """Of each lesson, the rows in the one language that is read."""
    there: dict[tuple[int, str], set[str]] = {}
    for row in rows:
        there.setdefault((row.server_id, row.lesson_id), set()).add(row.language)
    chosen = {
        key: next(language.value for language in READING_ORDER[locale] if language.value in languages)
        for key, languages in there.items()
    }
    return [row for row in rows if row.language == chosen[row.server_id, row.lesson_id]]
