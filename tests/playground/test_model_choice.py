"""Choosing a model on the page: what may be typed, what the bot is told, and where the key never goes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from playground import Playground
from playground.model_choice import MODEL_SETTINGS, Choice, Kind, ModelDesk, NoModel, read_choice

KEY = "sk-never-seen-again-0123456789"
OWN = {"kind": "own", "address": "http://localhost:11434/v1/", "model": "qwen3:8b", "key": KEY}


@pytest.fixture
async def page(play: Playground) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(headers={"Origin": play.base_url}) as client:
        yield client


async def choose(play: Playground, page: aiohttp.ClientSession, **asked: Any) -> tuple[int, Any, str]:
    async with page.post(f"{play.base_url}/page/model", json=asked) as response:
        return response.status, await response.json(), await response.text()


def test_an_address_loses_its_last_slash_and_a_missing_one_is_openais() -> None:
    assert read_choice(OWN) == Choice(Kind.OWN, "http://localhost:11434/v1", "qwen3:8b", KEY)
    assert read_choice({**OWN, "address": " "}).address == "https://api.openai.com/v1"


def test_a_model_on_ones_own_machine_needs_no_key() -> None:
    assert read_choice({**OWN, "key": ""}).key == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "other"},
        {"kind": "own"},
        {**OWN, "model": ""},
        {**OWN, "model": "two words"},
        {**OWN, "key": "two words"},
        {**OWN, "key": "密钥"},
        {**OWN, "key": f"{KEY}\r\nX: y"},
        {**OWN, "address": "", "key": ""},
        {**OWN, "address": "localhost:11434"},
        {**OWN, "address": "file:///etc/passwd"},
        {**OWN, "address": "javascript:alert(1)"},
        {**OWN, "address": "http://me:secret@host/v1"},
        {**OWN, "address": "http://host:port/v1"},
        {**OWN, "address": "http://host/v1?key=1"},
        {**OWN, "address": "http://host\\@elsewhere/v1"},
        {**OWN, "address": "http://"},
    ],
)
def test_what_names_no_model_is_refused_in_words_without_the_key(wrong: dict[str, str]) -> None:
    with pytest.raises(NoModel) as refused:
        read_choice(wrong)
    assert KEY not in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_key_is_not_in_the_repr() -> None:
    assert KEY not in repr(read_choice(OWN))


def test_without_settings_the_lessons_are_quoted_and_no_model_setting_reaches_the_bot() -> None:
    desk = ModelDesk("http://127.0.0.1:1")
    given = dict.fromkeys(MODEL_SETTINGS, "x") | {"PATH": "/bin", "CHAT_MODEL": " "}
    desk.read_settings(given)
    assert desk.choice.kind is Kind.QUOTING
    assert desk.environment(given) == {"PATH": "/bin"}


def test_the_operators_own_model_is_taken_as_it_is_set() -> None:
    desk = ModelDesk("http://127.0.0.1:1")
    given = {"CHAT_MODEL": "gpt-5-mini", "AZURE_OPENAI_API_KEY": "k", "FALLBACK_MODEL": "f"}
    desk.read_settings(given)
    assert desk.choice.kind is Kind.SETTINGS
    assert desk.environment(given) == given


def test_the_bot_is_told_the_real_address_and_a_detour_and_never_the_key() -> None:
    desk = ModelDesk("http://127.0.0.1:1")
    desk.choose(read_choice(OWN))
    told = desk.environment({"OPENAI_API_KEY": "old", "FALLBACK_MODEL": "old", "PATH": "/bin"})
    assert told == {
        "PATH": "/bin",
        "OPENAI_BASE_URL": "http://localhost:11434/v1",
        "MODEL_DETOUR": "http://127.0.0.1:1/model",
        "CHAT_MODEL": "qwen3:8b",
        "OPENAI_API_KEY": desk.pass_phrase,
    }
    assert KEY not in str(told)


async def test_the_key_is_never_sent_back_to_a_page(play: Playground, page: aiohttp.ClientSession) -> None:
    ada = play.person("Ada")
    url = f"{play.base_url}/page/socket"
    async with page.ws_connect(url, params={"person": str(ada.id)}) as socket:
        status, state, text = await choose(play, page, **OWN)
        assert (status, state["model"]["kind"], state["model"]["has_key"]) == (200, "own", True)
        async with page.get(f"{play.base_url}/page/controls") as response:
            text += await response.text()
        heard = await socket.receive_str(timeout=5)
        assert '"controls"' in heard
        assert KEY not in text + heard


async def test_a_model_that_is_forgotten_leaves_no_key_behind(
    play: Playground, page: aiohttp.ClientSession
) -> None:
    await choose(play, page, **OWN)
    _, state, _ = await choose(play, page, kind="quoting")
    assert state["model"]["has_key"] is False
    assert KEY not in repr(vars(play.models)) + play.models.choice.key


async def test_settings_can_be_chosen_only_where_there_are_any(
    play: Playground, page: aiohttp.ClientSession
) -> None:
    status, refused, _ = await choose(play, page, kind="settings")
    assert status == 400
    assert "CHAT_MODEL" in refused["error"]


async def test_faults_are_for_models_that_the_playground_stands_before(
    play: Playground, page: aiohttp.ClientSession
) -> None:
    async def set_fault(name: str) -> int:
        async with page.post(f"{play.base_url}/page/model-fault", json={"fault": name}) as response:
            return response.status

    assert await set_fault("slow") == 400
    await choose(play, page, kind="toy")
    assert [await set_fault(it) for it in ("slow", "tired", "none", "down")] == [200, 400, 200, 200]
    _, state, _ = await choose(play, page, kind="quoting")
    assert state["model"]["fault"] == "none"


@pytest.mark.parametrize("path", ["model", "model-fault", "bot", "afresh", "people", "say", "fault"])
@pytest.mark.parametrize("origin", ["http://evil.example", "null", None])
async def test_a_form_on_another_site_can_do_nothing(play: Playground, path: str, origin: str | None) -> None:
    headers = {"Content-Type": "text/plain", **({"Origin": origin} if origin else {})}
    body = '{"kind": "toy", "fault": "drop_gateway", "do": "kill", "confirm": true, "name": "Eve", "x": "="}'
    async with aiohttp.ClientSession() as client:
        async with client.post(f"{play.base_url}/page/{path}", data=body, headers=headers) as response:
            assert response.status == 403
    assert (play.people, play.models.choice.kind) == ({}, Kind.QUOTING)


async def test_the_page_itself_must_send_json(play: Playground, page: aiohttp.ClientSession) -> None:
    async with page.post(f"{play.base_url}/page/model", data='{"kind": "toy"}') as response:
        assert response.status == 400
    assert play.models.choice.kind is Kind.QUOTING


@pytest.mark.parametrize(
    ("path", "body"), [("bot", {"do": "kill"}), ("afresh", {"confirm": True}), ("bot", {"do": "dance"})]
)
async def test_a_bot_that_somebody_else_started_is_left_alone(
    play: Playground, page: aiohttp.ClientSession, path: str, body: dict[str, object]
) -> None:
    async with page.post(f"{play.base_url}/page/{path}", json=body) as response:
        assert response.status == 400


async def test_a_rate_limit_that_waits_is_shown_and_can_be_taken_back(
    play: Playground, page: aiohttp.ClientSession
) -> None:
    async def waiting() -> list[Any]:
        async with page.get(f"{play.base_url}/page/controls") as response:
            found: list[Any] = (await response.json())["waiting"]
            return found

    async with page.post(f"{play.base_url}/page/fault", json={"fault": "rate_limit", "route": "/"}):
        pass
    assert [it["status"] for it in await waiting()] == [429]
    async with page.post(f"{play.base_url}/page/fault", json={"fault": "clear"}):
        pass
    assert await waiting() == []
