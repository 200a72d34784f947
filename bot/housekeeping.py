"""What happens by itself: old turns go, lessons are published at their time, searches catch up, a heartbeat is left."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock
from bot.heartbeat import EVERY, beat
from bot.lessons.authoring import Authoring
from bot.lessons.upkeep import Upkeep
from bot.llm.store import ModelRecords
from bot.memory.memory import Memory
from bot.servers.settings import Retention

log = logging.getLogger(__name__)

_TIDY_EVERY = timedelta(hours=6)
_CATCH_UP_AFTER = timedelta(seconds=20)
"""After the start, whose first moments belong to the learners who waited for it."""
_CATCH_UP_EVERY = timedelta(minutes=10)
_PUBLISH_EVERY = timedelta(seconds=20)


Forget = Callable[[datetime, int | None], Awaitable[int]]
"""Removes what is older than a moment: everywhere, or in one server."""


@dataclass(frozen=True, slots=True)
class Chore:
    """Something that is done again and again. What fails is tried again the next time; the tutor works without it."""

    name: str
    do: Callable[[], Awaitable[None]]
    every: timedelta
    after: timedelta = timedelta(0)
    """How long the first time waits after the start."""


class Housekeeping:
    """Background work of one process."""

    def __init__(
        self,
        *,
        memory: Memory,
        records: ModelRecords,
        lessons: Upkeep,
        authoring: Authoring,
        clock: Clock,
        retention: timedelta,
        heartbeat: Path,
        tidiers: Sequence[Callable[[], Awaitable[None]]] = (),
        forgetters: Sequence[Callable[[datetime], Awaitable[int]]] = (),
        of_attempts: Sequence[Forget] = (),
        shorter: Callable[[], Awaitable[Sequence[Retention]]] | None = None,
        others: Sequence[Chore] = (),
    ) -> None:
        """`tidiers` remove what waited too long in other rooms, `forgetters` what is older than the retention time.

        `of_attempts` forget attempts; for them and for turns servers may have set shorter times, which `shorter` gives.
        `others` have their own times.
        """
        self._memory = memory
        self._records = records
        self._lessons = lessons
        self._authoring = authoring
        self._clock = clock
        self._retention = retention
        self._heartbeat = heartbeat
        self._tidiers = tidiers
        self._forgetters = forgetters
        self._of_attempts = of_attempts
        self._shorter = shorter
        self._chores = (
            Chore("tidying", self.tidy, _TIDY_EVERY),
            Chore("publishing", self._publish, _PUBLISH_EVERY),
            Chore("catching up with lessons", self._catch_up, _CATCH_UP_EVERY, _CATCH_UP_AFTER),
            Chore("heartbeat", self._beat, timedelta(seconds=EVERY)),
            *others,
        )
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin, once the tutor is connected."""
        self._tasks = [asyncio.create_task(self._for_ever(chore), name=chore.name) for chore in self._chores]

    async def stop(self) -> None:
        """End, and take the heartbeat away."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._tasks:
            await asyncio.to_thread(self._heartbeat.unlink, missing_ok=True)
        self._tasks = []

    async def tidy(self) -> None:
        """Remove what is older than the retention time."""
        now = self._clock.now()
        before = now - self._retention
        gone = await self._memory.forget_before(before)
        await self._records.forget_before(before)
        for forget in self._forgetters:
            await forget(before)
        for forget_attempts in self._of_attempts:
            await forget_attempts(before, None)
        for server in await self._shorter() if self._shorter is not None else ():
            gone += await self._memory.forget_before(now - server.turns, server.server_id)
            for forget_attempts in self._of_attempts:
                await forget_attempts(now - server.attempts, server.server_id)
        for tidy in self._tidiers:
            await tidy()
        await self._memory.wipe()
        await self._authoring.purge()
        if gone:
            log.info("%d turns were older than they may be kept and are gone", gone)

    async def _publish(self) -> None:
        if published := await self._authoring.publish_due():
            log.info("%d lessons were published at their time", published)

    async def _catch_up(self) -> None:
        await self._lessons.catch_up()

    async def _beat(self) -> None:
        await asyncio.to_thread(beat, self._heartbeat, now=self._clock.now())

    async def _for_ever(self, chore: Chore) -> None:
        if chore.after:
            await self._clock.sleep(chore.after.total_seconds())
        while True:
            try:
                await chore.do()
            except Exception:  # whatever it is, it is tried again; what was due stays due
                log.exception("%s failed", chore.name)
            await self._clock.sleep(chore.every.total_seconds())
