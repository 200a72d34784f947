"""When something is to happen, as people write it in English and Chinese."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lessons.authoring.moments import read_moment

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)  # a Sunday


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2026-12-01 09:00", "2026-12-01T09:00"),
        ("2026-12-01T09:00Z", "2026-12-01T09:00"),
        ("2026-12-01T09:00+08:00", "2026-12-01T01:00"),
        ("2026-12-01 09:00 UTC+8", "2026-12-01T01:00"),
        ("2026-12-01 9:00 Asia/Shanghai", "2026-12-01T01:00"),
        ("2026-12-01 9:00 America/New_York", "2026-12-01T14:00"),
        ("2026-12-01", "2026-12-01T09:00"),
        ("2026/12/1 9:05", "2026-12-01T09:05"),
        ("tomorrow 9:00", "2026-11-23T09:00"),
        ("Tomorrow at 9pm", "2026-11-23T21:00"),
        ("tomorrow", "2026-11-23T09:00"),
        ("today 18:00", "2026-11-22T18:00"),
        ("tonight", "2026-11-22T20:00"),
        ("friday 9am", "2026-11-27T09:00"),
        ("on Friday at 9:30 pm", "2026-11-27T21:30"),
        ("next Monday 12am", "2026-11-23T00:00"),
        ("sunday 9:00", "2026-11-29T09:00"),
        ("Dec 1 9:00", "2026-12-01T09:00"),
        ("1 December, 9:00", "2026-12-01T09:00"),
        ("January 5th", "2027-01-05T09:00"),
        ("in 2 hours", "2026-11-22T10:30"),
        ("in an hour", "2026-11-22T09:30"),
        ("in 90 min", "2026-11-22T10:00"),
        ("9:00", "2026-11-22T09:00"),
        ("8:00", "2026-11-23T08:00"),
        ("noon", "2026-11-22T12:00"),
        ("明天 9:00", "2026-11-23T09:00"),
        ("明天上午9点", "2026-11-23T09:00"),
        ("明天下午3點半", "2026-11-23T15:30"),
        ("后天", "2026-11-24T09:00"),
        ("後天晚上8点", "2026-11-24T20:00"),
        ("今晚8点", "2026-11-22T20:00"),
        ("2小时后", "2026-11-22T10:30"),
        ("兩個小時後", "2026-11-22T10:30"),
        ("半小时后", "2026-11-22T09:00"),
        ("三天后", "2026-11-25T08:30"),
        ("周五 9:00", "2026-11-27T09:00"),
        ("下週五 9：00", "2026-11-27T09:00"),
        ("下周一", "2026-11-23T09:00"),
        ("12月1日 9点", "2026-12-01T09:00"),
        ("2026年12月1日", "2026-12-01T09:00"),
        ("北京时间 明天 9:00", "2026-11-23T01:00"),
    ],
)
def test_a_moment_is_read(words: str, meant: str) -> None:
    found = read_moment(words, now=NOW)
    assert found is not None
    assert found.at == datetime.fromisoformat(meant).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "tomorrow maybe",
        "25:00",
        "2026-13-01",
        "13pm",
        "一会儿",
        "9:00 Mars/Olympus",
        "-1",
        "in hours",
    ],
)
def test_what_is_no_moment_is_not_guessed(words: str) -> None:
    assert read_moment(words, now=NOW) is None


def test_without_a_zone_the_persons_own_holds() -> None:
    found = read_moment("tomorrow 9:00", now=NOW, zone=timezone(timedelta(hours=8)))
    assert found is not None and found.at == datetime(2026, 11, 23, 1, tzinfo=UTC)


@given(st.text(max_size=60))
def test_no_words_break_it(words: str) -> None:
    read_moment(words, now=NOW)
