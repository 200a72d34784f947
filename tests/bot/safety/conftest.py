"""One guard for all tests of this room: building it reads every rule."""

import pytest

from bot.safety import Guard


@pytest.fixture(scope="session")
def guard() -> Guard:
    return Guard()
