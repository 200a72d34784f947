"""Between the bot and its model: the real key goes in, faults are played, and the toy answers."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from playground import Playground
from playground.model_choice import Choice, Kind
from playground.model_proxy import ModelFault
from playground.stand_in import reply_to
from tests.doubles.model_server import ModelServer

KEY = "sk-the-real-one"
QUESTION = """Passages from the lessons:
<passages>
[1] How models work · Tokens
A **token** is a piece of text. Models count in tokens.

[2] Prompts · Temperature
Temperature makes answers vary. 温度让回答多变。价格按词元计算。
</passages>

The learner asks:
<question>
{question}
</question>
"""


def chat(question: str = "What is a token?", **more: object) -> dict[str, Any]:
    messages = [
        {"role": "system", "content": "Write in English. 250 characters in Chinese."},
        {"role": "user", "content": QUESTION.format(question=question)},
    ]
    return {"model": "qwen3:8b", "messages": messages, **more}


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with ModelServer() as server:
        yield server


@pytest.fixture
async def bot(play: Playground) -> AsyncIterator[aiohttp.ClientSession]:
    """What the bot's calls look like: the playground's pass instead of a key."""
    play.model_proxy.first_pause = play.model_proxy.pause = play.model_proxy.toy_pause = 0.0
    headers = {"Authorization": f"Bearer {play.models.pass_phrase}"}
    async with aiohttp.ClientSession(base_url=f"{play.base_url}/model/", headers=headers) as client:
        yield client


def use(play: Playground, server: ModelServer, key: str = KEY) -> None:
    play.models.choose(Choice(Kind.OWN, server.base_url, "qwen3:8b", key))


async def events(response: aiohttp.ClientResponse) -> list[Any]:
    lines = (await response.text()).split("\n\n")
    return [json.loads(it[6:]) for it in lines if it.startswith("data: {")]


async def test_a_call_reaches_the_chosen_server_with_the_real_key(
    play: Playground, server: ModelServer, bot: aiohttp.ClientSession
) -> None:
    use(play, server)
    server.say("Tokens are pieces of text.")
    async with bot.post("chat/completions", json=chat(temperature=0.5)) as response:
        answer = await response.json()
    assert answer["choices"][0]["message"]["content"] == "Tokens are pieces of text."
    (asked,) = server.requests
    assert asked.body == chat(temperature=0.5)
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    assert play.models.pass_phrase not in str(dict(asked.headers))


async def test_a_server_without_keys_is_sent_none(
    play: Playground, server: ModelServer, bot: aiohttp.ClientSession
) -> None:
    use(play, server, key="")
    async with bot.get("models") as response:
        assert response.status == 200
    async with bot.post("chat/completions", json=chat()) as response:
        assert response.status == 200
    assert "Authorization" not in server.requests[0].headers


async def test_a_stream_arrives_as_it_is_written(
    play: Playground, server: ModelServer, bot: aiohttp.ClientSession
) -> None:
    use(play, server)
    server.say_slowly(["One", " two"], pause=None)
    async with bot.post("chat/completions", json=chat(stream=True)) as response:
        received = b""
        while b"One" not in received:
            received += await response.content.readany()
        assert b"two" not in received
        server.go_on()
        assert b"two" in await response.read()


@pytest.mark.parametrize("shown", ["", "Bearer guessed", f"Bearer {KEY}", "Bearer é"])
async def test_nobody_but_the_bot_spends_the_key(play: Playground, server: ModelServer, shown: str) -> None:
    use(play, server)
    url = f"{play.base_url}/model/chat/completions"
    async with aiohttp.ClientSession(headers={"Authorization": shown}) as stranger:
        async with stranger.post(url, json=chat()) as response:
            assert response.status == 401
    assert server.requests == []


@pytest.mark.parametrize("kind", [Kind.QUOTING, Kind.SETTINGS])
async def test_without_a_model_of_the_page_nothing_is_passed_on(
    play: Playground, bot: aiohttp.ClientSession, kind: Kind
) -> None:
    play.models.choice = Choice(kind)
    async with bot.post("chat/completions", json=chat()) as response:
        assert response.status == 503


async def test_the_key_does_not_follow_a_redirect(play: Playground, bot: aiohttp.ClientSession) -> None:
    seen: list[str] = []

    async def elsewhere(request: web.Request) -> web.Response:
        seen.append(request.path)
        raise web.HTTPTemporaryRedirect("/elsewhere")

    app = web.Application()
    app.router.add_post("/{tail:.*}", elsewhere)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    play.models.choose(Choice(Kind.OWN, f"http://127.0.0.1:{runner.addresses[0][1]}", "m", KEY))
    async with bot.post("chat/completions", json=chat()) as response:
        assert response.status == 502
    await runner.cleanup()
    assert seen == ["/chat/completions"]


async def test_a_server_that_is_not_there_is_an_error_of_the_servers(
    play: Playground, server: ModelServer, bot: aiohttp.ClientSession
) -> None:
    use(play, server)
    await server.stop()
    async with bot.post("chat/completions", json=chat()) as response:
        assert response.status == 502
        assert KEY not in await response.text()


async def test_what_the_server_refuses_comes_back_as_it_said_it(
    play: Playground, server: ModelServer, bot: aiohttp.ClientSession
) -> None:
    use(play, server)
    server.refused_parameters.add("temperature")
    async with bot.post("chat/completions", json=chat(temperature=1)) as response:
        assert response.status == 400
        assert (await response.json())["error"]["param"] == "temperature"


async def test_a_model_that_is_down_breaks_every_connection(
    play: Playground, server: ModelServer, bot: aiohttp.ClientSession
) -> None:
    use(play, server)
    play.model_proxy.fault = ModelFault.DOWN
    with pytest.raises(aiohttp.ClientConnectionError):
        await bot.post("chat/completions", json=chat())
    assert server.requests == []


@pytest.mark.parametrize("stream", [True, False])
async def test_a_refusing_model_refuses_in_the_models_own_way(
    play: Playground, server: ModelServer, bot: aiohttp.ClientSession, stream: bool
) -> None:
    use(play, server)
    play.model_proxy.fault = ModelFault.REFUSING
    async with bot.post("chat/completions", json=chat(stream=stream)) as response:
        if stream:
            said = [it["choices"][0]["delta"] for it in await events(response) if it["choices"]]
            assert said[0] == {"refusal": "I can't help with that."}
        else:
            message = (await response.json())["choices"][0]["message"]
            assert (message["content"], message["refusal"]) == (None, "I can't help with that.")
    assert server.requests == []


async def test_a_slow_model_says_the_same_in_the_end(
    play: Playground, server: ModelServer, bot: aiohttp.ClientSession
) -> None:
    use(play, server)
    server.say("Slowly but surely.")
    play.model_proxy.fault = ModelFault.SLOW
    async with bot.post("chat/completions", json=chat(stream=True)) as response:
        said = [it["choices"][0]["delta"].get("content") or "" for it in await events(response)]
    assert "".join(said) == "Slowly but surely."


async def test_the_toy_repeats_passages_with_their_numbers_and_says_that_it_is_one(
    play: Playground, bot: aiohttp.ClientSession
) -> None:
    play.models.choose(Choice(Kind.TOY, model="toy"))
    async with bot.post("chat/completions", json=chat(stream=True)) as response:
        heard = await events(response)
    said = "".join(it["choices"][0]["delta"].get("content", "") for it in heard if it["choices"])
    assert said.startswith("*(The playground's toy model")
    assert "A **token** is a piece of text. [1]" in said
    assert heard[-1]["usage"]["completion_tokens"] > 10
    assert heard[-2]["choices"][0]["finish_reason"] == "stop"


async def test_the_toy_only_chats(play: Playground, bot: aiohttp.ClientSession) -> None:
    play.models.choose(Choice(Kind.TOY, model="toy"))
    async with bot.post("embeddings", json={"input": "x"}) as response:
        assert response.status == 404
    async with bot.post("chat/completions", data=b"[") as response:
        assert response.status == 400


def test_the_toy_finds_passages_that_stand_unmarked_before_a_question() -> None:
    asked = "[1] Tokens · What they are\nA token is a piece of text.\n\nQuestion: What is a token?"
    said = reply_to({"messages": [{"role": "user", "content": asked}]})
    assert said.endswith("\n\nA token is a piece of text. [1]")


def test_the_toy_speaks_the_questions_language() -> None:
    said = reply_to(chat("温度是什么？"))
    assert said.startswith("*（试用场的玩具模型")
    assert "温度让回答多变。 [2]" in said
    traditional = chat("溫度是什麼？")
    traditional["messages"][0]["content"] = "Write in Traditional Chinese as written in Taiwan."
    assert reply_to(traditional).startswith("*（試用場的玩具模型")


@pytest.mark.parametrize("body", [{}, {"messages": []}, {"messages": ["x", None]}, {"messages": [{}]}])
def test_the_toy_has_nothing_to_say_without_passages(body: dict[str, Any]) -> None:
    assert "no passages" in reply_to(body)
