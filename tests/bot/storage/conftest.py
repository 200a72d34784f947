"""An open database with a table of notes."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage import Database
from tests.doubles.notes import tables


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path}/data/tutor.db"


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Database]:
    database = await Database.open(url)
    await database.write(lambda connection: connection.run_sync(tables.create_all))
    yield database
    await database.close()
