"""The tables of the lessons room, and how lessons get into them.

What is read back is in `reading_store.py`, `search_store.py` and `progress_store.py`.

A lesson's text belongs to a version; chunks and index hold the published version alone, so what is a draft or
hidden cannot be found by any search.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Connection,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    delete,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons import index
from bot.lessons.prepare import PreparedLesson
from bot.lessons.values import Check
from bot.storage import UtcDateTime, metadata

ID_LENGTH = 64

courses = Table(
    "lesson_courses",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
)

lessons = Table(
    "lesson_lessons",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("published_version", Integer, nullable=True),
)

versions = Table(
    "lesson_versions",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("requires", JSON, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("sources", JSON, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    ForeignKeyConstraint(
        ["server_id", "lesson_id"],
        ["lesson_lessons.server_id", "lesson_lessons.lesson_id"],
        ondelete="CASCADE",
    ),
)


def _of_version() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["server_id", "lesson_id", "version"],
        ["lesson_versions.server_id", "lesson_versions.lesson_id", "lesson_versions.version"],
        ondelete="CASCADE",
    )


texts = Table(
    "lesson_texts",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("language", String(8), primary_key=True),
    Column("title", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("goals", JSON, nullable=False),
    Column("as_of", Date, nullable=True),
    _of_version(),
)

sections = Table(
    "lesson_sections",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("language", String(8), primary_key=True),
    Column("section_id", String(ID_LENGTH), primary_key=True),
    Column("ordinal", Integer, nullable=False),
    Column("heading", Text, nullable=False),
    Column("markdown", Text, nullable=False),
    Column("concepts", JSON, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("check_item", JSON, nullable=True),
    _of_version(),
)

chunks = Table(
    "lesson_chunks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("lesson_id", String(ID_LENGTH), nullable=False),
    Column("section_id", String(ID_LENGTH), nullable=False),
    Column("language", String(8), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("part", Integer, nullable=False),
    Column("lesson_title", Text, nullable=False),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("section_length", Integer, nullable=False),
    Column("section_pairs", Integer, nullable=False),
    Index("ix_lesson_chunks_place", "server_id", "lesson_id", "section_id", "language", "part"),
    Index(
        "ix_lesson_chunks_space",
        "server_id",
        "part",
        "language",
        "section_length",
        "section_pairs",
    ),
)


vectors = Table(
    "lesson_vectors",
    metadata,
    Column("chunk_id", Integer, ForeignKey("lesson_chunks.id", ondelete="CASCADE"), primary_key=True),
    Column("model", String(128), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

progress = Table(
    "lesson_progress",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("section_id", String(ID_LENGTH), primary_key=True),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("read_at", UtcDateTime, nullable=True),
)


@event.listens_for(chunks, "after_create")
def _create_index(target: Table, connection: Connection, **_: object) -> None:
    index.create_index(connection)


@event.listens_for(chunks, "before_drop")
def _drop_index(target: Table, connection: Connection, **_: object) -> None:
    index.drop_index(connection)


async def course_digest(connection: AsyncConnection, server_id: int) -> str | None:
    """The digest of the course that was loaded last, or None."""
    found: str | None = await connection.scalar(
        select(courses.c.digest).where(courses.c.server_id == server_id)
    )
    return found


async def replace_course(
    connection: AsyncConnection,
    server_id: int,
    prepared: Sequence[PreparedLesson],
    *,
    digest: str,
    now: datetime,
) -> None:
    """Make these the published lessons of a course, in this order; what it no longer has is removed."""
    await _remove_lessons(connection, server_id)
    for position, one in enumerate(prepared):
        await connection.execute(
            insert(lessons).values(
                server_id=server_id, lesson_id=one.lesson.id, position=position, published_version=None
            )
        )
        await _add_version(connection, server_id, one, version=1, now=now)
        await _publish(connection, server_id, one, version=1)
    await connection.execute(delete(courses).where(courses.c.server_id == server_id))
    await connection.execute(insert(courses).values(server_id=server_id, digest=digest, loaded_at=now))


async def _remove_lessons(connection: AsyncConnection, server_id: int) -> None:
    old = await connection.scalars(select(chunks.c.id).where(chunks.c.server_id == server_id))
    await index.remove(connection, list(old))
    await connection.execute(delete(chunks).where(chunks.c.server_id == server_id))
    await connection.execute(delete(lessons).where(lessons.c.server_id == server_id))


async def _add_version(
    connection: AsyncConnection, server_id: int, prepared: PreparedLesson, *, version: int, now: datetime
) -> None:
    lesson = prepared.lesson
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
    for language, text in lesson.texts.items():
        await connection.execute(
            insert(texts).values(
                **key,
                language=language.value,
                title=text.title,
                summary=text.summary,
                goals=list(text.goals),
                as_of=text.as_of,
            )
        )
        await connection.execute(
            insert(sections),
            [
                {
                    **key,
                    "language": language.value,
                    "section_id": plan.id,
                    "ordinal": ordinal,
                    "heading": text.sections[plan.id].heading,
                    "markdown": text.sections[plan.id].markdown,
                    "concepts": list(plan.concepts),
                    "minutes": plan.minutes,
                    "check_item": _stored_check(text.sections[plan.id].check),
                }
                for ordinal, plan in enumerate(lesson.plan)
            ],
        )


async def _publish(
    connection: AsyncConnection, server_id: int, prepared: PreparedLesson, *, version: int
) -> None:
    lesson = prepared.lesson
    titles = {language: text.title for language, text in lesson.texts.items()}
    ids = await connection.scalars(
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
    await index.add(
        connection,
        [
            index.Entry(chunk_id, chunk.heading_terms, chunk.body_terms)
            for chunk_id, chunk in zip(ids, prepared.chunks, strict=True)
            if chunk.heading_terms or chunk.body_terms
        ],
    )
    await connection.execute(
        update(lessons)
        .where(lessons.c.server_id == server_id, lessons.c.lesson_id == lesson.id)
        .values(published_version=version)
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
