"""Money and tokens of every call: reserved before it, settled after it, written down, whatever happens in between.

Never stores or logs text. The budget itself lives above this room and comes in as a protocol.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from bot.clock import Clock
from bot.ids import Ids
from bot.llm.errors import OverBudget, Paused, Reason
from bot.llm.failures import Failure
from bot.llm.pricing import Price, Prices
from bot.llm.values import Payer, Usage
from bot.witness import Facts, Step, note

_log = logging.getLogger(__name__)

Spawn = Callable[[Coroutine[object, object, None]], asyncio.Task[None]]
"""Runs work that nobody waits for and that must be done all the same."""

CANCELLED = "cancelled"
"""The outcome of a call that the caller gave up."""

NO_COST = Decimal(0)


class Budget(Protocol):
    """Who holds the quotas and the ceiling."""

    async def reserve(self, payer: Payer, tokens: int, cost: Decimal) -> str:
        """Set aside what a call may cost at most and return the reservation's id.

        `cost` is in US dollars, 0 where no price is known. Raises `OverBudget` or `Paused`.
        """
        ...

    async def settle(self, reservation: str, usage: Usage, cost: Decimal) -> None:
        """Replace the reservation by what the call really took. Called exactly once for each reservation."""
        ...


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One request to one model, as it is kept: never any text.

    `cost` is in US dollars, None where no price is known. `milliseconds` is the whole request,
    `first_token_milliseconds` the wait for the first piece. `outcome` is a `Finish`, a `Reason` or
    `cancelled`.
    """

    id: str
    at: datetime
    purpose: str
    model: str
    payer: Payer
    usage: Usage
    cost: Decimal | None
    milliseconds: int
    first_token_milliseconds: int | None
    outcome: str


class CallLog(Protocol):
    """Where calls are written down."""

    async def record(self, call: CallRecord) -> None:
        """Keep one call."""
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One open reservation."""

    id: str
    at: datetime
    started: float
    purpose: str
    model: str
    payer: Payer
    price: Price | None
    reservation: str


class Ledger:
    """Opens an entry before each request and closes it after."""

    def __init__(
        self, budget: Budget, calls: CallLog, prices: Prices, clock: Clock, ids: Ids, spawn: Spawn
    ) -> None:
        self._budget = budget
        self._calls = calls
        self._prices = prices
        self._clock = clock
        self._ids = ids
        self._spawn = spawn

    async def open(self, payer: Payer, purpose: str, model: str, at_most: Usage) -> Entry:
        """Reserve for a request that takes `at_most` this. Raises `Failure` OVER_BUDGET or PAUSED."""
        price = await self._prices.price(model)
        cost = price.of(at_most) if price is not None else NO_COST
        refusal: Failure | None = None
        reservation = ""
        reserving = asyncio.ensure_future(self._budget.reserve(payer, at_most.total, cost))
        try:
            reservation = await asyncio.shield(reserving)
        except asyncio.CancelledError:
            self._spawn(self._give_back(reserving))  # it may be made all the same
            raise
        except OverBudget as error:
            refusal = Failure(Reason.OVER_BUDGET, scope=error.scope)
        except Paused as error:
            refusal = Failure(Reason.PAUSED, why=error.why)
        if refusal is not None:
            raise refusal
        now, started = self._clock.now(), self._clock.monotonic()
        return Entry(self._ids.new(), now, started, purpose, model, payer, price, reservation)

    async def _give_back(self, reserving: asyncio.Future[str]) -> None:
        try:
            await self._budget.settle(await reserving, Usage(), NO_COST)
        except (OverBudget, Paused):
            return
        except Exception:  # logged; whoever cancelled is not kept waiting for bookkeeping
            _log.exception("a cancelled reservation was not given back")

    async def close(self, entry: Entry, usage: Usage, outcome: str, first_token: float | None) -> None:
        """Settle and write down. A database that fails here is logged; the answer it belongs to still stands.

        `first_token` is when the first piece came, on the monotonic clock.
        """
        cost = cost_of(entry, usage)
        try:
            await self._budget.settle(entry.reservation, usage, cost if cost is not None else NO_COST)
        except Exception:  # logged; the answer is there, and the reservation counts as used
            _log.exception("a model call was not settled: %s", entry.id)
        waited = None if first_token is None else _milliseconds(first_token - entry.started)
        call = CallRecord(
            id=entry.id,
            at=entry.at,
            purpose=entry.purpose,
            model=entry.model,
            payer=entry.payer,
            usage=usage,
            cost=cost,
            milliseconds=_milliseconds(self._clock.monotonic() - entry.started),
            first_token_milliseconds=waited,
            outcome=outcome,
        )
        note(Step.CALL, lambda: _facts(call))
        try:
            await self._calls.record(call)
        except Exception:  # logged; the answer matters more than the line about it
            _log.exception("a model call was not written down: %s", entry.id)


def _facts(call: CallRecord) -> Facts:
    """A call as an account tells it."""
    return {
        "purpose": call.purpose,
        "model": call.model,
        "prompt_tokens": call.usage.prompt_tokens,
        "completion_tokens": call.usage.completion_tokens,
        "cost_usd": "" if call.cost is None else f"{call.cost:.6f}",
        "ms": call.milliseconds,
        "outcome": call.outcome,
    }


def cost_of(entry: Entry, usage: Usage) -> Decimal | None:
    """What this usage costs in US dollars; None when the model has no known price."""
    return entry.price.of(usage) if entry.price is not None else None


def _milliseconds(seconds: float) -> int:
    return max(0, round(seconds * 1000))
