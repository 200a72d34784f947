"""The same rounds as `tests/wire/test_quiz_kill.py`, five hundred of them."""

import pytest

from tests.doubles.quiz_killing import QuizKilling
from tests.wire.test_quiz_kill import judged

ROUNDS = 500

pytestmark = [pytest.mark.soak, pytest.mark.asyncio(loop_scope="module")]


@pytest.mark.parametrize("seed", range(ROUNDS))
async def test_five_hundred_killed_quizzes_go_on_and_count_once(quiz_killing: QuizKilling, seed: int) -> None:
    await judged(quiz_killing, seed)
