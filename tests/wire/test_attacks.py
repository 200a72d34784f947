"""Whatever learners attack with, and whatever a model that obeys says then: nothing unfiltered reaches Discord, nobody is pinged, nothing breaks."""

import logging
from collections.abc import Callable, Coroutine
from random import Random
from typing import Any

import pytest

from bot.safety import ReleaseGate
from bot.texts.kinds import ModelText, Released
from tests.wire.attacks import Fight
from tests.wire.conftest import Wire
from tests.wire.test_model_compare import TWO

WITHOUT_LIMIT = {"learner_tokens_per_day": 10**9, "server_tokens_per_day": 10**9}
WireOf = Callable[..., Coroutine[Any, Any, Wire]]


async def fight(wire_of: WireOf, chance: Random, turns: int, caplog: pytest.LogCaptureFixture) -> Fight:
    """A whole fight; at its end, what must be true of all of it."""
    wire = await wire_of(**TWO, **WITHOUT_LIMIT)
    made = Fight(wire, chance)
    await made.turns(turns)
    assert [one for one in caplog.records if one.levelno >= logging.ERROR] == []
    assert wire.play.violations == []
    assert wire.model is not None and len(wire.model.chats) >= turns / 3, "the model was hardly asked"
    return made


async def test_thirty_attacks_bring_nothing_unfiltered_no_mention_and_no_crash(
    wire_of: WireOf, caplog: pytest.LogCaptureFixture
) -> None:
    await fight(wire_of, Random(5), 30, caplog)


@pytest.mark.soak
@pytest.mark.loop_may_block("hundreds of turns, one of which may be unlucky on a busy machine")
@pytest.mark.parametrize("turns", [50, 500])
async def test_hundreds_of_attacks_bring_nothing_unfiltered_no_mention_and_no_crash(
    wire_of: WireOf, caplog: pytest.LogCaptureFixture, turns: int
) -> None:
    met = (await fight(wire_of, Random(turns), turns, caplog)).met
    wanted = ("safety-withheld", "safety-support", "safety-as-data", "safety-wrong")
    assert all(met[key] for key in wanted), met


async def test_a_gate_that_stands_open_is_noticed(
    wire_of: WireOf, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def let_by(gate: ReleaseGate, delta: ModelText) -> Released:
        gate._released.append(delta.unchecked)
        return Released(delta.unchecked)

    monkeypatch.setattr(ReleaseGate, "feed", let_by)
    monkeypatch.setattr(ReleaseGate, "finish", lambda gate: Released(""))
    with pytest.raises(AssertionError):
        await fight(wire_of, Random(5), 30, caplog)
