"""What the migrations make and what the rooms declare is the same."""

import asyncio
import shutil
from pathlib import Path

import pytest
from sqlalchemy import Column, Connection, DateTime, Integer, MetaData, String, Table, text

from bot.storage import UtcDateTime, revise
from bot.storage.migrate import MIGRATIONS, migrate, migrating


def test_migrations_make_what_the_rooms_declare(tmp_path: Path, empty_database_file: Path) -> None:
    file = tmp_path / "tutor.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{file}"))
    with migrating(file) as connection, migrating(empty_database_file) as declared:
        assert revise.differences(connection) == [], (
            'write the missing migration: python -m bot.storage.revise "what it changes"'
        )
        # Alembic sees tables, columns and indexes; this sees search tables and triggers too.
        assert names(connection) == names(declared)


def names(connection: Connection) -> set[tuple[str, str]]:
    """Everything in the database that has a name of its own, with its kind."""
    query = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_autoindex_%'"
    return {(str(kind), str(name)) for kind, name in connection.execute(text(query))} - {
        ("table", "alembic_version")
    }


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> MetaData:
    """Tables that are declared for this test alone."""
    tables = MetaData()
    monkeypatch.setattr(revise, "all_tables", lambda: tables)
    return tables


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """A migrations folder without revisions."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako"):
        shutil.copy(MIGRATIONS / name, folder)
    return folder


def test_a_written_revision_makes_exactly_what_is_declared(
    declared: MetaData, migrations: Path, tmp_path: Path
) -> None:
    Table(
        "notes",
        declared,
        Column("id", Integer, primary_key=True),
        Column("at", UtcDateTime(), nullable=False),
    )
    first = revise.write_revision("Notes", migrations)
    Table("words", declared, Column("id", Integer, primary_key=True), Column("text", String(9), index=True))
    second = revise.write_revision("Words", migrations)

    assert [first.name, second.name] == ["0001_notes.py", "0002_words.py"]
    file = tmp_path / "tutor.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{file}", migrations))
    with migrating(file) as connection:
        assert revise.differences(connection) == []


def test_a_missing_column_is_seen(declared: MetaData, tmp_path: Path) -> None:
    Table("notes", declared, Column("id", Integer, primary_key=True), Column("at", DateTime))
    with migrating(tmp_path / "tutor.db") as connection:
        connection.execute(text("CREATE TABLE notes (id INTEGER PRIMARY KEY NOT NULL)"))
        (difference,) = revise.differences(connection)
    assert difference[0] == "add_column"


def test_search_tables_and_their_shadows_are_passed_over(declared: MetaData, tmp_path: Path) -> None:
    with migrating(tmp_path / "tutor.db") as connection:
        connection.execute(text("CREATE VIRTUAL TABLE lesson_search USING fts5 (words)"))
        assert revise.differences(connection) == []
