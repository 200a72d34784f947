"""What the disk, another process or a stop does to a database: told apart, in words, and nothing half kept."""

import asyncio
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import Database, StorageError, Trouble, UnsupportedDatabase
from bot.storage.sqlite import open_file
from tests.doubles.notes import Gate, add, all_texts, notes, queued


async def test_a_full_disk_is_told_apart_and_the_next_write_may_succeed(storage: Database) -> None:
    async def fill(connection: AsyncConnection) -> None:
        await connection.execute(text("PRAGMA max_page_count = 1"))  # SQLite takes the present size instead
        for number in range(1000):
            await connection.execute(insert(notes).values(text=f"{number} " + "长" * 2000))

    async with Gate(storage) as gate:
        tasks = await queued(add(storage, "before"), storage.write(fill))
        gate.open()
        before, full = await asyncio.gather(*tasks, return_exceptions=True)

    assert isinstance(full, StorageError)
    assert (full.trouble, full.key) == (Trouble.DISK_FULL, "storage-disk-full")
    kept = await all_texts(storage)
    assert kept == ([] if isinstance(before, StorageError) else ["before"])
    await storage.write(lambda connection: connection.execute(text("PRAGMA max_page_count = 1000000")))
    await add(storage, "after")
    assert (await all_texts(storage))[-1] == "after"


async def test_another_process_that_keeps_the_lock_is_an_error_in_words(url: str, storage: Database) -> None:
    impatient = await Database.open(url, busy_seconds=0.05)
    holder = sqlite3.connect(url.removeprefix("sqlite+aiosqlite:///"), isolation_level=None)
    try:
        holder.execute("BEGIN IMMEDIATE")
        outcomes = await asyncio.gather(
            *(add(impatient, f"note {number}") for number in range(10)), return_exceptions=True
        )
        assert {outcome.trouble for outcome in outcomes if isinstance(outcome, StorageError)} == {
            Trouble.LOCKED
        }
        assert await all_texts(impatient) == []
        holder.execute("COMMIT")
        await add(impatient, "now it goes")
        assert await all_texts(impatient) == ["now it goes"]
    finally:
        holder.close()
        await impatient.close()


async def test_closing_finishes_what_waits_and_refuses_what_comes_later(url: str, storage: Database) -> None:
    async with Gate(storage) as gate:
        tasks = await queued(*(add(storage, f"note {number}") for number in range(100)))
        closing = asyncio.create_task(storage.close())
        await asyncio.sleep(0)
        with pytest.raises(StorageError) as refused:
            await add(storage, "too late")
        assert refused.value.trouble is Trouble.CLOSED
        gate.open()
        await asyncio.gather(closing, *tasks)

    again = await Database.open(url)
    assert len(await all_texts(again)) == 100
    await again.close()


async def test_closing_leaves_one_file_and_no_journal(url: str, storage: Database) -> None:
    await add(storage, "a note")
    await storage.close()
    folder = Path(url.removeprefix("sqlite+aiosqlite:///")).parent
    assert [entry.name for entry in folder.iterdir()] == ["tutor.db"]


async def test_a_file_that_is_no_database_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "tutor.db").write_bytes(b"These are my notes on prompts, not a database. " * 100)
    with pytest.raises(StorageError) as refused:
        await Database.open(f"sqlite+aiosqlite:///{tmp_path}/tutor.db")
    assert refused.value.trouble is Trouble.CORRUPT


async def test_a_folder_that_cannot_be_made_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(StorageError) as refused:
        await Database.open(f"sqlite+aiosqlite:///{tmp_path}/data/tutor.db")
    assert refused.value.trouble is Trouble.CANNOT_OPEN


@pytest.mark.parametrize("url", ["postgresql://db/tutor", "sqlite+aiosqlite://", "sqlite:///:memory:"])
async def test_a_database_we_cannot_use_is_refused_in_words(url: str) -> None:
    with pytest.raises(UnsupportedDatabase, match=r"sqlite\+aiosqlite:///data/tutor.db"):
        await Database.open(url)


def test_several_that_open_a_restored_file_at_once_all_succeed(tmp_path: Path) -> None:
    def open_and_close(file: Path, together: threading.Barrier) -> str:
        together.wait()
        with closing(open_file(file)) as raw:
            return str(raw.execute("PRAGMA journal_mode").fetchone()[0])

    with ThreadPoolExecutor(4) as threads:
        for number in range(40):
            file = tmp_path / f"{number}.db"
            with closing(sqlite3.connect(file)) as raw:
                raw.execute("CREATE TABLE notes (id INTEGER)")
            together = threading.Barrier(4)
            opened = [threads.submit(open_and_close, file, together) for _ in range(4)]
            assert [each.result() for each in opened] == ["wal"] * 4
