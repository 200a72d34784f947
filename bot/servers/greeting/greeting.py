"""Remembers which servers were greeted, over restarts and repeated events."""

from datetime import datetime
from functools import partial

from bot.clock import Clock
from bot.servers import store as installation
from bot.servers.greeting import store
from bot.storage import Connection, Database

_FIRST_START = "first_start"


class Greeting:
    """Greetings by server."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._since: datetime | None = None

    async def since(self, started: datetime) -> datetime:
        """The first start of this installation, which is `started` where none was noted before.

        Servers joined before it know the tutor from another one, and are not greeted.
        """
        if self._since is None:
            self._since = await self._database.write(partial(_first_start, started=started))
        return self._since

    async def is_due(self, server_id: int) -> bool:
        """Whether a server was not greeted yet."""
        return not await self._database.read(partial(store.was_greeted, server_id=server_id))

    async def done(self, server_id: int) -> None:
        """It was, and is not ever after."""
        now = self._clock.now()
        await self._database.write(partial(store.note, server_id=server_id, now=now))


async def _first_start(connection: Connection, started: datetime) -> datetime:
    known = await installation.fact(connection, _FIRST_START)
    if known is not None:
        return datetime.fromisoformat(known)
    await installation.set_fact(connection, _FIRST_START, started.isoformat())
    return started
