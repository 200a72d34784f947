"""Puts the insights of a server together, over whole days: today is not in them, so nobody sees what one person just did."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Final

from bot.clock import Clock
from bot.lessons import reading_store
from bot.lessons.values import READING_ORDER
from bot.quiz import store as quiz_store
from bot.reports.insights import measures, store
from bot.reports.insights.measures import Insights, Period
from bot.reports.insights.shield import band
from bot.reports.insights.store import Window
from bot.storage import Connection, Database
from bot.texts.locales import Locale

DAYS: Final = (7, 30, 90)
"""Over how many days: few choices, so that reports of different lengths cannot be set against each other day by day."""
MOST: Final = 8
"""Questions and sections that are named."""


@dataclass(frozen=True, slots=True)
class Named:
    """The insights, and what the things in them are called: authors' words, to be made harmless before they are shown."""

    insights: Insights
    lessons: Mapping[str, str]
    sections: Mapping[tuple[str, str], str]
    stems: Mapping[tuple[int, str, str], str]
    """What is asked, by bank, lesson and item."""


class InsightReports:
    """Looks across the rooms; keeps nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def of(self, server_id: int, days: int, locale: Locale) -> Named:
        """The last so many whole days in a server, with names in a language."""
        until = datetime.combine(self._clock.now().date(), time(), UTC)
        window = Window(server_id, until - timedelta(days=days), until)

        async def unit(connection: Connection) -> Named:
            insights = await _insights(connection, window)
            lessons = await reading_store.published(connection, server_id, locale)
            stems = {}
            for one in insights.missed:
                order = READING_ORDER[locale]
                item = await quiz_store.item_text(connection, one.place, one.version, order)
                if item is not None:
                    stems[one.place.bank_id, one.place.lesson_id, one.place.item_id] = item.stem
            return Named(
                insights,
                {lesson.id: lesson.title for lesson in lessons},
                {(lesson.id, one.id): one.heading for lesson in lessons for one in lesson.sections},
                stems,
            )

        return await self._database.read(unit)


async def _insights(connection: Connection, window: Window) -> Insights:
    answers = await store.given(connection, window)
    turns = await store.asked(connection, window)
    unhappy = await store.unhappy_turns(connection, window)
    since = window.since.date()
    periods, everybody = [], frozenset[int]()
    step = timedelta(days=1 if window.until - window.since <= timedelta(days=7) else 7)
    start = window.since
    while start < window.until:
        end = min(start + step, window.until)
        people = await store.active(connection, Window(window.server_id, start, end))
        everybody |= people
        periods.append(Period(start.date(), end.date() - timedelta(days=1), band(len(people))))
        start = end
    gain, gains = measures.learning_gains(answers, since)
    costs, house = measures.costs_by_use(await store.spent(connection, window))
    helped = [one for one in answers if one.mode.has_hints and one.at.date() >= since]
    return Insights(
        first=since,
        last=window.until.date() - timedelta(days=1),
        active=band(len(everybody)),
        periods=tuple(periods),
        gain=gain,
        gains=gains,
        missed=measures.most_missed(answers, since, MOST),
        confusing=measures.most_confusing(answers, turns, unhappy, since, MOST),
        seeking=measures.share_of(turns, measures.seeks_answer, lambda turn: turn.user_id),
        quiz_hints=measures.share_of(helped, lambda one: one.hints > 0, lambda one: one.user_id),
        tutor_hints=measures.share_of(turns, measures.wants_hint, lambda turn: turn.user_id),
        decisions=measures.filter_decisions(turns),
        appeals=measures.appeals_by_state(await store.appeals(connection, window)),
        costs=costs,
        house=house,
    )
