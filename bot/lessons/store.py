"""The tables of the lessons room.

How lessons get into them is in `versions/`; what is read back is in `reading_store.py`, `search_store.py` and
`progress_store.py`.

A lesson's text belongs to a version; chunks and index hold the published version alone, so what is a draft or
hidden cannot be found by any search.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    event,
    false,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons import index
from bot.storage import UtcDateTime, metadata

ID_LENGTH = 64

courses = Table(
    "lesson_courses",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
    Column("words_from", String(64), nullable=True),
)
"""`words_from`: the digest of the course that the word table was learnt from."""

words = Table(
    "lesson_words",
    metadata,
    Column("language", String(8), primary_key=True),
    Column("token", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("share", Float, nullable=False),
)
"""Search tokens of `language` and those of the other language that stand for them."""

lessons = Table(
    "lesson_lessons",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("published_version", Integer, nullable=True),
    Column("is_own", Boolean, nullable=False, server_default=false()),
    Column("deleted_at", UtcDateTime, nullable=True, index=True),
    Column("publish_at", UtcDateTime, nullable=True, index=True),
    Column("publish_version", Integer, nullable=True),
)
"""`is_own`: written or imported by people of the server (or, on server 0, by the operator), not part of a course.
`deleted_at`: since when it waits for its end; nobody sees it. `publish_at`: when `publish_version` is to be published.
"""

hidden = Table(
    "lesson_hidden",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("hidden_at", UtcDateTime, nullable=False),
)
"""Lessons of server 0 that the learners of a server do not see."""

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
    Column("is_converted", Boolean, nullable=False, server_default=false()),
    _of_version(),
)
"""`is_converted`: made from the other script of Chinese, and made anew whenever that changes."""

sections = Table(
    "lesson_sections",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("language", String(8), primary_key=True),
    Column("section_id", String(ID_LENGTH), primary_key=True),
    Column("ordinal", Integer, nullable=False),
    Column("level", Integer, nullable=False, server_default=text("2")),
    Column("heading", Text, nullable=False),
    Column("markdown", Text, nullable=False),
    Column("concepts", JSON, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("check_item", JSON, nullable=True),
    _of_version(),
)

draft_questions = Table(
    "lesson_draft_questions",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("language", String(8), nullable=False),
    Column("section_id", String(ID_LENGTH), nullable=True),
    Column("heading", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("options", JSON, nullable=False),
    Column("answers", JSON, nullable=True),
    Column("explanation", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("line", Integer, nullable=False),
    _of_version(),
)
"""Questions that stood in a lesson. `answers`: indexes of the right options from 0; null where the lesson does not say."""

authors = Table(
    "lesson_authors",
    metadata,
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lesson_id", String(ID_LENGTH), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    _of_version(),
)
"""Which moderator made a version; goes when that person erases their data, and the version stays."""

edits = Table(
    "lesson_edits",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("server_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("lesson_id", String(ID_LENGTH), nullable=False),
    Column("language", String(8), nullable=False),
    Column("place", JSON, nullable=False),
    Column("base_version", Integer, nullable=False),
    Column("written", JSON, nullable=True),
    Column("opened_at", UtcDateTime, nullable=False, index=True),
)
"""Forms that moderators have open. `place`: what of the lesson stands in it. `written`: what was handed in and could not
be stored at once, so that nobody types it twice."""

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
