"""A process beside the bot for work that takes much memory or time: vocabularies, pictures.

It starts with the first job, does one job after another, and goes when nobody needed it for a while, so that the bot keeps none of
its memory. When the bot is gone, it ends by itself.
"""

import asyncio
import pickle
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Final, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

IDLE: Final = 120.0
"""Seconds without a job after which the process goes."""
PATIENCE: Final = 20.0
"""Seconds that one job may take, the start of the process included."""
MOST_WAITING: Final = 200
"""Jobs that may wait; whoever comes then is told to try again."""
_ROOT: Final = Path(__file__).parents[2]
_LENGTH: Final = struct.Struct(">I")


class Busy(Exception):
    """Too many jobs wait already."""


class Unable(Exception):
    """The process died, hung, or could not do the job; nothing of the job is in this message."""


class Workshop:
    """Runs functions of our own in the process. Safe for any number of tasks; one job runs at a time."""

    def __init__(self, *, idle: float = IDLE, patience: float = PATIENCE) -> None:
        self._idle = idle
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._leaving: asyncio.TimerHandle | None = None
        self._ending: asyncio.Task[None] | None = None
        self._closed = False

    @property
    def process_id(self) -> int | None:
        """The process, while there is one."""
        return self._process.pid if self._process is not None else None

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `function`, one of a module's own, gives. Raises `Busy` and `Unable`.

        Function, arguments and result cross by pickling.
        """
        if self._closed or self._waiting >= MOST_WAITING:
            raise Busy
        self._waiting += 1
        try:
            async with self._turn:
                self._stay()
                try:
                    result: T = await self._done(pickle.dumps((function, args, kwargs)))
                    return result
                finally:
                    self._leave_later()
        finally:
            self._waiting -= 1

    async def close(self) -> None:
        """End the process; jobs that come later are refused."""
        self._closed = True
        self._stay()
        await self._end()

    async def _done(self, job: bytes) -> Any:
        try:
            async with asyncio.timeout(self._patience):
                ok, result = await asyncio.to_thread(self._exchange, job)
        except (TimeoutError, asyncio.CancelledError):
            self._kill()  # its answer to this job would be taken for that to the next
            raise
        except (OSError, EOFError, pickle.PickleError) as error:
            self._kill()
            raise Unable(type(error).__name__) from None
        if not ok:
            raise Unable(result)
        return result

    def _exchange(self, job: bytes) -> tuple[bool, Any]:
        """Hand a job over and wait for what comes back; blocks."""
        process = self._process
        if process is None or process.poll() is not None:
            process = self._process = subprocess.Popen(
                [sys.executable, "-m", "bot.explain.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=_ROOT,
            )
        assert process.stdin is not None and process.stdout is not None
        write_frame(process.stdin, job)
        return pickle.loads(read_frame(process.stdout))  # type: ignore[no-any-return]  # from our own process

    def _stay(self) -> None:
        if self._leaving is not None:
            self._leaving.cancel()
            self._leaving = None

    def _leave_later(self) -> None:
        if not self._closed:
            self._leaving = asyncio.get_running_loop().call_later(self._idle, self._leave)

    def _leave(self) -> None:
        self._leaving = None
        self._ending = asyncio.get_running_loop().create_task(self._end_unless_busy())

    async def _end_unless_busy(self) -> None:
        async with self._turn:
            if self._leaving is None:
                await self._end()

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            await asyncio.to_thread(_reap, process)

    def _kill(self) -> None:
        """End a process that cannot be trusted any more; its thread then reads the end of the pipe."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            self._ending = asyncio.get_running_loop().create_task(asyncio.to_thread(_reap, process))


def _reap(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                pass  # it has gone already
    try:
        process.wait(timeout=2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def write_frame(pipe: IO[bytes], data: bytes) -> None:
    """One message through a pipe."""
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> bytes:
    """The next message. Raises `EOFError` when the other side has gone."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return data
