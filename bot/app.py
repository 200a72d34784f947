"""The composition root: settings in, a running tutor out; what starts and stops in which order.

How the rooms are put together stands in `bot/opening`, floor by floor. Nothing here decides anything about learners or
lessons.
"""

import asyncio
from random import Random
from typing import Self

from bot.clock import Clock, SystemClock
from bot.housekeeping import Housekeeping
from bot.ids import Ids, RandomIds
from bot.opening.face import Face, open_face
from bot.opening.ground import COURSE, Ground, open_ground
from bot.opening.rooms import Rooms, open_rooms, services_over
from bot.opening.upkeep import open_upkeep
from bot.services import Services
from bot.settings import Settings

__all__ = ["COURSE", "STOP_PATIENCE", "App"]

STOP_PATIENCE = 6.0
"""Seconds that turns under way have to finish when the process is asked to stop: whoever stops it (Docker, say) kills
it after ten."""


class App:
    """A running tutor. `open` it, `connect` it, `close` it."""

    def __init__(
        self, ground: Ground, rooms: Rooms, services: Services, face: Face, housekeeping: Housekeeping
    ) -> None:
        self.settings = ground.settings
        self.database = ground.database
        self.door = rooms.models.door
        self.services = services
        self.client = face.client
        self._desk = face.desk
        self._recovery = face.recovery
        self._housekeeping = housekeeping
        self._reporter = rooms.tutoring.reporter
        self._connection: asyncio.Task[None] | None = None
        self._recovering: asyncio.Task[None] | None = None

    @classmethod
    async def open(
        cls,
        settings: Settings,
        *,
        clock: Clock | None = None,
        ids: Ids | None = None,
        chance: Random | None = None,
    ) -> Self:
        """Migrate, open the database, load the course and put the rooms together; nothing talks to Discord yet.

        Raises what `open_ground` and `open_rooms` raise: an operator reads it as it is.
        """
        ground = await open_ground(
            settings, clock=clock or SystemClock(), ids=ids or RandomIds(), chance=chance or Random()
        )
        rooms = await open_rooms(ground)
        services = services_over(ground, rooms)
        face = open_face(ground, services, rooms.tutoring.reporter)
        app = cls(ground, rooms, services, face, open_upkeep(ground, rooms, services, face))
        await asyncio.gather(app.door.warm_up(), services.retriever.warm_up(), services.memory.warm_up())
        return app

    async def connect(self) -> None:
        """Log in, end what the last process left open, and join Discord; returns when commands can arrive."""
        token = self.settings.discord_token
        if token is None:
            raise RuntimeError("there is no DISCORD_TOKEN to connect with")
        await self.client.login(token.get_secret_value())
        if self._reporter is not None:
            self._reporter.start()
        left_open = await self.services.open_turns.unfinished()
        await self._desk.start(self.client)
        await self.services.practice.resume_all()
        self._recovering = asyncio.create_task(self._recovery.run(left_open), name="recovery")
        self._connection = asyncio.create_task(self.client.connect(), name="gateway")
        opened = asyncio.create_task(self.client.opened.wait())
        await asyncio.wait([self._connection, opened], return_when=asyncio.FIRST_COMPLETED)
        if self._connection.done():
            opened.cancel()
            await self._connection
        self._housekeeping.start()

    async def serve(self) -> None:
        """Stay connected until the connection ends for good or the app is closed."""
        if self._connection is not None:
            await self._connection

    async def close(self) -> None:
        """Finish or end what is open, leave Discord, and close what is behind it, in this order."""
        await self._housekeeping.stop()
        await self.services.practice.close()
        await self._desk.close(STOP_PATIENCE)
        for task in (self._recovering, self._connection):
            if task is not None:
                task.cancel()
        if self._reporter is not None:
            await self._reporter.close()
        self.client.acknowledgements.owed.close()  # who is not answered by now will be told by the next process
        await self.client.close()
        if self.services.tutor.remembering is not None:
            await self.services.tutor.remembering.close()
        await self.services.memory.close()
        await self.services.explaining.workshop.close()
        await self.door.close()
        await self.database.close()
