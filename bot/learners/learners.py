"""The learners' own choices: read, agreed to, changed.

It never decides what a learner may see; it only remembers what the learner said about themselves.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.clock import Clock
from bot.learners import store
from bot.learners.values import GOAL_LENGTH, HeldQuestion, Learner, LearnerKey, Level
from bot.storage import Connection, Database
from bot.texts.locales import Locale

HELD_FOR = timedelta(minutes=30)
"""How long a question waits for agreement before it is forgotten."""


class Learners:
    """Profiles by learner and server."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def get(self, key: LearnerKey) -> Learner:
        """The learner, with defaults for somebody who never said anything."""
        return await self._database.read(lambda connection: store.load(connection, key))

    async def language(self, server_id: int, user_id: int) -> Locale | None:
        """The language that the learner chose; None before they did."""
        return (await self.get(LearnerKey(server_id, user_id))).locale

    async def agree(self, key: LearnerKey, *, locale: Locale, level: Level) -> HeldQuestion | None:
        """Record the agreement with the chosen language and level; gives the question that waited for it."""
        now = self._clock.now()

        async def unit(connection: Connection) -> HeldQuestion | None:
            learner = await store.load(connection, key)
            await store.save(
                connection,
                replace(learner, locale=locale, level=level, agreed_at=learner.agreed_at or now),
            )
            return await store.take_held(connection, key, now=now)

        return await self._database.write(unit)

    async def decline(self, key: LearnerKey) -> None:
        """Forget the question that waited; nothing else was kept."""
        await self._database.write(lambda connection: store.drop_held(connection, key))

    async def choose_goal(self, key: LearnerKey, goal: str) -> Learner:
        """Remember what the learner wants to reach, cut to `GOAL_LENGTH` characters."""

        async def unit(connection: Connection) -> Learner:
            learner = replace(await store.load(connection, key), goal=goal.strip()[:GOAL_LENGTH])
            await store.save(connection, learner)
            return learner

        return await self._database.write(unit)

    async def choose_language(self, key: LearnerKey, locale: Locale) -> None:
        """Remember in which language to talk to the learner here."""
        await self._change(key, lambda learner: replace(learner, locale=locale))

    async def pause(self, key: LearnerKey, *, paused: bool) -> None:
        """Remember whether anything of what the learner says may be stored."""
        await self._change(key, lambda learner: replace(learner, paused=paused))

    async def drop_expired(self) -> None:
        """Forget the questions that waited too long."""
        now = self._clock.now()
        await self._database.write(lambda connection: store.drop_expired(connection, now=now))

    async def _change(self, key: LearnerKey, change: Callable[[Learner], Learner]) -> None:
        async def unit(connection: Connection) -> None:
            await store.save(connection, change(await store.load(connection, key)))

        await self._database.write(unit)

    async def hold_question(self, key: LearnerKey, held: HeldQuestion) -> None:
        """Keep a question until the learner agrees, for `HELD_FOR` at most."""
        now = self._clock.now()

        async def unit(connection: Connection) -> None:
            await store.drop_expired(connection, now=now)
            await store.hold(connection, key, held, expires_at=now + HELD_FOR)

        await self._database.write(unit)
