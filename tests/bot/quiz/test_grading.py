"""Answers are graded by code: the same answer written differently is the same answer."""

from decimal import Decimal
from random import Random

import pytest

from bot.learners.values import Level
from bot.quiz.attempts.answers import (
    NOT_SURE,
    Answer,
    EmptyAnswer,
    NotANumber,
    SamePlaceTwice,
    grade,
    number_in,
)
from bot.quiz.attempts.choosing import drawn, fitting, spread
from bot.quiz.attempts.rating import BOUND, Rating, credit, expected, moved, moved_difficulty
from bot.quiz.attempts.sealing import sealed_texts
from bot.quiz.attempts.values import shuffled
from bot.quiz.bank_values import BankPlace, Entry, ItemState
from bot.quiz.folding import same, stands_in
from bot.quiz.items import Choice, Item, Kind, Matching, Ordering
from tests.doubles.quiz_items import documented_items

ITEMS = documented_items()


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("Token", "token"), ("ｔｏｋｅｎ", "token"), ("the token.", "token"), ("上下文視窗", "上下文视窗"), ("词 元", "词元"),
        ("“词元”。", "词元"), ("chain-of-thought", "Chain of thought"), ("C++", "c++"), ("a\u200btoken", "atoken"),
    ],
)  # fmt: skip
def test_answers_that_look_alike_are_the_same(typed: str, accepted: str) -> None:
    assert same(typed, accepted)


@pytest.mark.parametrize(("typed", "accepted"), [("C", "C++"), ("", ""), ("。", "！"), ("tokens", "token")])
def test_answers_that_differ_are_not(typed: str, accepted: str) -> None:
    assert not same(typed, accepted)


@pytest.mark.parametrize(
    ("word", "text", "stands"),
    [
        ("token", "These are tokens.", True), ("token", "A tokenizer", False), ("look up", "It does not look-up facts", True),
        ("词元", "模型读的是詞元。", True), ("概率", "它按概率写", True), ("rag", "That is fragile", False), ("RAG", "用RAG来回答", True),
        ("", "anything", False), ("likely", "Unlikely", False),
    ],
)  # fmt: skip
def test_a_word_stands_in_a_text_as_a_word_and_in_chinese_anywhere(
    word: str, text: str, stands: bool
) -> None:
    assert stands_in(word, text) is stands


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("4096", 4096), ("4,096", 4096), ("4 096 tokens", 4096), ("４０９６", 4096), ("0,7", "0.7"), ("0.7", "0.7"), ("-3", -3),
        ("−3", -3), ("12万", 120000), ("1.5k", 1500), ("about 30 %", 30), ("约 1,000 个", 1000), ("1e3", 1000), (".5", "0.5"),
        ("1,234,567", 1234567), ("十", None), ("", None), ("3 or 4", None), ("1" * 100, None), ("NaN", None), ("0,125", "0.125"),
    ],
)  # fmt: skip
def test_a_number_is_found_however_it_is_written(typed: str, number: object) -> None:
    assert number_in(typed) == (None if number is None else Decimal(str(number)))


def test_parts_count_in_part() -> None:
    ordering, matching = ITEMS[Kind.ORDERING], ITEMS[Kind.MATCHING]
    assert grade(ordering, Answer(chosen=(0, 1, 3, 2))).score == 0.5
    assert grade(matching, Answer(chosen=(0, 1, 3))).parts == (True, True, False)
    assert grade(ITEMS[Kind.OWN_WORDS], Answer(text="模型 says what is likely")).score == 0.5


def test_several_right_options_count_hits_less_slips() -> None:
    options = ITEMS[Kind.SINGLE].task.options  # type: ignore[union-attr]  # it is a choice
    right, wrong = options[0], options[1]
    item = Item(
        **{name: getattr(ITEMS[Kind.SINGLE], name) for name in Item.__slots__}
        | {"kind": Kind.MULTIPLE, "task": Choice((right, right, wrong))}
    )
    assert grade(item, Answer(chosen=(0, 1))).is_right
    assert grade(item, Answer(chosen=(0,))).score == 0.5
    assert grade(item, Answer(chosen=(0, 1, 2))).score == 0.5
    assert grade(item, Answer(chosen=(2,))).score == 0


def test_what_is_no_answer_is_refused() -> None:
    with pytest.raises(NotANumber):
        grade(ITEMS[Kind.NUMERIC], Answer(text="many"))
    with pytest.raises(EmptyAnswer):
        grade(ITEMS[Kind.SHORT], Answer(text=" "))
    with pytest.raises(EmptyAnswer):
        grade(ITEMS[Kind.SINGLE], Answer(chosen=(9,)))
    with pytest.raises(SamePlaceTwice):
        grade(ITEMS[Kind.ORDERING], Answer(chosen=(0, 0, 1, 2)))


def test_not_sure_is_never_right_and_never_a_trap() -> None:
    for item in ITEMS.values():
        found = grade(item, NOT_SURE)
        assert (found.score, found.is_right, found.trap) == (0.0, False, None)


def test_a_card_shows_the_same_order_always_and_never_the_right_one_of_steps() -> None:
    for seed in range(50):
        order = shuffled(ITEMS[Kind.ORDERING], seed, 1)
        assert order == shuffled(ITEMS[Kind.ORDERING], seed, 1) != tuple(range(4))
    assert len({shuffled(ITEMS[Kind.SINGLE], seed, 1) for seed in range(50)}) == 6


def test_every_kind_has_something_that_must_not_be_said() -> None:
    for kind, item in ITEMS.items():
        texts = sealed_texts(item)
        assert texts and item.why in ("", *texts), kind


def test_a_surprise_moves_a_rating_more_than_the_expected() -> None:
    rating = Rating()
    sure, lucky = expected(2.0, 0.0, Kind.SHORT), expected(-2.0, 0.0, Kind.SHORT)
    assert moved(rating, 1 - lucky).value > moved(rating, 1 - sure).value > 0
    assert moved(Rating(0, 50), 0.5).value < moved(Rating(0, 0), 0.5).value
    assert moved(Rating(BOUND, 0), 1).value == BOUND and moved_difficulty(0, 0, 1) < 0
    assert expected(-4, 4, Kind.TRUE_FALSE) >= 0.5
    assert credit(1, 0) > credit(1, 1) > credit(1, 9) == 0.25


def entry(name: str, section: str, difficulty: float = 0.0) -> Entry:
    place = BankPlace(0, "lesson", name)
    return Entry(place, 1, ItemState.PUBLISHED, Kind.SHORT, section, ("c",), Level.BEGINNER, difficulty, 0)


def test_a_practice_quiz_takes_the_new_first_and_spreads_over_sections() -> None:
    pool = [entry(f"{section}{n}", section) for section in "abc" for n in range(3)]
    for seed in range(10):
        assert {one.section_id for one in spread(pool, 3, {}, Random(seed))} == set("abc")
        assert {one.section_id for one in drawn(pool, 3, Random(seed))} == set("abc")
    known = {one.place: True for one in pool[1:]}
    assert spread(pool, 1, known, Random(1)) == (pool[0],)


def test_an_adaptive_quiz_asks_what_fits() -> None:
    pool = [entry("easy", "a", -3), entry("middle", "a", -0.8), entry("hard", "a", 3)]
    assert fitting(pool, [], {}, {}, Random(1)) == pool[1]
    assert fitting(pool, [], {"c": Rating(4.0, 9)}, {}, Random(1)) == pool[2]
    assert fitting(pool, [one.place for one in pool], {}, {}, Random(1)) is None


def test_ordering_and_matching_have_tasks_of_their_own() -> None:
    assert isinstance(ITEMS[Kind.ORDERING].task, Ordering) and isinstance(ITEMS[Kind.MATCHING].task, Matching)
