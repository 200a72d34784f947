"""Limits hold under parallel calls, and nothing is counted twice or lost."""

import asyncio
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.ids import RandomIds
from bot.llm.errors import BudgetScope, OverBudget
from bot.llm.values import Payer, Usage
from bot.reports.personal import PersonalRecords
from bot.servers import store
from bot.servers.quota import STALE_AFTER, Limits, Quota
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
