"""Daily messages to who asked for them: at their time, in their time zone, never twice a day.

A message is claimed before it is sent: a crash in between loses that day's, and never sends a second one.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from bot.clock import Clock
from bot.learners.values import LearnerKey
from bot.quiz.reviews import store
from bot.quiz.reviews.values import Reminder
from bot.storage import Connection, Database
from bot.texts.locales import Locale
from bot.texts.zones import USUAL, minute_from, zone, zone_from, zones_like

LATEST: Final = 240
"""Minutes by which a message may come late, when the tutor was away at its time; after that the day is skipped."""
USUAL_MINUTE: Final = 19 * 60


class Reminders:
    """Who wants a message, and whose is due."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def of(self, user_id: int) -> Reminder | None:
        """What a person asked for; None where they did not."""
        return await self._database.read(lambda connection: store.reminder(connection, user_id))

    async def set(
        self, key: LearnerKey, locale: Locale, *, time: str | None, timezone: str | None
    ) -> Reminder:
        """Keep what a person wants; what they leave out stays as it was. Raises `NoTime` or `NoZone`."""
        now = self._clock.now()
        minute = minute_from(time) if time is not None else None
        name = await asyncio.to_thread(zone_from, timezone) if timezone is not None else None

        async def unit(connection: Connection) -> Reminder:
            before = await store.reminder(connection, key.user_id)
            wanted = Reminder(
                key=key,
                minute=minute if minute is not None else before.minute if before else USUAL_MINUTE,
                timezone=name or (before.timezone if before else USUAL[locale]),
                language=locale,
                sent_on=before.sent_on if before else None,
            )
            today, so_far = _by_clock_of(wanted, now)
            if wanted.minute <= so_far:  # the first one comes tomorrow
                wanted = replace(wanted, sent_on=max(today, wanted.sent_on or today))
            await store.keep_reminder(connection, wanted)
            return wanted

        return await self._database.write(unit)

    async def zones(self, typed: str) -> list[str]:
        """The time zones that what was typed may mean, the likeliest first."""
        return await asyncio.to_thread(zones_like, typed)

    async def off(self, user_id: int) -> bool:
        """No more messages; False where there were none."""
        return await self._database.write(lambda connection: store.drop_reminder(connection, user_id))

    async def take_due(self) -> Sequence[Reminder]:
        """Those whose time has come, each given out once a day, whoever asks how often."""
        now = self._clock.now()

        async def look(connection: Connection) -> list[tuple[Reminder, date]]:
            found = []
            for wanted in await store.all_reminders(connection):
                today, so_far = _by_clock_of(wanted, now)
                if wanted.minute <= so_far <= wanted.minute + LATEST and (
                    wanted.sent_on is None or wanted.sent_on < today
                ):
                    found.append((wanted, today))
            return found

        due = await self._database.read(look)
        if not due:
            return []

        async def claim(connection: Connection) -> list[Reminder]:
            return [
                wanted for wanted, today in due if await store.claim(connection, wanted.key.user_id, today)
            ]

        return await self._database.write(claim)


def _by_clock_of(wanted: Reminder, now: datetime) -> tuple[date, int]:
    """The day and its minute where that person is."""
    there = now.astimezone(zone(wanted.timezone))
    return there.date(), 60 * there.hour + there.minute
