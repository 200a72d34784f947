"""Requests, and our own answers, against Discord's published description, where it is at hand."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from playground import Playground
from playground.conformance import Conformance
from tests.doubles.plain_bot import PlainBot, running

DESCRIPTION = os.environ.get("PLAYGROUND_OPENAPI", "")

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(
        not DESCRIPTION, reason="set PLAYGROUND_OPENAPI to the path of Discord's openapi.json"
    ),
]


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(Path(DESCRIPTION).read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
async def strict() -> AsyncIterator[Playground]:
    play = await Playground.start(openapi=Path(DESCRIPTION))
    yield play
    await play.stop()


async def test_every_route_of_ours_is_in_the_description(
    strict: Playground, described: dict[str, Any]
) -> None:
    paths = described["paths"]
    missing = [
        it.name for it in strict.rest.routes.all if it.method.lower() not in paths.get(it.template, {})
    ]
    assert missing == []


async def test_all_that_the_plain_bot_sends_conforms(strict: Playground) -> None:
    async with running(PlainBot(), strict.api_base, strict.gateway.url, strict.bot_token):
        await strict.until_connected()
        ada = strict.person("Ada")
        reply = await (await ada.slash("ask", question="什么？")).until(lambda it: it.has_button("Open"))
        await ada.submit(await ada.press(reply, "Open"), {"Question": "y"})
        await ada.press(reply, "Again")
        await ada.autocomplete("lesson", name="p")
        await (await ada.slash("thread")).until(lambda it: "see" in it.text)
        await (await ada.dm("hi")).until(lambda it: it.messages)
    assert strict.violations == []


async def test_a_departure_from_the_description_is_noted(strict: Playground) -> None:
    headers = {"Authorization": f"Bot {strict.bot_token}"}
    url = f"{strict.api_base}/channels/{strict.channel.id}/messages"
    async with aiohttp.ClientSession(headers=headers) as client:
        async with client.post(url, json={"content": "x", "tts": "loud"}) as response:
            assert (response.status, (await response.json())["code"]) == (400, 50035)
        async with client.get(url, params={"newest": "1"}) as response:
            assert response.status == 400
    assert "tts" in strict.violations[0]
    assert "newest" in strict.violations[1]


async def test_our_own_answers_conform(strict: Playground, described: dict[str, Any]) -> None:
    checker = await asyncio.to_thread(Conformance, Path(DESCRIPTION))
    answers = await _answers(strict)
    wrong: list[str] = []
    for (method, template), body in answers.items():
        responses = described["paths"][template][method.lower()]["responses"]
        content = (responses.get("200") or responses.get("201"))["content"]["application/json"]["schema"]
        validator = checker._compile(content)
        for error in validator.iter_errors(body):
            wrong.append(f"{method} {template} {list(error.instance_path)}: {str(error.message)[:200]}")
    assert not wrong, "\n".join(wrong)


async def _answers(play: Playground) -> dict[tuple[str, str], Any]:
    """One good answer of each route that has a body worth checking."""
    ada = play.person("Ada")
    message = await ada.say("你好")
    channel, guild = play.channel.id, play.guild.id
    headers = {"Authorization": f"Bot {play.bot_token}"}
    row = {"type": 1, "components": [{"type": 2, "style": 1, "label": "a", "custom_id": "a"}]}
    rich = {"content": "x", "embeds": [{"title": "t"}], "components": [row]}
    asked: list[tuple[str, str, str, Any]] = [
        ("GET", "/gateway/bot", "/gateway/bot", None),
        ("GET", "/users/@me", "/users/@me", None),
        ("GET", "/users/{user_id}", f"/users/{ada.id}", None),
        ("GET", "/applications/@me", "/applications/@me", None),
        ("GET", "/channels/{channel_id}", f"/channels/{channel}", None),
        ("GET", "/guilds/{guild_id}", f"/guilds/{guild}", None),
        ("GET", "/guilds/{guild_id}/roles", f"/guilds/{guild}/roles", None),
        ("GET", "/guilds/{guild_id}/channels", f"/guilds/{guild}/channels", None),
        ("GET", "/guilds/{guild_id}/members/{user_id}", f"/guilds/{guild}/members/{ada.id}", None),
        ("GET", "/channels/{channel_id}/messages", f"/channels/{channel}/messages", None),
        ("POST", "/channels/{channel_id}/messages", f"/channels/{channel}/messages", rich),
        ("POST", "/users/@me/channels", "/users/@me/channels", {"recipient_id": str(ada.id)}),
        (
            "POST",
            "/channels/{channel_id}/messages/{message_id}/threads",
            f"/channels/{channel}/messages/{message.id}/threads",
            {"name": "talk"},
        ),
        (
            "PUT",
            "/applications/{application_id}/commands",
            f"/applications/{play.world.bot.id}/commands",
            [{"name": "ask", "description": "Ask", "type": 1}],
        ),
    ]
    found: dict[tuple[str, str], Any] = {}
    async with aiohttp.ClientSession(headers=headers) as client:
        for method, template, path, body in asked:
            async with client.request(method, play.api_base + path, json=body) as response:
                assert response.status in (200, 201), await response.text()
                found[method, template] = await response.json()
    return found
