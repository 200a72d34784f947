"""Keeps the playground between two runs: a small SQLite file, written in a thread, changed messages only.

The bot's own database is none of its business. Keys of models and reports of turns are never in here.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playground import kept_records as records
from playground.kept_records import KeptFile, KeptMessage
from playground.state import Message
from playground.wire import Json
from playground.world import Change, What

if TYPE_CHECKING:
    from playground.server import Playground

VERSION: Final = 1
MOST_MESSAGES: Final = 2_000
"""Newest messages of one channel that come back."""

PAUSE: Final = 0.5
"""Seconds in which changes gather before they are written."""

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS places (one INTEGER PRIMARY KEY CHECK (one = 1), body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, channel INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files (id INTEGER PRIMARY KEY, message INTEGER NOT NULL, about TEXT NOT NULL, data BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS files_of_message ON files (message);
"""

Say = Callable[[str], None]


class KeptState:
    """One file. `open` it, `restore` from it, `follow` a playground with it, `close` it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, say: Say) -> None:
        self._path = path
        self._connection = connection
        self._say = say
        self._one_at_a_time = asyncio.Lock()
        self._play: Playground | None = None
        self._writing: asyncio.Task[None] | None = None
        self._changed = asyncio.Event()
        self._written: set[int] = set()
        """Files that are on the disk already: their contents never change."""
        self._messages: dict[int, Message] = {}
        self._gone: set[int] = set()
        self._complained = False
        self._on_disk = False
        self._stop = asyncio.Event()

    @classmethod
    async def open(cls, path: Path, say: Say) -> KeptState:
        """Open or make the file; one that cannot be read is set aside, and that is said. OSError as the disk gives it."""
        return cls(path, await asyncio.to_thread(_open, path, say), say)

    # ---- from the disk

    async def restore(self, play: Playground) -> bool:
        """Put what was kept into *play*; False when there is nothing, and everything is as in a new playground."""
        kept, messages, files = await asyncio.to_thread(_read, self._connection)
        if kept is None:
            return False
        try:
            records.rebuild(play, kept, messages, files)
        except (LookupError, TypeError, ValueError):
            await play.begin_again()
            await self.forget()
            self._say("What the playground had kept could not be understood; it begins anew.")
            return False
        self._written = {it.id for it in files}
        self._on_disk = True
        return True

    # ---- to the disk

    def follow(self, play: Playground) -> None:
        """Write what changes from now on, soon after it has."""
        self._play = play
        play.world.listeners.append(self._note)
        self._messages = {} if self._on_disk else dict(play.world.messages)
        self._changed.set()
        self._writing = asyncio.create_task(self._write_for_ever(), name="kept-state")

    async def flush(self) -> None:
        """Write now what has changed."""
        async with self._one_at_a_time:
            await self._write()

    async def forget(self) -> None:
        """Forget everything that is on the disk; what is in memory now is written anew."""
        async with self._one_at_a_time:
            self._written.clear()
            self._gone.clear()
            self._messages = {} if self._play is None else dict(self._play.world.messages)
            await asyncio.to_thread(_clear, self._connection)
        self._changed.set()

    async def close(self) -> None:
        """Write the rest and close the file."""
        if self._play is not None:
            self._play.world.listeners.remove(self._note)
        if self._writing is not None:
            self._stop.set()
            self._changed.set()
            await self._writing  # not cancelled: a write in its thread would go on beside the last one
            await self.flush()
        await asyncio.to_thread(self._connection.close)

    def _note(self, change: Change) -> None:
        message = change.message
        if message is not None and change.what is What.DELETE:
            self._messages.pop(message.id, None)
            self._gone.add(message.id)
        elif message is not None:
            self._messages[message.id] = message
        self._changed.set()

    async def _write_for_ever(self) -> None:
        while not self._stop.is_set():
            await self._changed.wait()
            self._changed.clear()
            await self.flush()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), PAUSE)

    async def _write(self) -> None:
        if self._play is None:
            return
        changed, self._messages = self._messages, {}
        gone, self._gone = self._gone, set()
        kept = [records.message(it) for it in changed.values()]
        files = [
            file for it in changed.values() for file in records.files(it) if file.id not in self._written
        ]
        places = records.places(self._play)
        try:
            await asyncio.to_thread(_write, self._connection, places, kept, files, gone)
        except sqlite3.Error as error:
            self._messages = {**changed, **self._messages}
            self._gone |= gone
            if not self._complained:
                self._complained = True
                self._say(
                    f"The playground cannot keep its state in {self._path}: {error}. It goes on without."
                )
            return
        self._complained = False
        self._written.update(it.id for it in files)


# ---- in a thread


def _open(path: Path, say: Say) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _connect(path)
    except sqlite3.DatabaseError:
        aside = path.with_suffix(".broken")
        path.replace(aside)
        say(f"{path} cannot be read; it is now {aside.name}, and the playground begins anew.")
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version not in (0, VERSION):
            raise sqlite3.DatabaseError("written by another version")
        connection.executescript(_TABLES)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        connection.close()
        raise
    with contextlib.suppress(OSError):
        path.chmod(0o600)  # it holds what people wrote
    return connection


def _read(connection: sqlite3.Connection) -> tuple[Json | None, list[KeptMessage], list[KeptFile]]:
    row = connection.execute("SELECT body FROM places").fetchone()
    if row is None:
        return None, [], []
    connection.execute(
        "DELETE FROM messages WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER"
        " (PARTITION BY channel ORDER BY id DESC) AS place FROM messages) WHERE place > ?)",
        (MOST_MESSAGES,),
    )
    connection.execute("DELETE FROM files WHERE message NOT IN (SELECT id FROM messages)")
    messages = [
        KeptMessage(identity, channel, json.loads(body))
        for identity, channel, body in connection.execute(
            "SELECT id, channel, body FROM messages ORDER BY id"
        )
    ]
    files = [
        KeptFile(identity, message, json.loads(about), data)
        for identity, message, about, data in connection.execute("SELECT id, message, about, data FROM files")
    ]
    return json.loads(row[0]), messages, files


def _write(
    connection: sqlite3.Connection,
    places: Json,
    messages: list[KeptMessage],
    files: list[KeptFile],
    gone: set[int],
) -> None:
    """All of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("INSERT OR REPLACE INTO places VALUES (1, ?)", (json.dumps(places),))
        connection.executemany(
            "INSERT OR REPLACE INTO messages VALUES (?, ?, ?)",
            [(it.id, it.channel_id, json.dumps(it.body)) for it in messages],
        )
        connection.executemany(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
            [(it.id, it.message_id, json.dumps(it.about), it.data) for it in files],
        )
        connection.executemany("DELETE FROM messages WHERE id = ?", [(it,) for it in gone])
        connection.executemany("DELETE FROM files WHERE message = ?", [(it,) for it in gone])
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _clear(connection: sqlite3.Connection) -> None:
    for table in ("places", "messages", "files"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("VACUUM")
