"""Running a bot in the playground: ports, restarts, a clean stop."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from playground import Playground
from playground.run import main, start_on_free_port
from playground.supervisor import GivenUp, Supervisor

PLAIN_BOT = (sys.executable, "-m", "tests.doubles.plain_bot")
ROOT = Path(__file__).parents[2]


async def test_a_taken_port_is_said_and_the_next_one_used(play: Playground) -> None:
    taken = int(play.base_url.rsplit(":", 1)[1])
    said: list[str] = []
    second = await start_on_free_port(taken, "token", said.append)
    try:
        port = int(second.base_url.rsplit(":", 1)[1])
        assert port > taken
        assert said == [f"Port {taken} is taken; using {port} instead."]
    finally:
        await second.stop()


async def test_a_bot_that_keeps_dying_stays_down_until_somebody_wants_it_again() -> None:
    said: list[str] = []
    down = asyncio.Event()
    stop = asyncio.Event()
    supervisor = Supervisor(("/bin/sh", "-c", "exit 3"), lambda: os.environ, said.append)
    supervisor.on_change(lambda: down.set() if supervisor.given_up else down.clear())
    keeping = asyncio.create_task(supervisor.keep_running(stop))
    for starts in (6, 12):
        async with asyncio.timeout(30):
            await down.wait()
        assert supervisor.starts == starts
        assert supervisor.given_up == GivenUp(6, 3)
        assert said[:5] == ["The bot ended (status 3); starting it again."] * 5
        assert "6 times within a minute (last status 3)" in said[5]
        down.clear()
        said.clear()
        if starts == 6:
            await supervisor.restart()
    stop.set()
    await keeping
    assert supervisor.given_up is not None


async def test_the_bot_runs_as_a_child_is_restarted_when_killed_and_stopped_with_the_playground() -> None:
    said: list[str] = []
    started: asyncio.Future[Playground] = asyncio.get_running_loop().create_future()
    environment = {"PYTHONPATH": str(ROOT)}
    running = asyncio.create_task(
        main(0, PLAIN_BOT, environment=environment, say=said.append, ready=started.set_result)
    )
    play = await started
    await play.until_connected(30)
    ada = next(iter(play.people.values()))
    assert (await ada.slash("ping")).text == "pong"
    os.kill(_child(), signal.SIGKILL)
    while play.gateway.received.count("IDENTIFY") < 2:
        assert await play.gateway.connected.wait(30)
    assert (await ada.slash("ping")).text == "pong"
    os.kill(os.getpid(), signal.SIGTERM)
    assert await running == 0
    assert said[0] == f"Playground: {play.base_url}"
    assert "status -9" in said[1]


def _child() -> int:
    """The process id of the bot: the only child of this process that runs the plain bot."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
                if parent == os.getpid() and b"plain_bot" in (entry / "cmdline").read_bytes():
                    return int(entry.name)
            except OSError:
                continue
    raise AssertionError("no child runs the plain bot")
