"""What authoring reads and writes: a server's own lessons in every state. Units of work; the server is always named."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Update, and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons.authoring.values import Edit, OwnLesson, SharedLesson, Subject, VersionEntry
from bot.lessons.store import authors, edits, hidden, lessons, progress, texts, versions
from bot.lessons.values import BUILT_IN
from bot.storage import agree
from bot.texts.locales import Locale


async def own_lessons(
    connection: AsyncConnection, server_id: int, lesson_id: str | None = None
) -> tuple[OwnLesson, ...]:
    """A server's own lessons, deleted ones as well, in their order. Only one where `lesson_id` is given."""
    last = (
        select(versions.c.lesson_id, func.max(versions.c.version).label("version"))
        .where(versions.c.server_id == server_id)
        .group_by(versions.c.lesson_id)
        .subquery()
    )
    query = (
        select(lessons, last.c.version, texts.c.language, texts.c.title)
        .join(last, last.c.lesson_id == lessons.c.lesson_id)
        .join(texts, and_(agree(texts, lessons, "server_id", "lesson_id"), agree(texts, last, "version")))
        .where(lessons.c.server_id == server_id, lessons.c.is_own.is_(True))
        .order_by(lessons.c.position, lessons.c.lesson_id)
    )
    if lesson_id is not None:
        query = query.where(lessons.c.lesson_id == lesson_id)
    found: dict[str, OwnLesson] = {}
    titles: dict[str, dict[Locale, str]] = {}
    for row in await connection.execute(query):
        in_languages = titles.setdefault(row.lesson_id, {})
        in_languages[Locale(row.language)] = row.title
        if row.lesson_id not in found:
            found[row.lesson_id] = OwnLesson(
                id=row.lesson_id,
                titles=in_languages,
                newest=row.version,
                published=row.published_version,
                publish_at=row.publish_at,
                publish_version=row.publish_version,
                deleted_at=row.deleted_at,
            )
    return tuple(found.values())


async def entries(connection: AsyncConnection, server_id: int, lesson_id: str) -> tuple[VersionEntry, ...]:
    """All versions of a lesson, newest first."""
    rows = await connection.execute(
        select(versions.c.version, versions.c.created_at, authors.c.user_id)
        .outerjoin(authors, agree(authors, versions, "server_id", "lesson_id", "version"))
        .where(versions.c.server_id == server_id, versions.c.lesson_id == lesson_id)
        .order_by(versions.c.version.desc())
    )
    return tuple(VersionEntry(*row) for row in rows)


async def open_edit(connection: AsyncConnection, edit: Edit, *, now: datetime) -> None:
    """Remember a form that is being opened."""
    await connection.execute(
        insert(edits).values(
            id=edit.id,
            server_id=edit.server_id,
            user_id=edit.user_id,
            lesson_id=edit.lesson_id,
            language=edit.language.value,
            place={"subject": edit.subject.value, "section": edit.section_id},
            base_version=edit.base_version,
            written=None if edit.written is None else dict(edit.written),
            opened_at=now,
        )
    )


async def edit_of(connection: AsyncConnection, server_id: int, user_id: int, edit_id: str) -> Edit | None:
    """A form that this person has open in this server."""
    row = (
        await connection.execute(
            select(edits).where(
                edits.c.id == edit_id, edits.c.server_id == server_id, edits.c.user_id == user_id
            )
        )
    ).one_or_none()
    if row is None:
        return None
    return Edit(
        id=row.id,
        server_id=row.server_id,
        user_id=row.user_id,
        lesson_id=row.lesson_id,
        language=Locale(row.language),
        subject=Subject(row.place["subject"]),
        section_id=row.place["section"],
        base_version=row.base_version,
        written=row.written,
    )


async def keep_written(
    connection: AsyncConnection, edit_id: str, written: Mapping[str, str], base_version: int
) -> None:
    """Keep what was handed in, for the form to open with it again on top of another version."""
    await connection.execute(
        update(edits).where(edits.c.id == edit_id).values(written=dict(written), base_version=base_version)
    )


async def close_edit(connection: AsyncConnection, edit_id: str) -> None:
    """Forget a form whose words are stored."""
    await connection.execute(delete(edits).where(edits.c.id == edit_id))


async def schedule(
    connection: AsyncConnection, server_id: int, lesson_id: str, version: int | None, at: datetime | None
) -> None:
    """Set when a version is to be published; None for never."""
    await connection.execute(_own(server_id, lesson_id).values(publish_version=version, publish_at=at))


async def due(connection: AsyncConnection, now: datetime) -> list[tuple[int, str, int]]:
    """Server, lesson and version of everything that was to be published by now, the oldest first."""
    rows = await connection.execute(
        select(lessons.c.server_id, lessons.c.lesson_id, lessons.c.publish_version)
        .where(lessons.c.publish_at <= now, lessons.c.deleted_at.is_(None))
        .order_by(lessons.c.publish_at)
    )
    return [(server_id, lesson_id, version) for server_id, lesson_id, version in rows]


async def set_deleted(
    connection: AsyncConnection, server_id: int, lesson_id: str, at: datetime | None
) -> None:
    """Delete a lesson for some days, or bring it back."""
    await connection.execute(_own(server_id, lesson_id).values(deleted_at=at))


async def purge(connection: AsyncConnection, *, deleted_before: datetime, opened_before: datetime) -> int:
    """Remove for good what was deleted and forms that were opened before these moments; the number of lessons."""
    await connection.execute(delete(edits).where(edits.c.opened_at < opened_before))
    gone = (
        await connection.execute(
            select(lessons.c.server_id, lessons.c.lesson_id).where(lessons.c.deleted_at < deleted_before)
        )
    ).all()
    for server_id, lesson_id in gone:
        for table in (progress, lessons):  # versions and all that hangs on them go with the lesson
            await connection.execute(
                delete(table).where(table.c.server_id == server_id, table.c.lesson_id == lesson_id)
            )
    return len(gone)


async def shared_lessons(connection: AsyncConnection, server_id: int) -> tuple[SharedLesson, ...]:
    """The lessons of server 0 that learners see, and whether this server hides them."""
    rows = await connection.execute(
        select(lessons.c.lesson_id, texts.c.language, texts.c.title, hidden.c.hidden_at)
        .join(
            texts,
            and_(
                agree(texts, lessons, "server_id", "lesson_id"),
                texts.c.version == lessons.c.published_version,
            ),
        )
        .outerjoin(hidden, and_(hidden.c.server_id == server_id, hidden.c.lesson_id == lessons.c.lesson_id))
        .where(lessons.c.server_id == BUILT_IN)
        .order_by(lessons.c.position, lessons.c.lesson_id)
    )
    found: dict[str, SharedLesson] = {}
    titles: dict[str, dict[Locale, str]] = {}
    for lesson_id, language, title, hidden_at in rows:
        titles.setdefault(lesson_id, {})[Locale(language)] = title
        found.setdefault(lesson_id, SharedLesson(lesson_id, titles[lesson_id], hidden_at is not None))
    return tuple(found.values())


async def hide(connection: AsyncConnection, server_id: int, lesson_id: str, *, now: datetime) -> None:
    """Let the learners of a server no longer see a lesson of server 0."""
    await show(connection, server_id, lesson_id)
    await connection.execute(insert(hidden).values(server_id=server_id, lesson_id=lesson_id, hidden_at=now))


async def show(connection: AsyncConnection, server_id: int, lesson_id: str) -> None:
    """Let them see it again."""
    await connection.execute(
        delete(hidden).where(hidden.c.server_id == server_id, hidden.c.lesson_id == lesson_id)
    )


def _own(server_id: int, lesson_id: str) -> Update:
    return update(lessons).where(
        lessons.c.server_id == server_id, lessons.c.lesson_id == lesson_id, lessons.c.is_own.is_(True)
    )
