"""The playground as a person runs it: a bot that is killed and restarted, a second start, and everything begun again."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from playground import Person, Playground
from playground.home import claim_home
from playground.run import main

PLAIN_BOT = (sys.executable, "-m", "tests.doubles.plain_bot")
ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Run:
    """One playground with a bot as a process of its own."""

    play: Playground
    ended: asyncio.Task[int]
    said: list[str] = field(default_factory=list)

    def person(self, name: str) -> Person:
        return next(it for it in self.play.people.values() if it.name == name)

    async def do(self, path: str, **body: Any) -> Any:
        headers = {"Origin": self.play.base_url}
        async with aiohttp.ClientSession(headers=headers) as page:
            async with page.post(f"{self.play.base_url}/page/{path}", json=body) as response:
                answer = await response.json()
                assert response.status == 200, answer
                return answer

    async def identified(self, times: int) -> None:
        """Wait until bots have connected so many times in all."""
        while self.play.gateway.received.count("IDENTIFY") < times or not self.play.gateway.online:
            assert await self.play.gateway.connected.wait(30)

    async def stop(self) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        assert await self.ended == 0


Start = Callable[..., Awaitable[Run]]


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Starts a playground at home in a folder, with a plain bot."""
    runs: list[Run] = []

    async def make(folder: str = "home", command: tuple[str, ...] = PLAIN_BOT, **environment: str) -> Run:
        said: list[str] = []
        ready: asyncio.Future[Playground] = asyncio.get_running_loop().create_future()
        ended = asyncio.create_task(
            main(
                0,
                command,
                environment={"PYTHONPATH": str(ROOT), "CHAT_MODEL": "", **environment},
                keep_in=tmp_path / folder,
                say=said.append,
                ready=ready.set_result,
            )
        )
        run = Run(await ready, ended, said)
        runs.append(run)
        await run.play.until_connected(30)
        return run

    yield make
    for run in runs:
        if not run.ended.done():
            os.kill(os.getpid(), signal.SIGTERM)
            await run.ended


async def test_a_bot_that_is_killed_from_the_page_comes_back_and_nobody_is_forgotten(start: Start) -> None:
    run = await start()
    ada = run.person("Ada")
    await ada.say("before")
    for kill in range(1, 8):  # more often than a bot may die by itself
        await run.do("bot", do="kill")
        await run.identified(1 + kill)
    assert (await ada.slash("ping")).text == "pong"
    assert [it.content for it in run.play.channel.messages.values()] == ["before", "pong"]
    assert run.play.people[ada.id] is ada
    assert not [it for it in run.said if "ended" in it]


async def test_a_restart_from_the_page_is_a_clean_one(start: Start) -> None:
    run = await start()
    await run.do("bot", do="restart")
    await run.identified(2)
    assert (await run.person("小明").slash("ping")).text == "pong"
    assert run.play.controls.state()["bot"] == {"managed": True, "running": True, "online": True, "starts": 2}


async def test_a_chosen_model_is_told_to_the_next_bot_without_its_key(start: Start, tmp_path: Path) -> None:
    told = tmp_path / "told"
    script = (
        "import os, runpy, sys; "
        f"open({str(told)!r}, 'a').write(repr(sorted(os.environ.items())) + chr(10)); "
        "runpy.run_module('tests.doubles.plain_bot', run_name='__main__')"
    )
    run = await start(command=(sys.executable, "-c", script), CHAT_MODEL="from-settings")
    state = await run.do("model", kind="own", address="http://localhost:1/v1", model="qwen3", key="sk-hidden")
    assert state["model"]["settings_model"] == "from-settings"
    await run.identified(2)
    before, after = await asyncio.to_thread(lambda: told.read_text(encoding="utf-8").splitlines())
    assert "('CHAT_MODEL', 'from-settings')" in before
    assert "('CHAT_MODEL', 'qwen3')" in after
    assert f"('MODEL_DETOUR', '{run.play.base_url}/model')" in after
    assert "sk-hidden" not in after


async def test_what_was_said_is_there_at_the_next_start(start: Start) -> None:
    run = await start()
    await run.person("小明").say("明天见")
    people = {it.name: it.id for it in run.play.people.values()}
    await run.stop()
    run = await start()
    assert {it.name: it.id for it in run.play.people.values()} == people
    assert [it.content for it in run.play.channel.messages.values()] == ["明天见"]


async def test_a_fresh_start_forgets_people_messages_and_the_bots_data_and_nothing_else(
    start: Start, tmp_path: Path
) -> None:
    real = tmp_path / "tutor.db"
    real.write_text("the bot's data in Discord")
    run = await start()
    home = tmp_path / "home"
    mine = [home / name for name in ("tutor.db", "tutor.db-wal", "owed-answers")]
    for path in [*mine, home / "notes.txt"]:
        path.write_text("x")
    ada = run.person("Ada")
    run.play.person("Eve")
    await ada.say("forget me")
    async with aiohttp.ClientSession(headers={"Origin": run.play.base_url}) as page:
        url = f"{run.play.base_url}/page/socket?person={ada.id}"
        async with page.ws_connect(url) as socket:
            await run.do("afresh", confirm=True)
            while (heard := await socket.receive(timeout=5)).type is aiohttp.WSMsgType.TEXT:
                pass
            assert heard.type is aiohttp.WSMsgType.CLOSE
    await run.identified(2)
    assert [it.name for it in run.play.people.values()] == ["Ada", "小明", "Mia", "Morgan"]
    assert run.person("Ada").id != ada.id
    assert not run.play.channel.messages
    assert [path.exists() for path in mine] == [False, False, False]
    assert (home / "notes.txt").exists()
    assert real.read_text() == "the bot's data in Discord"
    assert (await run.person("Ada").slash("ping")).text == "pong"
    await run.stop()
    run = await start()
    assert [it.content for it in run.play.channel.messages.values()] == ["pong"]
    assert len(run.play.people) == 4


@pytest.mark.parametrize("body", [{}, {"confirm": "yes"}, {"confirm": 1}])
async def test_a_fresh_start_must_be_confirmed(start: Start, body: dict[str, object]) -> None:
    run = await start()
    await run.person("Ada").say("still here")
    async with aiohttp.ClientSession(headers={"Origin": run.play.base_url}) as page:
        async with page.post(f"{run.play.base_url}/page/afresh", json=body) as response:
            assert response.status == 400
    assert [it.content for it in run.play.channel.messages.values()] == ["still here"]


async def test_a_second_playground_has_a_home_of_its_own(start: Start, tmp_path: Path) -> None:
    await start()
    said: list[str] = []
    second = await asyncio.to_thread(claim_home, tmp_path / "home", said.append)
    assert second.state == tmp_path / "home-2" / "playground.db"
    assert said == [
        f"Another playground uses {tmp_path / 'home'}; this one keeps its own state in {tmp_path / 'home-2'}."
    ]
    second.release()


async def test_a_home_is_free_again_when_its_playground_has_stopped(start: Start, tmp_path: Path) -> None:
    run = await start()
    await run.stop()
    again = await asyncio.to_thread(claim_home, tmp_path / "home", print)
    assert again.folder == tmp_path / "home"
    again.release()


async def test_a_home_that_cannot_be_written_is_said_and_the_playground_runs_all_the_same(
    start: Start, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    (home / "playground.db").mkdir(parents=True)
    (home / "playground.db" / "in the way").touch()
    (home / "playground.broken").mkdir()
    (home / "playground.broken" / "in the way").touch()
    run = await start()
    assert "goes on without" in run.said[0]
    assert (await run.person("Ada").slash("ping")).text == "pong"


async def test_a_home_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file in the way")
    said: list[str] = []
    assert await main(0, PLAIN_BOT, keep_in=tmp_path / "home", say=said.append) == 1
    assert "cannot write" in said[0]


@pytest.mark.parametrize("asked", [True, False])
async def test_the_page_is_opened_only_when_asked(monkeypatch: pytest.MonkeyPatch, asked: bool) -> None:
    opened: list[str] = []
    monkeypatch.setattr("playground.run.webbrowser.open", opened.append)
    ready: asyncio.Future[Playground] = asyncio.get_running_loop().create_future()
    sleeper = (sys.executable, "-c", "import time; time.sleep(60)")
    ended = asyncio.create_task(
        main(0, sleeper, open_page=asked, say=lambda sentence: None, ready=ready.set_result)
    )
    play = await ready
    os.kill(os.getpid(), signal.SIGTERM)
    assert await ended == 0
    assert opened == ([play.base_url] if asked else [])
