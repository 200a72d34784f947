"""The one door to the database: units of work go in, their results come out after the commit.

Nothing here blocks the event loop, and nothing here knows SQL.
"""

import asyncio
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from contextvars import copy_context
from copy import copy
from queue import SimpleQueue
from typing import TypeVar, cast

from bot.clock import Clock, SystemClock
from bot.storage.errors import StorageError, Trouble
from bot.storage.recorded import Changes
from bot.storage.sqlite import BUSY_SECONDS, SqliteConnection, database_file
from bot.storage.units import Job, Unit
from bot.storage.workers import Jobs, Reader, Writer
from bot.witness import Step, note, watched

T = TypeVar("T")

Lane = AbstractAsyncContextManager[None]
"""Where reads wait before they are queued. Any number may be waiting to enter it."""

READERS = 3
"""More than one, so that a slow search does not hold up a quick look; few, since each costs a thread."""


class Database:
    """An open database. Make one with `open`, and `close` it before the event loop ends."""

    def __init__(self, clock: Clock) -> None:
        """Nothing works yet: use `open`."""
        self._clock = clock
        self._writes: Jobs = SimpleQueue()
        self._reads: Jobs = SimpleQueue()
        self._writers: list[Writer] = []
        self._readers: list[Reader] = []
        self._lane: Lane = nullcontext()
        self._closed = asyncio.Event()

    @classmethod
    async def open(
        cls, url: str, *, busy_seconds: float = BUSY_SECONDS, clock: Clock | None = None
    ) -> "Database":
        """Open the database that `url` names (SQLAlchemy's form); the file is made where there is none.

        `busy_seconds` is how long a write waits for another process that writes. Raises
        `UnsupportedDatabase` or `StorageError`.
        """
        path = database_file(url)
        try:
            await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(Trouble.CANNOT_OPEN, str(error)) from error

        def connect() -> SqliteConnection:
            return SqliteConnection(path, busy_seconds=busy_seconds)

        database = cls(clock or SystemClock())
        try:
            # The writer first and alone: who opens a new file first gives it its write-ahead log, under a lock.
            database._writers.append(Writer("storage-writer", connect, database._writes, database._clock))
            await database._writers[0].opened
            for number in range(READERS):
                database._readers.append(Reader(f"storage-reader-{number}", connect, database._reads))
            await asyncio.gather(*(reader.opened for reader in database._readers))
        except BaseException:
            await database.close()
            raise
        return database

    async def read(self, unit: Unit[T]) -> T:
        """Run `unit` where it sees one state of the database and cannot change it; any number run at once.

        Raises what the unit raises, `StorageError`, or `UnitBrokeRules` where it tries to write.
        """
        async with self._lane:
            return await self._submit(unit, self._reads)

    def behind(self, lane: Lane) -> "Database":
        """The same database for reads that compute long: each goes through `lane` before it is queued.

        Threads that compute keep the event loop from Python's lock, so how many do is for `lane` to say.
        """
        same = copy(self)
        same._lane = lane
        return same

    async def write(self, unit: Unit[T]) -> T:
        """Run `unit` in its turn and return its result once it is committed.

        Units run one after the other, several to a transaction, each in a savepoint: one that raises undoes
        its own work alone, and its exception is raised here. A caller cancelled while its unit waits drops
        the unit; cancelled while it runs, the unit is finished and committed all the same. Raises
        `StorageError` where nothing could be kept.
        """
        if not watched():
            return await self._submit(unit, self._writes)
        changes, began = Changes(), self._clock.monotonic()
        result = await self._submit(changes.of(unit), self._writes)
        milliseconds = round((self._clock.monotonic() - began) * 1000)
        note(Step.WRITE, lambda: {"rows": changes.facts(), "ms": milliseconds})
        return result

    async def close(self) -> None:
        """Finish what waits, then close; what comes later is refused. May be called more than once."""
        if not self._closed.is_set():
            self._closed.set()
            for _ in self._readers:
                self._reads.put(None)
            try:
                await _ended(self._readers)
            finally:  # the writers go last: SQLite puts its log into the file when nobody else has that open any more
                for _ in self._writers:
                    self._writes.put(None)
        await _ended([*self._writers, *self._readers])

    async def _submit(self, unit: Unit[T], jobs: Jobs) -> T:
        if self._closed.is_set():
            raise StorageError(Trouble.CLOSED)
        done: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        jobs.put(Job(unit, done, copy_context()))
        return cast(T, await done)


async def _ended(workers: Sequence[Reader | Writer]) -> None:
    await asyncio.gather(*(asyncio.shield(worker.ended) for worker in workers))
