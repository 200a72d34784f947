"""Keeps the bot running as a child process: starts it again when it ends, and at the page's wish kills, stops or restarts it.

The bot is a process of its own, so that it can be killed and restarted as in real life, and cannot lean on anything here.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playground.leash import Leash

RESTARTS_PER_MINUTE = 5
STOP_SECONDS = 10.0
"""How long a bot may take to finish after SIGTERM before it is killed."""

Say = Callable[[str], None]
Environment = Callable[[], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Why the bot is not started again by itself."""

    ends: int
    """How often it ended within a minute, and nobody had asked it to."""
    status: int
    """What it ended with last."""


class Supervisor:
    """One bot process after another, until it is told to stop."""

    def __init__(
        self, command: Sequence[str], environment: Environment, say: Say, leash: Leash | None = None
    ) -> None:
        """*environment* is asked before every start, so that what it says may change between two of them."""
        self._command = command
        self._environment = environment
        self._say = say
        self._leash = leash
        self._process: asyncio.subprocess.Process | None = None
        self._may_start = asyncio.Lock()
        self._asked_for = False
        self._wanted = asyncio.Event()
        self._on_change: Callable[[], None] = lambda: None
        self.starts = 0
        """How often the bot has been started."""
        self.given_up: GivenUp | None = None
        """Set while the bot is down for good, until somebody wants it started again."""

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call *listener* whenever a process has started or ended, or is given up."""
        self._on_change = listener

    @property
    def running(self) -> bool:
        """Whether there is a process now."""
        return self._process is not None

    async def keep_running(self, stop: asyncio.Event) -> None:
        """Run the bot, again whenever it ends, until *stop*.

        After six ends within a minute it stays down, which is said, until `restart` or `stop`.
        """
        ends: deque[float] = deque()
        while not stop.is_set():
            status = await self._run_once(stop)
            if stop.is_set() or self._asked_for:
                continue
            now = time.monotonic()
            ends.append(now)
            while ends[0] < now - 60:
                ends.popleft()
            if len(ends) > RESTARTS_PER_MINUTE:
                await self._stay_down(GivenUp(len(ends), status), stop)
                ends.clear()
            else:
                self._say(f"The bot ended (status {status}); starting it again.")

    async def _stay_down(self, why: GivenUp, stop: asyncio.Event) -> None:
        """Wait until somebody wants the bot again, or *stop*; then `given_up` still says why."""
        self._say(
            f"The bot ended {why.ends} times within a minute (last status {why.status}); what it said stands above. "
            "It stays down until you start it again on the page. Ctrl-C ends the playground."
        )
        self._wanted.clear()
        self.given_up = why
        self._on_change()
        await _first_of(self._wanted.wait(), stop.wait())
        if not stop.is_set():
            self.given_up = None

    async def _run_once(self, stop: asyncio.Event) -> int:
        """One process from its start to its end; gives its status."""
        async with self._may_start:
            self._asked_for = False
            process = await self._start()
            self._process = process
        self.starts += 1
        self._on_change()
        try:
            await _first_of(process.wait(), stop.wait())
            if process.returncode is None:
                await _end(process)
            return await process.wait()
        finally:
            self._process = None
            self._on_change()

    async def _start(self) -> asyncio.subprocess.Process:
        environment = dict(self._environment())
        if self._leash is None:
            return await asyncio.create_subprocess_exec(*self._command, env=environment)
        async with self._leash.held() as inherited:
            process = await asyncio.create_subprocess_exec(
                *self._command, env=environment, pass_fds=inherited
            )
            await self._leash.write(process.pid)
            return process

    # ---- at the page's wish

    async def restart(self) -> None:
        """Stop the bot cleanly and start it with the environment as it is now; returns when the old one is gone."""
        async with self.without_bot():
            pass

    @contextlib.asynccontextmanager
    async def without_bot(self, *, killed: bool = False) -> AsyncIterator[None]:
        """Stop the bot, cleanly or *killed* as a crash does it; no bot runs in here, and afterwards a new one does."""
        async with self._may_start:
            process = self._process
            if process is not None:
                self._asked_for = True
                await _end(process, patience=0 if killed else STOP_SECONDS)
            yield
            self._wanted.set()


async def _first_of(*waits: Coroutine[Any, Any, object]) -> None:
    """Wait for one of them; the others are given up."""
    tasks = [asyncio.ensure_future(it) for it in waits]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()


async def _end(process: asyncio.subprocess.Process, patience: float = STOP_SECONDS) -> None:
    """SIGTERM, *patience* to finish, then SIGKILL."""
    with contextlib.suppress(ProcessLookupError):
        if patience and process.returncode is None:
            process.terminate()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), patience)
        if process.returncode is None:
            process.kill()
    await process.wait()
