"""What learners ask to have remembered or forgotten, and what merely speaks of it."""

import pytest

from bot.memory.facts.rules import asked_in, notes_in, said_in
from bot.memory.facts.values import FactKind
from bot.memory.facts.wishes import Forgetting, ForgetWhole, Parted, Remember, Show, Wish, parted, wish_in


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
        ("What do you remember about me?", Show.ALL),
        ("please tell me what you know about me", Show.ALL),
        ("Do you still remember me?", Show.ALL),
        ("Do you remember that I am a nurse?", Show.ALL),
        ("你记得我什么？", Show.ALL),
        ("你还记得我是谁吗？", Show.ALL),
        ("關於我你記得些什麼", Show.ALL),
        ("你的记忆里有什么？", Show.ALL),
        ("What did we talk about last time?", Show.ALL),
        ("summarize what we talked about", Show.ALL),
        ("What was my first question?", Show.ALL),
        ("我们聊过什么？", Show.ALL),
        ("总结一下我们聊过的", Show.ALL),
        ("我之前問過什麼問題？", Show.ALL),
        ("我第一个问题是什么？", Show.ALL),
    ],
)
def test_a_wish_is_understood(message: str, wish: Wish) -> None:
    assert wish_in(message) == wish


@pytest.mark.parametrize(
    "message",
    [
        "What do models remember about me?",
        "What did we talk about when we said that a token is a word?",
        "What is my first question to a model like?",
        "我问过什么是词元吗？",
        "What do you know about tokens?",
        "Do you remember what I asked about tokens?",
        "模型的记忆里有什么？",
        "你了解我国的模型吗？",
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
    "message", ["Remember this", "please remember that!", "Note it.", "记住这个", "請把這個記下來", "记住它"]
)
def test_a_wish_that_only_points_at_something_says_nothing_to_note(message: str) -> None:
    assert wish_in(message) == Remember("")
    assert notes_in(message) == ()


@pytest.mark.parametrize(
    ("message", "note"),
    [
        ("Remember that I'm a nurse, and what is a token?", "I'm a nurse"),
        ("Please remember that my exam is in May. How do I learn faster?", "my exam is in May"),
        ("记住我五月考试。什么是词元？", "我五月考试"),
        ("請記住我是護士，什麼是詞元？", "我是護士"),
        ("Remember that I'm a nurse. Explain tokens to me.", "I'm a nurse"),
        ("Remember that I prefer short answers, and explain embeddings", "I prefer short answers"),
        ("记住我五月考试。还有，什么是词元？", "我五月考试"),
    ],
)
def test_a_wish_beside_a_question_is_a_note(message: str, note: str) -> None:
    assert wish_in(message) is None
    assert [(one.kind, one.text) for one in notes_in(message)] == [(FactKind.NOTE, note)]


NURSE = (Forgetting("I'm a nurse"),)


@pytest.mark.parametrize(
    ("message", "forget", "asked"),
    [
        ("Forget that I'm a nurse. What is a token?", NURSE, "What is a token?"),
        ("Forget that I'm a nurse, what is a token?", NURSE, "what is a token?"),
        ("What is a token? And please forget that I'm a nurse.", NURSE, "What is a token?"),
        ("Please forget about my exam and explain tokens", (Forgetting("my exam"),), "explain tokens"),
        ("Forget my last question. How does GPT-3.5 work?", (ForgetWhole.LAST,), "How does GPT-3.5 work?"),
        ("Forget everything about me. What is RAG?", (ForgetWhole.ALL,), "What is RAG?"),
        ("忘掉我是护士，词元是什么？", (Forgetting("我是护士"),), "词元是什么？"),
        ("忘掉我是护士。还有，什么是词元？", (Forgetting("我是护士"),), "还有，什么是词元？"),
        ("忘掉我喜歡長的回答，用兩句話解釋詞元。", (Forgetting("我喜歡長的回答"),), "用兩句話解釋詞元。"),
    ],
)
def test_what_is_to_be_forgotten_beside_a_question_is_told_from_it(
    message: str, forget: tuple[Forgetting | ForgetWhole, ...], asked: str
) -> None:
    assert wish_in(message) is None
    assert parted(message) == Parted(forget, asked)


@pytest.mark.parametrize(
    "message",
    [
        "Forget that I'm a nurse.",
        "Forget about Python, what is RAG?",
        "Never mind, forget it. What is a token?",
        "忘记密码怎么办？什么是词元？",
        "Remember that I'm a nurse. What is a token?",
        "What is a token?",
    ],
)
def test_beside_nothing_or_where_it_only_means_never_mind_nothing_is_forgotten(message: str) -> None:
    assert parted(message) is None


def test_numbers_of_versions_are_no_ends_of_sentences() -> None:
    assert asked_in("I'm a nurse. What is new in GPT-3.5?") == "What is new in GPT-3.5?"


def test_an_explanation_that_says_note_that_asks_for_none() -> None:
    assert said_in("Tokens are pieces of text. Note that a word can be several tokens.") == ()
