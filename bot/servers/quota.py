"""What may be spent on model calls: set aside before a call, settled after it, never overspent by parallel calls."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

from bot.clock import Clock
from bot.ids import Ids
from bot.learners.values import DIRECT_MESSAGES
from bot.llm.errors import BudgetScope, OverBudget
from bot.llm.values import Payer, Usage
from bot.servers import store
from bot.storage import Connection, Database

STALE_AFTER = timedelta(minutes=15)
"""No call lasts this long, so an older reservation belongs to a process that died."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The operator's ceilings. None means no limit."""

    learner_tokens_per_day: int | None = None
    server_tokens_per_day: int | None = None
    cost_per_month: Decimal | None = None
    """US dollars over all servers and the calendar month, in UTC."""


class Quota:
    """The budget that the door to models asks before every call. Days and months are in UTC."""

    def __init__(self, database: Database, limits: Limits, clock: Clock, ids: Ids, *, salt: str = "") -> None:
        self._database = database
        self._limits = limits
        self._clock = clock
        self._ids = ids
        self._salt = salt
        self._servers: dict[str, int] = {}
        """The server of each call under way here: its cost counts even where its learner was erased meanwhile."""

    async def reserve(self, payer: Payer, tokens: int, cost: Decimal) -> str:
        """Set aside `tokens` and `cost` (US dollars) for one call.

        Raises `OverBudget` when the learner, the server or the operator has no room for it.
        """
        reservation = self._ids.new()
        now = self._clock.now()
        server_id = payer.server_id or DIRECT_MESSAGES
        mark = erasure_mark(self._salt, payer.learner_id, now.date())

        async def unit(connection: Connection) -> None:
            await store.drop_stale(connection, before=now - STALE_AFTER)
            used = await store.used(connection, server_id, payer.learner_id, now.date(), mark)
            self._check(used, tokens, cost, in_server=server_id != DIRECT_MESSAGES)
            await store.reserve(
                connection, reservation, server_id, payer.learner_id, tokens=tokens, cost=cost, now=now
            )

        await self._database.write(unit)
        self._servers[reservation] = server_id
        return reservation

    async def settle(self, reservation: str, usage: Usage, cost: Decimal) -> None:
        """Count what the call really used, and give the rest back."""
        today = self._clock.now().date()
        tokens = usage.total
        server_id = self._servers.pop(reservation, None)
        await self._database.write(
            lambda connection: store.settle(
                connection, reservation, tokens=tokens, cost=cost, today=today, server_id=server_id
            )
        )

    async def drop_erased(self) -> None:
        """Forget the marks of people who erased themselves on days that are over."""
        today = self._clock.now().date()
        await self._database.write(lambda connection: store.drop_erased(connection, before=today))

    def _check(self, used: store.Used, tokens: int, cost: Decimal, *, in_server: bool) -> None:
        limits = self._limits
        if _exceeds(used.learner_tokens + tokens, limits.learner_tokens_per_day):
            raise OverBudget(BudgetScope.LEARNER)
        if in_server and _exceeds(used.server_tokens + tokens, limits.server_tokens_per_day):
            raise OverBudget(BudgetScope.SERVER)
        if limits.cost_per_month is not None and used.month_cost + cost > limits.cost_per_month:
            raise OverBudget(BudgetScope.CEILING)


def erasure_mark(salt: str, user_id: int, day: date) -> str:
    """What stands for a learner who erased themselves, for the rest of that day; another one each day."""
    return sha256(f"{salt}:{day.isoformat()}:{user_id}".encode()).hexdigest()


def _exceeds(amount: int, limit: int | None) -> bool:
    return limit is not None and amount > limit
