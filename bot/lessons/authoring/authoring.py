"""The room's door for moderators: everything that can be done with a server's own lessons.

Who may is not decided here: whoever calls has checked it. A lesson of another server is as unknown as one that was
never written.
"""

from functools import partial

from bot.lessons.authoring import store
from bot.lessons.authoring.values import OwnLesson, State
from bot.lessons.importing.exporting import export_archive
from bot.lessons.library import folded
from bot.storage import Connection, Database

_LONGEST_TYPED = 100


class Authoring:
    """Lessons as their authors see them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def matching(self, server_id: int, typed: str, *states: State) -> tuple[OwnLesson, ...]:
        """The server's own lessons in these states (all but deleted ones where none is named) that typed words may mean."""
        wanted = states or (State.DRAFT, State.PUBLISHED, State.CHANGED)

        async def unit(connection: Connection) -> tuple[OwnLesson, ...]:
            words = folded(typed[:_LONGEST_TYPED])
            return tuple(
                lesson
                for lesson in await store.own_lessons(connection, server_id)
                if lesson.state in wanted
                and any(words in folded(name) for name in (*lesson.titles.values(), lesson.id))
            )

        return await self._database.read(unit)

    async def exported(self, server_id: int, lesson_id: str) -> bytes | None:
        """The newest version of a lesson as a .zip that import takes; None when the server has no such lesson."""
        return await self._database.read(partial(export_archive, server_id=server_id, lesson_ids=[lesson_id]))
