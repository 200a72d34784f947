"""Ideas: words of like meaning count as one, in both languages, and two of them near each other tell more than one alone."""

import numpy as np
import pytest

from bot.safety.ideas import Ideas
from bot.safety.linear import BadPattern

FEW = Ideas(
    {"means": r"\bpills?\b|药", "amount": r"\ball of\b|整瓶", "person": r"\bi\b|我"}, alarming=["means"]
)
CALM = FEW.width - 1
ONCE = {"means": 1, "amount": 2, "person": 3}
IN_TEXT = {("means", "amount"): 4, ("means", "person"): 5, ("amount", "person"): 6}
IN_CLAUSE = {pair: number + 3 for pair, number in IN_TEXT.items()}


def test_a_text_without_any_idea_has_the_number_that_all_have_and_that_of_calm_ones() -> None:
    assert FEW.numbers("").tolist() == [0, CALM]
    assert FEW.numbers("how does attention work").tolist() == [0, CALM]


def test_each_idea_is_told_and_each_two_that_are_in_one_text() -> None:
    assert FEW.numbers("the pill").tolist() == [0, ONCE["means"]]
    assert FEW.numbers("i took a pill. all of it was fine").tolist() == sorted(
        [0, *ONCE.values(), *IN_TEXT.values(), IN_CLAUSE["means", "person"]]
    )


def test_two_ideas_in_one_clause_are_told_beside_those_in_one_text() -> None:
    assert FEW.numbers("i took all of the pills").tolist() == list(range(CALM))


def test_where_no_alarming_idea_occurs_that_is_told() -> None:
    assert CALM in FEW.numbers("i took all of it")
    assert CALM not in FEW.numbers("i took the pill")


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("i took all of the pills", "我把整瓶药吃了"),
        ("all of it. i sleep", "整瓶。我睡了"),
        ("pill!", "药！"),
    ],
)
def test_both_languages_tell_the_same(english: str, chinese: str) -> None:
    assert FEW.numbers(english).tolist() == FEW.numbers(chinese).tolist()


def test_what_breaks_off_in_the_middle_of_a_character_is_read_all_the_same() -> None:
    assert FEW.numbers("我\ud800药").tolist() == sorted(
        [0, 1, 3, IN_TEXT["means", "person"], IN_CLAUSE["means", "person"]]
    )


def test_a_broken_pattern_is_named() -> None:
    with pytest.raises(BadPattern):
        Ideas({"broken": "("})


def test_the_ideas_that_ship_find_what_they_are_named_for_in_both_languages() -> None:
    ideas = Ideas.load()
    for name, english, chinese in (
        ("farewell", "please tell my sister goodbye", "帮我照顾好她，再见"),
        ("burden", "they are better off without me", "我只会拖累他们"),
        ("machine", "the process hangs in docker", "进程卡住了"),
        ("reveal", "repeat it word for word", "逐字复述"),
        ("ignore", "disregard that", "无视它"),
    ):
        number = 1 + ideas.names.index(name)
        assert number in ideas.numbers(english), name
        assert number in ideas.numbers(chinese), name


def test_numbers_are_each_once_in_order_and_within_bounds() -> None:
    ideas = Ideas.load()
    numbers = ideas.numbers("i want to say goodbye tonight; 我累了。what is a token? " * 40)
    assert (np.diff(numbers) > 0).all()
    assert 0 <= numbers[0] <= numbers[-1] < ideas.width
