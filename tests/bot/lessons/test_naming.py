"""Names of sections that say what is asked about."""

import pytest

from bot.lessons.naming import SAME_CONCEPT, SAME_HEADING, SHARE, Names, likeness, named, names_in

TOKENS = frozenset({"token"})
PREDICTION = frozenset({"next", "token", "predict"})
ASKED = {"token": 2.0}


@pytest.mark.parametrize(
    ("names", "expected"),
    [([TOKENS], 1.0), ([PREDICTION], 1 / 3), ([PREDICTION, TOKENS], 1.0), ([], 0.0)],
)
def test_the_nearer_a_name_is_to_the_question_the_more_it_counts(
    names: list[frozenset[str]], expected: float
) -> None:
    assert likeness(ASKED, names) == pytest.approx(expected)


def test_a_heading_that_is_the_question_counts_most_then_a_concept_then_a_heading_that_is_like_it() -> None:
    heading = named(ASKED, Names(heading=(TOKENS,)))
    concept = named(ASKED, Names(heading=(PREDICTION,), concepts=(TOKENS,)))
    like = named(ASKED, Names(heading=(PREDICTION,)))
    assert heading == pytest.approx(SHARE + SAME_HEADING)
    assert concept == pytest.approx(SHARE / 3 + SAME_CONCEPT)
    assert heading > concept > like > 0


def test_a_question_without_weight_is_named_by_nothing() -> None:
    assert named({}, Names(heading=(TOKENS,))) == 0.0


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tokens: how text becomes numbers", "Tokens"),
        ("概率分布与采样", "采样"),
        ("Service and model", "model"),
        ("Top-p (nucleus) sampling", "nucleus"),
    ],
)
def test_names_that_stand_in_a_title_are_names_too(title: str, name: str) -> None:
    assert {title, name} <= set(names_in([title]))
