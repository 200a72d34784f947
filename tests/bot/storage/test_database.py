"""Units of work: what is kept, what is undone, and who learns of it."""

import asyncio
import threading
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import Database, StorageError, UnitBrokeRules
from bot.storage.sqlite import SqliteConnection
from tests.doubles.notes import Gate, add, all_texts, notes, queued, tables


async def test_chinese_text_and_emoji_come_back_as_they_went_in(storage: Database) -> None:
    await add(storage, "提示词工程 – 「訊息」 👩🏽‍🏫 𠮷")
    assert await all_texts(storage) == ["提示词工程 – 「訊息」 👩🏽‍🏫 𠮷"]


async def test_chinese_in_json_is_stored_readably(storage: Database) -> None:
    async def unit(connection: AsyncConnection) -> object:
        await connection.execute(insert(notes).values(text="a", extra={"目标": ["学会提示词"]}))
        raw = await connection.scalar(text("SELECT extra FROM notes"))
        return raw, await connection.scalar(select(notes.c.extra))

    assert await storage.write(unit) == ('{"目标": ["学会提示词"]}', {"目标": ["学会提示词"]})


async def test_a_moment_comes_back_in_utc_whatever_zone_it_went_in_with(storage: Database) -> None:
    shanghai = datetime(2026, 3, 1, 8, 0, 0, 5, tzinfo=timezone(timedelta(hours=8)))

    async def unit(connection: AsyncConnection) -> datetime | None:
        await connection.execute(insert(notes).values(text="a", at=shanghai))
        return (await connection.execute(select(notes.c.at).where(notes.c.at == shanghai))).scalar_one()

    moment = await storage.write(unit)
    assert moment == shanghai
    assert moment.tzinfo is UTC


async def test_moments_sort_by_time_even_where_one_has_no_microseconds(storage: Database) -> None:
    whole = datetime(2026, 3, 1, tzinfo=UTC)

    async def unit(connection: AsyncConnection) -> list[datetime]:
        for words, moment in (("later", whole + timedelta(microseconds=1)), ("whole", whole)):
            await connection.execute(insert(notes).values(text=words, at=moment))
        return list((await connection.scalars(select(notes.c.text).order_by(notes.c.at))).all())

    assert await storage.write(unit) == ["whole", "later"]


async def test_a_moment_without_a_time_zone_is_refused(storage: Database) -> None:
    async def unit(connection: AsyncConnection) -> None:
        await connection.execute(insert(notes).values(text="a", at=datetime(2026, 3, 1)))  # noqa: DTZ001  # the point

    with pytest.raises(StatementError, match="no time zone"):
        await storage.write(unit)


async def test_units_that_wait_together_are_committed_together(
    storage: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = 0
    commit = SqliteConnection.commit

    def counted(connection: SqliteConnection) -> None:
        nonlocal commits
        commits += 1
        commit(connection)

    monkeypatch.setattr(SqliteConnection, "commit", counted)
    async with Gate(storage) as gate:
        tasks = await queued(*(add(storage, f"note {number}") for number in range(20)))
        gate.open()
        await asyncio.gather(*tasks)
    assert len(await all_texts(storage)) == 20
    assert commits < 10


async def test_a_unit_that_raises_undoes_its_own_work_and_nobody_elses(storage: Database) -> None:
    async def fails(connection: AsyncConnection) -> None:
        await connection.execute(insert(notes).values(text="half done"))
        raise LookupError("changed my mind")

    async with Gate(storage) as gate:
        tasks = await queued(add(storage, "before"), storage.write(fails), add(storage, "after"))
        gate.open()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)

    assert [type(outcome) for outcome in outcomes] == [type(None), LookupError, type(None)]
    assert await all_texts(storage) == ["before", "after"]


async def test_a_broken_constraint_is_the_callers_own(storage: Database) -> None:
    async with Gate(storage) as gate:
        tasks = await queued(add(storage, "same"), add(storage, "same"), add(storage, "other"))
        gate.open()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)

    assert [type(outcome) for outcome in outcomes] == [type(None), IntegrityError, type(None)]
    assert await all_texts(storage) == ["same", "other"]


async def test_a_caller_that_goes_away_while_its_unit_waits_drops_the_unit(storage: Database) -> None:
    async with Gate(storage) as gate:
        dropped, kept = await queued(add(storage, "dropped"), add(storage, "kept"))
        dropped.cancel()
        with pytest.raises(asyncio.CancelledError):
            await dropped
        gate.open()
        await kept
    assert await all_texts(storage) == ["kept"]


async def test_a_caller_that_goes_away_while_its_unit_runs_harms_nobody(storage: Database) -> None:
    async with Gate(storage) as gate:
        (other,) = await queued(add(storage, "other"))
        gate.task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await gate.task
        gate.open()
        await other
    assert await all_texts(storage) == ["other"]


async def test_a_unit_with_a_savepoint_of_its_own_may_undo_a_part(storage: Database) -> None:
    async def unit(connection: AsyncConnection) -> None:
        await connection.execute(insert(notes).values(text="kept"))
        with pytest.raises(IntegrityError):
            async with connection.begin_nested():
                await connection.execute(insert(notes).values(text="undone"))
                await connection.execute(insert(notes).values(text="kept"))

    await storage.write(unit)
    assert await all_texts(storage) == ["kept"]


async def test_twenty_tasks_that_read_and_then_write_lose_no_update(storage: Database) -> None:
    await add(storage, "counter")

    async def increment(connection: AsyncConnection) -> None:
        seen = await connection.scalar(select(notes.c.extra).where(notes.c.text == "counter"))
        await connection.execute(update(notes).values(extra=(seen or 0) + 1))

    async def fifteen_times() -> None:
        for _ in range(15):
            await storage.write(increment)

    await asyncio.gather(*(fifteen_times() for _ in range(20)))
    assert await storage.read(lambda connection: connection.scalar(select(notes.c.extra))) == 300


async def test_two_databases_over_one_file_lose_no_update(storage: Database, url: str) -> None:
    await add(storage, "counter")

    async def increment(connection: AsyncConnection) -> None:
        seen = await connection.scalar(select(notes.c.extra).where(notes.c.text == "counter"))
        await connection.execute(update(notes).values(extra=(seen or 0) + 1))

    async def fifteen_times(database: Database) -> None:
        for _ in range(15):
            await database.write(increment)

    other = await Database.open(url)
    try:
        await asyncio.gather(*(fifteen_times(database) for database in (storage, other) for _ in range(5)))
    finally:
        await other.close()
    assert await storage.read(lambda connection: connection.scalar(select(notes.c.extra))) == 150


async def test_who_has_written_reads_what_was_written(storage: Database) -> None:
    for number in range(50):
        await add(storage, f"note {number}")
        assert len(await all_texts(storage)) == number + 1


async def test_a_reading_unit_cannot_write(storage: Database) -> None:
    async def unit(connection: AsyncConnection) -> None:
        await connection.execute(insert(notes).values(text="smuggled in"))

    with pytest.raises(UnitBrokeRules, match="read"):
        await storage.read(unit)
    assert await all_texts(storage) == []


async def test_a_unit_that_waits_for_something_else_is_refused_and_undone(storage: Database) -> None:
    async def unit(connection: AsyncConnection) -> None:
        await connection.execute(insert(notes).values(text="while the model thinks"))
        await asyncio.sleep(0)

    async def longer(connection: AsyncConnection) -> None:
        await connection.execute(insert(notes).values(text="while the model thinks"))
        await asyncio.sleep(1)

    for waiting in (unit, longer):
        with pytest.raises(UnitBrokeRules, match="its connection only"):
            await storage.write(waiting)
    assert await all_texts(storage) == []


async def test_a_unit_may_not_commit(storage: Database) -> None:
    async def unit(connection: AsyncConnection) -> None:
        await connection.execute(insert(notes).values(text="committed by hand"))
        await connection.commit()

    with pytest.raises(UnitBrokeRules, match="neither commits"):
        await storage.write(unit)
    await add(storage, "the next unit")
    assert await all_texts(storage) == ["the next unit"]


async def test_a_unit_that_closes_its_connection_leaves_a_working_one(storage: Database) -> None:
    async def unit(connection: AsyncConnection) -> None:
        await connection.close()

    with pytest.raises(UnitBrokeRules):
        await storage.write(unit)
    await add(storage, "the next unit")
    assert await all_texts(storage) == ["the next unit"]


async def test_a_unit_sees_its_callers_context(storage: Database) -> None:
    turn: ContextVar[str] = ContextVar("turn", default="nobody's")

    async def unit(connection: AsyncConnection) -> str:
        return turn.get()

    async def ask(name: str) -> tuple[str, str]:
        turn.set(name)
        return await storage.read(unit), await storage.write(unit)

    assert await asyncio.gather(ask("Ada's"), ask("小明的")) == [("Ada's", "Ada's"), ("小明的", "小明的")]


async def test_foreign_keys_are_enforced(storage: Database) -> None:
    async def unit(connection: AsyncConnection) -> None:
        await connection.execute(text("CREATE TABLE child (note INTEGER REFERENCES notes (id))"))
        await connection.execute(text("INSERT INTO child VALUES (7)"))

    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        await storage.write(unit)


async def test_a_reading_unit_sees_one_state_throughout(storage: Database) -> None:
    await add(storage, "first")
    seen_once, written = threading.Event(), threading.Event()

    async def twice(connection: AsyncConnection) -> tuple[int, int]:
        before = await connection.scalar(select(func.count()).select_from(notes))
        seen_once.set()
        written.wait(30)
        after = await connection.scalar(select(func.count()).select_from(notes))
        return before or 0, after or 0

    reading = asyncio.create_task(storage.read(twice))
    await asyncio.to_thread(seen_once.wait, 30)
    await add(storage, "second")
    written.set()
    assert await reading == (1, 1)


async def test_a_unit_that_breaks_off_after_it_used_the_full_text_index_raises_its_own_error_and_harms_no_other(
    storage: Database,
) -> None:
    async def make(connection: AsyncConnection) -> None:
        await connection.execute(text("CREATE VIRTUAL TABLE words USING fts5(word)"))
        await connection.execute(text("INSERT INTO words VALUES ('one'), ('two')"))

    async def breaks_off(connection: AsyncConnection) -> None:
        await connection.execute(text("DELETE FROM words WHERE rowid = 1"))
        await connection.execute(text("INSERT INTO words VALUES ('three')"))
        raise LookupError

    async def found(connection: AsyncConnection) -> int:
        return (await connection.execute(text("SELECT count(*) FROM words"))).scalar_one()

    await storage.write(make)
    for _ in range(2):
        with pytest.raises(LookupError):
            await storage.write(breaks_off)
        assert await storage.write(found) == 2


async def test_a_long_read_is_queued_when_its_lane_lets_it_and_nothing_is_read_after_the_end(
    storage: Database,
) -> None:
    lane = asyncio.Lock()
    await add(storage, "here")
    await lane.acquire()
    slow = asyncio.create_task(all_texts(storage.behind(lane)))
    assert await all_texts(storage) == ["here"]  # whoever does not compute long waits for nobody
    assert not slow.done()
    lane.release()
    assert await slow == ["here"] and not lane.locked()
    await storage.close()
    with pytest.raises(StorageError):
        await all_texts(storage.behind(lane))


async def test_the_writer_closes_last_so_that_a_closed_database_is_one_file(url: str, tmp_path: Path) -> None:
    for number in range(10):
        database = await Database.open(url)
        await database.write(lambda connection: connection.run_sync(tables.create_all))
        await add(database, f"note {number}")
        await asyncio.gather(*(all_texts(database) for _ in range(8)))
        closed: list[str] = []
        for role, workers in (("reader", database._readers), ("writer", database._writers)):
            for worker in workers:
                worker.ended.add_done_callback(lambda _, role=role, closed=closed: closed.append(role))
        await database.close()
        assert closed[-1] == "writer" and set(closed) == {"reader", "writer"}
        assert [one.name for one in (tmp_path / "data").iterdir()] == ["tutor.db"]
