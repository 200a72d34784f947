"""Bots that are born quickly: a process reads the bot's code and rules once, and forks a bot from itself for every life.

Each bot is a process of its own, with its own event loop, files and connections, and dies as hard as any other. Only reading the code,
the sentences and the filters, which never change, is not done again.
"""

import asyncio
import importlib
import os
import pkgutil
import signal
import sys
import threading
from datetime import timedelta
from pathlib import Path
from typing import Self

from playground import Playground
from tests.doubles.bot_process import START_SECONDS, BotDidNotStart, BotProcess
from tests.doubles.model_server import ModelServer

QUICK = "QUICK_ROUNDS"
_LONG = timedelta(minutes=9)


class ForkedBot(BotProcess):
    """A bot out of the nursery, in the place of `python -m bot run`."""

    def __init__(
        self, play: Playground, data_dir: Path, model: ModelServer | None = None, *, quick: bool = False
    ) -> None:
        """`quick`: nobody needs time to read answers in its live rounds, and players are waited for until they are there."""
        super().__init__(play, data_dir, model, environment={QUICK: "1"} if quick else None)
        self.dies_at = ""
        """Where its next life ends by SIGKILL, as `module:name` of a function that it is about to run; "" for nowhere."""
        self._pid = 0
        self._life: asyncio.Task[int] | None = None

    @property
    def pid(self) -> int:
        """The running process's id."""
        return self._pid

    @property
    def is_running(self) -> bool:
        """Whether there is a bot that has not ended."""
        return self._life is not None and not self._life.done()

    async def start(self, *, synced: bool = True) -> None:
        """Let a bot be born; returns when it is connected and, with `synced`, when Discord has its commands."""
        if self._process is None:
            with self._log.open("ab") as log:
                self._process = await asyncio.create_subprocess_exec(
                    sys.executable,
                    "-m",
                    "tests.doubles.bot_nursery",
                    env=self._environment,
                    cwd=self._cwd,
                    stdin=asyncio.subprocess.PIPE,
                    stdout=asyncio.subprocess.PIPE,
                    stderr=log,
                )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{self.dies_at}\n".encode())
        born = await self._process.stdout.readline()
        if not born:
            raise BotDidNotStart(f"there is no nursery:\n{self.said}")
        self._pid = int(born)
        self._life = asyncio.create_task(self._until_death())
        ends = asyncio.get_running_loop().time() + START_SECONDS
        while not (self._play.gateway.online and (self._play.commands() or not synced)):
            if not self.is_running:
                raise BotDidNotStart(f"it ended:\n{self.said}")
            if asyncio.get_running_loop().time() > ends:
                raise BotDidNotStart(f"it did not connect:\n{self.said}")
            await asyncio.sleep(0.01)

    def kill_now(self) -> None:
        """SIGKILL, without waiting for anything; wait with `ended`."""
        if self.is_running:
            try:
                os.kill(self._pid, signal.SIGKILL)
            except ProcessLookupError:
                pass  # it has just died

    async def ended(self) -> int:
        """Wait for the end of the bot and of its connection; gives the exit code."""
        assert self._life is not None, "the bot was not started"
        code = await self._life
        while self._play.gateway.online:
            await self._play.gateway.connected.wait(0.25)
        return code

    async def _until_death(self) -> int:
        assert self._process is not None and self._process.stdout is not None
        return int(await self._process.stdout.readline() or -1)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.kill_now()
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            await self._process.wait()


def main() -> None:
    """One bot for each line that comes in: its process id goes out when it is born, its exit code when it is dead."""
    import openai  # noqa: F401 – every bot reads it when it has a model
    import rjieba

    import bot.opening.ground as ground
    import bot.quiz.live.rounds as live
    import bot.serving  # noqa: F401 – read once, for all lives
    import cogs
    from bot.__main__ import main as run
    from bot.quiz.live.values import Pace
    from bot.safety import Guard
    from bot.texts.catalogue import Texts

    for module in pkgutil.walk_packages(cogs.__path__, "cogs."):
        importlib.import_module(module.name)
    texts, guard = Texts(), Guard()
    rjieba.cut("词典")  # reads its dictionary
    blink = timedelta(milliseconds=50)
    pace = Pace(lobby=_LONG, pause=blink, grace=blink)  # a lobby outlasts the slowest start
    ground.Texts = lambda: texts  # type: ignore[assignment,misc]  # the same to whoever asks
    ground.Guard = lambda: guard  # type: ignore[assignment,misc]  # the same to whoever asks
    if QUICK in os.environ:
        live.Pace = lambda: pace  # type: ignore[assignment,misc]  # the same to whoever asks
    child = 0
    while line := sys.stdin.buffer.readline():
        child = os.fork()
        if child == 0:
            _let_die_at(line.decode().strip())
            os._exit(run(["run", "--no-env-file"]))
        print(child, flush=True)
        threading.Thread(target=_report, args=(child,), daemon=True).start()
    if child:
        try:
            os.kill(child, signal.SIGKILL)
        except ProcessLookupError:
            pass  # it is dead


def _let_die_at(place: str) -> None:
    """Put the end of this process in the place of a function, `module:name` or `module:Class.name`."""
    if not place:
        return
    module, _, name = place.partition(":")
    *outer, last = name.split(".")
    holder: object = importlib.import_module(module)
    for part in outer:
        holder = getattr(holder, part)
    setattr(holder, last, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))


def _report(child: int) -> None:
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
