"""What tests of importing share: an importer on a database of the test's own, and files made on the spot."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest

from bot.lessons.importing import Importer, Upload
from bot.lessons.library import Library
from bot.safety.guard import Guard
from bot.storage import Database
from tests.bot.lessons.importing.tokens_lesson import BOTH

Zipped = Callable[[Mapping[str, str | bytes]], bytes]


class StillClock:
    """Always the same moment."""

    def now(self) -> datetime:
        return datetime(2026, 5, 1, 12, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


@pytest.fixture(scope="session")
def guard() -> Guard:
    return Guard()


@pytest.fixture
def importer(database: Database, guard: Guard) -> Importer:
    return Importer(database, StillClock(), guard)


@pytest.fixture
def library(database: Database, guard: Guard) -> Library:
    return Library(database, StillClock(), guard)


@pytest.fixture
def zipped() -> Zipped:
    """Packs files into an archive."""

    def pack(files: Mapping[str, str | bytes]) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return made.getvalue()

    return pack


@pytest.fixture
def upload() -> Callable[..., Upload]:
    """One file as somebody hands it over."""

    def make(text: str | bytes, name: str = "01-tokens.md") -> Upload:
        return Upload(name, text if isinstance(text, bytes) else text.encode())

    return make


@pytest.fixture
def both(zipped: Zipped) -> list[Upload]:
    """One lesson in two languages, packed."""
    return [Upload("course.zip", zipped(BOTH))]
