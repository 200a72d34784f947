"""What every test may ask for."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage import Database
from bot.storage.migrate import migrating
from bot.storage.rooms import all_tables


@pytest.fixture(scope="session")
def empty_database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database file with every room's tables and no rows, to be copied."""
    path = tmp_path_factory.mktemp("database") / "empty.db"
    with migrating(path) as connection:
        all_tables().create_all(connection)
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
