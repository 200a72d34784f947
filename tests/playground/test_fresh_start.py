"""The playground as a person runs it: a bot that is killed and restarted, a second start, and everything begun again."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from playground import Person, Playground
from playground.home import claim_home
from playground.leash import Leash, StillRunning
from playground.run import main

PLAIN_BOT = (sys.executable, "-m", "tests.doubles.plain_bot")
NEVER_ENDS = "import time; print('up', flush=True); time.sleep(600)"
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
    assert run.play.controls.state()["bot"] == {
        "managed": True,
        "running": True,
        "online": True,
        "ready": True,
        "starts": 2,
        "connections": 2,
        "given_up": None,
    }


async def test_the_answer_to_a_kill_says_that_the_bot_is_gone(start: Start) -> None:
    run = await start()
    bot = (await run.do("bot", do="kill"))["bot"]
    assert not bot["online"]
    await run.identified(2)
    assert run.play.controls.state()["bot"]["connections"] == 2


async def test_a_bot_that_stays_down_is_told_to_the_page_and_started_again_by_its_button(
    start: Start, tmp_path: Path
) -> None:
    mended = tmp_path / "mended"
    script = (
        "import os, runpy, sys; os.path.exists(sys.argv[1]) or sys.exit(7); "
        "runpy.run_module('tests.doubles.plain_bot', run_name='__main__')"
    )
    mended.touch()
    run = await start(command=(sys.executable, "-c", script, str(mended)))
    async with aiohttp.ClientSession() as page:
        where = f"{run.play.base_url}/page/socket?person={run.person('Ada').id}"
        async with page.ws_connect(where, headers={"Origin": run.play.base_url}) as socket:
            mended.unlink()
            await run.do("bot", do="kill")
            while (
                not (heard := await socket.receive_json(timeout=30))
                .get("controls", {})
                .get("bot", {})
                .get("given_up")
            ):
                pass
            assert heard["controls"]["bot"]["given_up"] == {"ends": 6, "status": 7}
        async with page.get(f"{run.play.base_url}/page/state") as answer:
            assert (await answer.json())["bot"]["given_up"] == {"ends": 6, "status": 7}
    mended.touch()
    await run.do("bot", do="restart")
    await run.identified(2)
    assert run.play.controls.given_up() is None


async def test_a_playground_whose_bot_stays_down_ends_with_a_status_that_says_so(tmp_path: Path) -> None:
    said: list[str] = []
    down = asyncio.Event()

    def hear(sentence: str) -> None:
        said.append(sentence)
        if "stays down" in sentence:
            down.set()

    ended = asyncio.create_task(main(0, ("/bin/sh", "-c", "exit 3"), keep_in=tmp_path / "home", say=hear))
    async with asyncio.timeout(30):
        await down.wait()
    os.kill(os.getpid(), signal.SIGTERM)
    assert await ended == 1


async def test_a_bot_left_behind_by_a_killed_playground_is_ended_and_its_data_gone_on_with(
    start: Start, tmp_path: Path
) -> None:
    script = (
        "import asyncio, pathlib, sys; from playground.run import main; "
        "asyncio.run(main(0, sys.argv[2:], keep_in=pathlib.Path(sys.argv[1])))"
    )
    # Not asyncio's process: its wait() ends only when the bot, too, has let go of the pipe.
    killed = await asyncio.to_thread(
        subprocess.Popen,
        (sys.executable, "-c", script, str(tmp_path / "home"), sys.executable, "-c", NEVER_ENDS),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )
    assert killed.stdout is not None
    assert b"Playground: " in await asyncio.to_thread(killed.stdout.readline)
    assert b"up" in await asyncio.to_thread(killed.stdout.readline)
    left_behind = await asyncio.to_thread(_number_in, tmp_path / "home" / "bot.pid")
    killed.kill()
    await asyncio.to_thread(killed.wait)
    killed.stdout.close()
    run = await start()
    assert run.said[0] == (
        f"A playground that was killed left its bot behind (process {left_behind}); "
        "ending it and going on with its data."
    )
    stat = Path(f"/proc/{left_behind}/stat")
    gone = await asyncio.to_thread(lambda: not stat.exists() or ") Z " in stat.read_text())
    assert gone
    assert (await run.person("Ada").slash("ping")).text == "pong"


def _number_in(file: Path) -> int:
    """The number that is written into a file at about this moment."""
    for _ in range(3000):
        with contextlib.suppress(FileNotFoundError):
            if words := file.read_text("ascii").strip():
                return int(words)
        time.sleep(0.01)
    raise AssertionError(f"nothing was written into {file}")


async def test_a_process_that_only_has_the_number_of_a_bot_is_left_alone(tmp_path: Path) -> None:
    stranger = await asyncio.create_subprocess_exec(sys.executable, "-c", NEVER_ENDS)
    leash = Leash(tmp_path)
    await leash.write(stranger.pid)
    said: list[str] = []
    await asyncio.to_thread(leash.end_left_behind, said.append)
    async with leash.held():
        with pytest.raises(StillRunning, match="End it, then start again"):
            await asyncio.to_thread(leash.end_left_behind, said.append)
    assert said == []
    assert stranger.returncode is None
    stranger.kill()
    await stranger.wait()


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
    ended = asyncio.create_task(
        main(
            0,
            (sys.executable, "-c", NEVER_ENDS),
            open_page=asked,
            say=lambda sentence: None,
            ready=ready.set_result,
        )
    )
    play = await ready
    os.kill(os.getpid(), signal.SIGTERM)
    assert await ended == 0
    assert opened == ([play.base_url] if asked else [])
