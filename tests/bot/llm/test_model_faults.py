"""Each thing that can go wrong ends in a right answer or an honest reason, and nothing stays reserved."""

from collections.abc import Callable

import pytest

from bot.llm.errors import ModelError, Reason
from bot.llm.values import Finish
from tests.doubles.model_desk import Desk, question
from tests.doubles.model_server import Fault, ModelServer

MakeDesk = Callable[..., Desk]

BEFORE_FIRST_DELTA = {
    Fault.RATE_LIMIT: (Reason.RATE_LIMITED, 3),
    Fault.QUOTA: (Reason.OUT_OF_QUOTA, 1),
    Fault.SERVER_ERROR: (Reason.SERVER_ERROR, 3),
    Fault.UNAUTHORISED: (Reason.NO_MODEL, 1),
    Fault.UNKNOWN_MODEL: (Reason.NO_MODEL, 1),
    Fault.TOO_LONG: (Reason.BAD_REQUEST, 1),
    Fault.STALL: (Reason.TIMED_OUT, 1),
    Fault.REFUSAL: (Reason.REFUSED, 1),
    Fault.PROMPT_FILTER: (Reason.REFUSED, 1),
    Fault.EMPTY: (Reason.BROKEN_REPLY, 3),
}
MIDWAY = {
    Fault.STALL_MIDWAY: Reason.TIMED_OUT,
    Fault.RESET: Reason.CONNECTION_LOST,
    Fault.TRUNCATED: Reason.TRUNCATED,
    Fault.BROKEN_JSON: Reason.BROKEN_REPLY,
    Fault.ERROR_MIDWAY: Reason.SERVER_ERROR,
    Fault.CONTENT_FILTER: Reason.REFUSED,
}
HARMLESS = {
    Fault.SLOW: Finish.STOP,
    Fault.LENGTH: Finish.LENGTH,
    Fault.IGNORES_LIMIT: Finish.LENGTH,
}


async def read(one: Desk) -> str:
    async with one.door.stream(question()) as reply:
        return "".join([delta.unchecked async for delta in reply])


def test_every_fault_is_expected_somewhere_here() -> None:
    assert {*BEFORE_FIRST_DELTA, *MIDWAY, *HARMLESS} == set(Fault)


@pytest.mark.parametrize("fault", BEFORE_FIRST_DELTA)
async def test_a_lasting_fault_ends_in_its_reason_after_its_number_of_tries(
    fault: Fault, server: ModelServer, at_desk: MakeDesk
) -> None:
    reason, tries = BEFORE_FIRST_DELTA[fault]
    server.faulty_models["test-model"] = fault
    one = at_desk(first_token_timeout=0.2 if fault is Fault.STALL else 20.0)
    with pytest.raises(ModelError) as caught:
        await read(one)
    assert (caught.value.reason, len(server.chats)) == (reason, tries)
    assert one.budget.reserved == {}
    assert one.calls.outcomes == [reason.value] * tries


@pytest.mark.parametrize("fault", MIDWAY)
async def test_a_fault_after_the_first_delta_is_told_and_never_tried_again(
    fault: Fault, server: ModelServer, at_desk: MakeDesk
) -> None:
    server.fault(fault, text="One two three four five.")
    silence = 0.5 if fault is Fault.STALL_MIDWAY else 20.0
    one = at_desk(first_token_timeout=silence, fallback_model="test-fallback")
    seen = ""
    with pytest.raises(ModelError) as caught:
        async with one.door.stream(question()) as reply:
            async for delta in reply:
                seen += delta.unchecked
    assert caught.value.reason is MIDWAY[fault]
    assert seen.startswith("One two")
    assert len(server.chats) == 1
    assert one.budget.reserved == {}


@pytest.mark.parametrize("fault", sorted(MIDWAY.keys() - {Fault.CONTENT_FILTER, Fault.STALL_MIDWAY}))
async def test_a_whole_reply_that_broke_midway_is_asked_for_again(
    fault: Fault, server: ModelServer, at_desk: MakeDesk
) -> None:
    server.fault(fault)
    server.say("Whole at last.")
    completion = await at_desk().door.complete(question())
    assert completion.text.unchecked == "Whole at last."


@pytest.mark.parametrize("fault", HARMLESS)
async def test_a_fault_that_does_no_harm_still_gives_an_answer(
    fault: Fault, server: ModelServer, at_desk: MakeDesk
) -> None:
    server.fault(fault)
    one = at_desk()
    async with one.door.stream(question()) as reply:
        text = "".join([delta.unchecked async for delta in reply])
    assert text
    assert reply.finish is HARMLESS[fault]


@pytest.mark.parametrize("fault", [*BEFORE_FIRST_DELTA, *sorted(MIDWAY.keys() - {Fault.ERROR_MIDWAY})])
async def test_a_server_that_cannot_stream_fails_just_as_honestly(
    fault: Fault, server: ModelServer, at_desk: MakeDesk
) -> None:
    server.faulty_models["test-model"] = fault
    deadline = 0.5 if fault in (Fault.STALL, Fault.STALL_MIDWAY) else 30.0
    one = at_desk(timeout=deadline, capabilities={"*": {"streaming": False}})
    with pytest.raises(ModelError) as caught:
        await one.door.complete(question())
    expected = BEFORE_FIRST_DELTA[fault][0] if fault in BEFORE_FIRST_DELTA else MIDWAY[fault]
    assert caught.value.reason is expected
    assert one.budget.reserved == {}


async def test_a_server_that_is_not_there_is_a_lost_connection(at_desk: MakeDesk) -> None:
    one = at_desk("http://127.0.0.1:9/v1")
    with pytest.raises(ModelError) as caught:
        await one.door.complete(question())
    assert caught.value.reason is Reason.CONNECTION_LOST


async def test_one_passing_fault_is_never_noticed_by_the_learner(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.fault(Fault.SERVER_ERROR)
    server.say("Tokens are pieces of words.")
    one = at_desk()
    assert await read(one) == "Tokens are pieces of words."
    assert one.calls.outcomes == ["server-error", "stop"]


async def test_without_a_key_or_a_model_the_door_says_so_and_sends_nothing(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    one = at_desk(chat_model=None)
    assert not one.door.available
    with pytest.raises(ModelError) as caught:
        await one.door.complete(question())
    assert caught.value.reason is Reason.NO_MODEL
    assert server.requests == []


async def test_a_model_that_the_operator_does_not_allow_is_not_asked(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    one = at_desk(models_allowed=("other-model",))
    with pytest.raises(ModelError) as caught:
        await one.door.complete(question(model="expensive-model"))
    assert caught.value.reason is Reason.NOT_ALLOWED
    assert (await one.door.complete(question(model="other-model"))).model == "other-model"
    assert [request.model for request in server.chats] == ["other-model"]
