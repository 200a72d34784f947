"""Money and tokens of every call: reserved before it, settled after it, written down, whatever happens in between.

Never stores or logs text. The budget itself lives above this room and comes in as a protocol.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from bot.llm.values import Payer, Usage


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
    `first_token_milliseconds` the wait for the first piece. `outcome` is a `Finish`, a `Reason` or `cancelled`.
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
