"""Lessons that a question names by their number."""

import pytest

from bot.lessons.numbered import lessons_of_number, named_lesson


@pytest.mark.parametrize(
    ("question", "rest", "number"),
    [
        ("what is the homework of lesson 2?", "what is the homework of  ?", 2),
        ("in the second lesson's quiz, why is it b?", "in   quiz, why is it b?", 2),
        ("the 11th chapter", " ", 11),
        ("lesson twelve", " ", 12),
        ("第二课的作业是什么", " 的作业是什么", 2),
        ("第十二章讲什么", " 讲什么", 12),
        ("第二十一课", " ", 21),
        ("第 3 課的測驗", " 的測驗", 3),
        ("第3课", " ", 3),
    ],
)
def test_a_number_is_read_and_its_words_are_looked_for_no_more(
    question: str, rest: str, number: int | None
) -> None:
    assert named_lesson(question) == (rest, number)


@pytest.mark.parametrize(
    "question",
    ["what did the first lessons teach", "two prompts", "第二个例子", "lesson learned", "一课一练"],
)
def test_what_names_no_lesson_is_left_alone(question: str) -> None:
    assert named_lesson(question) == (question, None)


def test_a_lesson_is_called_by_the_number_in_its_id_and_else_by_its_place() -> None:
    imported = [(5, "00-setup"), (5, "01-tokens"), (5, "02-prompts"), (5, "12-more")]
    assert lessons_of_number(2, imported) == {(5, "02-prompts")}
    assert lessons_of_number(1, [(0, "models"), (0, "prompts")]) == {(0, "models")}
    assert lessons_of_number(9, [(0, "models")]) == frozenset()
