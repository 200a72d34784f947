"""What may be spent on model calls: set aside before a call, settled after it, never overspent by parallel calls.

A server's own limits hold within the operator's ceilings. Both are read in the unit of work that sets aside, so a limit that
was just lowered holds for the next call.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from typing import Final, Self

from bot.clock import Clock
from bot.ids import Ids
from bot.learners.values import DIRECT_MESSAGES
from bot.llm.errors import BudgetScope, OverBudget
from bot.llm.values import Payer, Usage
from bot.servers import store
from bot.servers.settings.registry import COST, LEARNER_COST, LEARNER_TOKENS, SERVER_TOKENS
from bot.servers.settings.snapshot import Snapshot
from bot.servers.settings.store import newest
from bot.servers.warnings import Warned
from bot.servers.warnings.store import note
from bot.settings import Settings
from bot.storage import Connection, Database

STALE_AFTER = timedelta(minutes=15)
"""No call lasts this long, so an older reservation belongs to a process that died."""
WARN_AT: Final = 80
"""Percent of a server's limit from which on a moderator is to hear of it."""


class Watched(StrEnum):
    """The limits of which moderators hear when most is used; the value is part of the sentence's key."""

    TOKENS = "tokens"
    """Of a server, a day."""
    COST = "cost"
    """Of a server, a month."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds somewhere. None means no limit."""

    learner_tokens_per_day: int | None = None
    server_tokens_per_day: int | None = None
    cost_per_month: Decimal | None = None
    """US dollars over all servers and the calendar month, in UTC: the operator's ceiling."""
    server_cost_per_month: Decimal | None = None
    """US dollars in this server and the calendar month, in UTC."""
    learner_cost_per_month: Decimal | None = None
    """US dollars of one learner in this server and the calendar month, in UTC."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A server's limits, and what is used of them, calls under way included."""

    limits: Limits
    used: store.Used
    day_ends: datetime
    month_ends: datetime


class Quota:
    """The budget that the door to models asks before every call. Days and months are in UTC."""

    def __init__(
        self,
        database: Database,
        limits: Limits,
        clock: Clock,
        ids: Ids,
        *,
        salt: str = "",
        operator: Settings | None = None,
        warn: Callable[[int], None] | None = None,
    ) -> None:
        """`limits`: the operator's. With `operator`, what servers set within them holds; `warn` hears of servers near a limit."""
        self._database = database
        self._limits = limits
        self._clock = clock
        self._ids = ids
        self._salt = salt
        self._operator = operator
        self._warn = warn
        self._servers: dict[str, int] = {}
        """The server of each call under way here: its cost counts even where its learner was erased meanwhile."""

    @classmethod
    def within(
        cls,
        operator: Settings,
        database: Database,
        clock: Clock,
        ids: Ids,
        *,
        salt: str,
        warn: Callable[[int], None] | None = None,
    ) -> Self:
        """The budget within the operator's settings, and within what each server set."""
        limits = Limits(
            learner_tokens_per_day=operator.learner_tokens_per_day,
            server_tokens_per_day=operator.server_tokens_per_day,
            cost_per_month=operator.cost_ceiling_per_month,
        )
        return cls(database, limits, clock, ids, salt=salt, operator=operator, warn=warn)

    async def reserve(self, payer: Payer, tokens: int, cost: Decimal) -> str:
        """Set aside `tokens` and `cost` (US dollars) for one call.

        Raises `OverBudget` when the learner, the server or the operator has no room for it.
        """
        reservation = self._ids.new()
        now = self._clock.now()
        server_id = payer.server_id or DIRECT_MESSAGES
        mark = erasure_mark(self._salt, payer.learner_id, now.date())

        async def unit(connection: Connection) -> tuple[BudgetScope | None, bool]:
            await store.drop_stale(connection, before=now - STALE_AFTER)
            limits = await self._limits_in(connection, server_id)
            used = await store.used(connection, server_id, payer.learner_id, now.date(), mark)
            full = _over(limits, used, tokens, cost, in_server=server_id != DIRECT_MESSAGES)
            if full is None:
                await store.reserve(
                    connection, reservation, server_id, payer.learner_id, tokens=tokens, cost=cost, now=now
                )
            reached = (
                _REACHED.get(full, ()) if full else ()
            )  # who is turned away is told why; moderators hear of it as well
            return full, await self._note(connection, server_id, reached, now)

        full, is_new = await self._database.write(unit)
        self._tell(server_id, is_new)
        if full is not None:
            raise OverBudget(full)
        self._servers[reservation] = server_id
        return reservation

    async def settle(self, reservation: str, usage: Usage, cost: Decimal) -> None:
        """Count what the call really used, and give the rest back."""
        now = self._clock.now()
        known = self._servers.pop(reservation, None)

        async def unit(connection: Connection) -> tuple[int, bool]:
            server_id = await store.settle(
                connection, reservation, tokens=usage.total, cost=cost, today=now.date(), server_id=known
            )
            if not server_id:  # unknown, or direct messages
                return DIRECT_MESSAGES, False
            limits = await self._limits_in(connection, server_id)
            nearly = nearly_used(limits, *await store.settled(connection, server_id, now.date()))
            return server_id, await self._note(connection, server_id, nearly, now)

        self._tell(*await self._database.write(unit))

    async def standing(self, server_id: int, user_id: int) -> Standing:
        """The limits that hold in a server and what is used, by it and by one learner."""
        now = self._clock.now()
        mark = erasure_mark(self._salt, user_id, now.date())

        async def unit(connection: Connection) -> Standing:
            return Standing(
                await self._limits_in(connection, server_id),
                await store.used(connection, server_id, user_id, now.date(), mark),
                starts_afresh(BudgetScope.SERVER, now),
                starts_afresh(BudgetScope.SERVER_MONTH, now),
            )

        return await self._database.read(unit)

    async def drop_erased(self) -> None:
        """Forget the marks of people who erased themselves on days that are over."""
        today = self._clock.now().date()
        await self._database.write(lambda connection: store.drop_erased(connection, before=today))

    async def _limits_in(self, connection: Connection, server_id: int) -> Limits:
        """The operator's limits, and within them what the server set."""
        if self._operator is None or server_id == DIRECT_MESSAGES:
            return self._limits
        stored = await newest(connection, server_id)
        own = Snapshot.of(server_id, stored.version, stored.data, self._operator)
        return Limits(
            learner_tokens_per_day=_lower(self._limits.learner_tokens_per_day, own[LEARNER_TOKENS]),
            server_tokens_per_day=_lower(self._limits.server_tokens_per_day, own[SERVER_TOKENS]),
            cost_per_month=self._limits.cost_per_month,
            server_cost_per_month=own[COST],
            learner_cost_per_month=own[LEARNER_COST],
        )

    async def _note(
        self,
        connection: Connection,
        server_id: int,
        reached: Sequence[tuple[Watched, int]],
        now: datetime,
    ) -> bool:
        """Whether something was noted that was not before in its period."""
        is_new = False
        for kind, percent in reached:
            day = now.date()
            period = day if kind is Watched.TOKENS else day.replace(day=1)
            is_new |= await note(connection, Warned(server_id, kind.value, period, percent), now)
        return is_new

    def _tell(self, server_id: int, is_new: bool) -> None:
        if is_new and self._warn is not None:
            self._warn(server_id)


def nearly_used(limits: Limits, tokens: int, cost: Decimal) -> tuple[tuple[Watched, int], ...]:
    """Which limits of a server are used to `WARN_AT` percent or more, with the percentage; a limit of 0 is none to be near."""
    found = []
    for kind, used, limit in (
        (Watched.TOKENS, Decimal(tokens), limits.server_tokens_per_day),
        (Watched.COST, cost, limits.server_cost_per_month),
    ):
        if limit and used * 100 >= limit * WARN_AT:
            found.append((kind, int(used * 100 / limit)))
    return tuple(found)


def starts_afresh(scope: BudgetScope, now: datetime) -> datetime:
    """When there is room again for somebody whom this limit stopped: midnight, or the first of the next month, in UTC."""
    if scope in (BudgetScope.LEARNER, BudgetScope.SERVER):
        return datetime.combine(now.date() + timedelta(days=1), time(), UTC)
    return datetime.combine((now.date().replace(day=1) + timedelta(days=32)).replace(day=1), time(), UTC)


def erasure_mark(salt: str, user_id: int, day: date) -> str:
    """What stands for a learner who erased themselves, for the rest of that day; another one each day."""
    return sha256(f"{salt}:{day.isoformat()}:{user_id}".encode()).hexdigest()


_REACHED: Final[Mapping[BudgetScope, tuple[tuple[Watched, int], ...]]] = {
    BudgetScope.SERVER: ((Watched.TOKENS, 100),),
    BudgetScope.SERVER_MONTH: ((Watched.COST, 100),),
}
"""What a server has run into when this limit stops a call."""


def _over(
    limits: Limits, used: store.Used, tokens: int, cost: Decimal, *, in_server: bool
) -> BudgetScope | None:
    """The first limit that has no room for a call."""
    if _exceeds(used.learner_tokens + tokens, limits.learner_tokens_per_day):
        return BudgetScope.LEARNER
    if in_server and _exceeds(used.learner_month_cost + cost, limits.learner_cost_per_month):
        return BudgetScope.LEARNER_MONTH
    if in_server and _exceeds(used.server_tokens + tokens, limits.server_tokens_per_day):
        return BudgetScope.SERVER
    if in_server and _exceeds(used.server_month_cost + cost, limits.server_cost_per_month):
        return BudgetScope.SERVER_MONTH
    if _exceeds(used.month_cost + cost, limits.cost_per_month):
        return BudgetScope.CEILING
    return None


def _exceeds(amount: int | Decimal, limit: int | Decimal | None) -> bool:
    return limit is not None and amount > limit


def _lower(ceiling: int | None, own: int) -> int:
    return own if ceiling is None else min(ceiling, own)
