"""Harmless questions full of alarming words: the side of a filter that learners meet."""

from pathlib import Path

import pytest

from bot.safety import Action, Guard, Withheld
from bot.texts.kinds import ModelText

DATA = Path(__file__).parent / "data"


def sentences(language: str) -> list[str]:
    return DATA.joinpath(f"benign_{language}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_harmless_question_of_a_learner_is_refused_and_hardly_one_gets_a_note(
    guard: Guard, language: str
) -> None:
    asked = sentences(language)
    stopped = {text: guard.check_input(text).action for text in asked}
    assert [text for text, action in stopped.items() if action not in (Action.ALLOW, Action.AS_DATA)] == []
    assert sum(action is Action.AS_DATA for action in stopped.values()) <= len(asked) / 100


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_same_words_in_an_answer_are_not_withheld(guard: Guard, language: str) -> None:
    withheld = []
    for text in sentences(language):
        try:
            guard.release(ModelText(text))
        except Withheld as error:
            withheld.append((text, error.verdict.rule))
    assert withheld == []


def test_there_are_more_than_a_hundred_such_questions_in_each_language() -> None:
    assert min(len(set(sentences(language))) for language in ("en", "zh")) > 100
