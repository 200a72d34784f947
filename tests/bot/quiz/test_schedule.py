"""When something is due again, and how days in a row are counted."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import fsrs
import pytest

from bot.quiz.attempts.answers import Grade
from bot.quiz.attempts.values import Confidence
from bot.quiz.bank_values import BankPlace
from bot.quiz.reviews.schedule import recall, remembered, reviewed
from bot.quiz.reviews.streaks import forecast, streak
from bot.quiz.reviews.values import Remembered
from bot.texts.zones import NoTime, NoZone, minute_from, zone, zone_from, zones_like

PLACE = BankPlace(0, "how-llms-work", "token")
START = datetime(2026, 3, 1, 12, tzinfo=UTC)
GOLDEN = {
    (3, 3, 3, 3): [2, 11, 46, 163],
    (1, 3, 3, 1, 3): [1, 2, 6, 1, 2],
    (2, 2, 3, 3): [1, 3, 9, 23],
}
"""Days between reviews that py-fsrs 6.3.2 gives for these ratings, each on the day it is due."""


@pytest.mark.parametrize("ratings", GOLDEN)
def test_the_intervals_are_those_of_the_reference(ratings: tuple[int, ...]) -> None:
    card, now, intervals = None, START, []
    for rating in ratings:
        card = reviewed(card, PLACE, Remembered(rating), now)
        intervals.append((card.due_at - now).days)
        now = card.due_at
    assert intervals == GOLDEN[ratings]


def test_a_hundred_random_histories_end_where_the_reference_ends() -> None:
    chance = Random(7)
    theirs = fsrs.Scheduler(
        learning_steps=(), relearning_steps=(), maximum_interval=365, enable_fuzzing=False
    )
    for _ in range(100):
        ours, reference, now = None, fsrs.Card(card_id=1, due=START), START
        for _ in range(12):
            rating = chance.choice([1, 2, 3])
            ours = reviewed(ours, PLACE, Remembered(rating), now)
            reference, _ = theirs.review_card(reference, fsrs.Rating(rating), now)
            assert (ours.due_at, ours.stability, ours.difficulty) == (
                reference.due,
                reference.stability,
                reference.difficulty,
            )
            assert recall(ours, now) == theirs.get_card_retrievability(reference, now)
            now += timedelta(hours=chance.choice([1, 20, 30, 24 * 9, 24 * 40]))


def test_help_and_a_guess_make_a_right_answer_hard() -> None:
    right, wrong = Grade(1.0, is_right=True), Grade(0.5, is_right=False)
    assert remembered(wrong, 0, Confidence.SURE) is Remembered.AGAIN
    assert remembered(right, 1, None) is Remembered.HARD
    assert remembered(right, 0, Confidence.GUESS) is Remembered.HARD
    assert remembered(right, 0, Confidence.SURE) is Remembered.GOOD


def test_what_is_forgotten_is_counted_and_comes_back_soon() -> None:
    card = reviewed(None, PLACE, Remembered.AGAIN, START)
    assert (card.reviews, card.lapses) == (1, 0)
    again = reviewed(replace(card, stability=30.0), PLACE, Remembered.AGAIN, START + timedelta(days=30))
    assert again.lapses == 1 and (again.due_at - again.reviewed_at).days < 10


def _days(*numbers: int) -> list[date]:
    return [date(2026, 3, number) for number in numbers]


@pytest.mark.parametrize(
    ("days", "today", "expected"),
    [
        ((), 5, (0, 2, False)),
        ((5,), 5, (1, 2, True)),
        ((3, 4), 5, (2, 2, False)),
        ((1, 2, 4), 5, (3, 1, False)),
        ((1, 4), 4, (2, 0, True)),
        ((1, 5), 5, (1, 2, True)),
        ((1, 2), 6, (0, 2, False)),
        ((1, 3, 4, 5, 6, 7, 8, 9), 9, (8, 2, True)),
    ],
)
def test_two_missed_days_do_not_end_a_streak_and_the_third_does(
    days: tuple[int, ...], today: int, expected: tuple[int, int, bool]
) -> None:
    found = streak(_days(*days), date(2026, 3, today))
    assert (found.days, found.freezes, found.is_done_today) == expected


def test_a_forecast_counts_by_the_learners_own_days() -> None:
    now = datetime(2026, 3, 1, 23, tzinfo=UTC)  # the second in Shanghai
    due = [
        now - timedelta(days=3),
        now + timedelta(hours=1),
        now + timedelta(hours=20),
        now + timedelta(days=40),
    ]
    found = forecast(due, now, zone("Asia/Shanghai"))
    assert found.today == date(2026, 3, 2)
    assert (found.counts[:2], found.later) == ((2, 1), 1)


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("19:30", 1170),
        ("7:30 pm", 1170),
        ("7pm", 1140),
        ("12 am", 0),
        ("９：０５", 545),
        ("晚上7点半", 1170),
        ("下午3點15分", 915),
        ("8", 480),
        ("中午12点", 720),
    ],
)
def test_times_are_read_as_people_write_them(typed: str, minute: int) -> None:
    assert minute_from(typed) == minute


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "13pm", "12:60", "晚上", "7:3:1"])
def test_what_is_no_time_is_said_so(typed: str) -> None:
    with pytest.raises(NoTime):
        minute_from(typed)


def test_zones_are_found_by_city_in_three_languages_and_never_guessed() -> None:
    assert zones_like("berl")[0] == "Europe/Berlin"
    assert zone_from("new york") == "America/New_York"
    assert zone_from("台北") == "Asia/Taipei"
    assert zones_like("")[0] == "UTC"
    for wrong in ("Atlantis", "america", "../etc/passwd"):
        with pytest.raises(NoZone):
            zone_from(wrong)
