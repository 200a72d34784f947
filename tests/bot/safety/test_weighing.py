"""When a rule counts although the classifier thinks otherwise, and when it does not."""

from typing import cast

import pytest

from bot.safety.classifier import Classifier, Head, Opinion
from bot.safety.findings import Finding, Side
from bot.safety.normalise import Normaliser
from bot.safety.rules import RuleBook
from bot.safety.verdict import Category
from bot.safety.weighing import Weighing

READING = Normaliser().read("whatever was written")


class Rules:
    """Rules that found one thing."""

    def __init__(self, found: Finding) -> None:
        self._found = found

    def findings(self, *_: object) -> tuple[Finding, ...]:
        return (self._found,)


class Sure:
    """A classifier that gives every head the same score."""

    def __init__(self, score: float) -> None:
        self._score = score

    def opinion(self, *_: object) -> Opinion:
        return Opinion(dict.fromkeys(Head, self._score), Category.ILLEGAL)


def scored(found: Finding, classifier: float) -> float:
    """The highest score of `found`'s category, with a classifier that says `classifier`."""
    weighing = Weighing(cast(RuleBook, Rules(found)), cast(Classifier, Sure(classifier)))
    findings = weighing.findings(READING, Side.INPUT)
    return max(each.score for each in findings if each.category is found.category)


def test_a_plain_word_of_distress_counts_whatever_the_classifier_thinks() -> None:
    assert scored(Finding(Category.SELF_HARM, 0.95, "plain"), classifier=0.0) == 0.95


def test_a_weaker_word_of_distress_counts_when_the_classifier_merely_doubts_it() -> None:
    assert scored(Finding(Category.SELF_HARM, 0.8, "allusion"), classifier=0.2) == 0.8


def test_a_weaker_word_of_distress_gives_way_to_a_classifier_that_is_sure_of_another_thing() -> None:
    assert scored(Finding(Category.SELF_HARM, 0.8, "allusion"), classifier=0.05) == 0.05


def test_what_concerns_a_child_counts_whatever_the_classifier_thinks() -> None:
    assert scored(Finding(Category.MINORS, 0.7, "child"), classifier=0.0) == 0.7


@pytest.mark.parametrize("category", [Category.VIOLENCE, Category.OVERRIDE])
def test_another_word_of_alarm_is_as_bad_as_the_classifier_thinks_it_is(category: Category) -> None:
    assert scored(Finding(category, 0.7, "word"), classifier=0.1) == 0.1
