"""How many turns a second the database takes, beside an ORM session for every request.

    python -m benchmarks.storage [--quick]

A turn inserts two messages and, once they are committed, reads the learner's last twenty. Fifty tasks take turns
without a pause. Three ways run in the same process, interleaved, each time on a fresh file with twenty messages for
each learner:

- `storage`: `bot.storage`, a writing and a reading unit;
- `orm`: an `AsyncSession` for each turn over aiosqlite, all else as SQLAlchemy has it;
- `orm, tuned`: the same with our pragmas (write-ahead log, synchronous=NORMAL), so that the difference left is the
  way of working alone.

CPU is that of the whole process, all threads. A turn that ends in "database is locked" does not count as a turn,
but its CPU does. The exit code is 1 where `storage` misses its bar against `orm`.
"""

import argparse
import asyncio
import sqlite3
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    insert,
    select,
)
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession, create_async_engine
from sqlalchemy.orm import registry

from bot.storage import Database, UtcDateTime

TASKS = 50
LEAST_SPEED_UP = 2.5
MOST_CPU = 0.5

metadata = MetaData()
messages = Table(
    "messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("learner_id", BigInteger, nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", UtcDateTime(), nullable=False),
)
TEXT = "How do I write a better prompt? 怎样写出更好的提示词？" * 8
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Message:
    """A row of `messages`, as the ORM sees it."""

    def __init__(self, learner_id: int, role: str, text: str, at: datetime) -> None:
        self.learner_id, self.role, self.text, self.at = learner_id, role, text, at


registry(metadata=metadata).map_imperatively(Message, messages)

Turn = Callable[[int], Awaitable[int]]
"""Takes one turn of a learner; returns how many messages were read."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one way did in one round."""

    turns_per_second: float
    cpu_ms_per_turn: float
    slowest_ms: float
    failed: int


async def storage(file: Path, seconds: float) -> Measured:
    """The way of this project."""
    database = await Database.open(f"sqlite+aiosqlite:///{file}")

    async def turn(learner_id: int) -> int:
        async def write(connection: AsyncConnection) -> None:
            common = {"learner_id": learner_id, "text": TEXT, "at": NOW}
            await connection.execute(
                insert(messages), [{"role": "user", **common}, {"role": "assistant", **common}]
            )

        async def read(connection: AsyncConnection) -> int:
            last = (
                select(messages)
                .where(messages.c.learner_id == learner_id)
                .order_by(messages.c.id.desc())
                .limit(20)
            )
            return len((await connection.execute(last)).all())

        await database.write(write)
        return await database.read(read)

    try:
        return await take_turns(turn, seconds)
    finally:
        await database.close()


async def orm(file: Path, seconds: float, *pragmas: str) -> Measured:
    """An ORM session for every turn."""
    engine = create_async_engine(f"sqlite+aiosqlite:///{file}")

    @event.listens_for(engine.sync_engine, "connect")
    def tune(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    async def turn(learner_id: int) -> int:
        async with AsyncSession(engine) as session:
            session.add_all(Message(learner_id, role, TEXT, NOW) for role in ("user", "assistant"))
            await session.commit()
            last = (
                select(Message)
                .where(messages.c.learner_id == learner_id)
                .order_by(messages.c.id.desc())
                .limit(20)
            )
            return len((await session.scalars(last)).all())

    try:
        return await take_turns(turn, seconds)
    finally:
        await engine.dispose()


async def tuned_orm(file: Path, seconds: float) -> Measured:
    """An ORM session for every turn, over a database with our pragmas."""
    return await orm(file, seconds, "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON")


async def take_turns(turn: Turn, seconds: float) -> Measured:
    """Let `TASKS` learners take turns for so long."""
    await turn(0)  # what is done once, such as compiling statements, belongs to no round
    taken: list[float] = []
    failed = 0
    began, cpu = time.perf_counter(), time.process_time()

    async def learner(learner_id: int) -> None:
        nonlocal failed
        while (started := time.perf_counter()) < began + seconds:
            try:
                read = await turn(learner_id)
            except OperationalError:
                failed += 1
                continue
            if read != 20:
                raise AssertionError(f"a learner with more than twenty messages read {read}")
            taken.append(time.perf_counter() - started)

    await asyncio.gather(*(learner(learner_id) for learner_id in range(TASKS)))
    elapsed, cpu = time.perf_counter() - began, time.process_time() - cpu
    return Measured(len(taken) / elapsed, cpu / len(taken) * 1000, max(taken) * 1000, failed)


def fresh_file(folder: Path, name: str) -> Path:
    """A database with twenty messages for each learner."""
    file = folder / f"{name}.db"
    engine = create_engine(f"sqlite:///{file}")
    rows = [
        {"learner_id": learner_id, "role": "user", "text": TEXT, "at": NOW}
        for learner_id in range(TASKS)
        for _ in range(20)
    ]
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(insert(messages), rows)
    engine.dispose()
    return file


WAYS: dict[str, Callable[[Path, float], Awaitable[Measured]]] = {
    "storage": storage,
    "orm": orm,
    "orm, tuned": tuned_orm,
}


async def compare(rounds: int, seconds: float) -> dict[str, list[Measured]]:
    """Every way in every round; who goes first moves on by one each round."""
    measured: dict[str, list[Measured]] = {name: [] for name in WAYS}
    names = list(WAYS)
    with TemporaryDirectory() as folder:
        for number in range(rounds):
            for name in names[number % len(names) :] + names[: number % len(names)]:
                file = fresh_file(Path(folder), f"{name.replace(', ', '-')}-{number}")
                measured[name].append(await WAYS[name](file, seconds))
    return measured


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare bot.storage with an ORM session for every request.")
    parser.add_argument("--quick", action="store_true", help="3 rounds of half a second instead of 5 of two")
    rounds, seconds = (3, 0.5) if parser.parse_args().quick else (5, 2.0)
    measured = asyncio.run(compare(rounds, seconds))

    print(
        f"insert two messages, read the last twenty; {TASKS} tasks; median of {rounds} rounds of {seconds} s"
    )
    print(f"{'':12}{'turns/s':>10}{'CPU ms/turn':>14}{'slowest ms':>13}{'failed':>9}")
    speed, cpu = {}, {}
    for name, each in measured.items():
        speed[name] = median(one.turns_per_second for one in each)
        cpu[name] = median(one.cpu_ms_per_turn for one in each)
        slowest = median(one.slowest_ms for one in each)
        failed = sum(one.failed for one in each)
        print(f"{name:12}{speed[name]:10.0f}{cpu[name]:14.3f}{slowest:13.0f}{failed:9}")

    good = True
    for name, is_bar in (("orm", True), ("orm, tuned", False)):
        speed_up, cpu_share = speed["storage"] / speed[name], cpu["storage"] / cpu[name]
        print(f"against {name}: {speed_up:.1f} × the turns, {cpu_share:.2f} × the CPU", end="")
        if is_bar:
            good = speed_up >= LEAST_SPEED_UP and cpu_share <= MOST_CPU
            verdict = "good" if good else "BELOW THE BAR"
            print(f" (bar: at least {LEAST_SPEED_UP} and at most {MOST_CPU}: {verdict})", end="")
        print()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
