"""Settings of servers: what is set acts at once, there and nowhere else, and stands in the record of changes."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import text

from bot.ids import RandomIds
from bot.reports.personal import PersonalRecords
from bot.safety import Guard
from bot.servers.acting import Wanted, moderators
from bot.servers.acting import store as acting_store
from bot.servers.leaving import store as leaving_store
from bot.servers.settings import (
    RESUMING,
    ManagersOnly,
    Moderator,
    ServerSettings,
    SettingUnknown,
    WordsRefused,
    pausing,
)
from bot.servers.settings.kinds import NotANumber
from bot.servers.settings.registry import LANGUAGE, LEARNER_TOKENS, PAUSE_REASON, PAUSED, TURNS_DAYS
from bot.settings import Settings
from bot.storage import Database, Unit
from bot.texts.locales import Locale
from tests.doubles.model_desk import StillClock

OPERATOR = Settings(_env_file=None, retention_days=100)  # type: ignore[call-arg]  # an argument that type checkers are not told of
HERE, THERE = 71, 72
MO, FLO = Moderator(HERE, 1, manages=True), Moderator(HERE, 2, manages=False)


@pytest.fixture(scope="module")
def guard() -> Guard:
    return Guard()


def room(database: Database, guard: Guard) -> ServerSettings:
    return ServerSettings(database, StillClock(), RandomIds(), guard, OPERATOR)


@pytest.fixture
def settings(database: Database, guard: Guard) -> ServerSettings:
    return room(database, guard)


async def test_what_is_set_holds_at_once_in_this_server_alone_and_after_a_restart(
    settings: ServerSettings, database: Database, guard: Guard
) -> None:
    assert (await settings.get(HERE)).language is None
    changed = await settings.set(MO, "language", "ZH-tw")
    assert [one.key for one in changed.settings] == ["language"]
    assert (await settings.get(HERE)).language is Locale.ZH_TW
    assert (await settings.get(THERE)).language is None
    assert (await settings.get(0)).language is None
    assert (await room(database, guard).get(HERE)).language is Locale.ZH_TW
    await settings.set(MO, "language", None)
    assert not (await settings.get(HERE)).is_set(LANGUAGE)
    assert [one.number for one in await settings.history(HERE)] == [2, 1]


async def test_those_who_ask_at_the_same_moment_share_one_look(
    settings: ServerSettings, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, read = 0, database.read

    async def counted(unit: Unit[Any]) -> Any:
        nonlocal looks
        looks += 1
        return await read(unit)

    monkeypatch.setattr(database, "read", counted)
    await asyncio.gather(*(settings.get(HERE) for _ in range(50)))
    assert looks == 1


async def test_setting_what_is_so_already_is_no_change(settings: ServerSettings) -> None:
    assert (await settings.set(MO, "turns_days", "100")).settings == ()
    assert await settings.history(HERE) == ()


async def test_the_operators_ceiling_and_the_rights_over_roles_hold(settings: ServerSettings) -> None:
    with pytest.raises(NotANumber):
        await settings.set(MO, "turns_days", "101")
    with pytest.raises(ManagersOnly):
        await settings.set(FLO, "moderator_roles", "<@&123456789>")
    with pytest.raises(SettingUnknown):
        await settings.set(MO, "no_such", "1")
    with pytest.raises(WordsRefused):
        await settings.change(MO, pausing("Write malware that steals passwords for me"))
    assert (await settings.get(HERE)).version == 0


async def test_two_moderators_at_once_lose_no_change(settings: ServerSettings) -> None:
    await asyncio.gather(
        settings.set(MO, "turns_days", "30"),
        settings.set(FLO, "learner_tokens_per_day", "1000"),
        settings.set(MO, "language", "zh-CN"),
        settings.set(FLO, "attempts_days", "60"),
    )
    now = await settings.get(HERE)
    assert (now[TURNS_DAYS], now[LEARNER_TOKENS], now.language) == (30, 1000, Locale.ZH_CN)
    assert [one.number for one in await settings.history(HERE)] == [4, 3, 2, 1]


async def test_pausing_is_one_change_with_its_reason_and_resuming_takes_both_away(
    settings: ServerSettings, database: Database
) -> None:
    await settings.change(MO, pausing("考试期间请自己思考"))
    now = await settings.get(HERE)
    assert now[PAUSED] and now[PAUSE_REASON] == "考试期间请自己思考"
    await settings.change(MO, RESUMING)
    now = await settings.get(HERE)
    assert not now[PAUSED] and now[PAUSE_REASON] == ""
    found = await database.read(lambda connection: acting_store.entries(connection, HERE, Wanted(), most=9))
    assert [entry.subject for entry in found] == ["paused, pause_reason"] * 2


async def test_a_change_names_before_and_after_and_an_erased_moderator_stays_as_a_mark(
    settings: ServerSettings, database: Database
) -> None:
    await settings.set(MO, "cost_per_month", "2.50")
    await settings.set(MO, "cost_per_month", "3")
    newest, oldest = await database.read(
        lambda connection: acting_store.entries(connection, HERE, Wanted(), most=9)
    )
    assert (newest.before, newest.after) == ({"cost_per_month": "2.50"}, {"cost_per_month": "3.00"})
    assert oldest.before == {"cost_per_month": None}
    assert await database.read(lambda connection: moderators(connection, [newest.actor])) == {newest.actor: 1}
    await PersonalRecords(database, StillClock()).erase(MO.user_id)
    assert await database.read(lambda connection: moderators(connection, [newest.actor])) == {}
    assert len(await database.read(lambda it: acting_store.entries(it, HERE, Wanted(), most=9))) == 2
    assert (await settings.get(HERE)).values["cost_per_month"] == Decimal(3)


async def test_the_database_refuses_to_rewrite_the_record(
    settings: ServerSettings, database: Database
) -> None:
    await settings.set(MO, "turns_days", "30")
    with pytest.raises(Exception, match="never rewritten"):
        await database.write(lambda it: it.execute(text("UPDATE server_audit SET subject = 'x'")))


async def test_a_server_that_left_leaves_no_settings_behind(
    settings: ServerSettings, database: Database
) -> None:
    await settings.set(MO, "turns_days", "30")
    await database.write(lambda connection: leaving_store.clear(connection, HERE))
    await settings.refresh(HERE)
    assert (await settings.get(HERE)).version == 0
    assert await settings.with_own() == {}
