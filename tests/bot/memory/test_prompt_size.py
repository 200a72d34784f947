"""What a question costs in tokens however long a conversation is, measured as the benchmark measures it."""

from statistics import mean

import pytest

from benchmarks.memory import cost
from bot.memory.window import BLOCK

pytestmark = pytest.mark.loop_may_block("the benchmark reads word vectors and makes its database in the loop")


async def test_a_late_question_takes_no_more_tokens_than_an_early_one_while_the_full_history_grows() -> None:
    spent = await cost(60)
    # By blocks, since the window grows within one and is cut at its end.
    early, late = spent.ours[4 : 4 + BLOCK], spent.ours[-BLOCK:]
    assert mean(late) <= 1.3 * mean(early)
    assert max(spent.ours) <= 1.3 * max(early)
    assert spent.full_history[-1] > 3 * mean(late)


async def test_over_40_questions_a_prompt_is_small_and_begins_as_before_in_four_of_five() -> None:
    spent = await cost(40)
    assert spent.stable >= 0.8
    assert mean(spent.ours) <= mean(spent.full_history) / 3
    assert mean(spent.ours) < mean(spent.last_twenty)
