"""The long tests borrow the world of the short ones; their bots are forked, since five hundred starts from nothing take hours."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from playground import Playground
from tests.doubles.bot_nursery import ForkedBot
from tests.doubles.killing import Killing
from tests.doubles.model_server import ModelServer
from tests.wire.test_quiz_kill import quiz_killing
from tests.wire.test_quiz_live_kill import live_killing

__all__ = ["live_killing", "quiz_killing"]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def killing(
    tmp_path_factory: pytest.TempPathFactory, taught_database_file: Path
) -> AsyncIterator[Killing]:
    """One world for all rounds, as life has it: each process finds what the ones before it left."""
    data = tmp_path_factory.mktemp("killed")
    shutil.copyfile(taught_database_file, data / "tutor.db")
    play = await Playground.start(bot_token="kill-token")
    try:
        async with ModelServer() as model, ForkedBot(play, data, model) as bot:
            yield Killing(play, model, bot, data)
    finally:
        await play.stop()
