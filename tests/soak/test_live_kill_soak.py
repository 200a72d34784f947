"""The same rounds as `tests/wire/test_quiz_live_kill.py`, two hundred of them."""

import pytest

from tests.doubles.live_killing import LiveKilling
from tests.wire.test_quiz_live_kill import judged

ROUNDS = 200

pytestmark = [pytest.mark.soak, pytest.mark.asyncio(loop_scope="module")]


@pytest.mark.parametrize("seed", range(ROUNDS))
async def test_two_hundred_killed_live_rounds_go_on_and_nothing_stands_twice(
    live_killing: LiveKilling, seed: int
) -> None:
    await judged(live_killing, seed)
