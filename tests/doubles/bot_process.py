"""The whole bot as a process of its own, as it runs in life: it can be killed, stopped and started again.

It finds its Discord and its model by the environment alone, and leans on nothing of the test's process.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from playground import Playground
from tests.doubles.model_server import ModelServer

START_SECONDS = 60.0
"""More than any start takes on a machine that does ten other things."""


class BotDidNotStart(AssertionError):
    """The process ended, or did not connect; the message holds what it said."""


class BotProcess:
    """`python -m bot run` on a playground."""

    def __init__(
        self,
        play: Playground,
        data_dir: Path,
        model: ModelServer | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._play = play
        self._environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "DISCORD_TOKEN": play.bot_token,
            "DISCORD_API_BASE": play.api_base,
            "DATA_DIR": str(data_dir),
            "DATABASE_URL": f"sqlite+aiosqlite:///{data_dir / 'tutor.db'}",
            "LOG_LEVEL": "INFO",
            "SERVER_TOKENS_PER_DAY": "1000000000",  # five hundred rounds in one world take more than usual
            **({"OPENAI_BASE_URL": model.base_url, "CHAT_MODEL": "tutor-test"} if model else {}),
            **(environment or {}),
        }
        self._log = data_dir / "bot.log"
        self._cwd = data_dir
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int:
        """The running process's id."""
        assert self._process is not None, "the bot was not started"
        return self._process.pid

    @property
    def said(self) -> str:
        """Everything the bot has logged so far."""
        return self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""

    async def start(self, *, synced: bool = True) -> None:
        """Start it; returns when it is connected and, with `synced`, when Discord has its commands."""
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=self._environment, cwd=self._cwd, stderr=log
            )
        ends = asyncio.get_running_loop().time() + START_SECONDS
        while not (self._play.gateway.online and (self._play.commands() or not synced)):
            if self._process.returncode is not None:
                raise BotDidNotStart(f"it ended with {self._process.returncode}:\n{self.said}")
            if asyncio.get_running_loop().time() > ends:
                raise BotDidNotStart(f"it did not connect:\n{self.said}")
            await asyncio.sleep(0.02)

    @property
    def is_running(self) -> bool:
        """Whether there is a process that has not ended."""
        return self._process is not None and self._process.returncode is None

    def kill_now(self) -> None:
        """SIGKILL, without waiting for anything; wait with `ended`."""
        if self._process is not None and self.is_running:
            self._process.kill()

    def ask_to_stop(self) -> None:
        """SIGTERM."""
        os.kill(self.pid, signal.SIGTERM)

    async def ended(self) -> int:
        """Wait for the end of the process and of its connection; gives the exit code."""
        assert self._process is not None, "the bot was not started"
        code = await self._process.wait()
        while self._play.gateway.online:
            await self._play.gateway.connected.wait(0.25)
        return code

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.kill_now()
        if self._process is not None:
            await self._process.wait()
