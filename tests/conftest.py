"""What every test may ask for."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from filelock import FileLock

from bot.app import COURSE
from bot.clock import SystemClock
from bot.explain.book import ConceptBook
from bot.explain.models.catalogue import Catalogue
from bot.lessons import tokens
from bot.lessons.bilingual import learn_words
from bot.lessons.library import Library
from bot.practice.bank import Bank as ChallengeBank
from bot.quiz.bank import Bank
from bot.storage import Database
from bot.storage.migrate import migrate, migrating
from bot.storage.rooms import all_tables


@pytest.fixture(scope="session", autouse=True)
def dictionaries() -> None:
    """The tutor loads them before it serves anybody; so no test's event loop has to."""
    tokens.warm_up()


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


@pytest.fixture(scope="session")
def taught_database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with the course in it and its words learnt, to be copied; made once for all processes."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if own.name.startswith("popen-") else own) / "taught"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            making = own / "teaching"
            making.mkdir()
            asyncio.run(_teach(f"sqlite+aiosqlite:///{making / 'tutor.db'}"))
            making.rename(folder)
    return folder / "tutor.db"


async def _teach(url: str) -> None:
    await migrate(url)
    database = await Database.open(url)
    library = Library(database, SystemClock())
    await library.load_course(COURSE)
    await Bank(database, SystemClock()).load_course(COURSE)
    await ChallengeBank(database, SystemClock()).load_course(COURSE)
    await ConceptBook(database, library, SystemClock()).load_course(COURSE)
    await Catalogue(database, SystemClock()).load_course(COURSE)
    await learn_words(database)
    await database.close()


@pytest.fixture
async def taught_database(tmp_path: Path, taught_database_file: Path) -> AsyncIterator[Database]:
    """A database of this test's own, open, with the course in it."""
    path = tmp_path / "taught.db"
    await asyncio.to_thread(shutil.copyfile, taught_database_file, path)
    database = await Database.open(f"sqlite+aiosqlite:///{path}")
    yield database
    await database.close()
