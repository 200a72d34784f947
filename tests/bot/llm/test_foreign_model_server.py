"""The door against `llmock`, an OpenAI-compatible server that is not ours and that judges its client's manners."""

import asyncio
from collections.abc import AsyncIterator
from random import Random

import pytest
from llmock.pytest_plugin import LLMock

from bot.clock import SystemClock
from bot.ids import RandomIds
from bot.llm.door import ModelDoor
from bot.llm.endpoint import Azure, Endpoint
from bot.llm.errors import ModelError, Reason
from bot.llm.json_reply import check
from bot.llm.values import Finish
from tests.doubles.model_desk import ADA, CallList, OpenBudget, question


def door_to(llmock: LLMock, silence: float) -> ModelDoor:
    """A door to the foreign server, on real time, that bears so many seconds of silence."""
    endpoint = Endpoint(
        api_key="key",
        base_url=llmock.base_url("openai"),
        chat_model="gpt-4o-mini",
        fallback_model="gpt-4o",
        embedding_model="text-embedding-3-small",
        timeout=30.0,
        first_token_timeout=silence,
    )
    return ModelDoor(
        endpoint,
        budget=OpenBudget(),
        calls=CallList(),
        clock=SystemClock(),
        ids=RandomIds(),
        chance=Random(7),
    )


@pytest.fixture
async def door(llmock: LLMock) -> AsyncIterator[ModelDoor]:
    """A patient door."""
    door = door_to(llmock, 20.0)
    yield door
    await door.close()


@pytest.fixture
async def hasty_door(llmock: LLMock) -> AsyncIterator[ModelDoor]:
    """A door that gives up on silence after a second."""
    door = door_to(llmock, 1.0)
    yield door
    await door.close()


async def read(door: ModelDoor, text: str = "Say something.") -> str:
    async with door.stream(question(text)) as reply:
        return "".join([delta.unchecked async for delta in reply])


async def test_a_stream_and_a_whole_reply_agree(llmock: LLMock, door: ModelDoor) -> None:
    text = "词元是模型读写文本的最小单位。Tokens are pieces of text."
    llmock.reply(text, times=2)
    assert await read(door) == text
    completion = await door.complete(question())
    assert (completion.text.unchecked, completion.finish) == (text, Finish.STOP)
    assert completion.usage.prompt_tokens > 0
    assert not completion.usage.estimated


async def test_json_by_schema_satisfies_the_schema(llmock: LLMock, door: ModelDoor) -> None:
    schema: dict[str, object] = {
        "type": "object",
        "properties": {
            "verdict": {"type": "string", "enum": ["right", "wrong"]},
            "points": {"type": "integer", "minimum": 0, "maximum": 10},
            "hints": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        },
        "required": ["verdict", "points", "hints"],
        "additionalProperties": False,
    }
    assert check(await door.complete_json(question(), schema), schema) == ()


async def test_embeddings_arrive(llmock: LLMock, door: ModelDoor) -> None:
    vectors = await door.embed(["one", "二"], ADA)
    assert vectors.shape[0] == 2
    assert vectors.shape[1] > 1


async def test_rate_limits_are_waited_out_politely(llmock: LLMock, door: ModelDoor) -> None:
    llmock.rate_limit(times=2, retry_after=0.2)
    llmock.reply("There.")
    assert await read(door) == "There."
    llmock.assert_resilient(strict=True)


async def test_a_passing_server_error_is_tried_again(llmock: LLMock, door: ModelDoor) -> None:
    llmock.fail(503)
    llmock.reply("There.")
    assert await read(door) == "There."
    llmock.assert_resilient(strict=True)


@pytest.mark.parametrize("status", [400, 401, 403, 404])
async def test_what_cannot_be_helped_is_not_tried_again(status: int, llmock: LLMock, door: ModelDoor) -> None:
    llmock.fail(status, times=None)
    with pytest.raises(ModelError) as caught:
        await read(door)
    assert caught.value.reason is (Reason.BAD_REQUEST if status == 400 else Reason.NO_MODEL)
    llmock.assert_resilient(strict=True)


async def test_a_prompt_that_is_too_long_is_a_bad_request(llmock: LLMock, door: ModelDoor) -> None:
    llmock.context_overflow(times=None)
    with pytest.raises(ModelError) as caught:
        await read(door)
    assert caught.value.reason is Reason.BAD_REQUEST


async def test_a_truncated_stream_is_not_taken_for_an_answer(llmock: LLMock, door: ModelDoor) -> None:
    llmock.reply("One two three four five six seven eight.")
    llmock.truncate(after_chunks=3)
    with pytest.raises(ModelError) as caught:
        await read(door)
    assert caught.value.reason is Reason.TRUNCATED


async def test_a_lost_connection_is_said(llmock: LLMock, door: ModelDoor) -> None:
    llmock.reply("One two three four five six seven eight.")
    llmock.disconnect(after_chunks=3)
    with pytest.raises(ModelError) as caught:
        await read(door)
    assert caught.value.reason is Reason.CONNECTION_LOST


async def test_a_corrupt_chunk_is_a_broken_reply(llmock: LLMock, door: ModelDoor) -> None:
    llmock.reply("One two three four five six seven eight.")
    llmock.corrupt(after_chunks=3)
    with pytest.raises(ModelError) as caught:
        await read(door)
    assert caught.value.reason is Reason.BROKEN_REPLY


async def test_a_stream_that_hangs_before_its_first_word_is_left_for_the_fallback_model(
    llmock: LLMock, hasty_door: ModelDoor
) -> None:
    llmock.stall(after_chunks=1, seconds=30)
    async with hasty_door.stream(question()) as reply:
        assert [delta async for delta in reply]
    assert reply.model == "gpt-4o"


async def test_a_stream_that_hangs_midway_is_given_up(llmock: LLMock, hasty_door: ModelDoor) -> None:
    llmock.reply("One two three four five six seven eight.")
    llmock.stall(after_chunks=3, seconds=30)
    with pytest.raises(ModelError) as caught:
        await read(hasty_door)
    assert caught.value.reason is Reason.TIMED_OUT


async def test_twenty_readers_at_once_are_all_answered(llmock: LLMock, door: ModelDoor) -> None:
    llmock.rate_limit(times=3, retry_after=0.1)
    assert all(await asyncio.gather(*(read(door, f"问题 {number}") for number in range(20))))


def test_azure_speaks_from_its_own_address() -> None:
    endpoint = Endpoint(api_key="key", azure=Azure("https://unit.openai.azure.com/", "2024-10-21"))
    assert endpoint.address == "unit.openai.azure.com"
