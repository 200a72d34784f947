"""What learners ask to have remembered or forgotten, and what merely speaks of it."""

import pytest

from bot.memory.facts.rules import notes_in, said_in
from bot.memory.facts.values import FactKind
from bot.memory.facts.wishes import Forgetting, ForgetWhole, Remember, Wish, wish_in


@pytest.mark.parametrize(
    ("message", "wish"),
    [
        ("Remember that I am a nurse.", Remember("I am a nurse")),
        ("请记住：我喜欢例子", Remember("我喜欢例子")),
        ("請記住我是護士", Remember("我是護士")),
        ("请记得我在准备面试", Remember("我在准备面试")),
        ("Please forget about my exam", Forgetting("my exam")),
        ("忘掉我是护士", Forgetting("我是护士")),
        ("Forget everything you know about me.", ForgetWhole.ALL),
        ("please delete all my data", ForgetWhole.ALL),
        ("忘掉一切吧", ForgetWhole.ALL),
        ("把我忘了", ForgetWhole.ALL),
        ("忘掉关于我的一切", ForgetWhole.ALL),
        ("請清空你的記憶", ForgetWhole.ALL),
        ("Forget what I just asked", ForgetWhole.LAST),
        ("forget my last question", ForgetWhole.LAST),
        ("忘掉刚才的问题", ForgetWhole.LAST),
        ("刪掉我上一個問題", ForgetWhole.LAST),
    ],
)
def test_a_wish_is_understood(message: str, wish: Wish) -> None:
    assert wish_in(message) == wish


@pytest.mark.parametrize(
    "message",
    [
        "Do you remember that I am a nurse?",
        "你还记得我是谁吗？",
        "How do models forget that?",
        "forget it",
        "Remember the transformer",
        "忘记密码怎么办",
        "记住什么是词元有用吗",
        "记得上次讲的温度",
        "Delete everything in a list with Python",
        "Forget gates decide what an LSTM keeps",
    ],
)
def test_what_only_speaks_of_it_is_no_wish(message: str) -> None:
    assert wish_in(message) is None


@pytest.mark.parametrize(
    ("message", "note"),
    [
        ("Remember that I'm a nurse, and what is a token?", "I'm a nurse"),
        ("Please remember that my exam is in May. How do I learn faster?", "my exam is in May"),
        ("记住我五月考试。什么是词元？", "我五月考试"),
        ("請記住我是護士，什麼是詞元？", "我是護士"),
    ],
)
def test_a_wish_beside_a_question_is_a_note(message: str, note: str) -> None:
    assert wish_in(message) is None
    assert [(one.kind, one.text) for one in notes_in(message)] == [(FactKind.NOTE, note)]


def test_an_explanation_that_says_note_that_asks_for_none() -> None:
    assert said_in("Tokens are pieces of text. Note that a word can be several tokens.") == ()
