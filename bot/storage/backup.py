"""A consistent copy of the database while the tutor goes on working.

The copy is checked before it gets its name, so a file with a backup's name is a good backup. It
never replaces a file.
"""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.storage.errors import StorageError, Trouble
from bot.storage.sqlite import BUSY_SECONDS, database_file, in_words


class BackupError(Exception):
    """There is no backup; the message says why and what to do."""


async def backup(url: str, target: Path) -> None:
    """Copy the database that `url` names to the file `target`, as it was at one moment.

    Readers and writers are not held up. The copy is one file without a journal. Raises `BackupError` where
    `target` exists, where there is no database or the copy is damaged, and `StorageError` where the disk does
    not play along; then `target` has not been touched.
    """
    await asyncio.to_thread(_backup, database_file(url), target)


def _backup(source: Path, target: Path) -> None:
    if not source.exists():
        raise BackupError(f"there is no database at {source}: is DATABASE_URL right?")
    if target.exists():
        raise _exists(target)
    unchecked = target.with_name(f".{target.name}.{os.getpid()}.unchecked")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with in_words():
            _copy(source, unchecked)
            _check(unchecked)
        _flush(unchecked)
        # A link, unlike a rename, fails where the name is taken: nobody's file is lost between look and act.
        os.link(unchecked, target)
    except FileExistsError:
        raise _exists(target) from None
    except OSError as error:
        raise StorageError(Trouble.DISK_FAULT, str(error)) from error
    finally:
        unchecked.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(source, timeout=BUSY_SECONDS)) as original,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        # In one step, so that it reads one state; with a write-ahead log, reading holds up nobody.
        original.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, which may be moved about


def _check(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        findings = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(3)")]
        stray = connection.execute("PRAGMA foreign_key_check").fetchone()
    if findings != ["ok"]:
        raise BackupError(f"the copy is damaged, and so may be the database: {'; '.join(findings)}")
    if stray is not None:
        raise BackupError(f"the copy has rows in {stray[0]} that refer to missing rows in {stray[2]}")


def _flush(file: Path) -> None:
    with file.open("rb") as handle:
        os.fsync(handle.fileno())


def _exists(target: Path) -> BackupError:
    return BackupError(f"{target} exists already and is not replaced: choose another name, or move it away")
