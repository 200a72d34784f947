"""One request to one model: let in by its breaker, reserved before, and ended exactly once, whatever happens.

A trial that is cancelled still settles: its end runs as a task of its own, which a second cancellation cannot
reach.
"""

import asyncio
from collections.abc import Callable, Collection, Coroutine
from decimal import Decimal

from bot.clock import Clock
from bot.llm.breaker import Breaker
from bot.llm.errors import Reason
from bot.llm.failures import Failure, read_failure
from bot.llm.ledger import CANCELLED, Entry, Ledger, Spawn, cost_of
from bot.llm.values import Payer, Usage

QUOTA_REST = 60.0
"""Seconds that a model is left alone after the provider said that the account is used up."""


class Trial:
    """The frame around one request. `begin` once, then exactly one `end` counts; later ones wait for it."""

    def __init__(self, ledger: Ledger, breaker: Breaker, clock: Clock, spawn: Spawn) -> None:
        self._ledger = ledger
        self._breaker = breaker
        self._clock = clock
        self._spawn = spawn
        self._entry: Entry | None = None
        self._ending: asyncio.Task[None] | None = None
        self._first_token: float | None = None
        self.usage = Usage()
        self.cost: Decimal | None = None

    @property
    def ended(self) -> bool:
        """Whether it has come to its end, right or wrong."""
        return self._ending is not None

    async def begin(self, payer: Payer, purpose: str, model: str, at_most: Usage) -> None:
        """Enter the breaker and reserve. Raises `Failure`; then nothing is left open."""
        if not self._breaker.enter():
            raise Failure(Reason.CIRCUIT_OPEN)
        try:
            self._entry = await self._ledger.open(payer, purpose, model, at_most)
        except BaseException:
            self._breaker.left()
            raise

    def sign_of_life(self) -> None:
        """The first piece of the answer has come."""
        if self._first_token is None:
            self._first_token = self._clock.monotonic()

    async def end(
        self,
        outcome: str,
        usage: Usage | None = None,
        failure: Failure | None = None,
        close: Callable[[], Coroutine[object, object, None]] | None = None,
    ) -> None:
        """Tell the breaker, close the connection, settle. Done even if the caller is cancelled meanwhile."""
        if self._ending is None:
            self.usage = usage if usage is not None else Usage()
            if self._entry is not None:
                self.cost = cost_of(self._entry, self.usage)
                self._tell_breaker(outcome, failure)
            self._ending = self._spawn(self._end(outcome, close))
        await asyncio.shield(self._ending)

    async def fail(
        self,
        error: Exception,
        sent: Collection[str] = (),
        usage: Usage | None = None,
        close: Callable[[], Coroutine[object, object, None]] | None = None,
    ) -> Failure:
        """End because of `error` and return it as data. A mistake in our own code is ended, then raised again."""
        try:
            failure = read_failure(error, sent, self._clock.now())
        except Exception:
            await self.end("error", usage, close=close)
            raise
        await self.end(failure.reason.value, usage, failure, close)
        return failure

    def detach(self, ending: Coroutine[object, object, None]) -> None:
        """Run an ending that nobody waits for."""
        self._spawn(ending)

    def _tell_breaker(self, outcome: str, failure: Failure | None) -> None:
        if outcome in (CANCELLED, "error"):
            self._breaker.left()
        elif failure is None:
            self._breaker.succeeded()
        elif failure.reason is Reason.OUT_OF_QUOTA:
            self._breaker.rest(QUOTA_REST)
        elif failure.speaks_against_server:
            self._breaker.failed()
        else:
            self._breaker.left()

    async def _end(self, outcome: str, close: Callable[[], Coroutine[object, object, None]] | None) -> None:
        if close is not None:
            try:
                await close()
            except Exception:  # the call is over either way, and its outcome is recorded below
                pass
        if self._entry is not None:
            await self._ledger.close(self._entry, self.usage, outcome, self._first_token)
