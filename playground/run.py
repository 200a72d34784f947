"""Runs the bot in a playground: server here, bot as a child process, until Ctrl-C or SIGTERM.

The bot is a process of its own, so that it can be killed and restarted as in real life, and cannot lean on anything here.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from playground.server import Playground

BOT = (sys.executable, "-m", "bot", "run")
PORTS_TRIED = 20
RESTARTS_PER_MINUTE = 5
STOP_SECONDS = 10.0
"""How long a bot may take to finish after SIGTERM before it is killed."""

Say = Callable[[str], None]


class BotKeepsDying(Exception):
    """The bot ended more than five times within a minute."""


async def main(
    port: int = 8787,
    command: Sequence[str] = BOT,
    *,
    environment: Mapping[str, str] | None = None,
    openapi: Path | None = None,
    people: Sequence[tuple[str, str, bool]] = (
        ("Ada", "en-US", False),
        ("小明", "zh-CN", False),
        ("Mia", "zh-TW", False),
        ("Morgan", "en-US", True),
    ),
    say: Say = print,
    ready: Callable[[Playground], None] | None = None,
) -> int:
    """Start the playground on *port*, or the next free one, and keep *command* running in it.

    *people*: name, locale, moderator or not, of those who are there at the start. *ready* is called once the address
    is open. Returns the exit status: 0 after a stop that was asked for, 1 when the bot kept dying.
    """
    token = secrets.token_urlsafe(32)
    play = await start_on_free_port(port, token, say, openapi)
    for name, locale, moderator in people:
        play.person(name, locale=locale, moderator=moderator)
    say(f"Playground: {play.base_url}")
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    handled = []
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers in the loop
            loop.add_signal_handler(number, stop.set)
            handled.append(number)
    if ready is not None:
        ready(play)
    inherited = {**os.environ, **(environment or {})}
    inherited |= {"DISCORD_TOKEN": token, "DISCORD_API_BASE": play.api_base}
    try:
        await keep_running(command, inherited, stop, say)
    except BotKeepsDying as death:
        say(str(death))
        return 1
    finally:
        for number in handled:
            loop.remove_signal_handler(number)
        await play.stop()
    return 0


async def start_on_free_port(port: int, token: str, say: Say, openapi: Path | None = None) -> Playground:
    """The playground on *port*, or on the next free of twenty, saying so. OSError when all are taken."""
    for candidate in range(port, port + PORTS_TRIED) if port else (0,):
        try:
            play = await Playground.start(port=candidate, bot_token=token, openapi=openapi)
        except OSError:
            continue
        if candidate != port:
            say(f"Port {port} is taken; using {candidate} instead.")
        return play
    raise OSError(f"ports {port} to {port + PORTS_TRIED - 1} are all taken")


async def keep_running(
    command: Sequence[str], environment: Mapping[str, str], stop: asyncio.Event, say: Say
) -> None:
    """Run *command*, again whenever it ends, until *stop*; BotKeepsDying after six ends within a minute."""
    ends: deque[float] = deque()
    while not stop.is_set():
        process = await asyncio.create_subprocess_exec(*command, env=dict(environment))
        ended = asyncio.ensure_future(process.wait())
        stopped = asyncio.ensure_future(stop.wait())
        await asyncio.wait((ended, stopped), return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if stop.is_set():
            await _stop(process, ended)
            return
        now = time.monotonic()
        ends.append(now)
        while ends[0] < now - 60:
            ends.popleft()
        status = ended.result()
        if len(ends) > RESTARTS_PER_MINUTE:
            raise BotKeepsDying(
                f"The bot ended {len(ends)} times within a minute (last status {status}); giving up."
            )
        say(f"The bot ended (status {status}); starting it again.")


async def _stop(process: asyncio.subprocess.Process, ended: asyncio.Future[int]) -> None:
    """SIGTERM, time to finish, then SIGKILL."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
    try:
        await asyncio.wait_for(asyncio.shield(ended), STOP_SECONDS)
    except TimeoutError:
        process.kill()
        await ended
