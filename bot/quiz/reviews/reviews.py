"""Reviews: what is due, asked in one flow; what comes due; the streak.

A review is an attempt like a quiz, without hints, so whatever holds for quizzes (restarts, double clicks, versions) holds for it.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from random import Random
from typing import Final

from bot.clock import Clock
from bot.ids import Ids
from bot.learners.values import LearnerKey
from bot.lessons.library import Library
from bot.lessons.values import READING_ORDER
from bot.quiz.attempts import steps
from bot.quiz.attempts import store as attempts
from bot.quiz.attempts.values import Attempt, Mode, Sheet, State
from bot.quiz.bank_values import Entry
from bot.quiz.reviews import store
from bot.quiz.reviews.schedule import recall
from bot.quiz.reviews.streaks import forecast, streak
from bot.quiz.reviews.taking_along import KnownItem
from bot.quiz.reviews.values import Card, Forecast, Streak
from bot.quiz.store import item_texts
from bot.storage import Connection, Database
from bot.texts.locales import Locale
from bot.texts.zones import USUAL, zone

MOST_AT_ONCE: Final = 20
"""Cards of one review; what is left stays due."""
_SEEDS = 2**53


class Reviews:
    """Cards by learner."""

    def __init__(self, database: Database, library: Library, clock: Clock, ids: Ids, chance: Random) -> None:
        self._database = database
        self._library = library
        self._clock = clock
        self._ids = ids
        self._chance = chance

    async def begin(self, key: LearnerKey, locale: Locale) -> Sheet | None:
        """A review of what is due, or the one that is open; None where nothing is due.

        What is nearest to being forgotten comes first.
        """
        lessons = {lesson.id for lesson in await self._library.lessons(key.server_id, locale)}
        now = self._clock.now()
        attempt_id, seed = self._ids.new(), self._chance.randrange(_SEEDS)

        async def unit(connection: Connection) -> Sheet | None:
            begun = await attempts.latest(connection, key, [State.OPEN], only=Mode.REVIEW)
            if begun is not None:
                return await steps.sheet(connection, begun)
            due = await self._due(connection, key, lessons, now)
            if not due:
                return None
            due = sorted(due, key=lambda one: recall(one[0], now))[:MOST_AT_ONCE]
            attempt = Attempt(
                id=attempt_id,
                key=key,
                lessons=tuple(sorted({entry.place.lesson_id for _, entry in due})),
                mode=Mode.REVIEW,
                language=locale,
                seed=seed,
                length=len(due),
                state=State.OPEN,
                number=1,
                started_at=now,
                ended_at=None,
            )
            await attempts.add_attempt(connection, attempt)
            for number, (_, entry) in enumerate(due, 1):
                await attempts.add_question(connection, attempt, number, entry.place, entry.version)
            return await steps.sheet(connection, attempt)

        return await self._database.write(unit)

    async def count_due(self, key: LearnerKey, locale: Locale) -> int:
        """How many cards are due now."""
        lessons = {lesson.id for lesson in await self._library.lessons(key.server_id, locale)}
        now = self._clock.now()
        return len(await self._database.read(lambda connection: self._due(connection, key, lessons, now)))

    async def next_due(self, key: LearnerKey) -> datetime | None:
        """When the next card is due; None before there is one."""
        found = await self._database.read(lambda connection: store.cards(connection, key))
        return found[0].due_at if found else None

    async def forecast(self, key: LearnerKey, locale: Locale) -> Forecast:
        """What comes due on which day of the learner's calendar."""
        found = await self._database.read(lambda connection: store.cards(connection, key))
        now, name = self._clock.now(), await self.zone_of(key, locale)
        return await asyncio.to_thread(lambda: forecast([card.due_at for card in found], now, zone(name)))

    async def streak(self, key: LearnerKey, locale: Locale) -> Streak:
        """The learner's days in a row here."""
        days = await self._database.read(lambda connection: store.active_days(connection, key))
        now, name = self._clock.now(), await self.zone_of(key, locale)
        return await asyncio.to_thread(lambda: streak(days, now.astimezone(zone(name)).date()))

    async def cards(self, key: LearnerKey) -> tuple[Card, ...]:
        """All cards of a learner here."""
        return await self._database.read(lambda connection: store.cards(connection, key))

    async def known(self, key: LearnerKey, locale: Locale) -> tuple[KnownItem, ...]:
        """All cards of a learner here with their questions, in this language where there is one."""

        async def unit(connection: Connection) -> tuple[KnownItem, ...]:
            found = []
            for card in await store.cards(connection, key):
                texts = await item_texts(connection, card.place)
                item = next((texts[one] for one in READING_ORDER[locale] if one in texts), None)
                if item is not None:
                    found.append(KnownItem(card, item))
            return tuple(found)

        return await self._database.read(unit)

    async def zone_of(self, key: LearnerKey, locale: Locale) -> str:
        """The time zone that a learner said they are in, or the usual one of their language."""
        wanted = await self._database.read(lambda connection: store.reminder(connection, key.user_id))
        return wanted.timezone if wanted is not None else USUAL[locale]

    async def forget_before(self, moment: datetime, server_id: int | None = None) -> int:
        """Remove cards that nobody has touched since a moment, and that were due all the while; how many."""
        return await self._database.write(
            lambda connection: store.forget_cards(connection, moment, server_id)
        )

    async def _due(
        self, connection: Connection, key: LearnerKey, lessons: set[str], now: datetime
    ) -> Sequence[tuple[Card, Entry]]:
        """What is due and still asked."""
        cards = await store.cards(connection, key, due_by=now)
        wanted = {card.place.lesson_id for card in cards} & lessons
        entries = (
            {entry.place: entry for entry in await steps.pool(connection, key, wanted)} if wanted else {}
        )
        return [(card, entries[card.place]) for card in cards if card.place in entries]
