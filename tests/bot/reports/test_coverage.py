"""What counts as covered, what is a gap, and that no figure tells one person from another."""

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reports.coverage import BANDS, Coverage, CoverageReports, Covered, Gap
from bot.reports.coverage.picture import Row, draw_coverage
from bot.reports.coverage.rules import Depth, band, learners_by_concept
from bot.reports.csv_files import as_csv
from bot.storage import Database
from bot.texts.locales import Locale
from tests.doubles.past_learning import TEMPERATURE, Answered, learnt

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOME, OTHER = ("first", "start"), ("second", "start")


def concept(name: str, place: tuple[str, str] | None = HOME, **figures: int) -> Covered:
    found = {"questions": 1, "challenges": 0, "learners": 5} | figures
    return Covered(name, name, (place,) if place else (), **found)


def gaps(*concepts: Covered) -> dict[Gap, list[str]]:
    found = Coverage(concepts, (), frozenset(), {}).gaps
    return {gap: [one.name for one in some] for gap, some in found.items()}


def test_each_kind_of_gap_is_named_once() -> None:
    found = gaps(
        concept("whole", challenges=1),
        concept("untaught", None),
        concept("unasked", OTHER, questions=0, learners=0),
        concept("unanswered", OTHER, learners=0),
        concept("unpractised"),
    )
    assert found == {
        Gap.LESSON: ["untaught"],
        Gap.QUESTION: ["unasked"],
        Gap.CHALLENGE: ["unpractised"],
        Gap.ANSWERS: ["unanswered"],
    }


def test_a_challenge_is_missed_only_where_the_lesson_is_one_that_is_practised() -> None:
    assert gaps(concept("theory", OTHER), concept("craft", challenges=1)) == {}


@given(st.lists(st.tuples(st.sampled_from(["one", "two"]), st.integers(1, 40)), max_size=60))
@settings(max_examples=60)
def test_no_two_figures_differ_by_a_group_of_fewer_than_five(answers: list[tuple[str, int]]) -> None:
    found = learners_by_concept(answers, {"one": ("a",), "two": ("a", "b")})
    shown = [figure for figure in found.values() if figure]
    assert all(figure in BANDS for figure in shown)
    assert all(abs(one - other) >= 5 for one in shown for other in shown if one != other)


def test_a_band_is_reached_and_not_nearly() -> None:
    assert [band(people) for people in (0, 4, 5, 9, 10, 5000)] == [0, 0, 5, 5, 10, 1000]


async def test_a_built_in_course_is_taught_and_asked_and_answers_count_from_five_learners_on(
    taught_database: Database,
) -> None:
    reports = CoverageReports(taught_database)
    before = await reports.of(7, Locale.ZH_CN)
    assert Gap.LESSON not in before.gaps and Gap.QUESTION not in before.gaps
    for person in range(5):
        assert not any(one.learners for one in (await reports.of(7, Locale.EN)).concepts)
        await learnt(taught_database, Answered(100 + person, NOW), Answered(100 + person, NOW, TEMPERATURE))
    after = {one.concept_id: one for one in (await reports.of(7, Locale.EN)).concepts}
    assert after["token"].learners == 5 and after["token"].depth is Depth.ANSWERED
    assert after["attention"].learners == 0
    assert not any(one.learners for one in (await reports.of(8, Locale.EN)).concepts)


def test_a_cell_is_never_a_formula_and_chinese_can_be_read() -> None:
    table = as_csv(["概念", "x"], [["=cmd()", 1], ["词元", None]]).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(table))) == [["概念", "x"], ["'=cmd()", "1"], ["词元", ""]]


@pytest.mark.parametrize("title", [("What is covered", "x"), ("覆盖了什么", "What is covered")])
def test_the_picture_is_drawn_whatever_there_is(title: tuple[str, str]) -> None:
    legend = [(depth.name, depth.name) for depth in Depth]
    rows = [
        Row(("课程", "lesson"), tuple((depth, True) for depth in Depth)),
        Row(("A very long title " * 9, "x"), ((Depth.TAUGHT, False),) * 40),
        Row(("nothing", "nothing"), ()),
    ]
    assert draw_coverage(title, legend, ("dot", "dot"), rows).startswith(b"\x89PNG")
