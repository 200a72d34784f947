"""The bot with its model behind the playground: calls take the detour, everything else stays true of the real server."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from playground.stand_in import reply_to
from tests.doubles.model_server import ModelServer, Recorded
from tests.wire.conftest import Wire

MakeWire = Callable[..., Coroutine[Any, Any, Wire]]


async def test_calls_that_take_the_detour_are_priced_as_those_of_the_real_server(wire_of: MakeWire) -> None:
    async with ModelServer() as server:
        made = await wire_of(
            model=False, openai_api_key="sk-test", chat_model="gpt-4o-mini", model_detour=server.base_url
        )
        ada = await made.agreed("Ada")
        server.say("A token is a piece of text [1].")
        await made.ask(ada, "What is a token?")
        assert len(server.chats) == 1
        assert "max_completion_tokens" in server.chats[0].body  # as OpenAI itself is asked
        while not made.play.turns.questions_of(ada.id):
            assert await made.play.turns.arrived.wait(10)
        (turn,) = made.play.turns.questions_of(ada.id)
        assert float(turn["model"]["cost_usd"]) > 0


@pytest.mark.parametrize(
    ("locale", "question", "label"),
    [
        ("en-US", "Why does the same prompt give different answers?", "toy model"),
        ("zh-CN", "温度参数是做什么用的？", "玩具模型"),
        ("zh-TW", "溫度參數是做什麼用的？", "玩具模型"),
    ],
)
async def test_what_the_toy_says_passes_the_gate_and_names_its_sources(
    wire_of: MakeWire, locale: str, question: str, label: str
) -> None:
    def toy(request: Recorded) -> str:
        return reply_to(request.body)

    async with ModelServer(answer=toy) as server:
        made = await wire_of(model=False, openai_base_url=server.base_url, chat_model="toy")
        ada = await made.agreed("Ada", locale=locale)
        answer = await made.ask(ada, question)
        assert label in answer.text
        assert "[1]" in answer.text
        while not made.play.turns.questions_of(ada.id):
            assert await made.play.turns.arrived.wait(10)
        (turn,) = made.play.turns.questions_of(ada.id)
        assert turn["outcome"] == "answered"
        assert turn["stored"]["citations"]
