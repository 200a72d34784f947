"""Discord-like ids: 42 bits of milliseconds since 2015, then a counter, so ids sort by time and never repeat."""

from __future__ import annotations

from playground.clock import PlayClock

DISCORD_EPOCH_MS = 1_420_070_400_000


class Snowflakes:
    """Hands out ids that grow strictly, even within one millisecond."""

    def __init__(self, clock: PlayClock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> int:
        """A new id."""
        stamp = (int(self._clock.time() * 1000) - DISCORD_EPOCH_MS) << 22
        self._last = max(stamp, self._last + 1)
        return self._last

    def go_on_after(self, known: int) -> None:
        """Hand out only ids above *known*, whatever the clock says."""
        self._last = max(self._last, known)


def milliseconds(snowflake: int) -> int:
    """When the id was made, in milliseconds since 1970."""
    return (snowflake >> 22) + DISCORD_EPOCH_MS
