"""The sign of life that a running tutor leaves in its data folder; it imports nothing, so that looking costs nothing."""

from datetime import datetime, timedelta
from pathlib import Path

NAME = "heartbeat"
"""The file's name in the data folder."""

EVERY = 20.0
"""Seconds between two heartbeats."""

LASTS = timedelta(seconds=60)
"""A process whose last heartbeat is older than this does not live any more."""


def beat(file: Path, *, now: datetime) -> None:
    """Say that the process lives."""
    file.write_text(now.isoformat(), encoding="utf-8")


def is_alive(file: Path, *, now: datetime) -> bool:
    """Whether the process that writes this file has done so lately."""
    try:
        last = datetime.fromisoformat(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return now - last < LASTS
