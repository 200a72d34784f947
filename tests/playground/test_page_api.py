"""What the browser page is given: one person's view, and no other site's."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from playground import Playground
from tests.doubles.plain_bot import PlainBot


@pytest.fixture
async def page(play: Playground) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(headers={"Origin": play.base_url}) as client:
        yield client


async def do(play: Playground, page: aiohttp.ClientSession, path: str, **body: Any) -> tuple[int, Any]:
    async with page.post(f"{play.base_url}/page/{path}", json=body) as response:
        return response.status, await response.json()


async def until_event(socket: aiohttp.ClientWebSocketResponse, name: str) -> dict[str, Any]:
    while True:
        event: dict[str, Any] = await socket.receive_json(timeout=5)
        if event["event"] == name:
            return event


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:1", "playground.local"])
async def test_another_host_name_is_refused(play: Playground, host: str) -> None:
    async with aiohttp.ClientSession() as client:
        for path in ("/", "/page/state", "/api/v10/gateway", "/gateway"):
            async with client.get(play.base_url + path, headers={"Host": host}) as response:
                assert response.status == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", None])
async def test_another_sites_page_can_change_nothing(play: Playground, origin: str | None) -> None:
    headers = {} if origin is None else {"Origin": origin}
    async with aiohttp.ClientSession(headers=headers) as client:
        async with client.post(f"{play.base_url}/page/people", json={"name": "Eve"}) as response:
            assert response.status == 403
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await client.ws_connect(f"{play.base_url}/page/socket?person=1")
    assert play.people == {}


async def test_files_outside_the_page_are_not_served(play: Playground) -> None:
    async with aiohttp.ClientSession() as client:
        for path in ("/static/../server.py", "/static/%2e%2e/server.py", "/static//etc/passwd"):
            async with client.get(play.base_url + path) as response:
                assert response.status == 404


async def test_a_further_server_has_everybody_in_it_and_its_founder_as_moderator(
    play: Playground, bot: PlainBot, page: aiohttp.ClientSession
) -> None:
    ada, bea = play.person("Ada"), play.person("Bea", moderator=True)
    status, made = await do(play, page, "servers", person=str(ada.id), name="Reading circle")
    assert status == 200
    _, cai = await do(play, page, "people", name="Cai")
    joined = next(it for it in bot.guilds if it.name == "Reading circle")
    assert str(joined.id) == made["server"]
    moderates = {
        it: person["guilds"][made["server"]]["moderator"] for it, person in await everybody(play, page)
    }
    assert moderates == {"Ada": True, "Bea": False, "Cai": False}
    assert cai["person"]["guilds"][str(play.guild.id)]["moderator"] is False
    assert bea.sees(await ada.say("hello", channel=play.world.channel(made["channel"])))


@pytest.mark.parametrize("name", ["", " x ", "x" * 101])
async def test_a_server_has_a_name(play: Playground, page: aiohttp.ClientSession, name: str) -> None:
    ada = play.person("Ada")
    status, refused = await do(play, page, "servers", person=str(ada.id), name=name)
    assert (status, refused) == (400, {"error": "a server's name has 2 to 100 characters"})
    assert len(play.world.guilds) == 1


async def everybody(play: Playground, page: aiohttp.ClientSession) -> list[tuple[str, dict[str, Any]]]:
    async with page.get(f"{play.base_url}/page/state") as response:
        state = await response.json()
    return [(it["name"], it) for it in state["people"]]


async def test_a_person_made_in_the_page_uses_a_command(
    play: Playground, bot: PlainBot, page: aiohttp.ClientSession
) -> None:
    _, made = await do(play, page, "people", name="小明", locale="zh-CN")
    person = made["person"]["id"]
    channel = str(play.channel.id)
    async with page.get(f"{play.base_url}/page/state", params={"person": person}) as response:
        state = await response.json()
    assert state["person"]["locale"] == "zh-CN"
    assert state["bot"]["online"] is True
    assert [it["name"] for it in state["guilds"][0]["channels"]] == ["general", "tutor"]
    assert "ping" in [it["name"] for it in state["commands"][str(play.guild.id)]]
    url = f"{play.base_url}/page/socket?person={person}"
    async with page.ws_connect(url) as socket:
        status, done = await do(
            play,
            page,
            "interact",
            kind="slash",
            person=person,
            channel=channel,
            command="ask",
            options={"question": "什么？"},
        )
        assert (status, done["acknowledged"], done["response"]) == (200, True, "deferred_message")
        shown = (await until_event(socket, "message"))["message"]
        assert (shown["loading"], shown["private"]) == (True, True)
        edited = (await until_event(socket, "edit"))["message"]
        assert edited["content"] == "about 什么？"
        more = (await until_event(socket, "message"))["message"]
        _, opened = await do(
            play, page, "interact", kind="button", person=person, message=more["id"], custom_id="open"
        )
        assert opened["modal"]["title"] == "Ask"
        values = {"question": "为什么？"}
        _, sent = await do(
            play,
            page,
            "interact",
            kind="modal",
            person=person,
            interaction=opened["interaction"],
            values=values,
        )
        assert sent["response"] == "message"
        assert (await until_event(socket, "message"))["message"]["content"] == "you wrote 为什么？"
        _, picked = await do(
            play,
            page,
            "interact",
            kind="select",
            person=person,
            message=more["id"],
            custom_id="pick",
            values=["1"],
        )
        assert picked["response"] == "message"
    assert play.violations == []


async def test_another_person_is_not_told_of_a_private_reply(
    play: Playground, bot: PlainBot, page: aiohttp.ClientSession
) -> None:
    ada, mo = play.person("Ada"), play.person("Mo")
    async with page.ws_connect(f"{play.base_url}/page/socket?person={mo.id}") as socket:
        await (await ada.slash("ask", question="secret")).until(lambda it: it.has_button("Again"))
        await mo.say("done")
        first = await until_event(socket, "message")
        assert first["message"]["content"] == "done"
    params = {"person": str(mo.id), "channel": str(play.channel.id)}
    async with page.get(f"{play.base_url}/page/messages", params=params) as response:
        assert [it["content"] for it in (await response.json())["messages"]] == ["done"]


async def test_autocomplete_and_menus_work_from_the_page(
    play: Playground, bot: PlainBot, page: aiohttp.ClientSession
) -> None:
    ada = play.person("Ada")
    person, channel = str(ada.id), str(play.channel.id)
    asked = {"kind": "autocomplete", "command": "lesson", "options": {"name": "how"}, "focused": "name"}
    _, offered = await do(play, page, "interact", person=person, channel=channel, **asked)
    assert [it["name"] for it in offered["choices"]] == ["how models work"]
    message = await ada.say("一 二 三")
    _, counted = await do(
        play, page, "interact", kind="menu", person=person, name="Count words", message=str(message.id)
    )
    assert counted["response"] == "message"


async def test_a_file_is_uploaded_and_used_as_an_option(
    play: Playground, bot: PlainBot, page: aiohttp.ClientSession
) -> None:
    ada = play.person("Ada")
    where = {"person": str(ada.id), "channel": str(play.channel.id)}
    async with page.post(
        f"{play.base_url}/page/upload", params={**where, "name": "../../a.md"}, data=b"# hi"
    ) as response:
        attachment = (await response.json())["attachment"]
    assert attachment["filename"] == "a.md"
    options = {"file": {"upload": attachment["id"]}}
    _, done = await do(play, page, "interact", kind="slash", command="copy", options=options, **where)
    assert done["response"] == "message"


async def test_nonsense_is_refused_in_a_sentence(play: Playground, page: aiohttp.ClientSession) -> None:
    ada = play.person("Ada")
    where = {"person": str(ada.id), "channel": str(play.channel.id)}
    assert await do(play, page, "say", **where, text=" ") == (
        400,
        {"error": "an empty message cannot be sent"},
    )
    assert await do(play, page, "say", person="9", text="x") == (400, {"error": "there is no person '9'"})
    status, refused = await do(play, page, "interact", kind="slash", command="nope", **where)
    assert (status, refused["error"]) == (400, "there is no /nope; there are: none")


async def test_a_mention_from_the_page_is_answered(
    play: Playground, bot: PlainBot, page: aiohttp.ClientSession
) -> None:
    ada = play.person("Ada")
    url = f"{play.base_url}/page/socket?person={ada.id}"
    async with page.ws_connect(url) as socket:
        where = {"person": str(ada.id), "channel": str(play.channel.id)}
        await do(play, page, "say", **where, text=f"<@{play.world.bot.id}> 你好")
        while True:
            event = await until_event(socket, "message")
            if event["message"]["content"].startswith("heard:"):
                break
        assert event["message"]["rings"] is False  # the plain bot pings nobody


async def test_own_messages_are_edited_and_deleted_and_the_others_hear_of_it(
    play: Playground, page: aiohttp.ClientSession
) -> None:
    ada, mo = play.person("Ada"), play.person("Mo")
    message = await ada.say("helo")
    one = {"person": str(ada.id), "message": str(message.id)}
    async with page.ws_connect(f"{play.base_url}/page/socket?person={mo.id}") as socket:
        await do(play, page, "edit", **one, text="hello")
        assert (await until_event(socket, "edit"))["message"]["content"] == "hello"
        await do(play, page, "react", **{**one, "person": str(mo.id)}, emoji="👍")
        assert (await until_event(socket, "reaction"))["message"]["reactions"][0]["count"] == 1
        await do(play, page, "typing", person=str(ada.id), channel=str(play.channel.id))
        assert (await until_event(socket, "typing"))["user"]["global_name"] == "Ada"
        refused = await do(play, page, "delete", **{**one, "person": str(mo.id)})
        assert refused == (400, {"error": "only own messages can be deleted"})
        await do(play, page, "delete", **one)
        assert (await until_event(socket, "delete"))["id"] == str(message.id)


async def test_the_page_sees_the_bot_go_and_come_back(
    play: Playground, bot: PlainBot, page: aiohttp.ClientSession
) -> None:
    ada = play.person("Ada")
    async with page.ws_connect(f"{play.base_url}/page/socket?person={ada.id}") as socket:
        await do(play, page, "fault", fault="drop_gateway")
        assert (await until_event(socket, "bot"))["online"] is False
        assert (await until_event(socket, "bot"))["online"] is True
    assert (await do(play, page, "fault", fault="nonsense"))[0] == 400
    assert (await do(play, page, "fault", fault="fail", route="POST /nowhere"))[0] == 400


async def test_a_silent_bot_is_told_in_the_page(play: Playground, page: aiohttp.ClientSession) -> None:
    play.interactions.response_seconds = 0.05
    play.world.commands[None].by_id[1] = {"id": "1", "type": 1, "name": "ping", "options": []}
    where = {"person": str(play.person("Ada").id), "channel": str(play.channel.id)}
    _, answered = await do(play, page, "interact", kind="slash", command="ping", **where)
    assert answered["acknowledged"] is False
    assert "did not respond" in answered["message"]
