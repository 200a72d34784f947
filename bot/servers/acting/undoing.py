"""Taking back the last change: looked at first, then taken back once, however many moderators want it at the same time.

Each room knows how to take back its own changes. What no room can take back is said to be so, never passed over.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.clock import Clock
from bot.ids import Ids
from bot.servers.acting import store
from bot.servers.acting.deeds import Deed
from bot.servers.acting.noting import Signature
from bot.servers.acting.store import AuditEntry
from bot.storage import Connection, Database
from bot.texts.errors import PersonError

Step = Callable[[Connection], Awaitable[None]]
"""Takes something back in the unit that records it."""
Undoer = Callable[[AuditEntry, Signature], Awaitable[Step]]
"""Prepares taking a change back, outside the unit. Raises `ChangedSince` or `CannotUndo`."""

_LOOK_BACK = 200


class ChangedSince(PersonError):
    """Something was changed after the change that is to be taken back."""

    key = "server-undo-changed-since"


class CannotUndo(PersonError):
    """A change of a sort that cannot be taken back."""

    key = "server-undo-cannot"


class NotTheLast(PersonError):
    """Somebody changed something, or took something back, since the change was looked at."""

    key = "server-undo-not-the-last"


class NothingToUndo(PersonError):
    """No change is left that was not taken back."""

    key = "server-undo-nothing"


@dataclass(frozen=True, slots=True)
class Last:
    """The last change that stands, and the last one that can be taken back: most often the same."""

    change: AuditEntry
    can: AuditEntry | None


class Undo:
    """Takes changes back; one for the whole process."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        ids: Ids,
        undoers: Mapping[str, Undoer],
        after: Sequence[Callable[[int], Awaitable[None]]] = (),
    ) -> None:
        """`undoers` by the first part of the action ("lesson"); `after` are told the server once something was taken back."""
        self._database = database
        self._clock = clock
        self._ids = ids
        self._undoers = undoers
        self._after = after

    def can(self, entry: AuditEntry) -> bool:
        """Whether changes of this sort can be taken back."""
        return entry.action.partition(".")[0] in self._undoers

    async def last(self, server_id: int) -> Last:
        """What would be taken back now. Raises `NothingToUndo`."""
        standing = await self._database.read(
            lambda connection: store.standing(connection, server_id, Deed.UNDONE.value, most=_LOOK_BACK)
        )
        if not standing:
            raise NothingToUndo
        return Last(standing[0], next((one for one in standing if self.can(one)), None))

    async def take_back(self, server_id: int, user_id: int, number: int) -> AuditEntry:
        """Take back the change of this number, which must still be the last that can be; gives it.

        Raises `NotTheLast`, `CannotUndo`, `ChangedSince`, `NothingToUndo`.
        """
        last = await self.last(server_id)
        if last.can is None:
            raise CannotUndo
        if last.can.number != number:
            raise NotTheLast
        entry = last.can
        by = Signature(server_id, user_id, self._ids.new(), self._clock.now())
        step = await self._undoers[entry.action.partition(".")[0]](entry, by)

        async def unit(connection: Connection) -> None:
            standing = await store.standing(connection, server_id, Deed.UNDONE.value, most=_LOOK_BACK)
            if next((one.number for one in standing if self.can(one)), None) != number:
                raise NotTheLast
            await step(connection)
            await store.note_undone(connection, entry, by.at)
            await store.record(
                connection,
                AuditEntry(
                    server_id,
                    await by.mark(connection),
                    Deed.UNDONE.value,
                    f"{number}: {entry.action} {entry.subject}",
                    entry.after,
                    entry.before,
                    by.at,
                ),
            )

        await self._database.write(unit)
        for tell in self._after:
            await tell(server_id)
        return entry
