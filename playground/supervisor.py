"""Keeps the bot running as a child process: starts it again when it ends, and at the page's wish kills, stops or restarts it.

The bot is a process of its own, so that it can be killed and restarted as in real life, and cannot lean on anything here.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping, Sequence

RESTARTS_PER_MINUTE = 5
STOP_SECONDS = 10.0
"""How long a bot may take to finish after SIGTERM before it is killed."""

Say = Callable[[str], None]
Environment = Callable[[], Mapping[str, str]]


class BotKeepsDying(Exception):
    """The bot ended more than five times within a minute, and nobody had asked it to."""


class Supervisor:
    """One bot process after another, until it is told to stop."""

    def __init__(self, command: Sequence[str], environment: Environment, say: Say) -> None:
        """*environment* is asked before every start, so that what it says may change between two of them."""
        self._command = command
        self._environment = environment
        self._say = say
        self._process: asyncio.subprocess.Process | None = None
        self._may_start = asyncio.Lock()
        self._asked_for = False
        self._on_change: Callable[[], None] = lambda: None
        self.starts = 0
        """How often the bot has been started."""

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call *listener* whenever a process has started or ended."""
        self._on_change = listener

    @property
    def running(self) -> bool:
        """Whether there is a process now."""
        return self._process is not None

    async def keep_running(self, stop: asyncio.Event) -> None:
        """Run the bot, again whenever it ends, until *stop*; BotKeepsDying after six ends within a minute."""
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
                raise BotKeepsDying(
                    f"The bot ended {len(ends)} times within a minute (last status {status}); giving up."
                )
            self._say(f"The bot ended (status {status}); starting it again.")

    async def _run_once(self, stop: asyncio.Event) -> int:
        """One process from its start to its end; gives its status."""
        async with self._may_start:
            self._asked_for = False
            process = await asyncio.create_subprocess_exec(*self._command, env=dict(self._environment()))
            self._process = process
        self.starts += 1
        self._on_change()
        ended = asyncio.ensure_future(process.wait())
        stopped = asyncio.ensure_future(stop.wait())
        try:
            await asyncio.wait((ended, stopped), return_when=asyncio.FIRST_COMPLETED)
            if not ended.done():
                await _end(process)
            return await ended
        finally:
            stopped.cancel()
            self._process = None
            self._on_change()

    # ---- at the page's wish

    def kill(self) -> None:
        """SIGKILL, as a crash does it; the bot is started again at once."""
        if self._process is not None:
            self._asked_for = True
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()

    async def restart(self) -> None:
        """Stop the bot cleanly and start it with the environment as it is now; returns when the old one is gone."""
        async with self.without_bot():
            pass

    @contextlib.asynccontextmanager
    async def without_bot(self) -> AsyncIterator[None]:
        """Stop the bot cleanly; no bot runs in here, and afterwards a new one does."""
        async with self._may_start:
            process = self._process
            if process is not None:
                self._asked_for = True
                await _end(process)
            yield


async def _end(process: asyncio.subprocess.Process) -> None:
    """SIGTERM, time to finish, then SIGKILL."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_SECONDS)
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
