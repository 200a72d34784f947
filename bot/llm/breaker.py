"""A circuit breaker: a model that keeps failing is left alone for a while, then tried with one request.

States after Nygard, "Release It!" (2nd ed., 2018), chapter 5. Knows no server; only counts and time.
"""

from enum import StrEnum

from bot.clock import Clock

FAILURES_TO_OPEN = 5
FIRST_REST = 15.0
LONGEST_REST = 240.0


class Circuit(StrEnum):
    """Whether requests may pass."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


class Breaker:
    """The breaker of one model. Rests are in seconds and double with each failed probe."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failures = 0
        self._rest = FIRST_REST
        self._open_until: float | None = None
        self._probing = False

    @property
    def state(self) -> Circuit:
        """The state now."""
        if self._open_until is None:
            return Circuit.CLOSED
        return Circuit.OPEN if self._clock.monotonic() < self._open_until else Circuit.HALF_OPEN

    def enter(self) -> bool:
        """Whether a request may pass now. Each True is answered by one of the three calls below."""
        match self.state:
            case Circuit.CLOSED:
                return True
            case Circuit.OPEN:
                return False
            case Circuit.HALF_OPEN:
                if self._probing:
                    return False
                self._probing = True
                return True

    def succeeded(self) -> None:
        """A request came to its right end: close."""
        self._failures = 0
        self._rest = FIRST_REST
        self._open_until = None
        self._probing = False

    def failed(self) -> None:
        """A request failed in a way that says something about the server."""
        if self._probing:
            self._rest = min(self._rest * 2, LONGEST_REST)
            self.rest(self._rest)
            return
        if self._open_until is not None:  # it was under way when the breaker opened, and says nothing new
            return
        self._failures += 1
        if self._failures >= FAILURES_TO_OPEN:
            self.rest(self._rest)

    def left(self) -> None:
        """A request ended in a way that says nothing about the server, such as a cancellation."""
        self._probing = False

    def rest(self, seconds: float) -> None:
        """Open now, for so long: the failures ran up, or the server itself said when to come back."""
        until = self._clock.monotonic() + min(seconds, LONGEST_REST)
        self._open_until = max(self._open_until or until, until)
        self._failures = 0
        self._probing = False
