"""A change that is made of several, in one unit: each is recorded as it always is, one line more closes them, and they go back together.

What one of them refuses keeps all of them as they are.
"""

from collections.abc import Mapping
from functools import partial

from bot.servers.acting import store
from bot.servers.acting.deeds import Deed
from bot.servers.acting.noting import Signature, note
from bot.servers.acting.store import AuditEntry
from bot.servers.acting.undoing import CannotUndo, Step, Undoer
from bot.storage import Connection, Database

FIRST, LAST, COUNT = "first", "last", "count"
"""What the closing line says: the numbers of the first and the last change, and how many there are."""


async def newest(connection: Connection, server_id: int) -> int:
    """The number of a server's newest change; 0 before the first. Ask before the several are made."""
    return await store.newest_number(connection, server_id)


async def close(connection: Connection, by: Signature, deed: Deed, *, after: int) -> int | None:
    """Record that everything that was changed behind the change `after` belongs together; None where nothing was."""
    made = await store.between(connection, by.server_id, after=after)
    if not made:
        return None
    named = {FIRST: made[-1].number, LAST: made[0].number, COUNT: len(made)}
    return await note(connection, by, deed, "", None, named)


class SeveralUndoer:
    """Takes all of them back, the last one first."""

    def __init__(self, database: Database, undoers: Mapping[str, Undoer]) -> None:
        """`undoers` of the several, by the first part of their actions."""
        self._database = database
        self._undoers = undoers

    async def __call__(self, entry: AuditEntry, by: Signature) -> Step:
        """What takes them back. Raises `CannotUndo`, and what their own undoers raise."""
        named = entry.after or {}
        if FIRST not in named:
            raise CannotUndo
        parts = await self._database.read(
            partial(
                store.between,
                server_id=entry.server_id,
                after=int(named[FIRST]) - 1,
                until=int(named[LAST]),
            )
        )
        steps = [await self._undoers[one.action.partition(".")[0]](one, by) for one in parts]

        async def step(connection: Connection) -> None:
            for part, one in zip(parts, steps, strict=True):
                await one(connection)
                await store.note_undone(connection, part, by.at)

        return step
