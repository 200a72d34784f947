"""Trying again is bounded, polite, and knows when to leave a model alone."""

import asyncio
from collections.abc import Callable
from random import Random

import pytest

from bot.llm.breaker import FAILURES_TO_OPEN, FIRST_REST, Breaker, Circuit
from bot.llm.errors import ModelError, Reason
from bot.llm.retry import wait_before
from tests.doubles.model_desk import Desk, StillClock, question
from tests.doubles.model_server import Fault, ModelServer

MakeDesk = Callable[..., Desk]


async def fails_with(one: Desk) -> Reason:
    with pytest.raises(ModelError) as caught:
        await one.door.complete(question())
    return caught.value.reason


async def test_retry_after_is_honoured(server: ModelServer, at_desk: MakeDesk) -> None:
    server.fault(Fault.RATE_LIMIT, retry_after="4")
    one = at_desk()
    await one.door.complete(question())
    (wait,) = one.clock.slept
    assert 4.0 <= wait < 5.0


async def test_a_retry_after_beyond_the_deadline_is_not_waited_for_and_rests_the_model(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.fault(Fault.RATE_LIMIT, retry_after="100")
    one = at_desk()
    assert await fails_with(one) is Reason.RATE_LIMITED
    assert one.clock.slept == []
    assert await fails_with(one) is Reason.CIRCUIT_OPEN
    one.clock.seconds += 101
    await one.door.complete(question())
    assert len(server.chats) == 2


async def test_a_retry_after_given_as_a_date_is_understood(server: ModelServer, at_desk: MakeDesk) -> None:
    one = at_desk()
    server.fault(
        Fault.RATE_LIMIT, retry_after="Sun, 01 Mar 2026 00:16:43 GMT"
    )  # the clock stands at 00:16:40
    await one.door.complete(question())
    assert 3.0 <= one.clock.slept[0] < 4.0


async def test_waits_grow_and_carry_jitter(server: ModelServer, at_desk: MakeDesk) -> None:
    server.fault(Fault.SERVER_ERROR, times=2)
    one = at_desk()
    await one.door.complete(question())
    first, second = one.clock.slept
    assert 0.25 <= first <= 0.5
    assert 0.5 <= second <= 1.0


def test_two_callers_do_not_wait_equally_long() -> None:
    assert wait_before(1, None, Random(1)) != wait_before(1, None, Random(2))


async def test_the_fallback_model_answers_when_the_first_cannot(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.faulty_models["test-model"] = Fault.QUOTA
    one = at_desk(fallback_model="test-fallback")
    async with one.door.stream(question()) as reply:
        _ = [delta async for delta in reply]
    assert reply.model == "test-fallback"
    assert [request.model for request in server.chats] == ["test-model", "test-fallback"]


async def test_a_model_that_stalls_leaves_time_for_the_fallback(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.faulty_models["test-model"] = Fault.STALL
    one = at_desk(fallback_model="test-fallback", first_token_timeout=0.2)
    assert (await one.door.complete(question())).model == "test-fallback"


async def test_a_refusal_is_not_taken_to_another_model(server: ModelServer, at_desk: MakeDesk) -> None:
    server.faulty_models["test-model"] = Fault.REFUSAL
    assert await fails_with(at_desk(fallback_model="test-fallback")) is Reason.REFUSED
    assert [request.model for request in server.chats] == ["test-model"]


async def test_the_reason_told_is_the_failure_and_not_the_resting_fallback(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.faulty_models.update({"test-model": Fault.UNAUTHORISED, "test-fallback": Fault.QUOTA})
    one = at_desk(fallback_model="test-fallback")
    assert await fails_with(one) is Reason.OUT_OF_QUOTA
    assert await fails_with(one) is Reason.NO_MODEL


async def test_a_model_that_keeps_failing_is_left_alone_and_then_tried_with_one_request(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    one = at_desk()
    server.faulty_models["test-model"] = Fault.SERVER_ERROR
    await fails_with(one)
    await fails_with(one)
    assert one.door.circuit("test-model") is Circuit.OPEN
    asked = len(server.chats)
    assert await fails_with(one) is Reason.CIRCUIT_OPEN
    assert len(server.chats) == asked

    one.clock.seconds += FIRST_REST
    assert one.door.circuit("test-model") is Circuit.HALF_OPEN
    server.faulty_models.clear()
    server.say_slowly(["probe", " done"], pause=None)
    probe = asyncio.create_task(one.door.complete(question()))
    await server.arrived(asked + 1)
    assert await fails_with(one) is Reason.CIRCUIT_OPEN
    server.go_on()
    await probe
    assert one.door.circuit("test-model") is Circuit.CLOSED


def opened(clock: StillClock) -> Breaker:
    breaker = Breaker(clock)
    for _ in range(FAILURES_TO_OPEN):
        assert breaker.enter()
        breaker.failed()
    assert breaker.state is Circuit.OPEN
    return breaker


def test_a_failed_probe_doubles_the_rest() -> None:
    clock = StillClock()
    breaker = opened(clock)
    clock.seconds += FIRST_REST
    assert breaker.enter()
    breaker.failed()
    clock.seconds += FIRST_REST
    assert breaker.state is Circuit.OPEN
    clock.seconds += FIRST_REST
    assert breaker.state is Circuit.HALF_OPEN


def test_a_cancelled_probe_lets_the_next_one_in() -> None:
    clock = StillClock()
    breaker = opened(clock)
    clock.seconds += FIRST_REST
    assert breaker.enter()
    assert not breaker.enter()
    breaker.left()
    assert breaker.enter()


def test_a_success_in_between_starts_the_count_afresh() -> None:
    breaker = Breaker(StillClock())
    for _ in range(FAILURES_TO_OPEN - 1):
        breaker.failed()
    breaker.succeeded()
    for _ in range(FAILURES_TO_OPEN - 1):
        breaker.failed()
    assert breaker.state is Circuit.CLOSED


def test_requests_that_were_under_way_when_it_opened_do_not_prolong_the_rest() -> None:
    clock = StillClock()
    breaker = opened(clock)
    for _ in range(10):
        breaker.failed()
    clock.seconds += FIRST_REST
    assert breaker.state is Circuit.HALF_OPEN
