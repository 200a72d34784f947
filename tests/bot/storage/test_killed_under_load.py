"""Whatever a caller was told is stored survives the killing of the process."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage.migrate import MIGRATIONS

# Twenty tasks write without a pause, and say each number once its write has returned.
WRITER = """
import asyncio, itertools, os, sys
from sqlalchemy import text
from bot.storage import Database

async def main():
    database = await Database.open(sys.argv[1])
    numbers = itertools.count(int(sys.argv[2]))
    await database.write(lambda c: c.execute(text("CREATE TABLE IF NOT EXISTS kept (n INTEGER, part INTEGER)")))

    async def task():
        while True:
            number = next(numbers)
            async def unit(connection):
                for part in (1, 2):
                    await connection.execute(text("INSERT INTO kept VALUES (:n, :part)"), {"n": number, "part": part})
            await database.write(unit)
            os.write(1, b"%d\\n" % number)

    await asyncio.gather(*(task() for _ in range(20)))

asyncio.run(main())
"""


@pytest.mark.parametrize("seed", range(5))
def test_no_acknowledged_write_is_lost_to_a_kill(seed: int, tmp_path: Path) -> None:
    file = tmp_path / "tutor.db"
    command = [sys.executable, "-c", WRITER, f"sqlite+aiosqlite:///{file}", "0"]
    with subprocess.Popen(command, cwd=MIGRATIONS.parent, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        told = [int(process.stdout.readline()) for _ in range(random.Random(seed).randrange(1, 400))]
        process.kill()
        rest = process.stdout.read().decode()
    told += [int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n")]

    with closing(sqlite3.connect(file)) as raw:
        parts = dict(raw.execute("SELECT n, count(*) FROM kept GROUP BY n").fetchall())
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert set(told) <= parts.keys()
    assert set(parts.values()) == {2}, "a unit was kept in part"
