"""Finds the bot of a playground that was killed: such a bot runs on, and two must never share one folder.

A bot inherits an open, locked file and with it the lock, which the system takes back when that process ends, however
it ends. So a lock that is held says for certain that a bot still runs; the file says which process it is.
Where the system knows no such locks (Windows), nothing is found and nothing is held.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

TERM_SECONDS: Final = 10.0
"""How long a bot that was left behind may take to finish before it is killed."""
KILL_SECONDS: Final = 5.0
_LOOK_EVERY: Final = 0.05


class StillRunning(Exception):
    """A bot that was left behind could not be ended. Its words say which process it is."""


class Leash:
    """The file that the bot of one folder holds while it runs."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "bot.pid"

    @contextlib.asynccontextmanager
    async def held(self) -> AsyncIterator[tuple[int, ...]]:
        """The descriptors a new bot must inherit; the lock is its own once it has started."""
        descriptor = await asyncio.to_thread(self._take)
        try:
            yield () if descriptor is None else (descriptor,)
        finally:
            if descriptor is not None:
                os.close(descriptor)

    async def write(self, pid: int) -> None:
        """Note which process it is."""
        await asyncio.to_thread(self._path.write_text, f"{pid}\n", "ascii")

    def end_left_behind(self, say: Callable[[str], None]) -> None:
        """End the bot that an earlier playground left behind, if there is one, saying so; StillRunning when it stays."""
        if self._is_free():
            return
        pid = self._pid()
        if pid is None or not self._is_holder(pid):
            raise StillRunning(
                f"A bot still uses {self._path.parent}, left behind by a playground that was killed. "
                "End it, then start again."
            )
        say(
            f"A playground that was killed left its bot behind (process {pid}); ending it and going on with its data."
        )
        for number, seconds in ((signal.SIGTERM, TERM_SECONDS), (signal.SIGKILL, KILL_SECONDS)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
            ends = time.monotonic() + seconds
            while time.monotonic() < ends:
                if self._is_free():
                    return
                time.sleep(_LOOK_EVERY)
        raise StillRunning(f"The bot in process {pid} could not be ended. End it, then start again.")

    def _take(self) -> int | None:
        if sys.platform == "win32":
            return None
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return descriptor

    def _is_free(self) -> bool:
        if sys.platform == "win32" or not self._path.exists():
            return True
        with self._path.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
        return True

    def _pid(self) -> int | None:
        words = self._path.read_text("ascii").strip()
        return int(words) if words.isdigit() else None

    def _is_holder(self, pid: int) -> bool:
        """Whether the process has the file open, as far as the system tells: a number may belong to another by now."""
        open_files = Path(f"/proc/{pid}/fd")
        if not Path("/proc/self/fd").exists():
            return True
        try:
            return any(os.path.samefile(it, self._path) for it in open_files.iterdir() if it.exists())
        except OSError:
            return False
