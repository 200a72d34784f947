"""All that is particular to SQLite: pragmas, transactions, error codes, and a driver that answers at once.

The driver here is Python's own `sqlite3`, called in the thread that the connection belongs to, behind the
interface that SQLAlchemy's `aiosqlite` dialect expects. `aiosqlite` itself changes threads several times for
each statement; here a unit changes threads once. Never use a connection of this module on the event loop.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Self

from sqlalchemy import NullPool, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.storage.errors import StorageError, Trouble, UnitBrokeRules, UnsupportedDatabase
from bot.storage.units import Job, run_to_end

BUSY_SECONDS = 5.0
"""How long a statement waits for another process's lock before it is given up."""

_LOG_ATTEMPTS = 20  # more than processes that could start at once

# The low byte of a result code (https://www.sqlite.org/rescode.html) and what it means for us.
_TROUBLES = {
    sqlite3.SQLITE_FULL: Trouble.DISK_FULL,
    sqlite3.SQLITE_BUSY: Trouble.LOCKED,
    sqlite3.SQLITE_LOCKED: Trouble.LOCKED,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.CANNOT_OPEN,
    sqlite3.SQLITE_CANTOPEN: Trouble.CANNOT_OPEN,
    sqlite3.SQLITE_CORRUPT: Trouble.CORRUPT,
    sqlite3.SQLITE_NOTADB: Trouble.CORRUPT,
    sqlite3.SQLITE_IOERR: Trouble.DISK_FAULT,
}


def database_file(url: str) -> Path:
    """The file that `url` names; raises `UnsupportedDatabase` for anything but SQLite in a file."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        raise UnsupportedDatabase(
            f"DATABASE_URL names {parsed.get_backend_name()}, but this version keeps its data in SQLite: "
            "use sqlite+aiosqlite:///data/tutor.db"
        )
    if not parsed.database or parsed.database == ":memory:" or parsed.query:
        raise UnsupportedDatabase(
            "DATABASE_URL must name a file, such as sqlite+aiosqlite:///data/tutor.db, without options"
        )
    return Path(parsed.database)


def trouble_of(error: BaseException) -> Trouble | None:
    """What kind of expected failure `error` is; `None` where it is none (a constraint, a mistake in SQL)."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, sqlite3.Error):
        return None
    code = getattr(cause, "sqlite_errorcode", None)  # absent where Python, not SQLite, raised it
    return _TROUBLES.get(code & 0xFF) if isinstance(code, int) else None


def open_file(path: Path, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A plain connection with our pragmas; no transaction is ever begun on its own accord."""
    connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None, check_same_thread=False)
    try:
        _use_write_ahead_log(connection)
        # No fsync for each commit, only for each checkpoint. The killing of this process loses nothing, since
        # a commit has handed its pages to the operating system by then; a power cut may lose the last commits
        # but cannot damage the file (https://www.sqlite.org/pragma.html#pragma_synchronous).
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Let readers and the writer not wait for each other; the file keeps this once it is set.

    Setting it fails at once, whatever the timeout, where another process is at it too
    (https://www.sqlite.org/c3ref/busy_handler.html). So wait for the other by asking for a lock that is waited
    for, and try again.
    """
    for _ in range(_LOG_ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if trouble_of(error) is not Trouble.LOCKED:
                raise
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL")


@contextmanager
def in_words() -> Iterator[None]:
    """Turn SQLite's expected failures into `StorageError`; let all others pass."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise StorageError(trouble, str(error)) from error


class SqliteConnection:
    """One connection to the file, for one thread: its transactions, and units run inside them."""

    def __init__(self, path: Path, *, busy_seconds: float = BUSY_SECONDS) -> None:
        """Raises `StorageError` where the file cannot be opened."""
        with in_words():
            self._raw = open_file(path, busy_seconds)
            self._driver = _Driver(self._raw)
            self._engine = _engine_over(self._driver)
            self._connection = self._connect()
        self._reading_only = False

    def allow_reading_only(self) -> None:
        """From now on a unit that would change the file fails with `UnitBrokeRules`."""
        self._raw.execute("PRAGMA query_only = ON")
        self._reading_only = True

    def begin_reading(self) -> None:
        """Begin a transaction that takes no lock and sees one state of the database throughout."""
        self._raw.execute("BEGIN DEFERRED")

    def begin_writing(self) -> None:
        """Begin a transaction that holds the write lock from its first moment.

        A deferred one that reads and then writes fails, or loses updates, when another wrote in between.
        Raises `StorageError` where another process keeps the lock for too long.
        """
        with in_words():
            self.rollback()  # of one that a failing disk would not let go of
            self._raw.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Raises `StorageError`; then nothing of the transaction is kept."""
        try:
            with in_words():
                self._raw.execute("COMMIT")
        except BaseException:
            self.rollback()
            raise

    def rollback(self) -> None:
        """Undo the transaction, where there still is one (SQLite ends it by itself when a disk is full)."""
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._raw.in_transaction

    def run_alone(self, job: Job) -> object:
        """Run a unit in a savepoint of its own: where it raises, what it did is undone and nothing else."""
        self._raw.execute("SAVEPOINT unit")
        try:
            result = self.run(job)
        except BaseException:
            if self._raw.in_transaction:
                self._raw.execute("ROLLBACK TO unit")
                self._raw.execute("RELEASE unit")
            raise
        self._raw.execute("RELEASE unit")
        return result

    def run(self, job: Job) -> object:
        """Run a unit; expected failures of the database are raised as `StorageError`."""
        self._driver.in_unit = True
        try:
            with in_words():
                result = job.run(self._connection)
            self._driver.in_unit = False
            if not self._raw.in_transaction or self._connection.closed:
                raise UnitBrokeRules("a unit may not end the transaction that it runs in")
            if self._connection.in_nested_transaction():
                raise UnitBrokeRules("a unit left a savepoint open")
            return result
        except BaseException as error:
            self._driver.in_unit = False
            self._connect_anew()
            if self._reading_only and isinstance(error, StorageError) and error.trouble is Trouble.READ_ONLY:
                raise UnitBrokeRules("a unit that was submitted to read may not write") from error
            raise

    def close(self) -> None:
        """Close the file; the last connection to close writes the journal back into it."""
        run_to_end(self._connection.close())
        self._raw.close()

    def _connect_anew(self) -> None:
        """Forget what SQLAlchemy remembers of a unit that went wrong, such as a savepoint left open."""
        run_to_end(self._connection.close())
        self._connection = self._connect()

    def _connect(self) -> AsyncConnection:
        return run_to_end(_start(self._engine))


async def _start(engine: AsyncEngine) -> AsyncConnection:
    return await engine.connect()


def _engine_over(driver: "_Driver") -> AsyncEngine:
    async def give_driver() -> _Driver:
        return driver

    return create_async_engine(
        "sqlite+aiosqlite:///",
        async_creator=give_driver,
        poolclass=NullPool,
        pool_reset_on_return=None,
        # Chinese is stored as Chinese: a third of the size of \uXXXX, and a person can read it.
        json_serializer=partial(json.dumps, ensure_ascii=False),
    )


class _Driver:
    """The part of `aiosqlite.Connection` that SQLAlchemy calls, answered at once in the calling thread.

    Transactions are ours alone (`SqliteConnection`): to SQLAlchemy, `commit` and `rollback` do nothing
    outside a unit, and a unit may not call them.
    """

    isolation_level = None

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw
        self._connection = raw
        self._functions: set[tuple[str, int]] = set()
        self.in_unit = False

    def cursor(self) -> "_Cursor":
        return _Cursor(self._raw.cursor())

    async def commit(self) -> None:
        self._refuse_inside_a_unit()

    async def rollback(self) -> None:
        self._refuse_inside_a_unit()

    async def close(self) -> None:
        """The file stays open: it is closed with the thread that it belongs to."""

    def stop(self) -> None:
        """As `close`."""

    async def create_function(
        self, name: str, arguments: int, function: Callable[..., Any], deterministic: bool = False
    ) -> None:
        """Once for the file: SQLAlchemy asks again each time it starts anew, and SQLite refuses while something is open, as
        the full-text index is after a unit that used it and broke off."""
        if (name, arguments) not in self._functions:
            self._raw.create_function(name, arguments, function, deterministic=deterministic)
            self._functions.add((name, arguments))

    def _refuse_inside_a_unit(self) -> None:
        if self.in_unit:
            raise UnitBrokeRules("a unit neither commits nor rolls back: return, or raise")


class _Cursor:
    """The part of `aiosqlite.Cursor` that SQLAlchemy calls, answered at once."""

    __slots__ = ("_raw",)

    def __init__(self, raw: sqlite3.Cursor) -> None:
        self._raw = raw

    async def __aenter__(self) -> Self:
        return self

    @property
    def description(self) -> Any:
        return self._raw.description

    @property
    def rowcount(self) -> int:
        return self._raw.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._raw.lastrowid

    @property
    def arraysize(self) -> int:
        return self._raw.arraysize

    @arraysize.setter
    def arraysize(self, rows: int) -> None:
        self._raw.arraysize = rows

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> "_Cursor":
        self._raw.execute(statement, parameters)
        return self

    async def executemany(self, statement: str, parameters: Sequence[Sequence[Any]]) -> "_Cursor":
        self._raw.executemany(statement, parameters)
        return self

    async def fetchone(self) -> Any:
        return self._raw.fetchone()

    async def fetchmany(self, size: int | None = None) -> list[Any]:
        return self._raw.fetchmany(size if size is not None else self._raw.arraysize)

    async def fetchall(self) -> list[Any]:
        return self._raw.fetchall()

    async def close(self) -> None:
        self._raw.close()
