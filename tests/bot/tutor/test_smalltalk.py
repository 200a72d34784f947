"""Hello, thank you, and who the tutor is are no questions for the lessons; everything else is."""

import pytest

from bot.tutor.smalltalk import Smalltalk, smalltalk_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hi", Smalltalk.HELLO),
        ("hello!!", Smalltalk.HELLO),
        ("你好", Smalltalk.HELLO),
        ("Thank you :)", Smalltalk.THANKS),
        ("谢谢老师！", Smalltalk.THANKS),
        ("謝謝", Smalltalk.THANKS),
        ("OK 👍", Smalltalk.THANKS),
        ("算了", Smalltalk.THANKS),
        ("Who are you?", Smalltalk.ABOUT_TUTOR),
        ("Are you a real person?", Smalltalk.ABOUT_TUTOR),
        ("What can you do?", Smalltalk.ABOUT_TUTOR),
        ("What's your name?", Smalltalk.ABOUT_TUTOR),
        ("help", Smalltalk.ABOUT_TUTOR),
        ("你是谁？", Smalltalk.ABOUT_TUTOR),
        ("你是真人吗？", Smalltalk.ABOUT_TUTOR),
        ("請問你會做什麼呢？", Smalltalk.ABOUT_TUTOR),
        ("你能帮我做些什么？", Smalltalk.ABOUT_TUTOR),
    ],
)
def test_greetings_thanks_and_who_the_tutor_is_are_known(text: str, said: Smalltalk) -> None:
    assert smalltalk_in(text) is said


@pytest.mark.parametrize(
    "text",
    [
        *("Hi, what is a token?", "你好，什么是词元？", "token", "why", "为什么", "Is hello one token?", ""),
        *("What are you doing when you sample?", "Are you able to reason?", "help me understand tokens"),
        *("你是怎么工作的？", "你能做什么题？", "机器人是什么？", "I need help"),
    ],
)
def test_questions_are_not_taken_for_talk(text: str) -> None:
    assert smalltalk_in(text) is None
