"""SIGKILL at a seeded moment of a quiz, and a new start: the same card goes on, and nothing is graded twice."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from playground import Playground
from tests.doubles.bot_nursery import ForkedBot
from tests.doubles.quiz_killing import QuizKilling

SEEDS = 20


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def quiz_killing(
    tmp_path_factory: pytest.TempPathFactory, taught_database_file: Path
) -> AsyncIterator[QuizKilling]:
    """One world for all rounds: each process finds what the ones before it left."""
    data = tmp_path_factory.mktemp("quiz-killed")
    shutil.copyfile(taught_database_file, data / "tutor.db")
    play = await Playground.start(bot_token="quiz-kill-token")
    try:
        async with ForkedBot(play, data) as bot:
            yield QuizKilling(play, bot, data)
    finally:
        await play.stop()


async def judged(quiz_killing: QuizKilling, seed: int) -> None:
    """One round; says how it went where the output is shown (`-s`)."""
    one = await quiz_killing.round(seed)
    print(f"seed {seed}, killed at {one.killed_at}, {one.presses} presses")
    assert one.complaints == [], "\n\n".join([*one.complaints, quiz_killing.last_words])


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("seed", range(SEEDS))
async def test_a_killed_quiz_goes_on_by_the_same_button_and_counts_once(
    quiz_killing: QuizKilling, seed: int
) -> None:
    await judged(quiz_killing, seed)
