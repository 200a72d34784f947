"""Brings the database to the shape that this version of the program expects, at every start.

Most starts find nothing to do and must not pay for Alembic (a quarter of a second to import), so the newest
revision is read from the files in `migrations/versions` first. All of it happens in a thread, behind a lock
beside the database file, and in one transaction: a migration happens whole or not at all.
"""

import asyncio
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, MetaData, NullPool, create_engine, event

from bot.apart import apart
from bot.storage.errors import StorageError, Trouble
from bot.storage.sqlite import database_file, in_words, open_file

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parents[2] / "migrations"
LOCK_SECONDS = 120.0
"""How long a process waits for another one that is migrating."""

_REVISION = re.compile(r"^revision\b[^=]*=\s*['\"]([^'\"]+)['\"]", re.MULTILINE)
_DOWN_REVISION = re.compile(r"^down_revision\b[^=]*=\s*(?:['\"]([^'\"]+)['\"]|None)", re.MULTILINE)


class MigrationError(Exception):
    """The database cannot be brought to this version's shape; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Revisions:
    """The revisions that this version of the program knows."""

    known: frozenset[str]
    head: str | None
    """The newest; `None` where there are none at all."""

    @classmethod
    def of(cls, migrations: Path) -> "Revisions":
        """Read from the files' texts, without importing them or Alembic.

        Raises `MigrationError` where the revisions do not form one line.
        """
        parents: dict[str, str | None] = {}
        for file in sorted((migrations / "versions").glob("*.py")):
            script = file.read_text(encoding="utf-8")
            revision, down = _REVISION.search(script), _DOWN_REVISION.search(script)
            if revision is None or down is None:
                raise MigrationError(f"{file.name} does not say its revision and down_revision")
            parents[revision[1]] = down[1]
        heads = sorted(parents.keys() - parents.values())
        if len(heads) > 1:
            raise MigrationError(
                f"the migrations end in {' and '.join(heads)}: let one of them follow the other"
            )
        return cls(known=frozenset(parents), head=heads[0] if heads else None)


async def migrate(url: str, migrations: Path = MIGRATIONS, *, in_a_process: bool = False) -> None:
    """Bring the database that `url` names to the newest revision; the file is made where there is none.

    Any number of processes may do this at once: one migrates, the others wait and find it done. With `in_a_process`
    the work is done in a process of its own, so that this one does not keep the memory that Alembic takes. Raises
    `MigrationError`, `UnsupportedDatabase` or `StorageError`; then the database is as it was.
    """
    path = database_file(url)
    if in_a_process:
        current = await asyncio.to_thread(lambda: _is_current(path, Revisions.of(migrations)))
        if not current:
            await apart(_migrate, path, migrations)
    else:
        await asyncio.to_thread(_migrate, path, migrations)


def stored_revision(path: Path) -> str | None:
    """The revision that the database file is at; `None` for a new one."""
    if not path.exists():
        return None
    with in_words(), closing(sqlite3.connect(path)) as connection:
        known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    return str(row[0]) if row else None


def revisions_at(url: str, migrations: Path = MIGRATIONS) -> tuple[str | None, str | None]:
    """The revision that the database which `url` names is at, and the newest that this version knows. Reads files.

    Raises `MigrationError`, `UnsupportedDatabase` or `StorageError`.
    """
    return stored_revision(database_file(url)), Revisions.of(migrations).head


def _migrate(path: Path, migrations: Path) -> None:
    revisions = Revisions.of(migrations)
    if _is_current(path, revisions):
        return
    from filelock import FileLock, Timeout

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{path}.migrating", timeout=LOCK_SECONDS):
            if not _is_current(path, revisions):  # another process may have done it while this one waited
                _upgrade(path, migrations)
    except Timeout as error:
        raise StorageError(Trouble.LOCKED, "another process is still migrating the database") from error
    except OSError as error:
        raise StorageError(Trouble.CANNOT_OPEN, str(error)) from error


def _is_current(path: Path, revisions: Revisions) -> bool:
    stored = stored_revision(path)
    if stored is not None and stored not in revisions.known:
        raise MigrationError(
            f"{path} was written by a newer version of the tutor (revision {stored}; this version knows up "
            f"to {revisions.head}). Start the newer version again, or restore a backup from before it."
        )
    return stored == revisions.head


def _upgrade(path: Path, migrations: Path) -> None:
    from alembic import command

    with in_words(), migrating(path) as connection:
        command.upgrade(alembic_config(connection, migrations), "head")


def alembic_config(
    connection: Connection, migrations: Path = MIGRATIONS, tables: MetaData | None = None
) -> "Config":
    """What `migrations/env.py` works with; `tables` only where they are to be compared with the database."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection, "tables": tables})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


@contextmanager
def migrating(path: Path) -> Iterator[Connection]:
    """A connection in a transaction in which tables may be rebuilt; committed at the end, if all is in order.

    SQLite changes most things about a table by copying it and dropping the old one. With foreign keys
    enforced, the drop deletes every row that refers to the table; and `PRAGMA foreign_keys` is silently
    ignored inside a transaction. So it is switched off before the transaction begins, and before the commit
    every reference is checked instead (https://www.sqlite.org/lang_altertable.html#otheralter). Raises
    `MigrationError` where one leads nowhere.
    """
    with closing(open_file(path)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        engine = create_engine("sqlite://", creator=lambda: raw, poolclass=NullPool)
        # The lock from the first statement on, and table definitions inside the transaction like all else.
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        with engine.connect() as connection:
            with connection.begin():
                yield connection
                _check_references(connection)
            raw.execute("PRAGMA foreign_keys = ON")


def _check_references(connection: Connection) -> None:
    broken: list[Any] = list(connection.exec_driver_sql("PRAGMA foreign_key_check"))
    if broken:
        tables = ", ".join(sorted({f"{row[0]} → {row[2]}" for row in broken}))
        raise MigrationError(
            f"after the migration {len(broken)} references would lead nowhere ({tables}); nothing was changed"
        )
