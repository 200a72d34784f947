"""How far each learner is: which sections were opened last and which were read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learners.values import LearnerKey
from bot.lessons.store import progress


@dataclass(frozen=True, slots=True)
class Visit:
    """One section that a learner has opened."""

    lesson_id: str
    section_id: str
    opened_at: datetime
    """The last time."""
    read_at: datetime | None
    """The first time it was read to its end."""


async def visits(connection: AsyncConnection, learner: LearnerKey) -> Sequence[Visit]:
    """All sections that the learner opened, the last one first."""
    rows = await connection.execute(
        select(progress.c.lesson_id, progress.c.section_id, progress.c.opened_at, progress.c.read_at)
        .where(progress.c.server_id == learner.server_id, progress.c.user_id == learner.user_id)
        .order_by(progress.c.opened_at.desc(), progress.c.lesson_id, progress.c.section_id)
    )
    return [Visit(*row) for row in rows]


async def note(
    connection: AsyncConnection,
    learner: LearnerKey,
    lesson_id: str,
    section_id: str,
    *,
    opened_at: datetime | None = None,
    read_at: datetime | None = None,
) -> None:
    """Note that a section was opened, or read. The first reading stays; one of the two moments must be given."""
    of_section = and_(
        progress.c.server_id == learner.server_id,
        progress.c.user_id == learner.user_id,
        progress.c.lesson_id == lesson_id,
        progress.c.section_id == section_id,
    )
    known = (await connection.execute(select(progress.c.read_at).where(of_section))).one_or_none()
    if known is None:
        await connection.execute(
            insert(progress).values(
                server_id=learner.server_id,
                user_id=learner.user_id,
                lesson_id=lesson_id,
                section_id=section_id,
                opened_at=opened_at or read_at,
                read_at=read_at,
            )
        )
        return
    changed: dict[str, datetime] = {}
    if opened_at is not None:
        changed["opened_at"] = opened_at
    if read_at is not None and known.read_at is None:
        changed["read_at"] = read_at
    if changed:
        await connection.execute(update(progress).where(of_section).values(changed))


async def forget(connection: AsyncConnection, learner: LearnerKey) -> int:
    """Remove a learner's progress; the number of sections it was about."""
    gone = await connection.execute(
        delete(progress).where(
            progress.c.server_id == learner.server_id, progress.c.user_id == learner.user_id
        )
    )
    return gone.rowcount
