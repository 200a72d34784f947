"""Question files of other programs: nothing lost on the way out and in, every mistake at its line, hostile files refused."""

import json

import pytest
from hypothesis import given, settings

from bot.quiz.formats import MOST_BYTES, MOST_ITEMS, Defaults, FileFormat, read, write
from bot.quiz.items import Choice, Item, Kind, Matching, Numeric, Short
from bot.quiz.writing import mapping_of
from tests.bot.quiz.test_reading import _items
from tests.doubles.quiz_items import documented_items

HERE = Defaults("a-lesson", "a-section", ("token",))
ITEMS = [
    Item(**{name: getattr(item, name) for name in Item.__slots__} | {"lesson_id": "a-lesson"})
    for item in documented_items().values()
]


def taken(text: str, file_format: FileFormat) -> tuple[Item, ...]:
    found = read(text.encode(), file_format, HERE)
    assert found.mistakes == ()
    return found.items


def mistakes(text: str | bytes, file_format: FileFormat) -> list[tuple[int, str]]:
    found = read(text if isinstance(text, bytes) else text.encode(), file_format, HERE)
    assert found.mistakes
    return [(one.line, one.what) for one in found.mistakes]


@pytest.mark.parametrize("file_format", list(FileFormat))
def test_all_kinds_go_out_and_come_in_again(file_format: FileFormat) -> None:
    found = taken(write(ITEMS, file_format), file_format)
    assert [mapping_of(item) for item in found] == [mapping_of(item) for item in ITEMS]
    assert [item.misconceptions for item in found] == [item.misconceptions for item in ITEMS]


@pytest.mark.parametrize("file_format", list(FileFormat))
def test_whatever_an_item_holds_goes_out_and_comes_in_again(file_format: FileFormat) -> None:
    @settings(max_examples=15, deadline=None)
    @given(_items())
    def holds(item: Item) -> None:
        named = {"belief-a": "A.", "belief-b": "B, “b”: {x} = 1"}
        item = Item(**{name: getattr(item, name) for name in Item.__slots__} | {"misconceptions": named})
        found = read(write([item], file_format).encode(), file_format, HERE)
        assert [mapping_of(one) for one in found.items] == [mapping_of(item)], (
            found.mistakes,
            write([item], file_format),
        )

    holds()


GIFT = """\
$CATEGORY: tutor

// A comment
::First:: What does a model read? {
  =Tokens # Pieces of text.
  ~Words # Rare ones are cut.
  ~%0%Letters
}

::Wahr::Temperature 0 is always the same.{F#No.#Yes, servers differ.}

How many {#4096:10#Count them.}

Which city? {=Bern =Berne}

Match. {
=cat -> cat food
=dog -> dog food
=bird -> seed
= -> hay
}

Choose two. {~%50%one#Yes. ~%50%two ~%-100%three}

The \\{ opens and 2 \\= 2. {T}
"""


def test_gift_as_others_write_it() -> None:
    first, second, number, short, pairs, several, escaped = taken(GIFT, FileFormat.GIFT)
    assert (first.id, first.kind, first.line) == ("first", Kind.SINGLE, 4)
    assert (
        isinstance(first.task, Choice)
        and first.task.key == {0}
        and first.task.options[0].why == "Pieces of text."
    )
    assert isinstance(second.task, Choice) and [one.why for one in second.task.options] == [
        "No.",
        "Yes, servers differ.",
    ]
    assert isinstance(number.task, Numeric) and (number.task.answer, number.task.tolerance) == (4096, 10)
    assert isinstance(short.task, Short) and short.task.accepted == ("Bern", "Berne")
    assert isinstance(pairs.task, Matching) and pairs.task.decoys == ("hay",)
    assert several.kind is Kind.MULTIPLE and isinstance(several.task, Choice) and several.task.key == {0, 1}
    assert escaped.stem == "The { opens and 2 = 2."


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("::a:: Open {=x ~y\n\n::b:: Next {T}\n", 1, "not closed"),
        ("\n\nClosed =x ~y}\n", 3, "not closed"),
        ("A {=x\n~y {z}\n}\n", 2, "second {"),
        ("No answer here.\n", 1, "no answer in braces"),
        ("Q {~x ~y}\n", 1, "no answer is right"),
        ("Q {=x ~y =z}\n", 1, "two answers are right"),
        ("Q {#many}\n", 1, "is no number"),
        ("Essay {}\n", 1, "essay"),
        ("", 0, "holds no questions"),
    ],
)
def test_gift_that_is_broken_is_named_at_its_line(text: str, line: int, says: str) -> None:
    assert any(at == line and says in what for at, what in mistakes(text, FileFormat.GIFT))


MOODLE = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <question type="category"><category><text>x</text></category></question>
  <question type="multichoice">
    <name><text>词元 One</text></name>
    <questiontext format="html"><text><![CDATA[<p>What does a model <b>read</b>?</p>]]></text></questiontext>
    <single>true</single>
    <answer fraction="100"><text>Tokens</text><feedback><text>Pieces &amp; parts.</text></feedback></answer>
    <answer fraction="0"><text>Words</text></answer>
    <hint><text>Rare words?</text></hint>
  </question>
</quiz>
"""


def test_moodle_as_others_write_it() -> None:
    (item,) = taken(MOODLE, FileFormat.MOODLE)
    assert (item.id, item.stem, item.hints, item.line) == (
        "one",
        "What does a model read?",
        ("Rare words?",),
        4,
    )
    assert isinstance(item.task, Choice) and item.task.options[0].why == "Pieces & parts."


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<quiz>&b;</quiz>', 1, "document types"),
        ('<?xml version="1.0"?>\n<!DOCTYPE q SYSTEM "file:///etc/passwd">\n<quiz/>', 2, "document types"),
        ("<quiz>\n&unknown;</quiz>", 2, "not XML"),
        ("<quiz>\n<question>\n</quiz>", 3, "not XML"),
        ("<quiz>" + "<a>" * 50 + "</a>" * 50 + "</quiz>", 1, "nested too deep"),
        ("<html/>", 1, "must hold <quiz>"),
        ('<quiz>\n<question type="cloze"></question></quiz>', 2, "'cloze' are not taken"),
        ('<quiz>\n<question type="numerical"></question></quiz>', 2, "needs an answer"),
        ("", 1, "not XML"),
    ],
)
def test_moodle_that_is_hostile_or_broken_is_refused_at_its_line(text: str, line: int, says: str) -> None:
    assert any(at == line and says in what for at, what in mistakes(text, FileFormat.MOODLE))


def test_microsofts_booleans_are_texts() -> None:
    quiz = {"questionText": "What reads?", "answerOptions": [{"answerText": "It", "isCorrect": "true"}, {"answerText": "She", "isCorrect": "false"}]}  # fmt: skip
    whole = json.dumps([{"title": "x", "quizzes": [{"id": 1, "title": "Pre", "quiz": [quiz]}]}], indent=1)
    (item,) = taken(whole, FileFormat.JSON)
    assert isinstance(item.task, Choice) and item.task.key == {0} and item.line == 10
    found = mistakes(whole.replace('"true"', '"yes"'), FileFormat.JSON)
    assert "isCorrect" in found[0][1]


@pytest.mark.parametrize(
    ("text", "file_format", "says"),
    [
        ("{", FileFormat.JSON, "not JSON"),
        ("[" * 100_000, FileFormat.JSON, "not JSON"),
        ("{}", FileFormat.JSON, "no questions"),
        ("a,b\n1,2\n", FileFormat.CSV, "must name the columns"),
        ('stem,right\n"open', FileFormat.CSV, "not a table"),
        ("stem,colour\nQ,red\n", FileFormat.CSV, "no column 'colour'"),
        ("stem,option 1,option 2,right\nQ,x,y,3\n", FileFormat.CSV, "names option 3"),
        ("items: [&a [1], *a]", FileFormat.YAML, "anchors and aliases"),
        ("items: !!python/object:os.system {}", FileFormat.YAML, "not YAML"),
        ("- 1", FileFormat.YAML, "must hold `items`"),
        ("items:\n  - 1\n", FileFormat.YAML, "written as a mapping"),
        ("[" * 5000, FileFormat.YAML, "not YAML"),
        (b"\xff\xfe<\x00q\x00", FileFormat.MOODLE, "not UTF-8"),
        (b"a\0b", FileFormat.GIFT, "zero character"),
        (b"x" * (MOST_BYTES + 1), FileFormat.GIFT, "at most"),
        ("Q {T}\n\n" * (MOST_ITEMS + 1), FileFormat.GIFT, "at most 500"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(
    text: str | bytes, file_format: FileFormat, says: str
) -> None:
    assert any(says in what for _, what in mistakes(text, file_format))


def test_a_table_as_a_person_writes_it() -> None:
    (item,) = taken(
        "Stem;Option 1;Option 2;Right;Why 1\n什么是词元？;一段文字;一个字母;A;常见的片段。\n", FileFormat.CSV
    )
    assert (
        isinstance(item.task, Choice) and item.task.key == {0} and item.task.options[0].why == "常见的片段。"
    )


def test_no_cell_of_a_table_is_a_formula() -> None:
    item = Item(**{name: getattr(ITEMS[0], name) for name in Item.__slots__} | {"stem": "=HYPERLINK(1)"})
    text = write([item], FileFormat.CSV)
    assert "'=HYPERLINK" in text and taken(text, FileFormat.CSV)[0].stem == "=HYPERLINK(1)"
