"""Figures about learners in which nobody can be found, and that they say what they mean."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.explain.drawing.paper import line_width
from bot.llm.ledger import CallRecord
from bot.llm.store import insert_call
from bot.llm.values import Payer, Usage
from bot.quiz.attempts.values import Mode
from bot.reports.insights import InsightReports
from bot.reports.insights.measures import (
    Share,
    costs_by_use,
    filter_decisions,
    learning_gains,
    most_confusing,
    most_missed,
    seeks_answer,
    share_of,
)
from bot.reports.insights.pictures import Bar, Panel, draw_panels, room_for_figures
from bot.reports.insights.shield import BANDS, FEWEST, Group, band, rounded, share, shielded
from bot.reports.insights.store import Asked, Given, Spent
from bot.storage import Database
from bot.texts.locales import Locale
from tests.doubles.model_desk import StillClock
from tests.doubles.past_learning import PROMPT, TEMPERATURE, TOKEN, Answered, learnt

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
SINCE = date(2026, 2, 1)
GROUPS = st.lists(st.frozensets(st.integers(1, 25), min_size=1), max_size=7)


def groups_of(people: list[frozenset[int]]) -> list[Group]:
    """Every person amounts to a power of two of their own, so that a sum tells who is in it."""
    return [Group((str(at),), some, (sum(2**one for one in some),)) for at, some in enumerate(people)]


@given(GROUPS)
@settings(max_examples=150)
def test_nothing_is_shown_or_can_be_subtracted_that_fewer_than_five_people_are_behind(
    people: list[frozenset[int]],
) -> None:
    groups = groups_of(people)
    shown = shielded(groups)
    names = {one.name for one in shown}
    apart = [one for one in groups if one.name not in names]
    hidden = frozenset[int]().union(*(one.people for one in apart))
    assert all(one.people in BANDS for one in shown)
    assert all(len(one.people) >= FEWEST for one in groups if one.name in names)
    if shown and apart:  # what a total would leave after everything shown is taken away
        assert len(hidden) >= FEWEST and shown[-1].is_rest
    if not shown:
        assert len(hidden) < FEWEST


def test_the_smallest_shown_group_goes_into_the_rest_where_the_rest_alone_would_be_one_person() -> None:
    many, some, one = frozenset(range(20)), frozenset(range(5)), frozenset({99})
    shown = shielded([Group(("a",), many, (70,)), Group(("b",), some, (9,)), Group(("c",), one, (3,))])
    assert [(part.name, part.people, part.amounts) for part in shown] == [
        (("a",), 20, (70,)),
        (("",), 5, (12,)),
    ]


@pytest.mark.parametrize(("amount", "shown"), [(0, 0), (7, 7), (99, 99), (1234, 1200), (98765, 99000)])
def test_two_digits_of_an_amount_are_true(amount: int, shown: int) -> None:
    assert rounded(amount) == shown


@given(st.integers(0, 400), st.integers(0, 400))
@settings(max_examples=60)
def test_shares_go_in_steps_of_five_and_people_in_bands(part: int, people: int) -> None:
    found = share(min(part, people), people, people)
    assert (found is None) == (people < FEWEST)
    assert found is None or (found % 5 == 0 and 5 <= found <= 95)
    assert band(people) in (0, *BANDS) and band(people) <= people


def answers(people: int, **how: object) -> list[Given]:
    one = Given(0, TOKEN, 1, "tokens", Mode.PRACTICE, 0, True, True, NOW - timedelta(days=3))
    return [replace(one, user_id=person, **how) for person in range(people)]  # type: ignore[arg-type]  # fields by name


def turns(people: int, **how: object) -> list[Asked]:
    one = Asked("t", 0, "explain", "", "plain", "answered", "allow", "", "", "how-llms-work", "tokens")
    return [replace(one, user_id=person, id=f"t{person}", **how) for person in range(people)]  # type: ignore[arg-type]  # fields by name


def test_gain_sets_first_answers_beside_later_ones_without_help_of_the_same_people() -> None:
    first = answers(6, is_right=False)
    helped = answers(6, is_first=False, at=NOW)
    same_day = answers(6, is_first=False, mode=Mode.REVIEW, at=NOW - timedelta(days=3, hours=-2))
    assert learning_gains([*first, *same_day, *helped], SINCE) == (None, ())
    later = answers(6, is_first=False, mode=Mode.REVIEW, at=NOW)
    gain, (by_lesson,) = learning_gains([*first, *later], SINCE)
    assert gain is not None and (gain.before, gain.after, gain.normalised, gain.people) == (5, 95, 95, 5)
    assert by_lesson.lesson_id == "how-llms-work"
    assert learning_gains([*first[:4], *later[:4]], SINCE) == (None, ())


def test_a_lesson_that_one_learner_was_checked_on_again_is_not_in_the_gains_by_lesson() -> None:
    first, later = answers(6, is_right=False), answers(6, is_first=False, mode=Mode.EXAM, at=NOW)
    alone = [replace(one, place=PROMPT) for one in (first[0], later[0])]
    _, gains = learning_gains([*first, *alone[:1], *later, *alone[1:]], SINCE)
    assert [one.lesson_id for one in gains] == [""] and gains[0].is_rest


def test_questions_that_five_missed_are_named_and_what_four_missed_is_not() -> None:
    found = most_missed(
        [*answers(6, is_right=False), *answers(4, is_right=False, place=TEMPERATURE)], SINCE, 8
    )
    assert [(one.place, one.share) for one in found] == [(TOKEN, Share(95, 5))]


def test_a_section_confuses_by_wrong_answers_thumbs_down_begging_and_wishes_for_simpler_words() -> None:
    wrong = [replace(one, user_id=10 + one.user_id) for one in answers(2, is_right=False)]
    asked = [*turns(2, style="simpler"), *(replace(one, user_id=20) for one in turns(1, move="stay"))]
    fine = [replace(one, user_id=30 + one.user_id, id=f"f{one.user_id}") for one in turns(5)]
    (found,) = most_confusing(wrong, [*asked, *fine], {"f0"}, SINCE, 8)
    assert (found.section_id, found.share) == ("tokens", Share(60, 10))
    assert most_confusing(wrong, [*asked, *fine[:1]], (), SINCE, 8)[0].share.people == 5
    assert most_confusing(wrong, asked[:2], (), SINCE, 8) == ()


def test_asking_for_the_answer_is_begging_on_the_ladder_or_putting_an_open_question() -> None:
    some = [*turns(3, move="stay"), *turns(2, output_category="sealed"), *turns(5, move="up")]
    assert share_of(some, seeks_answer, lambda one: one.user_id) == Share(50, 5)
    assert share_of(some[:4], seeks_answer, lambda one: one.user_id) is None


def test_a_decision_of_the_filters_about_one_learner_is_not_shown() -> None:
    one = turns(1, input_action="refuse", input_category="cyber")
    assert filter_decisions(one) == ()
    many = [*turns(6, input_action="redact", input_category="personal-data"), *one]
    (rest,) = filter_decisions(many)
    assert rest.is_rest and rest.amounts == (7,)


def test_cost_is_by_command_and_model_and_the_bots_own_work_is_nobodys() -> None:
    spent = [Spent(person, "explain", "big", 2, 100, 50_000_000, 0) for person in range(1, 7)]
    spent += [Spent(1, "hint", "big", 1, 10, 0, 1), Spent(0, "embed", "small", 4, 400, 1_000_000, 0)]
    people, house = costs_by_use(spent)
    assert [(one.name, one.amounts) for one in people] == [(("ask", "big"), (13, 610, 3000, 1))]
    assert [(one.people, one.amounts[0]) for one in house] == [(0, 4)]


async def test_a_whole_server_is_put_together_over_whole_days_and_others_are_not_in_it(
    taught_database: Database,
) -> None:
    clock = StillClock()
    reports = InsightReports(taught_database, clock)
    yesterday, before = clock.now() - timedelta(days=1), clock.now() - timedelta(days=20)
    people = range(1, 7)
    await learnt(
        taught_database,
        *(Answered(one, before, is_right=False, hints=1) for one in people),
        *(Answered(one, yesterday, is_first=False, mode=Mode.REVIEW) for one in people),
        *(Answered(one, yesterday, TEMPERATURE, server_id=8) for one in range(20, 40)),
    )
    record = CallRecord(
        "call", yesterday, "explain", "m", Payer(7, 1), Usage(10, 5), Decimal("0.01"), 10, None, "stop"
    )
    for one in people:
        await taught_database.write(
            lambda connection, one=one: insert_call(  # type: ignore[misc]  # bound now, not at the loop's end
                connection, replace(record, id=f"call{one}", payer=Payer(7, one))
            )
        )
    named = await reports.of(7, 30, Locale.ZH_CN)
    found = named.insights
    assert (found.active, [one.people for one in found.periods if one.people]) == (5, [5, 5])
    assert found.gain is not None and (found.gain.before, found.gain.after) == (5, 95)
    assert [one.share.percent for one in found.missed] == [95] and all(named.stems.values())
    assert found.quiz_hints == Share(95, 5) and found.seeking is None
    assert found.costs[0].name == ("ask", "m") and found.costs[0].amounts[0] == 6
    assert (await reports.of(7, 7, Locale.EN)).insights.missed == ()
    await learnt(taught_database, *(Answered(one, clock.now(), PROMPT) for one in range(50, 60)))
    assert (await reports.of(7, 30, Locale.ZH_CN)).insights == found


@pytest.mark.parametrize("figure", ["≤ 5 % → ≥ 95 %", "fewer than 5", "at least 1,000", "少于 5 人", "5"])
def test_no_figure_is_cut_behind_its_bar(figure: str) -> None:
    panel = Panel(("t", "t"), (Bar(("一", "one"), 0.5, (figure, figure)),), ("n", "n"))
    assert line_width(figure, 24) < room_for_figures(panel) - 10


def test_the_pictures_are_drawn_with_and_without_figures() -> None:
    bars = (
        Bar(("一", "one"), 0.5, ("50 %", "50 %"), second=0.9),
        Bar(("words " * 40, "x"), None, ("–", "–")),
    )
    panels = [
        Panel(("t", "t"), bars, ("n", "n"), wide=True),
        Panel(("t", "t"), (), ("nothing", "nothing")),
        Panel(("t", "t"), bars, ("n", "n")),
    ]
    assert draw_panels(("标题", "title"), panels).startswith(b"\x89PNG")
