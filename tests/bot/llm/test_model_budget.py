"""Every call is priced and counted, before and after, on whoever caused it."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

import pytest

from bot.llm.errors import BudgetScope, ModelError, OverBudget, Paused, Reason
from bot.llm.pricing import Price
from bot.llm.values import ChatRequest, Payer, Usage
from tests.doubles.model_desk import ADA, MO, Desk, question
from tests.doubles.model_server import Fault, ModelServer

MakeDesk = Callable[..., Desk]


class OnePrice:
    """A dollar a token of prompt, ten a token of reply; the fallback is free of a known price."""

    async def price(self, model: str) -> Price | None:
        if model != "test-model":
            return None
        return Price(Decimal(1), Decimal("0.5"), Decimal(10), date(2026, 3, 1), "a test")

    async def look_up(self, models: Iterable[str]) -> None:
        pass


async def test_the_most_that_a_call_may_cost_is_reserved_and_what_it_cost_is_settled(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.say_slowly(["One", " two"], pause=None)
    one = at_desk(prices=OnePrice())
    async with one.door.stream(question(max_tokens=50)) as reply:
        await anext(reply)
        ((payer, tokens, cost),) = one.budget.reserved.values()
        assert payer == ADA
        assert tokens > 50
        assert cost == Decimal(10) * 50 + (tokens - 50)
        server.go_on()
        _ = [delta async for delta in reply]
    assert one.budget.settled == [(ADA, Usage(8, 2), Decimal(28))]
    assert reply.cost == Decimal(28)


async def test_a_model_without_a_price_counts_tokens_and_is_written_down_without_cost(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    one = at_desk()
    completion = await one.door.complete(question())
    assert completion.cost is None
    assert one.calls.rows[0].cost is None
    assert one.budget.settled[0][2] == Decimal(0)
    assert one.budget.used_by(ADA) > 0


async def test_a_failed_try_costs_nothing_and_the_retry_is_counted_once(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.fault(Fault.SERVER_ERROR)
    server.say("One two.")
    one = at_desk()
    completion = await one.door.complete(question())
    assert one.budget.used_by(ADA) == completion.usage.total
    assert [row.usage.total for row in one.calls.rows] == [0, completion.usage.total]


async def test_fifty_calls_at_once_never_take_more_than_the_limit(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    one = at_desk(limit=3000)
    results = await asyncio.gather(
        *(one.door.complete(question(f"问题 {number}", max_tokens=150)) for number in range(50)),
        return_exceptions=True,
    )
    over = [result for result in results if isinstance(result, ModelError)]
    assert {error.reason for error in over} == {Reason.OVER_BUDGET}
    assert {error.key for error in over} == {"model-over-budget-learner"}
    assert 0 < len(over) < 50
    assert one.budget.most_at_once <= 3000
    assert one.budget.reserved == {}
    assert len(one.budget.settled) == 50 - len(over) == len(server.chats)


async def test_a_second_learner_is_counted_apart(server: ModelServer, at_desk: MakeDesk) -> None:
    one = at_desk()
    await one.door.complete(question(payer=ADA))
    ada = one.budget.used_by(ADA)
    await one.door.complete(question("一个很长很长的问题", payer=MO))
    assert one.budget.used_by(ADA) == ada
    assert one.budget.used_by(MO) > 0
    assert [row.payer for row in one.calls.rows] == [ADA, MO]


@pytest.mark.parametrize(
    ("refusal", "reason", "key"),
    [
        (OverBudget(BudgetScope.SERVER), Reason.OVER_BUDGET, "model-over-budget-server"),
        (OverBudget(BudgetScope.CEILING), Reason.OVER_BUDGET, "model-over-budget-ceiling"),
        (Paused(), Reason.PAUSED, "model-paused"),
    ],
)
async def test_a_budget_that_says_no_is_told_and_nothing_is_sent(
    refusal: Exception, reason: Reason, key: str, server: ModelServer, at_desk: MakeDesk
) -> None:
    one = at_desk(fallback_model="test-fallback")
    one.budget.refusal = refusal
    with pytest.raises(ModelError) as caught:
        await one.door.complete(question())
    assert (caught.value.reason, caught.value.key) == (reason, key)
    assert server.requests == []


async def test_an_answer_stands_although_its_bookkeeping_failed(
    server: ModelServer, at_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    one = at_desk()

    async def full_disk(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(one.budget, "settle", full_disk)
    monkeypatch.setattr(one.calls, "record", full_disk)
    server.say("Still here.")
    with caplog.at_level(logging.ERROR):
        assert (await one.door.complete(question())).text.unchecked == "Still here."
    assert len(caplog.records) == 2


async def test_a_call_is_written_down_with_its_times(server: ModelServer, at_desk: MakeDesk) -> None:
    server.fault(Fault.SERVER_ERROR)
    one = at_desk()
    await one.door.complete(question())
    failed, answered = one.calls.rows
    assert (failed.first_token_milliseconds, answered.first_token_milliseconds) == (None, 0)
    assert answered.at > failed.at
    assert answered.purpose == "answer"


def test_a_purpose_cannot_carry_text() -> None:
    plain = question()
    with pytest.raises(ValueError, match="label"):
        ChatRequest(plain.messages, Payer(1, 2), "Why is the sky blue?", 100)


async def test_a_reservation_made_while_its_caller_was_cancelled_is_given_back(
    server: ModelServer, at_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = at_desk()
    asked, may_go_on = asyncio.Event(), asyncio.Event()
    reserve = one.budget.reserve

    async def slow_disk(payer: Payer, tokens: int, cost: Decimal) -> str:
        asked.set()
        await may_go_on.wait()
        return await reserve(payer, tokens, cost)

    monkeypatch.setattr(one.budget, "reserve", slow_disk)
    asking = asyncio.create_task(one.door.complete(question()))
    await asked.wait()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    may_go_on.set()
    await one.door.close()
    assert one.budget.reserved == {}
    assert one.budget.settled == [(ADA, Usage(), Decimal(0))]
    assert server.requests == []
