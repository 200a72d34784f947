"""The folder of one running playground: its own state and its bot's data, and nobody else's while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from playground.leash import Leash
from playground.supervisor import Say

_TRIED: Final = 20
_BOTS_DATA: Final = ("tutor.db*", "owed-answers")
"""What a bot leaves in its folder that belongs to people."""


@dataclass(frozen=True, slots=True)
class Home:
    """A folder that this playground alone uses now."""

    folder: Path
    lock: FileLock

    @property
    def state(self) -> Path:
        """Where the playground keeps its own state."""
        return self.folder / "playground.db"

    @property
    def leash(self) -> Leash:
        """What its bot holds while it runs."""
        return Leash(self.folder)

    def forget_the_bots_data(self) -> None:
        """Delete what the bot has kept here. It must not be running."""
        for pattern in _BOTS_DATA:
            for path in self.folder.glob(pattern):
                path.unlink(missing_ok=True)

    def release(self) -> None:
        """Let the next playground have the folder."""
        self.lock.release()


def claim_home(wanted: Path, say: Say) -> Home:
    """*wanted*, or where another playground is at home there, the same with a number, saying so. OSError as the disk gives it."""
    for number in range(1, _TRIED + 1):
        folder = wanted if number == 1 else wanted.with_name(f"{wanted.name}-{number}")
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "in-use.lock", thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            continue
        if number > 1:
            say(f"Another playground uses {wanted}; this one keeps its own state in {folder}.")
        return Home(folder, lock)
    raise OSError(f"{_TRIED} playgrounds are running already")
