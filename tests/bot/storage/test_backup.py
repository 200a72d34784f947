"""A backup is a whole, checked copy, or there is none."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import Database
from bot.storage.backup import BackupError, backup


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path}/data/tutor.db"


async def transfer(connection: AsyncConnection) -> None:
    await connection.execute(text("UPDATE purses SET coins = coins - 1 WHERE id = 1"))
    await connection.execute(text("UPDATE purses SET coins = coins + 1 WHERE id = 2"))


async def with_purses(url: str) -> Database:
    async def make(connection: AsyncConnection) -> None:
        await connection.execute(
            text("CREATE TABLE purses (id INTEGER PRIMARY KEY, owner TEXT, coins INTEGER)")
        )
        await connection.execute(text("INSERT INTO purses VALUES (1, '小明', 500), (2, 'Ada', 500)"))

    database = await Database.open(url)
    await database.write(make)
    return database


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


async def test_a_backup_made_while_others_write_is_of_one_moment(url: str, tmp_path: Path) -> None:
    database = await with_purses(url)
    done = asyncio.Event()

    async def keep_writing() -> None:
        while not done.is_set():
            await database.write(transfer)

    writing = asyncio.create_task(keep_writing())
    for number in range(5):
        await backup(url, tmp_path / "backups" / f"{number}.db")
    done.set()
    await writing
    await database.close()

    for number in range(5):
        with closing(sqlite3.connect(tmp_path / "backups" / f"{number}.db")) as copy:
            assert copy.execute("SELECT sum(coins) FROM purses").fetchone() == (1000,)
            assert copy.execute("SELECT owner FROM purses WHERE id = 1").fetchone() == ("小明",)
    assert names(tmp_path / "backups") == [f"{n}.db" for n in range(5)]


async def test_a_restored_backup_opens_as_the_database(url: str, tmp_path: Path) -> None:
    database = await with_purses(url)
    await backup(url, tmp_path / "restored.db")
    await database.close()

    restored = await Database.open(f"sqlite+aiosqlite:///{tmp_path}/restored.db")
    await restored.write(transfer)
    coins = await restored.read(
        lambda connection: connection.scalar(text("SELECT coins FROM purses WHERE id = 2"))
    )
    await restored.close()
    assert coins == 501


async def test_a_backup_never_replaces_a_file(url: str, tmp_path: Path) -> None:
    database = await with_purses(url)
    target = tmp_path / "precious.db"
    target.write_text("precious")
    with pytest.raises(BackupError, match="exists already"):
        await backup(url, target)
    await database.close()
    assert target.read_text() == "precious"


async def test_a_missing_database_is_not_backed_up_as_an_empty_one(url: str, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="no database"):
        await backup(url, tmp_path / "backup.db")
    assert names(tmp_path) == []


async def test_a_damaged_database_gives_no_backup(url: str, tmp_path: Path) -> None:
    database = await with_purses(url)
    await database.close()
    with closing(sqlite3.connect(tmp_path / "data" / "tutor.db")) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("CREATE TABLE debts (purse INTEGER REFERENCES purses (id))")
        raw.execute("INSERT INTO debts VALUES (99)")
        raw.commit()
    with pytest.raises(BackupError, match="debts"):
        await backup(url, tmp_path / "backup.db")
    assert names(tmp_path) == ["data"]
