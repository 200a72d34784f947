"""What every test may ask for."""

import asyncio
import importlib
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import bot
from bot.storage import Database, metadata


@pytest.fixture(scope="session")
def empty_database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database file with every room's tables and no rows, to be copied."""
    for store in sorted(Path(bot.__path__[0]).glob("*/store.py")):
        importlib.import_module(f"bot.{store.parent.name}.store")

    async def make(path: Path) -> None:
        database = await Database.open(f"sqlite+aiosqlite:///{path}")
        try:
            await database.write(lambda connection: connection.run_sync(metadata.create_all))
        finally:
            await database.close()

    path = tmp_path_factory.mktemp("database") / "empty.db"
    asyncio.run(make(path))
    return path


@pytest.fixture
def database_url(tmp_path: Path, empty_database_file: Path) -> str:
    """The address of a database of this test's own, with every room's tables and no rows; not open yet."""
    path = tmp_path / "tutor.db"
    shutil.copyfile(empty_database_file, path)
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A database of this test's own, open, with every room's tables and no rows."""
    database = await Database.open(database_url)
    yield database
    await database.close()
