"""SIGKILL at a seeded moment of a turn, and a new start: nothing thinks for ever, is lost, or comes twice."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from playground import Playground
from tests.doubles.bot_process import BotProcess
from tests.doubles.killing import Killing
from tests.doubles.model_server import ModelServer

SEEDS = 20


@asynccontextmanager
async def murdering(data: Path, taught: Path, bots: type[BotProcess]) -> AsyncIterator[Killing]:
    """One world for all rounds, as life has it: each process finds what the ones before it left."""
    shutil.copyfile(taught, data / "tutor.db")
    play = await Playground.start(bot_token="kill-token")
    try:
        async with ModelServer() as model, bots(play, data, model) as bot:
            yield Killing(play, model, bot, data)
    finally:
        await play.stop()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def killing(
    tmp_path_factory: pytest.TempPathFactory, taught_database_file: Path
) -> AsyncIterator[Killing]:
    """Bots as they run in life, each started from nothing."""
    async with murdering(tmp_path_factory.mktemp("killed"), taught_database_file, BotProcess) as world:
        yield world


async def judged(killing: Killing, seed: int) -> None:
    """One round; says how it ended where the output is shown (`-s`)."""
    one = await killing.round(seed)
    print(f"seed {seed}, killed at {one.killed_at}: {', '.join(one.outcomes)}")
    assert one.complaints == [], "\n\n".join([*one.complaints, killing.last_words])


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("seed", range(SEEDS))
async def test_a_killed_process_leaves_nothing_thinking_lost_or_doubled(killing: Killing, seed: int) -> None:
    await judged(killing, seed)
