"""Remembers which servers were greeted, over restarts and repeated events."""

from functools import partial

from bot.clock import Clock
from bot.servers.greeting import store
from bot.storage import Database


class Greeting:
    """Greetings by server."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def claim(self, server_id: int) -> bool:
        """Whether this server is to be greeted now: yes for the first who asks, no ever after.

        Who is told nothing because Discord refused it is not told a second time either: the next join is another.
        """
        now = self._clock.now()
        return await self._database.write(partial(store.claim, server_id=server_id, now=now))
