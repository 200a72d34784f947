"""The same rounds as `tests/wire/test_kill.py`, five hundred of them: an hour or less."""

import pytest

from tests.doubles.killing import Killing
from tests.wire.test_kill import judged

ROUNDS = 500

pytestmark = [pytest.mark.soak, pytest.mark.asyncio(loop_scope="module")]


@pytest.mark.parametrize("seed", range(ROUNDS))
async def test_five_hundred_killed_processes_leave_nothing_thinking_lost_or_doubled(
    killing: Killing, seed: int
) -> None:
    await judged(killing, seed)
