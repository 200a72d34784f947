"""An authoring room on a database of the test's own, with a clock that the test moves."""

from collections.abc import Awaitable, Callable

import pytest

from bot.ids import RandomIds
from bot.lessons.authoring import Authoring
from bot.lessons.course import CourseLesson
from bot.lessons.importing import Importer
from bot.lessons.library import Library
from bot.safety import Guard
from bot.storage import Database
from tests.bot.lessons.authoring.drafts import MovingClock


@pytest.fixture(scope="session")
def filters() -> Guard:
    return Guard()


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def library(database: Database, clock: MovingClock, filters: Guard) -> Library:
    return Library(database, clock, filters)


@pytest.fixture
def importer(database: Database, clock: MovingClock, filters: Guard) -> Importer:
    return Importer(database, clock, filters)


@pytest.fixture
def authoring(database: Database, clock: MovingClock, library: Library, filters: Guard) -> Authoring:
    return Authoring(database, clock, RandomIds(), filters, library)


@pytest.fixture
async def shared(
    publish: Callable[..., Awaitable[None]], models_lesson: CourseLesson, prompts_lesson: CourseLesson
) -> str:
    await publish(models_lesson, prompts_lesson)
    return "models"
