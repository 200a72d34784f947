"""Writes the next migration: `python -m bot.storage.revise "what it changes"`. A tool for developers.

It never touches a database in use: it brings a new, empty one to the newest revision, compares it with the
tables that the rooms declare, and writes the difference as the next file in `migrations/versions`.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from bot.storage.migrate import MIGRATIONS, Revisions, alembic_config, migrating
from bot.storage.rooms import all_tables

# What SQLite's full-text search keeps its index in, beside the table that was asked for
# (https://www.sqlite.org/fts5.html#fts5_data_structures).
_SHADOWS = ("data", "idx", "content", "docsize", "config")


def write_revision(message: str, migrations: Path = MIGRATIONS) -> Path:
    """Write the next revision, numbered `0001`, `0002`, …; look through it before it is committed."""
    revision = f"{len(Revisions.of(migrations).known) + 1:04}"
    with TemporaryDirectory() as folder, migrating(Path(folder) / "empty.db") as connection:
        config = alembic_config(connection, migrations, all_tables())
        command.upgrade(config, "head")
        written = command.revision(config, message, autogenerate=True, rev_id=revision)
    if written is None or isinstance(written, list):
        raise RuntimeError(f"Alembic wrote {written!r} where one revision was asked for")
    return Path(written.path)


def differences(connection: Connection) -> list[Any]:
    """How the tables in the database differ from those that the rooms declare, in Alembic's terms."""
    options = {
        "compare_type": True,
        "compare_server_default": True,
        "include_name": leave_out(search_tables(connection)),
    }
    context = MigrationContext.configure(connection, opts=options)
    return list(compare_metadata(context, all_tables()))


def search_tables(connection: Connection) -> frozenset[str]:
    """Virtual tables and their shadows: migrations make them by hand, and no comparison can see into them."""
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")
    virtual = [str(row[0]) for row in rows]
    return frozenset(virtual) | {f"{name}_{shadow}" for name in virtual for shadow in _SHADOWS}


def leave_out(names: Iterable[str]) -> Any:
    """An `include_name` for Alembic that passes over the tables called so."""
    left_out = frozenset(names)

    def include_name(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or name not in left_out

    return include_name


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit('say what the migration changes: python -m bot.storage.revise "lessons have versions"')
    print(write_revision(sys.argv[1]))
