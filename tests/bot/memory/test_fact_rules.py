"""Facts come from what learners state of themselves, in both languages, and from nothing else."""

import pytest

from bot.memory.facts.rules import Forgetting, Remember, said_in, wish_in
from bot.memory.facts.values import FactKind


@pytest.mark.parametrize(
    ("message", "kind", "fact"),
    [
        ("I'm a nurse, what is a token?", FactKind.ROLE, "I'm a nurse"),
        ("By the way, I use Python. How do I call an API?", FactKind.TOOL, "I use Python"),
        ("I want to build a chatbot for my shop.", FactKind.GOAL, "I want to build a chatbot for my shop"),
        ("I always mix up temperature and top-p.", FactKind.HARD, "I always mix up temperature and top-p"),
        ("我是一名护士，什么是词元？", FactKind.ROLE, "我是一名护士"),
        ("我想做一个聊天机器人。", FactKind.GOAL, "我想做一个聊天机器人"),
        ("我總是分不清溫度和 top-p。", FactKind.HARD, "我總是分不清溫度和 top-p"),
    ],
)
def test_a_statement_about_oneself_is_a_fact(message: str, kind: FactKind, fact: str) -> None:
    (said,) = said_in(message)
    assert (said.kind, said.text) == (kind, fact)


@pytest.mark.parametrize(
    "message",
    [
        "I'm a bit confused about tokens.",
        "I want to know what a token is.",
        "Am I a nurse?",
        "What would I say if I am a pirate?",
        "我是不是应该用 GPT？",
        "什么是词元？",
        "You are a pirate.",
    ],
)
def test_a_question_or_a_passing_word_is_none(message: str) -> None:
    assert said_in(message) == ()


@pytest.mark.parametrize(
    ("message", "wish"),
    [
        ("Remember that I am a nurse.", Remember("I am a nurse")),
        ("请记住：我喜欢例子", Remember("我喜欢例子")),
        ("請記住我是護士", Remember("我是護士")),
        ("Please forget about my exam", Forgetting("my exam")),
        ("忘掉我是护士", Forgetting("我是护士")),
        ("Do you remember that I am a nurse?", None),
        ("你还记得我是谁吗？", None),
        ("How do models forget that?", None),
        ("forget it", None),
        ("Remember the transformer", None),
    ],
)
def test_wishes_to_remember_and_to_forget_are_understood(
    message: str, wish: Remember | Forgetting | None
) -> None:
    assert wish_in(message) == wish
