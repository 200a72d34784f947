"""Questions that point back to the one before them, and those that stand alone."""

import pytest

from bot.lessons.values import Evidence, Passage
from bot.texts.locales import Locale
from bot.tutor.follow_up import only_points_back, points_back, subject_of, together


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
        "Could you tell me more about how the second one that you mentioned works in practice?",
        "I read your answer twice and I still do not see how the example shows that",
        "你刚才说的第一种方法在公司里要怎么落地，需要准备哪些东西，大概多久能见效果呢，有没有什么坑要避开？",
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


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("And the second one?", True),
        ("What about an example?", True),
        ("那第二个呢？", True),
        ("再舉個例子", True),
        ("後者呢？", True),
        ("Yes, but why?", True),
        ("Hm, and what is it good for?", True),
        ("可是为什么呢？", True),
        ("嗯，那怎麼做？", True),
        ("I don't understand", True),
        ("Sorry, I still don't get it", True),
        ("in simpler words please", True),
        ("Can you repeat that?", True),
        ("no", True),
        ("我没听懂", True),
        ("說簡單點", True),
        ("换个说法再讲一遍", True),
        ("太难了", True),
        ("是的", True),
        ("I don't understand temperature", False),
        ("What is the simplest model?", False),
        ("How do models understand words?", False),
        ("没听懂温度", False),
        ("有什么简单的模型？", False),
        ("但是有什么用呢？", True),
        ("Ok, but what is top-p good for?", False),
        ("不过词元有什么用？", False),
        ("How does it differ from top-p?", False),
        ("它和 top-p 有什么区别？", False),
        ("And the other kind of memory?", False),
        ("What is a token?", False),
    ],
)
def test_questions_that_say_nothing_but_that_they_point_back_are_told_from_others(
    text: str, only: bool
) -> None:
    assert only_points_back(text) is only


def test_a_chain_of_questions_back_is_about_the_one_that_began_it() -> None:
    assert subject_of(["And why is that?", "What is a token?", "Hi"]) == "What is a token?"
    assert subject_of(["tell me more", "I don't understand", "What is a token?"]) == "What is a token?"
    assert subject_of(["再讲详细一点", "我没听懂", "什么是词元？"]) == "什么是词元？"
    assert subject_of(["为什么？", "那第二个呢？"]) == "为什么？"
    assert subject_of([]) == ""


def found(*sections: str, enough: bool = True, score: float = 0.9) -> Evidence:
    passages = (Passage("lesson", "Lesson", one, one, Locale.EN, one, 1.0) for one in sections)
    return Evidence(tuple(passages), enough, score)


def test_passages_on_both_questions_come_together_where_both_are_covered() -> None:
    both = together(found("a", "b", "c", "d", score=0.95), found("b", "x", "y"))
    assert [one.section_id for one in both.passages] == ["a", "b", "c", "x", "y"]


def test_what_a_pointing_word_finds_by_chance_comes_after_what_is_meant() -> None:
    both = together(found("seconds", "second-prompt", score=0.55), found("top-p", "temperature"))
    assert [one.section_id for one in both.passages] == ["top-p", "temperature", "seconds", "second-prompt"]


def test_what_is_covered_alone_or_in_context_stands_by_itself() -> None:
    alone, in_context = found("a"), found("x")
    assert together(alone, found("x", enough=False)) == alone
    assert together(found("a", enough=False), in_context) == in_context
