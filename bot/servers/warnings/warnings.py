"""Who is to hear that most of a server's limit is used: one moderator, once in a period."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from bot.clock import Clock
from bot.servers.acting import who_changed
from bot.servers.settings.registry import COST, SERVER_TOKENS
from bot.servers.warnings import store
from bot.servers.warnings.store import Warned
from bot.storage import Database

_KEPT_FOR = timedelta(days=62)
_WATCHED = frozenset({SERVER_TOKENS.key, COST.key})
"""The settings that are the limits watched here."""


class Warnings:
    """What waits for a moderator. Which servers it waits for is known in memory, so that asking costs nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._waiting: set[int] = set()
        self._arisen: asyncio.Queue[int] = asyncio.Queue()

    async def load(self) -> None:
        """Learn what another process left untold."""
        for server_id in sorted(await self._database.read(store.untold_servers)):
            self.arose(server_id)

    def arose(self, server_id: int) -> None:
        """Something was noted for this server."""
        self._waiting.add(server_id)
        self._arisen.put_nowait(server_id)

    async def next(self) -> int:
        """The next server for which something arose; waits until there is one."""
        return await self._arisen.get()

    def is_waiting(self, server_id: int) -> bool:
        """Whether a moderator of this server is still to hear something."""
        return server_id in self._waiting

    async def who_set_limits(self, server_id: int) -> tuple[int, ...]:
        """The moderators who changed a limit that is watched, the last one first; without those who erased their data."""
        return await self._database.read(partial(who_changed, server_id=server_id, names=_WATCHED))

    async def untold(self, server_id: int) -> Sequence[Warned]:
        """What nobody was told yet; it stays so until `told`."""
        return await self._database.read(partial(store.untold, server_id=server_id))

    async def told(self, warned: Sequence[Warned]) -> None:
        """It was told: nobody hears it again."""
        now = self._clock.now()
        await self._database.write(lambda connection: store.mark(connection, warned, now))
        self._waiting.difference_update(one.server_id for one in warned)

    async def claim(self, server_id: int) -> Sequence[Warned]:
        """What is to be told, for whoever asks first."""
        self._waiting.discard(server_id)
        now = self._clock.now()
        return await self._database.write(lambda connection: store.claim(connection, server_id, now))

    async def give_back(self, claimed: Sequence[Warned]) -> None:
        """It could not be told: the next moderator hears it."""
        await self._database.write(lambda connection: store.mark(connection, claimed, None))
        self._waiting.update(one.server_id for one in claimed)

    async def drop_old(self) -> None:
        """Remove what was noted of periods long over."""
        before = self._clock.now().date() - _KEPT_FOR
        await self._database.write(lambda connection: store.drop_old(connection, before=before))
