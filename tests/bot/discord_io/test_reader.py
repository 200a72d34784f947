"""The controls below a page of a lesson."""

import pytest

from bot.discord_io.reader import around
from bot.lessons.values import Lesson, Section
from bot.texts.locales import Locale


@pytest.mark.parametrize(
    ("count", "here", "first", "last"), [(8, 3, 0, 7), (60, 0, 0, 24), (60, 30, 18, 42), (60, 59, 35, 59)]
)
def test_the_contents_of_a_long_lesson_move_along_with_the_reader(
    count: int, here: int, first: int, last: int
) -> None:
    sections = tuple(
        Section("long", f"s{place}", f"Section {place}", "Words.", (), 1, place) for place in range(count)
    )
    lesson = Lesson("long", "Long", "…", (), Locale.EN, (), count, sections)
    shown = around(lesson, sections[here])
    assert (shown[0].ordinal, shown[-1].ordinal) == (first, last)
    assert sections[here] in shown
