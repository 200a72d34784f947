"""Opens the playground for a person: the server here, the bot as a child process, until Ctrl-C or SIGTERM.

What was said and done is kept in a folder of the playground's own, never among the data of a bot in Discord.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import signal
import sqlite3
import sys
import webbrowser
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playground.home import Home, claim_home
from playground.kept_state import KeptState
from playground.leash import StillRunning
from playground.server import Playground
from playground.supervisor import Say, Supervisor

BOT = (sys.executable, "-m", "bot", "run")
PORTS_TRIED = 20

People = Sequence[tuple[str, str, bool]]

PEOPLE: People = (
    ("Ada", "en-US", False),
    ("小明", "zh-CN", False),
    ("Mia", "zh-TW", False),
    ("Morgan", "en-US", True),
)
"""Name, locale, moderator or not, of those who are there at the start."""


def say_at_once(sentence: str) -> None:
    """Print; also when somebody reads along through a pipe."""
    print(sentence, flush=True)


async def main(
    port: int = 8787,
    command: Sequence[str] = BOT,
    *,
    environment: Mapping[str, str] | None = None,
    openapi: Path | None = None,
    people: People = PEOPLE,
    keep_in: Path | None = None,
    open_page: bool = False,
    say: Say = say_at_once,
    ready: Callable[[Playground], None] | None = None,
) -> int:
    """Start the playground on *port*, or the next free one, and keep *command* running in it.

    *environment* is what the bot is told besides where its Discord, its data and its model are. With *keep_in*, everything is
    kept in that folder until the next start; without it nothing is. *ready* is called once the address is open. Returns the
    exit status: 0 after a stop that was asked for, 1 when the bot kept dying until then or nothing could be started.
    """
    token = secrets.token_urlsafe(32)
    play = await start_on_free_port(port, token, say, openapi)
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(play.stop)
        home = None
        if keep_in is not None:
            try:
                home = await asyncio.to_thread(claim_home, keep_in, say)
            except OSError as error:
                say(f"The playground cannot write in {keep_in}: {error.strerror or error}.")
                return 1
            stack.callback(home.release)
            try:
                await asyncio.to_thread(home.leash.end_left_behind, say)
            except StillRunning as trouble:
                say(str(trouble))
                return 1
        kept = await _restored(play, home, say)
        if kept is not None:
            stack.push_async_callback(kept.close)
        if not play.people:
            introduce(play, people)
        if kept is not None:
            kept.follow(play)
        given = {**os.environ, **(environment or {})}
        play.models.read_settings(given)
        leash = None if home is None else home.leash
        supervisor = Supervisor(command, _Environment(play, home, given), say, leash)
        play.controls.attach(supervisor, _Afresh(play, home, kept, people))
        say(f"Playground: {play.base_url}")
        if open_page:
            await asyncio.to_thread(webbrowser.open, play.base_url)
        stop = asyncio.Event()
        with _stopped_by_signals(stop):
            if ready is not None:
                ready(play)
            await supervisor.keep_running(stop)
        return 0 if supervisor.given_up is None else 1


def introduce(play: Playground, people: People) -> None:
    """Let the people be there who are there at the start."""
    for name, locale, moderator in people:
        play.person(name, locale=locale, moderator=moderator)


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


async def _restored(play: Playground, home: Home | None, say: Say) -> KeptState | None:
    """What keeps the playground's state, with what it held put into *play*; None where nothing is or can be kept."""
    if home is None:
        return None
    try:
        kept = await KeptState.open(home.state, say)
    except (OSError, sqlite3.Error) as error:
        say(f"The playground cannot keep its state in {home.folder}: {error}. It goes on without.")
        return None
    await kept.restore(play)
    return kept


@dataclass(frozen=True, slots=True)
class _Environment:
    """What the bot is told at each start."""

    play: Playground
    home: Home | None
    given: Mapping[str, str]

    def __call__(self) -> Mapping[str, str]:
        told = self.play.models.environment(self.given)
        told |= {"DISCORD_TOKEN": self.play.bot_token, "DISCORD_API_BASE": self.play.api_base}
        if self.home is not None:
            told |= {"DATA_DIR": str(self.home.folder), "DATABASE_URL": ""}
        return told


@dataclass(frozen=True, slots=True)
class _Afresh:
    """Begins everything again; no bot may run meanwhile."""

    play: Playground
    home: Home | None
    kept: KeptState | None
    people: People

    async def __call__(self) -> None:
        if self.home is not None:
            await asyncio.to_thread(self.home.forget_the_bots_data)
        await self.play.begin_again(lambda play: introduce(play, self.people))
        if self.kept is not None:
            await self.kept.forget()


@contextlib.contextmanager
def _stopped_by_signals(stop: asyncio.Event) -> Iterator[None]:
    """Set *stop* on Ctrl-C and SIGTERM."""
    loop = asyncio.get_running_loop()
    handled = []
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers in the loop
            loop.add_signal_handler(number, stop.set)
            handled.append(number)
    try:
        yield
    finally:
        for number in handled:
            loop.remove_signal_handler(number)
