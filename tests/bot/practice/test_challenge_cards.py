"""The cards of all built-in challenges: nothing that is to be read is cut, and a check is told in words."""

import json
from types import SimpleNamespace
from typing import Any

import pytest

from bot.app import COURSE
from bot.practice.bank import prepare
from bot.practice.challenges import Challenge, Kind
from bot.practice.store import challenge_from
from bot.practice.values import ChallengePlace, Progress, Sheet
from bot.practice.verdicts import faults_of, labels_of
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.texts.locales import Locale
from cogs.practice.cards import PracticeCards


class Buttons:
    """Stands for the maker of buttons: gives back what would be in them."""

    def button(self, locale: Locale, key: str, route: str, *args: object, **more: object) -> object:
        return (route, *args)

    def view(self, *items: object) -> object:
        return items


@pytest.fixture(scope="module")
def challenges() -> list[tuple[Locale, Challenge]]:
    """Every built-in challenge in all three languages."""
    found = []
    for place, new, _ in prepare(COURSE):
        for locale in Locale:
            challenge = challenge_from(place.challenge_id, new.shared, new.texts[locale.value], locale)
            assert challenge is not None
            found.append((locale, challenge))
    return found


def card_of(cards: Any, challenge: Challenge, locale: Locale, progress: Progress) -> Any:
    sheet = Sheet(challenge, ChallengePlace(0, challenge.id), 1, progress, 0)
    return cards.card(sheet, locale, has_model=True)[0]


@pytest.fixture(scope="module")
def cards() -> Any:
    return PracticeCards(Texts(), Buttons(), Guard())  # type: ignore[arg-type]  # a stand-in for the buttons


def test_in_traditional_characters_too_the_prompts_part(challenges: list[tuple[Locale, Challenge]]) -> None:
    traditional = [challenge for locale, challenge in challenges if locale is Locale.ZH_TW]
    assert {one.id: faults_of(one) for one in traditional if faults_of(one)} == {}


def test_a_card_holds_everything_that_is_to_be_read(
    challenges: list[tuple[Locale, Challenge]], cards: Any
) -> None:
    cut = []
    for locale, challenge in challenges:
        embed = card_of(cards, challenge, locale, Progress())
        words = json.dumps(embed.to_dict(), ensure_ascii=False)
        cases = challenge.visible if challenge.kind is Kind.RUN else challenge.cases
        seen = len(cases) + len(challenge.rules[:1]) + (challenge.kind is Kind.RUN)
        seen += 0 if challenge.kind is Kind.RUN else len(challenge.prompts) + len(challenge.parts)
        is_full = any(len(field.value or "") >= 1024 for field in embed.fields)
        if is_full or len(embed.fields) != seen or "…" in words.replace("……", "") or len(embed) > 6000:
            cut.append((challenge.id, locale.value))
    assert cut == []


def test_with_hints_and_solution_a_card_still_fits(
    challenges: list[tuple[Locale, Challenge]], cards: Any
) -> None:
    for locale, challenge in challenges:
        opened: Any = Progress(hints=len(challenge.hints), gave_up_at=SimpleNamespace())  # type: ignore[arg-type]  # any time
        embed = card_of(cards, challenge, locale, opened)
        assert len(embed) <= 6000 and len(embed.fields) <= 25
        names = [field.name for field in embed.fields]
        solution = cards._say(locale, "practice-field-solution")
        assert solution in names, (challenge.id, locale.value)


def test_no_choice_in_a_form_is_cut(challenges: list[tuple[Locale, Challenge]]) -> None:
    long = [
        (challenge.id, locale.value, text)
        for locale, challenge in challenges
        for text in (
            *challenge.parts.values(),
            *(case.input for case in challenge.cases if challenge.kind is Kind.PREDICT),
        )
        if len(text) > 100
    ]
    assert long == []


def test_an_expression_is_never_shown_to_learners(challenges: list[tuple[Locale, Challenge]]) -> None:
    bare = {
        challenge.id
        for _, challenge in challenges
        for case in (challenge.visible if challenge.kind is Kind.RUN else challenge.cases)
        for check in case.assertions
        if check.name.endswith("matches") and not check.told
    }
    assert bare == set()


def test_checks_of_one_name_are_told_apart() -> None:
    assert labels_of(["matches", "words", "matches", "matches"]) == (
        "matches",
        "words",
        "matches 2",
        "matches 3",
    )
