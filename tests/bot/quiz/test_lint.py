"""The lint finds seeded flaws, lets sound items be, and says what to do in three languages."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from bot.quiz.course_questions import read_questions
from bot.quiz.items import Choice, Item, Kind
from bot.quiz.lint import Code, Finding, Part, Place, Severity, lint, stands_in_the_way
from bot.quiz.lint.saying import said
from bot.texts.catalogue import Texts, plain
from bot.texts.locales import Locale
from tests.doubles.judged_items import judged
from tests.doubles.lint_seeds import seeds
from tests.doubles.quiz_items import documented_items

COURSE = Path(__file__).parents[3] / "course"
LANGUAGES = [Locale.EN, Locale.ZH_CN]
NOT_A_FLAW_HERE = {Code.NO_MISCONCEPTION}
"""The checks of sections name no misconceptions."""


@cache
def course_items(locale: Locale) -> tuple[Item, ...]:
    return tuple(written.texts[locale] for written in read_questions(COURSE))


def four_options(locale: Locale) -> list[Item]:
    return [
        item
        for item in course_items(locale)
        if item.kind is Kind.SINGLE and isinstance(item.task, Choice) and len(item.task.options) == 4
        and not set(codes(item, locale)) - NOT_A_FLAW_HERE
    ]  # fmt: skip


def codes(item: Item, locale: Locale) -> list[Code]:
    return [finding.code for finding in lint(item, locale)]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_at_least_95_of_100_seeded_flaws_are_found(locale: Locale) -> None:
    missed: list[str] = []
    counted: Counter[bool] = Counter()
    for code, item in seeds(four_options(locale), locale, each=12):
        found = code in codes(item, locale)
        counted[found] += 1
        if not found:
            missed.append(f"{code}: {item.stem} | {item.task} | {item.hints}")
    print(f"{locale}: {counted[True]} of {counted.total()} found")
    assert counted[True] >= 0.95 * counted.total(), "\n".join(missed)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_at_most_5_of_100_sound_items_are_doubted(locale: Locale) -> None:
    items = course_items(locale)
    doubted = [
        f"{item.id}: {sorted(set(found))}"
        for item in items
        if (found := [code for code in codes(item, locale) if code not in NOT_A_FLAW_HERE])
    ]
    print(f"{locale}: {len(doubted)} of {len(items)} doubted")
    assert len(doubted) <= 0.05 * len(items), "\n".join(doubted)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_flaws_that_were_written_without_a_look_at_the_rules_are_found_as_well(locale: Locale) -> None:
    items = list(judged("flawed", locale))
    missed = [
        f"{code}: {item.stem}: {codes(item, locale)}"
        for code, item in items
        if code not in codes(item, locale)
    ]
    print(f"{locale}: {len(items) - len(missed)} of {len(items)} found")
    assert len(missed) <= 0.05 * len(items), "\n".join(missed)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_sound_questions_of_other_teachers_are_let_be(locale: Locale) -> None:
    items = list(judged("sound", locale))
    doubted = [
        f"{item.stem}: {sorted(found)}"
        for _, item in items
        if (found := set(codes(item, locale)) - NOT_A_FLAW_HERE)
    ]
    print(f"{locale}: {len(doubted)} of {len(items)} doubted")
    assert len(doubted) <= 0.05 * len(items), "\n".join(doubted)


def test_the_examples_of_the_documentation_are_sound() -> None:
    for item in documented_items().values():
        assert codes(item, Locale.EN) == [], item.id


@pytest.mark.parametrize("locale", list(Locale))
def test_every_finding_says_where_and_what_to_do(locale: Locale) -> None:
    texts = Texts()
    for code in Code:
        sentence = said(Finding(code, Place(Part.OPTION, 2), "x" * 200), locale, texts, plain)
        assert "2" in sentence and "{" not in sentence and len(sentence) < 300


def test_grave_findings_come_first_and_stand_in_the_way() -> None:
    item = documented_items()[Kind.SINGLE]
    assert isinstance(item.task, Choice)
    options = tuple(option for option in item.task.options if not option.right)
    changed = Item(
        **{name: getattr(item, name) for name in Item.__slots__} | {"task": Choice(options), "hints": ()}
    )
    found = lint(changed, Locale.EN)
    assert stands_in_the_way(found) and found[0].severity is Severity.CRITICAL
    assert found[-1].code is Code.NO_HINT and not stands_in_the_way(found[-1:])
