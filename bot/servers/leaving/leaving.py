"""Everything of a server goes some time after the tutor was removed from it; a server that is invited back keeps it.

Nothing is noted at the moment of leaving, which a process may sleep through: whoever tidies looks which servers are there.
"""

import logging
from collections.abc import Callable, Collection
from datetime import timedelta
from functools import partial

from bot.clock import Clock
from bot.servers.leaving import store
from bot.storage import Connection, Database

log = logging.getLogger(__name__)

KEPT_FOR = timedelta(days=30)
"""How long a server's rows wait for it to come back."""


class Leaving:
    """Clears up after servers."""

    def __init__(
        self, database: Database, clock: Clock, present: Callable[[], Collection[int] | None]
    ) -> None:
        """`present` gives the ids of all servers that the tutor is in; None while that is not known for sure."""
        self._database = database
        self._clock = clock
        self._present = present

    async def tidy(self) -> None:
        """Note who left and who is back, and clear what was kept long enough, one server to a unit."""
        present = self._present()
        if present is None:
            return
        now = self._clock.now()

        async def look(connection: Connection) -> tuple[int, ...]:
            away = await store.away(connection)
            missing = await store.known_servers(connection) - frozenset(present)
            await store.note_back(connection, [server for server in away if server in present])
            await store.note_away(connection, sorted(missing - away.keys()), now)
            return tuple(
                server for server, since in away.items() if server in missing and since <= now - KEPT_FOR
            )

        for server in await self._database.write(look):
            gone = await self._database.write(partial(_clear, server_id=server))
            log.info("a server left %d days ago: %d rows of it are gone", KEPT_FOR.days, gone)


async def _clear(connection: Connection, server_id: int) -> int:
    gone = await store.clear(connection, server_id)
    await store.note_back(connection, [server_id])
    return gone
