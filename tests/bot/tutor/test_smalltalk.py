"""Hello and thank you are no questions; everything else is."""

import pytest

from bot.tutor.smalltalk import is_smalltalk


@pytest.mark.parametrize("text", ["Hi", "hello!!", "Thank you :)", "你好", "谢谢老师！", "謝謝", "OK 👍"])
def test_greetings_and_thanks_are_known(text: str) -> None:
    assert is_smalltalk(text)


@pytest.mark.parametrize(
    "text",
    ["Hi, what is a token?", "你好，什么是词元？", "token", "why", "为什么", "Is hello one token?", ""],
)
def test_questions_are_not_taken_for_greetings(text: str) -> None:
    assert not is_smalltalk(text)
