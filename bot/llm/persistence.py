"""Trying again: the same model within bounds, without a parameter it refuses, then the fallback model.

Everything happens before the first delta is handed on and within one deadline; what it ends in is one
`Failure`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from random import Random
from typing import TypeVar

from bot.clock import Clock
from bot.llm.breaker import Breaker
from bot.llm.capabilities import Capabilities, CapabilityTable
from bot.llm.errors import Reason
from bot.llm.failures import Failure
from bot.llm.retry import wait_before

T = TypeVar("T")
Run = Callable[[str, Capabilities, Breaker], Awaitable[T]]


class Persistence:
    """Runs a request until it succeeds or there is nothing left to try."""

    def __init__(self, table: CapabilityTable, clock: Clock, chance: Random, max_tries: int) -> None:
        self._table = table
        self._clock = clock
        self._chance = chance
        self._max_tries = max_tries
        self._breakers: dict[str, Breaker] = {}

    def breaker(self, model: str) -> Breaker:
        """The breaker of one model."""
        return self._breakers.setdefault(model, Breaker(self._clock))

    async def run(self, models: Iterable[str], run: Run[T], deadline: float) -> T:
        """The first success. `deadline` is on the loop's clock. Raises the `Failure` that says most."""
        final: Failure | None = None
        for model in models:
            failure: Failure | None = None
            try:
                return await self._on_model(model, run, deadline)
            except Failure as one:
                failure = one
            if final is None or failure.reason is not Reason.CIRCUIT_OPEN:
                final = failure
            if not failure.worth_another_model or _now() >= deadline:
                break
        raise final if final is not None else Failure(Reason.NO_MODEL)

    async def _on_model(self, model: str, run: Run[T], deadline: float) -> T:
        breaker = self.breaker(model)
        known = self._table.of(model)
        row = known
        tries = 0
        last: Failure | None = None
        while True:
            failure: Failure | None = None
            try:
                result = await run(model, row, breaker)
            except Failure as one:
                failure = one
            if failure is None:
                if row != known:
                    await self._table.learn(model, row)
                return result
            if failure.reason is Reason.CIRCUIT_OPEN:
                raise last or failure
            last = failure
            simpler = row.without(failure.parameter) if failure.parameter is not None else None
            if simpler is not None and not _turns_back(simpler, row, known):
                row = simpler
                continue
            tries += 1
            if not failure.worth_retrying or tries >= self._max_tries:
                raise failure
            wait = wait_before(tries, failure.retry_after, self._chance)
            if _now() + wait >= deadline:
                if failure.retry_after is not None:
                    breaker.rest(failure.retry_after)
                raise failure
            await self._clock.sleep(wait)


def _now() -> float:
    return asyncio.get_running_loop().time()


def _turns_back(simpler: Capabilities, row: Capabilities, known: Capabilities) -> bool:
    """Whether a server that refused one name of the token limit now refuses the other one too."""
    return simpler.token_limit != row.token_limit and row.token_limit != known.token_limit
