"""Limits hold under parallel calls, and nothing is counted twice or lost."""

import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.ids import RandomIds
from bot.llm.errors import BudgetScope, OverBudget
from bot.llm.values import Payer, Usage
from bot.reports.personal import PersonalRecords
from bot.safety import Guard
from bot.servers import store
from bot.servers.quota import STALE_AFTER, Limits, Quota, Watched, starts_afresh
from bot.servers.settings import Moderator, ServerSettings
from bot.servers.settings.kinds import NotAnAmount, NotANumber
from bot.servers.warnings import Warnings
from bot.settings import Settings
from bot.storage import Database
from tests.doubles.model_desk import StillClock

ADA, MO = Payer(1, 11), Payer(1, 12)
NOTHING = Decimal(0)


def quota(database: Database, clock: StillClock | None = None, **limits: object) -> Quota:
    return Quota(database, Limits(**limits), clock or StillClock(), RandomIds())


async def used(database: Database, payer: Payer, clock: StillClock) -> store.Used:
    today = clock.now().date()
    return await database.read(
        lambda connection: store.used(connection, payer.server_id or 0, payer.learner_id, today, "")
    )


async def test_fifty_calls_at_once_do_not_overspend(database: Database) -> None:
    door = quota(database, learner_tokens_per_day=1000)
    tries = await asyncio.gather(
        *(door.reserve(ADA, 100, NOTHING) for _ in range(50)), return_exceptions=True
    )
    granted = [one for one in tries if isinstance(one, str)]
    assert len(granted) == 10
    assert all(isinstance(one, OverBudget) for one in tries if not isinstance(one, str))
    await asyncio.gather(*(door.settle(one, Usage(60, 20), NOTHING) for one in granted))
    assert (await used(database, ADA, StillClock())).learner_tokens == 800


@pytest.mark.parametrize(
    ("limits", "scope"),
    [
        ({"learner_tokens_per_day": 99}, BudgetScope.LEARNER),
        ({"server_tokens_per_day": 99}, BudgetScope.SERVER),
        ({"cost_per_month": Decimal("0.009")}, BudgetScope.CEILING),
    ],
)
async def test_each_limit_is_named_by_its_scope(
    database: Database, limits: dict[str, object], scope: BudgetScope
) -> None:
    with pytest.raises(OverBudget) as refused:
        await quota(database, **limits).reserve(ADA, 100, Decimal("0.01"))
    assert refused.value.scope is scope


async def test_the_servers_limit_counts_everybody_and_spares_direct_messages(database: Database) -> None:
    door = quota(database, server_tokens_per_day=150)
    await door.reserve(ADA, 100, NOTHING)
    with pytest.raises(OverBudget):
        await door.reserve(MO, 100, NOTHING)
    await door.reserve(Payer(None, 12), 100, NOTHING)


async def test_a_settlement_gives_back_what_was_not_used_and_counts_once(database: Database) -> None:
    clock = StillClock()
    door = quota(database, clock, learner_tokens_per_day=100)
    reservation = await door.reserve(ADA, 100, Decimal("0.5"))
    await door.settle(reservation, Usage(10, 5), Decimal("0.001"))
    await door.settle(reservation, Usage(10, 5), Decimal("0.001"))
    now = await used(database, ADA, clock)
    assert (now.learner_tokens, now.server_tokens, now.month_cost) == (15, 15, Decimal("0.001"))


async def test_what_a_dead_process_set_aside_comes_back(database: Database) -> None:
    clock = StillClock()
    door = quota(database, clock, learner_tokens_per_day=100)
    await door.reserve(ADA, 100, NOTHING)
    clock.seconds += STALE_AFTER.total_seconds() + 1
    await door.reserve(ADA, 100, NOTHING)


async def test_a_day_begins_afresh_at_midnight_utc(database: Database) -> None:
    clock = StillClock()
    door = quota(database, clock, learner_tokens_per_day=100)
    await door.settle(await door.reserve(ADA, 100, NOTHING), Usage(90, 10), NOTHING)
    clock.seconds += timedelta(days=1).total_seconds()
    await door.reserve(ADA, 100, NOTHING)


async def test_the_cost_of_somebody_erased_meanwhile_still_counts_for_the_server_alone(
    database: Database,
) -> None:
    clock = StillClock()
    door = quota(database, clock)
    reservation = await door.reserve(ADA, 100, Decimal("0.5"))
    await PersonalRecords(database, clock).erase(ADA.learner_id)
    await door.settle(reservation, Usage(10, 5), Decimal("0.25"))
    now = await used(database, ADA, clock)
    assert (now.learner_tokens, now.server_tokens, now.month_cost) == (0, 15, Decimal("0.25"))


async def test_who_erases_their_data_has_used_what_they_used_today_and_no_row_names_them(
    database: Database,
) -> None:
    clock = StillClock()
    door = quota(database, clock, learner_tokens_per_day=100)
    await door.settle(await door.reserve(ADA, 90, NOTHING), Usage(80, 10), NOTHING)
    await PersonalRecords(database, clock).erase(ADA.learner_id)
    with pytest.raises(OverBudget):
        await door.reserve(ADA, 20, NOTHING)
    await door.reserve(MO, 20, NOTHING)
    assert (await PersonalRecords(database, clock).export(ADA.learner_id)).records == 0
    clock.seconds += timedelta(days=1).total_seconds()
    await door.drop_erased()
    await door.reserve(ADA, 100, NOTHING)


MODERATOR = Moderator(1, 99, manages=True)
DOLLAR = Decimal(1)


GUARD = Guard()
"""Made before any event loop runs, as it reads files."""


class Here:
    """A server with limits of its own within the operator's."""

    def __init__(self, database: Database) -> None:
        self.clock = StillClock()
        operator = Settings(
            _env_file=None,
            learner_tokens_per_day=1000,
            server_tokens_per_day=5000,
            cost_ceiling_per_month=Decimal(10),
        )
        limits = Limits(1000, 5000, Decimal(10))
        self.warnings = Warnings(database, self.clock)
        self.settings = ServerSettings(database, self.clock, RandomIds(), GUARD, operator)
        self.quota = Quota(
            database, limits, self.clock, RandomIds(), operator=operator, warn=self.warnings.arose
        )

    async def set(self, **wanted: str | None) -> None:
        await self.settings.change(MODERATOR, wanted)

    async def spend(self, payer: Payer, tokens: int, cost: Decimal = NOTHING) -> None:
        await self.quota.settle(await self.quota.reserve(payer, tokens, cost), Usage(tokens, 0), cost)

    async def refused(self, payer: Payer, tokens: int, cost: Decimal = NOTHING) -> BudgetScope:
        with pytest.raises(OverBudget) as refused:
            await self.quota.reserve(payer, tokens, cost)
        return refused.value.scope


async def test_a_servers_own_limits_hold_at_once_and_for_this_server_alone(database: Database) -> None:
    here = Here(database)
    await here.set(learner_tokens_per_day="100", server_tokens_per_day="150", cost_per_month="2")
    assert await here.refused(ADA, 101) is BudgetScope.LEARNER
    await here.spend(ADA, 100, DOLLAR)
    assert await here.refused(MO, 60) is BudgetScope.SERVER
    assert await here.refused(MO, 10, DOLLAR * 2) is BudgetScope.SERVER_MONTH
    await here.spend(Payer(2, 12), 900, DOLLAR * 5)
    assert await here.refused(Payer(2, 12), 10, DOLLAR * 5) is BudgetScope.CEILING
    await here.set(learner_tokens_per_day=None, server_tokens_per_day=None, cost_per_month=None)
    await here.spend(ADA, 100)
    await here.set(learner_cost_per_month="1.50")
    assert await here.refused(ADA, 1, Decimal("0.60")) is BudgetScope.LEARNER_MONTH
    await here.spend(MO, 1, Decimal("0.60"))


async def test_a_limit_above_the_operators_cannot_be_set(database: Database) -> None:
    here = Here(database)
    with pytest.raises(NotANumber):
        await here.set(server_tokens_per_day="5001")
    with pytest.raises(NotAnAmount):
        await here.set(cost_per_month="10.01")


async def test_fifty_calls_at_the_edge_of_a_servers_cost_overspend_nothing(database: Database) -> None:
    here = Here(database)
    await here.set(cost_per_month="1.00")
    await here.spend(ADA, 1, Decimal("0.60"))
    people = [Payer(1, 100 + number) for number in range(50)]
    tries = await asyncio.gather(
        *(here.quota.reserve(payer, 5, Decimal("0.09")) for payer in people), return_exceptions=True
    )
    granted = [one for one in tries if isinstance(one, str)]
    assert len(granted) == 4
    await asyncio.gather(*(here.quota.settle(one, Usage(5), Decimal("0.09")) for one in granted))
    standing = await here.quota.standing(1, ADA.learner_id)
    assert standing.used.server_month_cost == Decimal("0.96")


async def test_at_eighty_percent_a_moderator_is_to_hear_once_in_a_period_also_after_a_restart(
    database: Database,
) -> None:
    here = Here(database)
    await here.set(server_tokens_per_day="1000")
    await here.spend(ADA, 790)
    assert not here.warnings.is_waiting(1)
    await here.spend(MO, 10)
    after_restart = Here(database)
    await after_restart.warnings.load()
    assert after_restart.warnings.is_waiting(1)
    (warned,) = await after_restart.warnings.claim(1)
    assert (warned.kind, warned.percent) == (Watched.TOKENS, 80)
    await here.spend(MO, 100)
    assert await here.warnings.claim(1) == []
    await after_restart.warnings.give_back([warned])
    assert [one.kind for one in await after_restart.warnings.claim(1)] == [Watched.TOKENS]
    here.clock.seconds += timedelta(days=1).total_seconds()
    await here.spend(ADA, 900)
    assert [one.percent for one in await here.warnings.claim(1)] == [90]


async def test_whoever_runs_into_a_limit_makes_a_moderator_hear_of_it(database: Database) -> None:
    here = Here(database)
    await here.set(server_tokens_per_day="100")
    assert await here.refused(ADA, 101) is BudgetScope.SERVER
    assert [one.kind for one in await here.warnings.claim(1)] == [Watched.TOKENS]


@pytest.mark.parametrize(
    ("scope", "day"),
    [
        (BudgetScope.LEARNER, datetime(2027, 1, 1, tzinfo=UTC)),
        (BudgetScope.SERVER, datetime(2027, 1, 1, tzinfo=UTC)),
        (BudgetScope.LEARNER_MONTH, datetime(2027, 1, 1, tzinfo=UTC)),
        (BudgetScope.SERVER_MONTH, datetime(2027, 1, 1, tzinfo=UTC)),
        (BudgetScope.CEILING, datetime(2027, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_limit_starts_afresh_at_midnight_or_with_the_month(scope: BudgetScope, day: datetime) -> None:
    assert starts_afresh(scope, datetime(2026, 12, 31, 23, 59, tzinfo=UTC)) == day
    earlier = starts_afresh(scope, datetime(2026, 12, 5, 8, tzinfo=UTC))
    daily = scope in (BudgetScope.LEARNER, BudgetScope.SERVER)
    assert earlier == (datetime(2026, 12, 6, tzinfo=UTC) if daily else day)
