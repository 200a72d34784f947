"""The long tests borrow the world of the short ones; their bots are forked, since five hundred starts from nothing take hours."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.doubles.bot_nursery import ForkedBot
from tests.doubles.killing import Killing
from tests.wire.test_kill import murdering
from tests.wire.test_quiz_kill import quiz_killing
from tests.wire.test_quiz_live_kill import live_killing

__all__ = ["live_killing", "quiz_killing"]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def killing(
    tmp_path_factory: pytest.TempPathFactory, taught_database_file: Path
) -> AsyncIterator[Killing]:
    """As `tests/wire/test_kill.py` has it, with bots out of the nursery."""
    async with murdering(tmp_path_factory.mktemp("killed"), taught_database_file, ForkedBot) as world:
        yield world
