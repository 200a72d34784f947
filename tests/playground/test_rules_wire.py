"""How a broken rule reaches the bot (Discord's 400) and the test (a violation), and the rules that need state."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from playground import Playground
from tests.doubles.plain_bot import PlainBot

V2 = 1 << 15


@pytest.fixture
async def rest(play: Playground) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(headers={"Authorization": f"Bot {play.bot_token}"}) as client:
        yield client


async def post(play: Playground, rest: aiohttp.ClientSession, body: Any) -> tuple[int, dict[str, Any]]:
    url = f"{play.api_base}/channels/{play.channel.id}/messages"
    async with rest.post(url, json=body) as response:
        return response.status, await response.json()


async def patch(play: Playground, rest: aiohttp.ClientSession, identity: str, body: Any) -> tuple[int, int]:
    url = f"{play.api_base}/channels/{play.channel.id}/messages/{identity}"
    async with rest.patch(url, json=body) as response:
        return response.status, (await response.json()).get("code", 0)


async def test_a_breach_is_answered_as_discord_does_and_noted(
    play: Playground, rest: aiohttp.ClientSession
) -> None:
    status, body = await post(play, rest, {"content": "a" * 2001})
    assert status == 400
    assert body["code"] == 50035
    assert body["message"] == "Invalid Form Body"
    assert body["errors"]["content"]["_errors"][0]["code"] == "BASE_TYPE_BAD_LENGTH"
    assert play.violations == [
        "POST /channels/{channel_id}/messages: content: Must be between 0 and 2000 in length (it has 2001)."
    ]
    assert list(play.channel.messages) == []


async def test_an_empty_message_is_50006(play: Playground, rest: aiohttp.ClientSession) -> None:
    status, body = await post(play, rest, {"content": "  "})
    assert (status, body["code"]) == (400, 50006)
    assert "50006" in play.violations[0]


async def test_components_v2_are_never_taken_off(play: Playground, rest: aiohttp.ClientSession) -> None:
    _, made = await post(play, rest, {"flags": V2, "components": [{"type": 10, "content": "words"}]})
    assert await patch(play, rest, made["id"], {"flags": 0}) == (400, 50035)
    assert await patch(play, rest, made["id"], {"content": "plain"}) == (400, 50035)
    new = {"components": [{"type": 10, "content": "other words"}]}
    assert await patch(play, rest, made["id"], new) == (200, 0)


async def test_an_edit_that_leaves_nothing_is_50006(play: Playground, rest: aiohttp.ClientSession) -> None:
    _, made = await post(play, rest, {"content": "words"})
    assert await patch(play, rest, made["id"], {"content": ""}) == (400, 50006)


async def test_an_edit_keeps_only_attachments_that_are_there(
    play: Playground, rest: aiohttp.ClientSession
) -> None:
    _, made = await post(play, rest, {"content": "words"})
    assert await patch(play, rest, made["id"], {"attachments": [{"id": "5"}]}) == (400, 50035)


async def test_a_body_that_is_no_json_is_50109(play: Playground, rest: aiohttp.ClientSession) -> None:
    url = f"{play.api_base}/channels/{play.channel.id}/messages"
    async with rest.post(url, data=b"{", headers={"Content-Type": "application/json"}) as response:
        assert (response.status, (await response.json())["code"]) == (400, 50109)


async def test_a_request_above_25_mebibytes_is_too_large(
    play: Playground, rest: aiohttp.ClientSession
) -> None:
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("payload_json", "{}")
    for number in range(3):
        form.add_field(f"files[{number}]", bytes(9 * 1024 * 1024), filename=f"{number}.bin")
    url = f"{play.api_base}/channels/{play.channel.id}/messages"
    async with rest.post(url, data=form) as response:
        assert (response.status, (await response.json())["code"]) == (413, 40005)


@pytest.mark.parametrize(
    ("kind", "data"),
    [(6, {}), (7, {"content": "x"}), (8, {"choices": []}), (1, {})],
    ids=["a deferred update", "an update", "choices", "a pong"],
)
async def test_a_command_is_not_answered_by(
    play: Playground, rest: aiohttp.ClientSession, bot: PlainBot, kind: int, data: dict[str, Any]
) -> None:
    reply = await play.person("Ada").slash("ping")
    assert reply.interaction is not None
    reply.interaction.response = None
    url = f"{play.api_base}/interactions/{reply.interaction.id}/{reply.interaction.token}/callback"
    async with rest.post(url, json={"type": kind, "data": data}) as response:
        assert (response.status, (await response.json())["code"]) == (400, 50035)
    assert "does not suit a command" in play.violations[0]


async def test_a_form_is_not_answered_by_a_form(
    play: Playground, rest: aiohttp.ClientSession, bot: PlainBot
) -> None:
    ada = play.person("Ada")
    reply = await (await ada.slash("ask", question="x")).until(lambda it: it.has_button("Open"))
    sent = await ada.submit(await ada.press(reply, "Open"), {"Question": "y"})
    assert sent.interaction is not None
    sent.interaction.response = None
    field = {"type": 18, "label": "a", "component": {"type": 4, "custom_id": "t", "style": 1}}
    form = {"type": 9, "data": {"title": "Again", "custom_id": "m", "components": [field]}}
    url = f"{play.api_base}/interactions/{sent.interaction.id}/{sent.interaction.token}/callback"
    async with rest.post(url, json=form) as response:
        assert response.status == 400
    assert "does not suit a modal submit" in play.violations[0]


async def test_an_unknown_route_is_404(play: Playground, rest: aiohttp.ClientSession) -> None:
    async with rest.get(f"{play.api_base}/nothing/here") as response:
        assert (response.status, await response.json()) == (404, {"message": "404: Not Found", "code": 0})
