"""Days in a row, and what comes due on which day. Pure functions of days by the learner's own clock."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta, tzinfo
from typing import Final

from bot.quiz.reviews.values import Forecast, Streak

FREEZES: Final = 2
"""Days that may be missed without an end."""
EARNED_AFTER: Final = 7
"""Active days in a row that give one of them back."""
FORECAST_DAYS: Final = 14


def streak(days: Collection[date], today: date) -> Streak:
    """How many active days since the last end; a missed day uses up a freeze and does not count itself.

    Today is not missed before it is over.
    """
    active = {day for day in days if day <= today}
    length, freezes, in_a_row = 0, FREEZES, 0
    day = min(active, default=today)
    while day <= today:
        if day in active:
            length, in_a_row = length + 1, in_a_row + 1
            if in_a_row % EARNED_AFTER == 0:
                freezes = min(FREEZES, freezes + 1)
        elif day != today:
            in_a_row = 0
            if freezes:
                freezes -= 1
            else:
                length, freezes = 0, FREEZES
        day += timedelta(days=1)
    if not length:
        freezes = FREEZES
    return Streak(length, freezes, today in active)


def forecast(due: Iterable[datetime], now: datetime, zone: tzinfo) -> Forecast:
    """What comes due in the next `FORECAST_DAYS` days of this time zone, today being the first."""
    today = now.astimezone(zone).date()
    counts = [0] * FORECAST_DAYS
    later = 0
    for moment in due:
        ahead = max(0, (moment.astimezone(zone).date() - today).days)
        if ahead < FORECAST_DAYS:
            counts[ahead] += 1
        else:
            later += 1
    return Forecast(today, tuple(counts), later)
