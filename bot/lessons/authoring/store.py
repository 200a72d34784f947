"""What authoring reads and writes: a server's own lessons in every state. Units of work; the server is always named."""

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons.authoring.values import OwnLesson
from bot.lessons.store import lessons, texts, versions
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
        .join(
            texts,
            and_(
                texts.c.server_id == lessons.c.server_id,
                texts.c.lesson_id == lessons.c.lesson_id,
                texts.c.version == last.c.version,
            ),
        )
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
