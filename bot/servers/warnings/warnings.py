"""Who is to hear that most of a server's limit is used: one moderator, once in a period."""

from collections.abc import Sequence
from datetime import timedelta

from bot.clock import Clock
from bot.servers.warnings import store
from bot.servers.warnings.store import Warned
from bot.storage import Database

_KEPT_FOR = timedelta(days=62)


class Warnings:
    """What waits for a moderator. Which servers it waits for is known in memory, so that asking costs nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._waiting: set[int] = set()

    async def load(self) -> None:
        """Learn what another process left untold."""
        self._waiting |= await self._database.read(store.untold_servers)

    def arose(self, server_id: int) -> None:
        """Something was noted for this server."""
        self._waiting.add(server_id)

    def is_waiting(self, server_id: int) -> bool:
        """Whether a moderator of this server is still to hear something."""
        return server_id in self._waiting

    async def claim(self, server_id: int) -> Sequence[Warned]:
        """What is to be told, for whoever asks first."""
        self._waiting.discard(server_id)
        now = self._clock.now()
        return await self._database.write(lambda connection: store.claim(connection, server_id, now))

    async def give_back(self, claimed: Sequence[Warned]) -> None:
        """It could not be told: the next moderator hears it."""
        await self._database.write(lambda connection: store.give_back(connection, claimed))
        self._waiting.update(one.server_id for one in claimed)

    async def drop_old(self) -> None:
        """Remove what was noted of periods long over."""
        before = self._clock.now().date() - _KEPT_FOR
        await self._database.write(lambda connection: store.drop_old(connection, before=before))
