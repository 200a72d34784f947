"""Statistics of questions, drafts without a model, and the form's lines: rules of the moderators' workshop."""

import re
from itertools import islice
from math import sqrt
from pathlib import Path

import pytest

from bot.learners.values import Level
from bot.lessons.values import Lesson, Section
from bot.quiz.bank_values import BankPlace
from bot.quiz.items import Choice, Kind, Short
from bot.quiz.lint import lint, stands_in_the_way
from bot.quiz.reading import read_item
from bot.quiz.workshop.cloze import drafts, is_near
from bot.quiz.workshop.forms import answers_text, entry_from, kept_beside
from bot.quiz.workshop.statistics import FirstAnswer, Suspicion, statistics, suspicions
from bot.texts.locales import Locale

COURSE = Path(__file__).parents[3] / "course"
A, B, C = (BankPlace(0, "lesson", name) for name in "abc")
PLACED = {"id": "one", "section": "basics", "concepts": ["token"], "level": "beginner"}


def answer(user: int, place: BankPlace, right: bool, *chosen: int) -> FirstAnswer:
    return FirstAnswer(user, place, right, chosen)


FIXTURE = [
    answer(1, A, True, 0), answer(1, B, True, 1), answer(1, C, True, 0),
    answer(2, A, True, 0), answer(2, B, False, 2), answer(2, C, True, 0),
    answer(3, A, False, 1), answer(3, B, False, 2), answer(3, C, True, 0),
    answer(4, A, False, 1), answer(4, B, False, 0), answer(4, C, False, 1),
]  # fmt: skip


def test_statistics_are_those_computed_by_hand() -> None:
    found = statistics(FIXTURE)
    assert [found[place].facility for place in (A, B, C)] == [0.5, 0.25, 0.75]
    assert dict(found[B].chosen) == {1: 1, 2: 2, 0: 1}
    # A: right 1 1 0 0 beside shares of the rest 1, 1/2, 1/2, 0: covariance 1/2, variances 1 and 1/2
    assert found[A].discrimination == pytest.approx(0.5 / sqrt(1 * 0.5))
    # B: right 1 0 0 0 beside 1, 1, 1/2, 0: covariance 3/8, variances 3/4 and 11/16
    assert found[B].discrimination == pytest.approx(0.375 / sqrt(0.75 * 0.6875))


def test_one_answer_or_no_variation_tells_nothing_of_discrimination() -> None:
    assert statistics([answer(1, A, True)])[A].discrimination is None
    all_right = [answer(user, place, True) for user in range(5) for place in (A, B)]
    assert statistics(all_right)[A].discrimination is None


def test_a_question_is_suspected_from_ten_answers_on_and_says_why() -> None:
    few = [answer(user, A, False, 1) for user in range(9)]
    assert suspicions(statistics(few)[A], frozenset({0}), 3) == ()
    many = [*few, answer(9, A, True, 0)]
    assert suspicions(statistics(many)[A], frozenset({0}), 3) == (
        Suspicion.TOO_HARD,
        Suspicion.WRONG_KEY,
        Suspicion.DEAD_OPTION,
    )


def lesson_of(markdown: str, locale: Locale) -> Lesson:
    """A lesson with a section for each heading of the second level."""
    parts = re.split(r"^## (.+?)(?: \{#.*)?$", markdown, flags=re.MULTILINE)
    sections = tuple(
        Section("zebra", "basics", heading, text, ("token",), 5, at)
        for at, (heading, text) in enumerate(zip(parts[1::2], parts[2::2], strict=True))
    )
    return Lesson("zebra", "Zebrafish", "", (), locale, (), 5, sections)


LESSON = lesson_of(
    "## Basics\n\nA **token** is a piece of text that a model reads at once. Sampling draws one of them. "
    "The **context window** is the number of pieces that a model can see at the same time.",
    Locale.EN,
)


def test_without_a_model_a_term_of_the_text_is_asked_for_and_no_draft_has_a_grave_flaw() -> None:
    found = list(drafts(LESSON))
    assert [entry["accepted"] for _, entry in found] == [["token"], ["context window"], ["Sampling"]]
    assert [entry["stem"].startswith("What is defined") for _, entry in found] == [True, True, False]
    for section, entry in found:
        item = read_item({**PLACED, **entry}, LESSON.id, {}, lambda line, what: pytest.fail(what))
        assert item is not None and section.id == "basics" and "____" in item.stem
        assert entry["accepted"][0] not in item.stem
        assert not stands_in_the_way(lint(item, Locale.EN))


@pytest.mark.parametrize("locale", [Locale.EN, Locale.ZH_CN])
def test_every_lesson_of_the_course_gives_drafts_without_a_model(locale: Locale) -> None:
    for path in (COURSE / locale.value / "lessons").glob("*.md"):
        assert len(list(islice(drafts(lesson_of(path.read_text("utf-8"), locale)), 3))) == 3, path.name


@pytest.mark.parametrize(
    ("locale", "text", "term"),
    [
        (
            Locale.EN,
            "A perceptron is a unit that adds up weighted inputs and compares the sum.",
            "perceptron",
        ),
        (Locale.EN, "- Pruning takes away connections of a network that hardly matter", "Pruning"),
        (Locale.ZH_CN, "感知机是一种把加权输入相加再和阈值比较的单元。", "感知机"),
        (Locale.ZH_TW, "把不重要的連線拿掉的做法稱為剪枝。", "剪枝"),
    ],
)
def test_a_plain_imported_text_without_any_marks_gives_drafts(locale: Locale, text: str, term: str) -> None:
    (_, entry), *_ = drafts(lesson_of(f"## Basics\n\n{text}\n", locale))
    assert entry["accepted"] == [term] and "____" in entry["stem"]


def test_headings_code_tables_and_fragments_give_nothing() -> None:
    text = "## Basics\n\n```python\nweights = load(path) + load(other)\n```\n\n| a | b |\n|---|---|\n| **c** | d |\n\nSee below.\n"
    assert list(drafts(lesson_of(text, Locale.EN))) == []


def test_near_duplicates_are_seen_in_both_languages() -> None:
    assert is_near("What does a model read and write?", ["What does a language model read and write?"])
    assert not is_near("What is a token?", ["Why do models hallucinate?"])
    assert is_near("语言模型读写的是什么？", ["一个语言模型读写的是什么？"])
    assert not is_near("什么是词元？", ["模型为什么会产生幻觉？"])


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ("* A piece | since it is\n- A word | no\n- A letter | no", Kind.SINGLE),
        ("＊ 一块 | 对\n- 一个词 | 不对", None),
        ("* A | yes\n* B | yes\n- C | no", Kind.MULTIPLE),
        ("= prompt\n= user prompt\n# It is what goes in.", Kind.SHORT),
    ],
)
def test_a_form_is_read_line_by_line_and_comes_back_as_it_was(answers: str, kind: Kind | None) -> None:
    entry = entry_from("What is it?", answers, "Think.")
    item = read_item({**PLACED, **entry}, "lesson", {}, lambda line, what: None)
    assert item is not None and item.level is Level.BEGINNER
    if kind is not None:
        assert item.kind is kind and answers_text(item) == answers
        assert isinstance(item.task, Choice | Short)


def test_what_a_form_cannot_say_stays_with_the_options_that_stayed() -> None:
    entry = entry_from("What?", "* A | yes\n- B | no\n- C | no", "")
    entry["options"][1]["misconception"] = "b-is-it"
    before = read_item(
        {**PLACED, **entry}, "lesson", {"b-is-it": "B is it."}, lambda line, what: pytest.fail(what)
    )
    assert before is not None
    changed = kept_beside(entry_from("What?", "* A | yes\n- B | no, really\n- D | no", ""), before)
    assert [one.get("misconception") for one in changed["options"]] == [None, "b-is-it", None]
