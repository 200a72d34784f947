"""What a picture shows without anybody looking: no dot hides another, and lines break where one would break them."""

import math

import pytest

from bot.explain.drawing import fonts
from bot.explain.drawing.meaning_map import _CLOSEST, _apart
from bot.explain.drawing.paper import WIDTH, wrapped
from bot.explain.drawing.walk_picture import _balanced


@pytest.mark.parametrize(
    "places",
    [
        [(100.0, 100.0), (100.0, 100.0)],
        [(100.0, 100.0), (104.0, 101.0), (99.0, 107.0)],
        [(WIDTH - 1.0, 1.0), (WIDTH - 1.0, 2.0)],
        [(400.0, 300.0)] * 12,
    ],
)
def test_no_dot_hides_the_number_of_another(places: list[tuple[float, float]]) -> None:
    found = _apart(places)
    near = [math.dist(one, other) for at, one in enumerate(found) for other in found[at + 1 :]]
    assert min(near) >= _CLOSEST - 1
    assert all(0 < x < WIDTH for x, _ in found)


def test_dots_that_hide_nothing_stay_where_they_are() -> None:
    places = [(100.0, 100.0), (300.0, 100.0)]
    assert _apart(places) == places


needs_chinese = pytest.mark.skipif(not fonts.has_chinese(), reason="no Chinese font on this machine")


@needs_chinese
@pytest.mark.parametrize("width", range(90, 400, 10))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(width: int) -> None:
    for words in (
        "笔记：做了什么，结果是什么",
        "新的“它”：大半是小猫",
        "（编码器）一次看到整段文字，“前后”都看",
    ):
        lines = wrapped(words, 25, width)
        assert "".join(lines) == words
        assert not any(line[0] in "，。：；”）" for line in lines[1:])
        assert not any(line[-1] in "“（" for line in lines[:-1] if len(line) > 1)


@needs_chinese
def test_lines_end_at_a_mark_where_they_can() -> None:
    words = "限制：步数、花费、要人点头"
    assert _balanced(words, wrapped(words, 28, 330), 28, 330) == ["限制：步数、花费、", "要人点头"]
