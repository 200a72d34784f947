"""SIGKILL at a seeded moment of a live round, and a new start: the round goes on in its channel, and nothing stands there twice."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from playground import Playground
from tests.doubles.bot_nursery import ForkedBot
from tests.doubles.live_killing import LiveKilling

SEEDS = 3


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def live_killing(
    tmp_path_factory: pytest.TempPathFactory, taught_database_file: Path
) -> AsyncIterator[LiveKilling]:
    """One world for all rounds: each process finds what the ones before it left."""
    data = tmp_path_factory.mktemp("live-killed")
    shutil.copyfile(taught_database_file, data / "tutor.db")
    play = await Playground.start(bot_token="live-kill-token")
    try:
        async with ForkedBot(play, data, quick=True) as bot:
            yield LiveKilling(play, bot, data)
    finally:
        await play.stop()


async def judged(live_killing: LiveKilling, seed: int) -> None:
    """One round; says how it went where the output is shown (`-s`)."""
    one = await live_killing.round(seed)
    print(f"seed {seed}, killed at {one.killed_at}")
    assert one.complaints == [], "\n\n".join([*one.complaints, live_killing.last_words])


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("seed", range(SEEDS))
async def test_a_killed_live_round_goes_on_and_nothing_stands_twice(
    live_killing: LiveKilling, seed: int
) -> None:
    await judged(live_killing, seed)
