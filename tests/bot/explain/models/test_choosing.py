"""The walk to a method: every one of its 288 ends is looked at."""

from itertools import product

import pytest
import yaml

from bot.app import COURSE
from bot.explain.models.choosing import (
    QUESTIONS,
    SECTIONS,
    TRADE_OFF,
    Advice,
    Budget,
    Data,
    Freshness,
    Gap,
    Latency,
    Method,
    Needs,
    Reason,
    answers_to,
    read,
    recommend,
    written,
)

ENDS = [Needs.of(answers) for answers in product(*map(answers_to, QUESTIONS))]
TRAINED = (Method.FINE_TUNING, Method.TRAINING)


def ends_where(holds) -> list[tuple[Needs, Advice]]:
    found = [(needs, recommend(needs)) for needs in ENDS if holds(needs)]
    assert found
    return found


def test_every_walk_ends_in_a_method_with_reasons_of_its_own() -> None:
    assert len(ENDS) == 288
    for _, advice in ends_where(lambda needs: True):
        assert advice.methods
        assert len(advice.reasons) == len(set(advice.reasons)) >= 1
        assert advice.reasons[-1] is Reason.MEASURE
        assert advice.later not in advice.methods


def test_who_has_not_tried_a_good_prompt_is_sent_to_the_prompt_and_nowhere_else() -> None:
    for _, advice in ends_where(lambda needs: needs.gap is Gap.UNTRIED):
        assert advice.methods == (Method.PROMPT,)
        assert Reason.PROMPT_FIRST in advice.reasons


def test_missing_facts_are_looked_up_and_never_trained_in() -> None:
    for _, advice in ends_where(lambda needs: needs.gap is Gap.KNOWLEDGE):
        assert advice.methods == (Method.RETRIEVAL,)


def test_facts_that_change_often_are_looked_up_whatever_else_is_done() -> None:
    often = ends_where(lambda one: one.freshness is Freshness.OFTEN and one.gap is not Gap.UNTRIED)
    for _, advice in often:
        assert advice.methods[0] is Method.RETRIEVAL
        assert Reason.FACTS_CHANGE in advice.reasons
        assert Method.TRAINING not in advice.methods


def test_nothing_is_tuned_without_examples_or_on_a_small_budget() -> None:
    poor = ends_where(lambda one: one.data in (Data.NONE, Data.DOCUMENTS) or one.budget is Budget.SMALL)
    assert not any(method in TRAINED for _, advice in poor for method in advice.methods)


def test_a_form_with_examples_and_means_is_learnt_by_fine_tuning() -> None:
    able = ends_where(lambda one: one.gap is Gap.FORM and one.can_tune)
    assert all(Method.FINE_TUNING in advice.methods for _, advice in able)


def test_a_form_without_examples_goes_into_the_prompt_and_says_what_is_missing() -> None:
    unable = ends_where(
        lambda one: one.gap is Gap.FORM and one.data is Data.NONE and one.freshness is not Freshness.OFTEN
    )
    for needs, advice in unable:
        assert advice.methods == (Method.PROMPT,)
        assert Reason.EXAMPLES_MISSING in advice.reasons
        assert (advice.later is Method.FINE_TUNING) == (needs.budget is not Budget.SMALL)


def test_training_from_scratch_is_the_rare_end_that_has_everything_it_needs() -> None:
    trained = [needs for needs, advice in ends_where(lambda _: True) if Method.TRAINING in advice.methods]
    assert {(one.gap, one.data, one.budget) for one in trained} == {(Gap.FIELD, Data.CORPUS, Budget.LAB)}
    assert len(trained) == 4


def test_where_there_is_nothing_to_look_up_yet_collecting_comes_first() -> None:
    for needs, advice in ends_where(lambda _: True):
        lacks = Method.RETRIEVAL in advice.methods and needs.data in (Data.NONE, Data.EXAMPLES)
        assert (Reason.COLLECT in advice.reasons) == lacks


def test_speed_is_answered_for_whatever_is_recommended() -> None:
    spoken = {Reason.FAST_PROMPT, Reason.FAST_RETRIEVAL, Reason.FAST_TUNED}
    for needs, advice in ends_where(lambda _: True):
        says = bool(spoken & {*advice.reasons})
        assert says == (needs.latency is Latency.FAST and advice.methods != (Method.TRAINING,))


def test_all_reasons_are_given_somewhere() -> None:
    assert {reason for _, advice in ends_where(lambda _: True) for reason in advice.reasons} == set(Reason)


def test_every_place_of_the_walk_survives_being_written_into_a_button() -> None:
    for length in range(len(QUESTIONS) + 1):
        for answers in product(*map(answers_to, QUESTIONS[:length])):
            assert read(written(answers)) == answers


@pytest.mark.parametrize("code", ["", "1", "09", "0x", "0000000", "04", "0²"])
def test_a_button_that_says_something_else_is_not_read(code: str) -> None:
    with pytest.raises(ValueError):
        read(code)


def test_the_sections_to_read_exist() -> None:
    outline = yaml.safe_load((COURSE / "outline.yaml").read_text("utf-8"))
    there = {(lesson["id"], section["id"]) for lesson in outline["lessons"] for section in lesson["sections"]}
    assert {*SECTIONS.values(), TRADE_OFF} <= there
