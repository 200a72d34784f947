"""What an import reads and writes: the newest versions of a server's own lessons, and their draft questions.

It sees drafts, so nothing here may be used to show a learner anything.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons import versions
from bot.lessons.course import CourseLesson
from bot.lessons.importing.merging import Merged, StoredLesson
from bot.lessons.importing.reading import DraftQuestion
from bot.lessons.store import draft_questions, lessons
from bot.lessons.values import BUILT_IN
from bot.texts.locales import Locale


async def taken_ids(connection: AsyncConnection, server_id: int) -> frozenset[str]:
    """Ids that a server's own lesson may not have, since a learner would meet both: the course's, the operator's.

    For the operator's own lessons (server 0): those of every server.
    """
    elsewhere = lessons.c.server_id != server_id
    if server_id != BUILT_IN:
        elsewhere = and_(elsewhere, lessons.c.server_id == BUILT_IN)
    return frozenset(
        await connection.scalars(
            select(lessons.c.lesson_id).where(or_(elsewhere, lessons.c.is_own.is_(False)))
        )
    )


async def stored_lesson(
    connection: AsyncConnection, server_id: int, lesson_id: str, number: int
) -> StoredLesson:
    """One version of a lesson, in the languages it was written in."""
    found = await versions.version(connection, server_id, lesson_id, number)
    written = {
        language: text for language, text in found.lesson.texts.items() if language not in found.converted
    }
    asked = await connection.execute(
        select(draft_questions)
        .where(
            draft_questions.c.server_id == server_id,
            draft_questions.c.lesson_id == lesson_id,
            draft_questions.c.version == number,
        )
        .order_by(draft_questions.c.number)
    )
    return StoredLesson(number, replace(found.lesson, texts=written), tuple(_question(one) for one in asked))


async def deleted_ids(connection: AsyncConnection, server_id: int) -> frozenset[str]:
    """A server's own lessons that were deleted and can still be brought back."""
    return frozenset(
        await connection.scalars(
            select(lessons.c.lesson_id).where(
                lessons.c.server_id == server_id, lessons.c.deleted_at.is_not(None)
            )
        )
    )


async def add_draft(
    connection: AsyncConnection,
    server_id: int,
    merged: Merged,
    converted: CourseLesson,
    *,
    now: datetime,
    author: int | None = None,
) -> None:
    """Store a new version of a server's own lesson; what is published stays what it was, what was deleted is back.

    `converted` is the lesson with both scripts of Chinese.
    """
    lesson_id = merged.lesson.id
    known = await connection.scalar(
        select(func.count()).where(lessons.c.server_id == server_id, lessons.c.lesson_id == lesson_id)
    )
    if not known:
        last = await connection.scalar(
            select(func.max(lessons.c.position)).where(
                lessons.c.server_id == server_id, lessons.c.is_own.is_(True)
            )
        )
        place = merged.number if merged.number is not None else (-1 if last is None else last) + 1
        await connection.execute(
            insert(lessons).values(
                server_id=server_id, lesson_id=lesson_id, position=place, published_version=None, is_own=True
            )
        )
    await connection.execute(
        update(lessons)
        .where(lessons.c.server_id == server_id, lessons.c.lesson_id == lesson_id)
        .values(deleted_at=None)
    )
    await versions.add_version(
        connection,
        server_id,
        converted,
        version=merged.version,
        now=now,
        author=author,
        converted=set(converted.texts) - set(merged.lesson.texts),
    )
    if merged.questions:
        await connection.execute(
            insert(draft_questions),
            [
                {
                    "server_id": server_id,
                    "lesson_id": lesson_id,
                    "version": merged.version,
                    "number": number,
                    "language": one.language.value,
                    "section_id": one.section_id,
                    "heading": one.heading,
                    "question": one.question,
                    "options": list(one.options),
                    "answers": None if one.answers is None else list(one.answers),
                    "explanation": one.explanation,
                    "path": one.path,
                    "line": one.line,
                }
                for number, one in enumerate(merged.questions)
            ],
        )


def _question(row: Any) -> DraftQuestion:
    return DraftQuestion(
        language=Locale(row.language),
        section_id=row.section_id,
        heading=row.heading,
        question=row.question,
        options=tuple(row.options),
        answers=None if row.answers is None else tuple(row.answers),
        explanation=row.explanation,
        path=row.path,
        line=row.line,
    )
