"""Questions that point back to the one before them, and those that stand alone."""

import pytest

from bot.tutor.follow_up import points_back, subject_of


@pytest.mark.parametrize(
    "text",
    [
        "And why is that?",
        "Can you give me an example?",
        "What does it mean?",
        "为什么？",
        "能举个例子吗？",
        "那它呢？",
        "再詳細一點",
        "And the second one?",
        "What about the latter?",
        "那第二个呢？",
        "後者呢？",
    ],
)
def test_short_questions_that_point_back_are_known(text: str) -> None:
    assert points_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "Who won the world cup in 1998?",
        "How do I bake bread?",
        "今天晚饭吃什么好呢",
        "What is a token?",
        "it " * 30,
    ],
)
def test_new_subjects_stand_alone(text: str) -> None:
    assert not points_back(text)


def test_a_chain_of_questions_back_is_about_the_one_that_began_it() -> None:
    assert subject_of(["And why is that?", "What is a token?", "Hi"]) == "What is a token?"
    assert subject_of(["为什么？", "那第二个呢？"]) == "为什么？"
    assert subject_of([]) == ""
