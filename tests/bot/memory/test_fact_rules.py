"""Facts come from what learners state of themselves, in both languages, and from nothing else."""

import pytest

from bot.memory.facts.rules import asked_in, said_in
from bot.memory.facts.values import FactKind


@pytest.mark.parametrize(
    ("message", "kind", "fact"),
    [
        ("I'm a nurse, what is a token?", FactKind.ROLE, "I'm a nurse"),
        ("By the way, I use Python. How do I call an API?", FactKind.TOOL, "I use Python"),
        ("I want to build a chatbot for my shop.", FactKind.GOAL, "I want to build a chatbot for my shop"),
        ("I always mix up temperature and top-p.", FactKind.HARD, "I always mix up temperature and top-p"),
        ("我是一名护士，什么是词元？", FactKind.ROLE, "我是一名护士"),
        ("我是护士，五月要考试。什么是词元？", FactKind.ROLE, "我是护士，五月要考试"),
        ("我是護士。什麼是詞元？", FactKind.ROLE, "我是護士"),
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
        "我是不是学生？",
        "什么是词元？",
        "You are a pirate.",
    ],
)
def test_a_question_or_a_passing_word_is_none(message: str) -> None:
    assert said_in(message) == ()


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("I'm a nurse, what is a token?", "what is a token?"),
        ("By the way, I use Python. How do I call an API?", "How do I call an API?"),
        ("Remember that I'm a nurse, and what is a token?", "what is a token?"),
        ("我是一名护士，什么是词元？", "什么是词元？"),
        ("记住我是护士。什么是词元？", "什么是词元？"),
        ("I want to build a chatbot for my shop.", "I want to build a chatbot for my shop."),
        ("What is a token? And why?", "What is a token? And why?"),
    ],
)
def test_what_is_asked_is_looked_up_without_what_is_said_of_oneself(message: str, asked: str) -> None:
    assert asked_in(message) == asked
