"""Words that stand in no lesson: other words for the same, or another subject."""

import numpy as np
import pytest

from bot.lessons.tokens import question_tokens
from bot.lessons.vectors import words
from bot.lessons.vectors.kinship import Kinship, kinship
from bot.lessons.vectors.store import SectionVectors
from bot.texts.locales import Locale

LESSONS = ("What a prompt costs in tokens and money", "Pictures that a model generates from a text")
COOKING = (
    "Boil the soup with rice and noodles",
    "Fry an egg in the pan with butter",
    "A recipe for meat from the oven",
    "Cook noodles and boil an egg for the soup",
)


def sections(*texts: str) -> SectionVectors:
    stored = [words.section_bytes((), tokens(text)) or b"" for text in texts]
    return SectionVectors(np.arange(len(texts)), *words.rows_of(stored))


def tokens(text: str) -> list[str]:
    asked = question_tokens(text)
    return list(asked.words if asked.is_chinese else asked.stems)


def told(question: str, *texts: str, strange: bool = True) -> Kinship:
    """Of a question whose words all stand in no lesson, or all in one."""
    asked = tokens(question)
    there = sections(*texts)
    return kinship([{Locale.EN: there}], asked, [strange] * len(asked), [0])


@pytest.mark.parametrize("question", ["how do I fry noodles", "怎么炒菜", "weather in Paris", "秘鲁的首都"])
def test_another_subject_is_nearer_than_the_lessons(question: str) -> None:
    found = told(question, *LESSONS)
    assert found.elsewhere > 0.4
    assert found.astray > 0.1


@pytest.mark.parametrize("question", ["how expensive are drawings", "作画贵吗"])
def test_other_words_for_what_lessons_say_do_not_stray(question: str) -> None:
    assert told(question, *LESSONS).astray < told("how do I fry noodles", *LESSONS).astray


def test_what_the_lessons_are_about_is_no_other_subject() -> None:
    question = "how do I boil an egg"
    assert told(question, *COOKING).elsewhere < told(question, *LESSONS).elsewhere
    assert told(question, *COOKING).astray < told(question, *LESSONS).astray


def test_words_that_stand_in_a_lesson_do_not_stray() -> None:
    assert told("how do I fry noodles", *LESSONS, strange=False).astray == 0.0


def test_names_that_nobody_knows_stray() -> None:
    assert told("Xqzzt wvyyk", *LESSONS).astray > 0.2


def test_without_lessons_nothing_is_kin() -> None:
    asked = tokens("how do I fry noodles")
    assert kinship([], asked, [True] * len(asked), []).kin == 0.0


def test_only_the_first_words_of_a_long_question_are_looked_at_one_by_one() -> None:
    found = told(" ".join(["fry noodles weather Paris bank loan football"] * 9), *LESSONS)
    assert found.elsewhere > 0.3
