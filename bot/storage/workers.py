"""The threads that own the connections: readers, and the one writer that commits for many at once.

A worker takes jobs from a queue, runs them, and wakes their callers on the event loop. It never raises: what
goes wrong belongs to the caller whose job it was.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread

from bot.clock import Clock
from bot.storage.errors import StorageError, Trouble
from bot.storage.sqlite import SqliteConnection
from bot.storage.units import Job, Outcome

Jobs = SimpleQueue[Job | None]
"""Jobs in the order of their arrival; `None` tells one worker that no more will come."""

BATCH_UNITS = 64
BATCH_SECONDS = 0.02
"""A transaction takes in at most so many units and begins no further one after so long."""


class Worker(ABC):
    """A thread with a connection of its own."""

    def __init__(self, name: str, connect: Callable[[], SqliteConnection], jobs: Jobs) -> None:
        """Starts at once; wait for `opened`."""
        self._connect = connect
        self._jobs = jobs
        self._loop = asyncio.get_running_loop()
        self.opened: asyncio.Future[None] = self._loop.create_future()
        """Done when the connection is open; raises `StorageError` where it cannot be opened."""
        self.ended: asyncio.Future[None] = self._loop.create_future()
        """Done when the last job is done and the connection closed."""
        # A daemon: a process that forgets to close the database still ends, and a commit is atomic anyway.
        self._thread = Thread(target=self._live, name=name, daemon=True)
        self._thread.start()

    @abstractmethod
    def _work(self, connection: SqliteConnection) -> None:
        """Do jobs until the queue says that no more will come."""

    def _deliver(self, outcomes: Sequence[Outcome]) -> None:
        def wake() -> None:
            for outcome in outcomes:
                outcome.deliver()

        self._on_loop(wake)

    def _live(self) -> None:
        try:
            connection = self._connect()
        except BaseException as error:  # raised in the thread that waits for `opened`
            refused = error  # `error` itself is unbound when the block ends, before the loop gets to it
            self._on_loop(lambda: _finish(self.opened, refused))
            self._on_loop(lambda: _finish(self.ended))
            return
        self._on_loop(lambda: _finish(self.opened))
        try:
            self._work(connection)
        finally:
            connection.close()
            self._on_loop(lambda: _finish(self.ended))

    def _on_loop(self, action: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # the loop is closed already: nobody waits any more
            self._loop.call_soon_threadsafe(action)


class Reader(Worker):
    """Runs one reading unit after the other, each in a transaction that sees one state of the database."""

    def _work(self, connection: SqliteConnection) -> None:
        connection.allow_reading_only()
        while (job := self._jobs.get()) is not None:
            if not job.done.cancelled():
                self._deliver([_read(job, connection)])


class Writer(Worker):
    """Runs writing units in turn, several to one transaction, and wakes their callers after its commit."""

    def __init__(self, name: str, connect: Callable[[], SqliteConnection], jobs: Jobs, clock: Clock) -> None:
        self._clock = clock
        super().__init__(name, connect, jobs)

    def _work(self, connection: SqliteConnection) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                connection.begin_writing()
            except BaseException as error:  # raised in the callers
                # All that wait now have waited behind the same lock; another round each would take for ever.
                self._deliver(
                    [Outcome(waiting, error=_for_each(error)) for waiting in [job, *self._all_waiting()]]
                )
                continue
            self._deliver(self._write(job, connection))

    def _write(self, first: Job, connection: SqliteConnection) -> list[Outcome]:
        """Run `first` and those that wait behind it in the open transaction, and commit."""
        outcomes: list[Outcome] = []
        close_at = self._clock.monotonic() + BATCH_SECONDS
        job: Job | None = first
        while job is not None:
            # A caller that went away while its unit waited in the queue does not want it any more.
            if not job.done.cancelled():
                outcomes.append(_write_one(job, connection))
                if not connection.in_transaction:
                    lost = outcomes[-1].error or StorageError(
                        Trouble.DISK_FAULT, "the transaction ended early"
                    )
                    return [_unless_failed(outcome, lost) for outcome in outcomes]
            if len(outcomes) >= BATCH_UNITS or self._clock.monotonic() >= close_at:
                break
            job = self._next_waiting()
        try:
            connection.commit()
        except BaseException as error:  # raised in the callers
            return [_unless_failed(outcome, error) for outcome in outcomes]
        return outcomes

    def _next_waiting(self) -> Job | None:
        try:
            job = self._jobs.get_nowait()
        except Empty:
            return None
        if job is None:
            self._jobs.put(None)  # read again by `_work`, once this transaction is over
        return job

    def _all_waiting(self) -> list[Job]:
        waiting: list[Job] = []
        while (job := self._next_waiting()) is not None:
            waiting.append(job)
        return waiting


def _read(job: Job, connection: SqliteConnection) -> Outcome:
    try:
        connection.begin_reading()
        try:
            return Outcome(job, connection.run(job))
        finally:
            connection.rollback()
    except BaseException as error:  # raised in the caller
        return Outcome(job, error=error)


def _write_one(job: Job, connection: SqliteConnection) -> Outcome:
    try:
        return Outcome(job, connection.run_alone(job))
    except BaseException as error:  # raised in the caller
        return Outcome(job, error=error)


def _unless_failed(outcome: Outcome, error: BaseException) -> Outcome:
    """The outcome of a unit whose transaction came to nothing: `error`, unless the unit has its own."""
    return outcome if outcome.error is not None else Outcome(outcome.job, error=_for_each(error))


def _for_each(error: BaseException) -> BaseException:
    """An exception collects the traceback of everyone who raises it, so each caller gets one of its own."""
    if not isinstance(error, StorageError):
        error = StorageError(Trouble.DISK_FAULT, f"the transaction was lost: {error}")
    return StorageError(error.trouble, error.detail)


def _finish(future: "asyncio.Future[None]", error: BaseException | None = None) -> None:
    if future.done():
        return
    if error is None:
        future.set_result(None)
    else:
        future.set_exception(error)
