"""The playground's time: real time plus whatever a test has skipped.

Deadlines, token lives, rate limits and snowflakes all read this clock, so fifteen minutes can pass in no time.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime


class PlayClock:
    """Seconds since 1970 that a test may move forward."""

    def __init__(self) -> None:
        self._skipped = 0.0

    def time(self) -> float:
        """Seconds since 1970, skipped time included."""
        return time.time() + self._skipped

    def now(self) -> datetime:
        """The same instant as an aware UTC datetime."""
        return datetime.fromtimestamp(self.time(), UTC)

    def advance(self, seconds: float) -> None:
        """Let *seconds* (≥ 0) pass at once."""
        if seconds < 0:
            raise ValueError("time only goes forward")
        self._skipped += seconds
