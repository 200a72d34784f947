"""Headings that name what is asked about."""

import pytest

from bot.lessons.naming import named


@pytest.mark.parametrize(
    ("heading", "likeness"),
    [("Tokens", 1.0), ("Tokens: how text becomes numbers", 1.0), ("Next-token prediction", 1 / 3), ("", 0.0)],
)
def test_the_nearer_a_heading_is_to_the_question_the_more_it_counts(heading: str, likeness: float) -> None:
    assert named({"token": 2.0}, heading, is_chinese=False) == pytest.approx(likeness)


def test_one_of_several_names_in_a_chinese_heading_is_enough() -> None:
    assert named({"采样": 1.5}, "概率分布与采样", is_chinese=True) == 1.0


def test_a_question_without_weight_is_named_by_nothing() -> None:
    assert named({}, "Tokens", is_chinese=False) == 0.0
