"""What the course promises to teach: every concept has its section, its card in every language, and questions."""

import csv
import os
from pathlib import Path

import pytest

from bot.app import COURSE
from bot.explain.card_files import read_cards
from bot.explain.concepts import Card, Concept
from bot.learners.values import Level
from bot.lessons.course_files import LANGUAGES
from bot.quiz.course_questions import read_questions
from bot.texts.locales import Locale


@pytest.fixture(scope="module")
def course() -> tuple[tuple[Concept, ...], dict[str, dict[Locale, Card]]]:
    concepts, cards = read_cards(COURSE)
    return concepts, {one: dict(each) for one, each in cards.items()}


def test_every_concept_is_taught_in_a_section_and_has_a_card_with_everything_in_every_language(
    course,
) -> None:
    concepts, cards = course
    for concept in concepts:
        assert concept.is_model or concept.sections, f"no section teaches {concept.id}"
        assert set(cards[concept.id]) == set(LANGUAGES), concept.id
        for card in cards[concept.id].values():
            assert set(card.explained) == set(Level)
            assert all([*card.explained.values(), card.example, card.claim, card.truth, card.question])


def test_the_two_languages_of_a_card_differ(course) -> None:
    _, cards = course
    same = [one for one, each in cards.items() if each[Locale.EN].explained == each[Locale.ZH_CN].explained]
    assert same == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_has_a_question_in_every_language(course, language: Locale) -> None:
    concepts, _ = course
    asked = {
        one
        for written in read_questions(COURSE)
        if not written.is_check and language in written.texts
        for one in written.texts[language].concepts
    }
    missing = [one.id for one in concepts if one.id not in asked]
    assert missing == []


@pytest.mark.corpus
def test_no_concept_that_was_promised_is_dropped(course) -> None:
    shared = os.environ.get("TUTOR_SHARED")
    if not shared:
        pytest.skip("TUTOR_SHARED is not set")
    with (Path(shared) / "concepts.tsv").open(encoding="utf-8") as file:
        promised = {row[0] for row in csv.reader(file, delimiter="\t") if row and row[0] != "id"}
    assert promised - {concept.id for concept in course[0]} == set()
