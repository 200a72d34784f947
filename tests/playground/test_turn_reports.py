"""How turns came about: the bot tells the playground, and the playground tells the person whose turn it was."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from playground import Person, Playground
from playground.turn_reports import MOST_KEPT
from tests.doubles.plain_bot import PlainBot


@pytest.fixture
async def client(play: Playground) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(headers={"Origin": play.base_url}) as session:
        yield session


def report(person: Person, identity: str = "t1") -> dict[str, Any]:
    return {"id": identity, "user": str(person.id), "outcome": "answered"}


async def send(play: Playground, client: aiohttp.ClientSession, body: object, token: str = "") -> int:
    headers = {"Authorization": f"Bot {token or play.bot_token}"}
    async with client.post(f"{play.base_url}/playground/turns", json=body, headers=headers) as response:
        return response.status


async def turns_of(play: Playground, client: aiohttp.ClientSession, person: Person) -> list[Any]:
    async with client.get(f"{play.base_url}/page/turns", params={"person": str(person.id)}) as response:
        assert response.status == 200
        found: list[Any] = (await response.json())["turns"]
        return found


async def test_a_person_finds_their_own_turns_and_nobody_elses(
    play: Playground, client: aiohttp.ClientSession
) -> None:
    ada, bob = play.person("Ada"), play.person("Bob")
    assert await send(play, client, report(ada)) == 204
    assert await turns_of(play, client, ada) == [report(ada)]
    assert await turns_of(play, client, bob) == []


async def test_a_moderator_is_not_told_of_a_learners_turn(
    play: Playground, client: aiohttp.ClientSession
) -> None:
    ada, mo = play.person("Ada"), play.person("莫", moderator=True)
    url = f"{play.base_url}/page/socket"
    async with client.ws_connect(url, params={"person": str(mo.id)}) as of_mo:
        async with client.ws_connect(url, params={"person": str(ada.id)}) as of_ada:
            await send(play, client, report(ada))
            told = await of_ada.receive_json(timeout=5)
            assert told == {"event": "turn", "turn": report(ada)}
        # What Mo hears first is what was told to everybody afterwards.
        play.person("Bob")
        assert (await of_mo.receive_json(timeout=5))["event"] == "people"
    assert await turns_of(play, client, mo) == []


@pytest.mark.parametrize("token", ["guessed", "é"])
async def test_only_the_bot_can_report(play: Playground, client: aiohttp.ClientSession, token: str) -> None:
    ada = play.person("Ada")
    assert await send(play, client, report(ada), token) == 401
    assert await turns_of(play, client, ada) == []


@pytest.mark.parametrize("body", [[], {"user": 1, "id": "t"}, {"user": "1"}, "text"])
async def test_what_is_no_report_is_refused(
    play: Playground, client: aiohttp.ClientSession, body: object
) -> None:
    assert await send(play, client, body) == 400


async def test_only_the_newest_turns_are_remembered(play: Playground, client: aiohttp.ClientSession) -> None:
    ada = play.person("Ada")
    await asyncio.gather(*(send(play, client, report(ada, f"t{it}")) for it in range(MOST_KEPT + 3)))
    assert len(await turns_of(play, client, ada)) == MOST_KEPT


async def test_nobody_has_no_turns(play: Playground, client: aiohttp.ClientSession) -> None:
    async with client.get(f"{play.base_url}/page/turns", params={"person": "1"}) as response:
        assert response.status == 400


async def test_what_a_button_did_is_told_with_what_stood_on_it(
    play: Playground, client: aiohttp.ClientSession, bot: PlainBot
) -> None:
    ada = play.person("Ada")
    card = await (await ada.slash("ask", question="what?")).until(lambda it: it.has_button("Again"))
    pressed = await ada.press(card, "Again")
    assert pressed.interaction is not None
    deed = {"id": str(pressed.interaction.id), "user": str(ada.id), "kind": "deed"}
    assert await send(play, client, deed) == 204
    (told,) = await turns_of(play, client, ada)
    assert (told["kind"], told["label"], told["name"]) == ("button", "Again", pressed.interaction.name)
    assert told["message"] == str(card.message.id)
    assert told["acknowledged_ms"] >= 0


async def test_a_later_report_takes_the_place_of_the_earlier_and_a_question_that_of_its_command(
    play: Playground, client: aiohttp.ClientSession, bot: PlainBot
) -> None:
    ada = play.person("Ada")
    asked = await ada.slash("ping")
    assert asked.interaction is not None
    deed = {"id": str(asked.interaction.id), "user": str(ada.id), "kind": "deed", "ms": 1}
    await send(play, client, deed)
    await send(play, client, {**deed, "ms": 2})
    assert [it["ms"] for it in await turns_of(play, client, ada)] == [2]
    await send(play, client, {**report(ada), "interaction": deed["id"]})
    assert [it["id"] for it in await turns_of(play, client, ada)] == ["t1"]


async def test_what_discord_has_forgotten_is_not_told(
    play: Playground, client: aiohttp.ClientSession
) -> None:
    ada = play.person("Ada")
    assert await send(play, client, {"id": "77", "user": str(ada.id), "kind": "deed"}) == 204
    assert await turns_of(play, client, ada) == []
