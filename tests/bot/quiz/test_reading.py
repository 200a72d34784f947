"""Questions are read with every mistake at its line, and written back without losing anything."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.learners.values import Level
from bot.lessons.mistakes import CourseMistakes
from bot.quiz.course_questions import digest, read_questions
from bot.quiz.items import (
    Choice,
    Item,
    Kind,
    Matching,
    NumberTrap,
    Numeric,
    Option,
    Ordering,
    OwnWords,
    Pair,
    Point,
    Short,
    WordTrap,
)
from bot.quiz.reading import read_item
from bot.quiz.writing import mapping_of
from bot.texts.locales import Locale

COURSE = Path(__file__).parents[3] / "course"
FILE = """\
misconceptions:
  token-is-word: A token is one word.

items:
  - id: token-one
    kind: true-false
    section: tokens
    concepts: [token]
    level: beginner
    stem: A token is a word.
    answer: false
    why: It may be a part of one.
    why_not: Rare words are cut into pieces.
    misconception: token-is-word
    hints: [Think of a rare word.]
"""
CHINESE = FILE.replace("A token is one word.", "词元就是词。").replace("A token is a word.", "词元就是词。")

_words = st.text(  # U+FFFE and U+FFFF are no characters: no text holds them, and XML cannot
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Z"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=20,
)
_ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
_numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3)
_belief = st.sampled_from([None, "belief-a", "belief-b"])
_options = st.builds(Option, text=_words, right=st.booleans(), why=_words, misconception=_belief)


def _distinct(least: int, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(_words, min_size=least, max_size=most, unique=True).map(tuple)


_tasks = {
    Kind.SINGLE: st.lists(_options, min_size=2, max_size=5).map(lambda found: Choice(tuple(found))),
    Kind.MULTIPLE: st.lists(_options, min_size=2, max_size=5).map(lambda found: Choice(tuple(found))),
    Kind.TRUE_FALSE: st.builds(
        lambda answer, why, other, belief: Choice(
            tuple(
                Option("", True, why) if side is answer else Option("", False, other, belief)
                for side in (True, False)
            )
        ),
        st.booleans(), _words, _words, _belief,
    ),
    Kind.ORDERING: _distinct(3, 5).map(Ordering),
    Kind.MATCHING: _distinct(8, 10).map(
        lambda found: Matching(tuple(map(Pair, found[:4], found[4:8], found[:4])), found[8:])
    ),
    Kind.NUMERIC: st.builds(
        lambda number, unit, why, belief: Numeric(
            number, Decimal("0.05"), True, unit, (NumberTrap(number * 2 + 1, why, belief),)
        ),
        _numbers.filter(lambda number: number >= 0), _words, _words, _belief,
    ),
    Kind.SHORT: st.builds(
        lambda found, why, belief: Short(found[:2], (WordTrap(found[2:], why, belief),)),
        _distinct(3, 5), _words, _belief,
    ),
    Kind.OWN_WORDS: st.builds(
        lambda found, example: OwnWords((Point(found[0], found[1:]), Point(found[1], found[:1])), 1, example),
        _distinct(3, 5), _words,
    ),
}  # fmt: skip


@st.composite
def _items(draw: st.DrawFn) -> Item:
    kind = draw(st.sampled_from(list(Kind)))
    task = draw(_tasks[kind])
    plain = kind not in (Kind.TRUE_FALSE,)
    item = Item(
        id=draw(_ids), kind=kind, lesson_id="a-lesson", section_id=draw(_ids),
        concepts=tuple(draw(st.lists(_ids, min_size=1, max_size=3))), level=draw(st.sampled_from(list(Level))),
        stem=draw(_words), task=task, why=draw(_words) if plain else "",
        misconception=draw(_belief) if plain else None, hints=draw(_distinct(0, 3)),
    )  # fmt: skip
    return item


@settings(max_examples=60, deadline=None)
@given(_items())
def test_an_item_is_written_and_read_without_losing_anything(item: Item) -> None:
    beliefs = {"belief-a": "A.", "belief-b": "B."}
    mistakes: list[str] = []
    found = read_item(mapping_of(item), "a-lesson", beliefs, lambda line, what: mistakes.append(what))
    assert found is not None, mistakes
    assert mapping_of(found) == mapping_of(item) and found.task == item.task


@pytest.fixture
def course(tmp_path: Path) -> Path:
    for name in ("outline.yaml", "concepts.yaml"):
        shutil.copy(COURSE / name, tmp_path / name)
    for language, text in (("en", FILE), ("zh-CN", CHINESE)):
        (tmp_path / language / "questions").mkdir(parents=True)
        (tmp_path / language / "questions" / "how-llms-work.yaml").write_text(text, "utf-8")
    return tmp_path


def mistakes_in(course: Path, name: str, was: str, now: str) -> list[str]:
    path = course / name / "questions" / "how-llms-work.yaml"
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, now), "utf-8")
    with pytest.raises(CourseMistakes) as caught:
        read_questions(course)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_both_languages_become_one_item(course: Path) -> None:
    (written,) = read_questions(course)
    assert set(written.texts) == {Locale.EN, Locale.ZH_CN}
    assert written.texts[Locale.ZH_CN].misconceptions == {"token-is-word": "词元就是词。"}


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        (
            "kind: true-false",
            "kind: riddle",
            "en/questions/how-llms-work.yaml:5: token-one: `kind` must be one of",
        ),
        ("answer: false", 'answer: "no"', ":5: token-one: `answer` must be true or false"),
        ("section: tokens", "section: nowhere", ":5: token-one: how-llms-work has no section nowhere"),
        ("[token]", "[tokn]", ":5: token-one: tokn is no concept"),
        (
            "misconception: token-is-word\n    hints",
            "misconception: other\n    hints",
            "'other' stands not among",
        ),
        ("level: beginner", "level: hard", "`level` must be one of"),
        ("why_not:", "why_nt:", "`why_nt` means nothing"),
        ("stem: A token is a word.", f"stem: {'x' * 700}", "has 700 characters; at most 600"),
        ("items:", "questions:", "`questions` means nothing here"),
        ("  - id: token-one", "  - id: Token One", "must be small letters"),
        ("    hints: [Think", "   hints: [Think", "not YAML"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line(course: Path, was: str, now: str, says: str) -> None:
    assert any(says in mistake for mistake in mistakes_in(course, "en", was, now))


def test_the_languages_must_agree(course: Path) -> None:
    found = mistakes_in(course, "zh-CN", "answer: false", "answer: true")
    assert any("token-one: right options must be as in en: [1], not [0]" in mistake for mistake in found)


def test_an_item_that_one_language_lacks_is_named(course: Path) -> None:
    found = mistakes_in(course, "zh-CN", "token-one", "token-two")
    assert any("token-one of en is missing" in one for one in found)
    assert any("en has no item token-two" in one for one in found)


def test_a_file_for_no_lesson_is_named(course: Path) -> None:
    (course / "en" / "questions" / "no-lesson.yaml").write_text("items: []")
    with pytest.raises(CourseMistakes, match="the outline has no lesson no-lesson"):
        read_questions(course)


def test_the_digest_follows_questions_alone(course: Path) -> None:
    before = digest(course)
    (course / "en" / "lessons").mkdir()
    (course / "en" / "lessons" / "how-llms-work.md").write_text("# New")
    assert digest(course) == before
    (course / "en" / "questions" / "how-llms-work.yaml").write_text(FILE + "\n")
    assert digest(course) != before
