"""How lessons get into their tables, become visible and are hidden again: versions of a lesson, and which is published.

Nothing here removes a version: what was published once can be read again.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons import index
from bot.lessons.course import CourseLesson, LessonText, SectionPlan, SectionText
from bot.lessons.prepare import PreparedLesson
from bot.lessons.store import (
    ID_LENGTH,
    authors,
    chunks,
    courses,
    draft_questions,
    edits,
    lessons,
    progress,
    sections,
    texts,
    vectors,
    versions,
)
from bot.lessons.values import BUILT_IN, Check
from bot.lessons.vectors import words
from bot.texts.locales import Locale


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a lesson as it is stored."""

    number: int
    lesson: CourseLesson
    converted: frozenset[Locale]
    """Languages of it that were made from the other script of Chinese."""


async def replace_course(
    connection: AsyncConnection,
    server_id: int,
    prepared: Sequence[PreparedLesson],
    *,
    digest: str,
    now: datetime,
) -> None:
    """Make these the published lessons of a course, in this order; what it no longer has is removed.

    Lessons of people's own stay. One that has the id of a lesson of the built-in course gets another id.
    """
    await _remove_course(connection, server_id)
    if server_id == BUILT_IN:
        await _make_way(connection, [one.lesson.id for one in prepared])
    for position, one in enumerate(prepared):
        await connection.execute(
            insert(lessons).values(
                server_id=server_id, lesson_id=one.lesson.id, position=position, published_version=None
            )
        )
        await add_version(connection, server_id, one.lesson, version=1, now=now)
        await publish(connection, server_id, one, version=1)
    await connection.execute(delete(courses).where(courses.c.server_id == server_id))
    await connection.execute(insert(courses).values(server_id=server_id, digest=digest, loaded_at=now))


async def add_version(
    connection: AsyncConnection,
    server_id: int,
    lesson: CourseLesson,
    *,
    version: int,
    now: datetime,
    converted: Collection[Locale] = (),
    author: int | None = None,
) -> None:
    """Store a version of a lesson that has its row already. Nobody sees it before it is published.

    `author`: the moderator who made it, where it was one.
    """
    key = {"server_id": server_id, "lesson_id": lesson.id, "version": version}
    await connection.execute(
        insert(versions).values(
            **key,
            requires=list(lesson.requires),
            minutes=lesson.minutes,
            sources=list(lesson.sources),
            created_at=now,
        )
    )
    if author is not None:
        await connection.execute(insert(authors).values(**key, user_id=author))
    for language, text in lesson.texts.items():
        await connection.execute(
            insert(texts).values(
                **key,
                language=language.value,
                title=text.title,
                summary=text.summary,
                goals=list(text.goals),
                as_of=text.as_of,
                is_converted=language in converted,
            )
        )
        rows = [
            {
                **key,
                "language": language.value,
                "section_id": plan.id,
                "ordinal": ordinal,
                "level": plan.level,
                "heading": text.sections[plan.id].heading,
                "markdown": text.sections[plan.id].markdown,
                "concepts": list(plan.concepts),
                "minutes": plan.minutes,
                "check_item": _stored_check(text.sections[plan.id].check),
            }
            for ordinal, plan in enumerate(lesson.plan)
            if plan.id in text.sections
        ]
        if rows:  # a lesson that was just begun has none
            await connection.execute(insert(sections), rows)


async def newest(connection: AsyncConnection, server_id: int, lesson_ids: Sequence[str]) -> dict[str, int]:
    """The number of the newest version of each of these lessons that are a server's own and not deleted."""
    return await _last(connection, server_id, lesson_ids, lessons.c.deleted_at.is_(None))


async def last_numbers(
    connection: AsyncConnection, server_id: int, lesson_ids: Sequence[str]
) -> dict[str, int]:
    """The same with deleted ones, whose versions still count."""
    return await _last(connection, server_id, lesson_ids)


async def _last(
    connection: AsyncConnection, server_id: int, lesson_ids: Sequence[str], *only: ColumnElement[bool]
) -> dict[str, int]:
    rows = await connection.execute(
        select(versions.c.lesson_id, func.max(versions.c.version))
        .join(
            lessons,
            and_(lessons.c.server_id == versions.c.server_id, lessons.c.lesson_id == versions.c.lesson_id),
        )
        .where(
            lessons.c.server_id == server_id,
            lessons.c.is_own.is_(True),
            lessons.c.lesson_id.in_(lesson_ids),
            *only,
        )
        .group_by(versions.c.lesson_id)
    )
    return {row.lesson_id: row[1] for row in rows}


async def version(connection: AsyncConnection, server_id: int, lesson_id: str, number: int) -> Version:
    """A version with all its languages, published or not. Never for a learner."""

    def of_version(table: Any) -> ColumnElement[bool]:
        return and_(table.c.server_id == server_id, table.c.lesson_id == lesson_id, table.c.version == number)

    row = (await connection.execute(select(versions).where(of_version(versions)))).one()
    text_rows = list(await connection.execute(select(texts).where(of_version(texts))))
    section_rows = list(
        await connection.execute(select(sections).where(of_version(sections)).order_by(sections.c.ordinal))
    )
    plan = {
        one.section_id: SectionPlan(one.section_id, tuple(one.concepts), one.minutes, one.level)
        for one in section_rows
    }
    made = {
        Locale(text.language): LessonText(
            title=text.title,
            summary=text.summary,
            goals=tuple(text.goals),
            as_of=text.as_of,
            sections={
                one.section_id: SectionText(one.heading, one.markdown, _read_check(one.check_item))
                for one in section_rows
                if one.language == text.language
            },
        )
        for text in text_rows
    }
    return Version(
        number=number,
        lesson=CourseLesson(
            id=lesson_id,
            requires=tuple(row.requires),
            minutes=row.minutes,
            sources=tuple(row.sources),
            plan=tuple(plan.values()),
            texts=made,
        ),
        converted=frozenset(Locale(text.language) for text in text_rows if text.is_converted),
    )


async def is_published(connection: AsyncConnection, server_id: int, lesson_id: str) -> bool:
    """Whether learners can see a server's own lesson."""
    found = await connection.scalar(
        select(lessons.c.published_version).where(
            lessons.c.server_id == server_id, lessons.c.lesson_id == lesson_id, lessons.c.is_own.is_(True)
        )
    )
    return found is not None


async def publish(
    connection: AsyncConnection, server_id: int, prepared: PreparedLesson, *, version: int
) -> None:
    """Make a stored version the one that learners see; its chunks take the place of those before."""
    lesson = prepared.lesson
    await unpublish(connection, server_id, [lesson.id])
    titles = {language: text.title for language, text in lesson.texts.items()}
    inserted = await connection.scalars(
        insert(chunks).returning(chunks.c.id, sort_by_parameter_order=True),
        [
            {
                "server_id": server_id,
                "lesson_id": lesson.id,
                "section_id": chunk.section_id,
                "language": chunk.language.value,
                "ordinal": chunk.section_ordinal,
                "part": chunk.part,
                "lesson_title": titles[chunk.language],
                "heading": chunk.heading,
                "text": chunk.text,
                "section_length": chunk.section_length,
                "section_pairs": chunk.section_pairs,
            }
            for chunk in prepared.chunks
        ],
    )
    stored = list(zip(inserted, prepared.chunks, strict=True))
    await index.add(
        connection,
        [
            index.Entry(chunk_id, chunk.heading_terms, chunk.body_terms)
            for chunk_id, chunk in stored
            if chunk.heading_terms or chunk.body_terms
        ],
    )
    meanings = [
        {"chunk_id": chunk_id, "model": words.NAME, "vector": chunk.vector}
        for chunk_id, chunk in stored
        if chunk.vector is not None
    ]
    if meanings:
        await connection.execute(insert(vectors), meanings)
    await connection.execute(
        update(lessons)
        .where(lessons.c.server_id == server_id, lessons.c.lesson_id == lesson.id)
        .values(published_version=version)
    )


async def unpublish(connection: AsyncConnection, server_id: int, lesson_ids: Sequence[str]) -> None:
    """Take lessons out of sight, now and at the time that was set for them; their versions stay."""
    of_lessons = and_(chunks.c.server_id == server_id, chunks.c.lesson_id.in_(lesson_ids))
    old = list(await connection.scalars(select(chunks.c.id).where(of_lessons)))
    if old:
        await index.remove(connection, old)
        await connection.execute(delete(chunks).where(of_lessons))
    await connection.execute(
        update(lessons)
        .where(lessons.c.server_id == server_id, lessons.c.lesson_id.in_(lesson_ids))
        .values(published_version=None, publish_at=None, publish_version=None)
    )


async def _remove_course(connection: AsyncConnection, server_id: int) -> None:
    of_course = and_(lessons.c.server_id == server_id, lessons.c.is_own.is_(False))
    await unpublish(
        connection, server_id, list(await connection.scalars(select(lessons.c.lesson_id).where(of_course)))
    )
    await connection.execute(delete(lessons).where(of_course))


async def _make_way(connection: AsyncConnection, ids: Sequence[str]) -> None:
    """Give other ids to people's own lessons that are called as a lesson of the course is now."""
    rows = await connection.execute(
        select(lessons.c.server_id, lessons.c.lesson_id).where(
            lessons.c.is_own.is_(True), lessons.c.lesson_id.in_(ids)
        )
    )
    for server_id, lesson_id in list(rows):
        taken = {*ids, *await connection.scalars(select(lessons.c.lesson_id))}
        await _rename(connection, server_id, lesson_id, own_id(lesson_id, taken))


def own_id(lesson_id: str, taken: Collection[str]) -> str:
    """An id like this one that is not taken."""
    number, found = 1, f"{lesson_id[: ID_LENGTH - 8]}-own"
    while found in taken:
        number += 1
        found = f"{lesson_id[: ID_LENGTH - 8]}-own-{number}"
    return found


async def _rename(connection: AsyncConnection, server_id: int, old: str, new: str) -> None:
    """Parents first, then what hangs on them: foreign keys hold all the while."""
    for table in (lessons, versions):
        columns = [column for column in table.c if column.name != "lesson_id"]
        query = select(literal(new), *columns).where(table.c.server_id == server_id, table.c.lesson_id == old)
        names = ["lesson_id", *(column.name for column in columns)]
        await connection.execute(insert(table).from_select(names, query))
    for table in (texts, sections, draft_questions, authors, edits, chunks, progress):
        await connection.execute(
            update(table)
            .where(table.c.server_id == server_id, table.c.lesson_id == old)
            .values(lesson_id=new)
        )
    await connection.execute(
        delete(lessons).where(lessons.c.server_id == server_id, lessons.c.lesson_id == old)
    )


def _stored_check(check: Check | None) -> dict[str, object] | None:
    if check is None:
        return None
    return {
        "question": check.question,
        "options": list(check.options),
        "answer": check.answer,
        "explain": list(check.explain),
        "hint": check.hint,
    }


def _read_check(item: Mapping[str, Any] | None) -> Check | None:
    if item is None:
        return None
    return Check(
        question=item["question"],
        options=tuple(item["options"]),
        answer=item["answer"],
        explain=tuple(item["explain"]),
        hint=item["hint"],
    )
