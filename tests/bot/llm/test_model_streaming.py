"""A reply on its way: whole in any script, within its limits, and over at once when the reader leaves."""

import asyncio
from collections.abc import Callable

import pytest

from bot.llm.errors import ModelError, Reason
from bot.llm.estimate import estimate_tokens
from bot.llm.values import Finish, Usage
from tests.doubles.model_desk import Desk, question
from tests.doubles.model_server import Fault, ModelServer

MakeDesk = Callable[..., Desk]

CHINESE = "词元是模型读写文本的最小单位。😀 一个汉字常常是一个词元，有时半个。𠮷野家也在其中。"


@pytest.mark.parametrize("size", [1, 2, 3, 5, 64])
async def test_chinese_arrives_whole_wherever_the_network_cuts_it(
    size: int, server: ModelServer, at_desk: MakeDesk
) -> None:
    server.slice_bytes = size
    server.say(CHINESE)
    async with at_desk().door.stream(question("什么是词元？")) as reply:
        assert "".join([delta.unchecked async for delta in reply]) == CHINESE


async def test_deltas_come_as_soon_as_the_server_sends_them(server: ModelServer, at_desk: MakeDesk) -> None:
    server.say_slowly(["first", " second"], pause=None)
    async with at_desk().door.stream(question()) as reply:
        assert (await anext(reply)).unchecked == "first"
        server.go_on()
        assert (await anext(reply)).unchecked == " second"


async def test_a_reply_knows_at_its_end_what_it_took(server: ModelServer, at_desk: MakeDesk) -> None:
    server.say("One two three.")
    async with at_desk().door.stream(question()) as reply:
        assert [delta.unchecked async for delta in reply] == ["One", " two", " three."]
    assert (reply.model, reply.finish) == ("test-model", Finish.STOP)
    assert reply.usage == Usage(prompt_tokens=8, completion_tokens=3)


async def test_a_server_that_does_not_count_is_counted_by_estimate(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.gives_usage = False
    server.say(CHINESE)
    async with at_desk().door.stream(question()) as reply:
        _ = [delta async for delta in reply]
    assert reply.usage.estimated
    assert reply.usage.completion_tokens == estimate_tokens(CHINESE)
    assert reply.usage.prompt_tokens > 0


@pytest.mark.parametrize("streaming", [True, False])
async def test_our_own_cut_off_holds_where_a_server_ignores_the_limit(
    streaming: bool, server: ModelServer, at_desk: MakeDesk
) -> None:
    server.fault(Fault.IGNORES_LIMIT, text=CHINESE)
    one = at_desk(capabilities={"*": {"streaming": streaming}})
    completion = await one.door.complete(question(max_tokens=100))
    assert completion.finish is Finish.LENGTH
    assert estimate_tokens(completion.text.unchecked) <= 123


async def test_the_cut_off_closes_the_server_connection(server: ModelServer, at_desk: MakeDesk) -> None:
    server.say_slowly(["go on and on "] * 50, pause=None)
    server.go_on(7)
    async with at_desk().door.stream(question(max_tokens=10)) as reply:
        _ = [delta async for delta in reply]
    async with asyncio.timeout(5):
        await server.chats[0].left.wait()


async def test_cancelling_the_reader_reaches_the_server_and_settles(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.say_slowly(["first", " never"], pause=None)
    one = at_desk()
    first = asyncio.Event()

    async def read() -> None:
        async for _ in one.door.stream(question()):
            first.set()

    reader = asyncio.create_task(read())
    await first.wait()
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    async with asyncio.timeout(5):
        await server.chats[0].left.wait()
    assert one.calls.outcomes == ["cancelled"]
    assert one.budget.reserved == {}
    assert one.budget.settled[0][1].completion_tokens > 0


async def test_cancelling_before_the_first_delta_reaches_the_server_and_costs_nothing(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.fault(Fault.STALL)
    one = at_desk()
    asking = asyncio.create_task(one.door.complete(question()))
    await server.arrived()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    async with asyncio.timeout(5):
        await server.chats[0].left.wait()
    assert one.budget.reserved == {}
    assert one.budget.settled[0][1] == Usage()


async def test_leaving_the_reply_early_closes_the_connection(server: ModelServer, at_desk: MakeDesk) -> None:
    server.say_slowly(["first", " never"], pause=None)
    one = at_desk()
    async with one.door.stream(question()) as reply:
        await anext(reply)
    async with asyncio.timeout(5):
        await server.chats[0].left.wait()
    assert one.calls.outcomes == ["cancelled"]
    assert [delta async for delta in reply] == []


async def test_a_reader_that_walks_off_without_a_word_is_settled_after_the_deadline(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.say_slowly(["first", " never"], pause=None)
    one = at_desk(timeout=0.3)
    reply = one.door.stream(question())
    await anext(reply)
    async with asyncio.timeout(5):
        await server.chats[0].left.wait()
    await one.door.close()
    assert one.budget.reserved == {}


async def test_the_deadline_holds_over_the_whole_reply(server: ModelServer, at_desk: MakeDesk) -> None:
    server.say_slowly(["word "] * 100, pause=0.02)
    with pytest.raises(ModelError) as caught:
        async with at_desk(timeout=0.3).door.stream(question()) as reply:
            _ = [delta async for delta in reply]
    assert caught.value.reason is Reason.TIMED_OUT


async def test_a_reasoning_model_may_think_longer_than_the_first_token_limit(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.first_piece_after = 0.2
    server.say("Thought through.")
    one = at_desk(first_token_timeout=0.05, capabilities={"test-model": {"reasoning": True}})
    completion = await one.door.complete(question(max_tokens=200))
    assert completion.text.unchecked == "Thought through."
    assert server.chats[0].body["max_tokens"] == 200 + 2048


async def test_two_replies_at_once_do_not_mix(server: ModelServer, at_desk: MakeDesk) -> None:
    server.answer = lambda request: request.last_message + " " + request.last_message
    one = at_desk()

    async def ask(text: str) -> str:
        async with one.door.stream(question(text)) as reply:
            return "".join([delta.unchecked async for delta in reply])

    texts = [f"问题{number}" for number in range(20)]
    assert await asyncio.gather(*map(ask, texts)) == [f"{text} {text}" for text in texts]


async def test_nothing_is_sent_before_the_first_delta_is_wanted(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    one = at_desk()
    async with one.door.stream(question()):
        await one.door.warm_up()
    assert server.requests == []
    assert one.budget.settled == []


async def test_the_same_question_is_the_same_request_every_time(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    one = at_desk()
    await one.door.complete(question(temperature=0.2))
    await one.door.complete(question(temperature=0.2))
    assert server.chats[0].body == server.chats[1].body
    assert list(server.chats[0].body) == list(server.chats[1].body)


async def test_closing_the_door_ends_a_reply_that_is_still_open(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.say_slowly(["first", " never"], pause=None)
    one = at_desk()
    reply = one.door.stream(question())
    await anext(reply)
    await one.door.close()
    async with asyncio.timeout(5):
        await server.chats[0].left.wait()
    assert one.budget.reserved == {}
    assert not one.door.available


async def test_a_whole_reply_may_take_longer_than_the_first_word_of_a_stream(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.whole_reply_after = 0.2
    one = at_desk(first_token_timeout=0.05, capabilities={"*": {"streaming": False}})
    server.say("Worth the wait.")
    assert (await one.door.complete(question())).text.unchecked == "Worth the wait."


async def test_a_reply_that_arrives_all_at_once_does_not_hold_up_others(
    server: ModelServer, at_desk: MakeDesk
) -> None:
    server.answer = lambda request: "词 " * 1500
    one = at_desk()
    await one.door.warm_up()
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    waiting = asyncio.create_task(others())
    async with one.door.stream(question(max_tokens=3000)) as reply:
        most, last = 0, turns
        run = 0
        async for _ in reply:
            run = run + 1 if turns == last else 1
            most, last = max(most, run), turns
    waiting.cancel()
    assert most <= 32
