"""What becomes of a server's rows when the tutor is removed from it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, select

from bot.lessons.store import hidden
from bot.safety import Action, Category
from bot.servers.acting.store import audit
from bot.servers.filters import ServerFilters
from bot.servers.filters.store import policies
from bot.servers.leaving import KEPT_FOR, Leaving
from bot.servers.leaving.store import STAY, tables_of_servers
from bot.storage import Database

HERE, GONE = 11, 22


class Clock:
    """Time that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 22, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.time.timestamp()

    async def sleep(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


class Ids:
    """Ids in order."""

    def __init__(self) -> None:
        self.count = 0

    def new(self) -> str:
        self.count += 1
        return f"id{self.count}"


async def lived(database: Database, clock: Clock) -> None:
    filters = ServerFilters(database, clock, Ids())
    await filters.set(GONE, 1, Category.CYBER, action=Action.ALLOW)
    await database.write(
        lambda connection: connection.execute(
            insert(hidden),
            [{"server_id": server, "lesson_id": "x", "hidden_at": clock.now()} for server in (HERE, GONE)],
        )
    )


async def servers_in(database: Database, table: object) -> set[int]:
    async def unit(connection):  # type: ignore[no-untyped-def]  # a connection of the storage room
        return set((await connection.execute(select(table.c.server_id))).scalars())  # type: ignore[attr-defined]  # a table

    return await database.read(unit)


async def test_after_thirty_days_all_of_a_server_is_gone_and_nothing_of_another(database: Database) -> None:
    clock = Clock()
    await lived(database, clock)
    leaving = Leaving(database, clock, lambda: {HERE})
    await leaving.tidy()
    clock.time += KEPT_FOR - timedelta(hours=1)
    await leaving.tidy()
    assert await servers_in(database, hidden) == {HERE, GONE}
    clock.time += timedelta(hours=2)
    await leaving.tidy()
    assert await servers_in(database, hidden) == {HERE}
    for table in (policies, audit):
        assert await servers_in(database, table) == set()


async def test_a_server_that_comes_back_keeps_everything(database: Database) -> None:
    clock = Clock()
    await lived(database, clock)
    await Leaving(database, clock, lambda: {HERE}).tidy()
    clock.time += timedelta(days=20)
    await Leaving(database, clock, lambda: {HERE, GONE}).tidy()
    clock.time += timedelta(days=20)
    await Leaving(database, clock, lambda: {HERE}).tidy()
    assert await servers_in(database, hidden) == {HERE, GONE}


async def test_while_it_is_not_known_who_is_there_nobody_is_taken_to_be_gone(database: Database) -> None:
    clock = Clock()
    await lived(database, clock)
    for _ in range(2):
        await Leaving(database, clock, lambda: None).tidy()
        clock.time += 2 * KEPT_FOR
    assert await servers_in(database, hidden) == {HERE, GONE}


def test_every_table_with_rows_of_a_server_is_cleared_but_for_those_that_say_why() -> None:
    names = {table.name for table in tables_of_servers()}
    assert {"lesson_hidden", "lesson_edits", "server_policies", "server_filter_hits", "report_cases"} <= names
    assert not names & STAY
