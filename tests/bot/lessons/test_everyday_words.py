"""What learners say in everyday words is found where lessons use their own."""

from typing import Any

import pytest

from bot.lessons.course import CourseLesson
from bot.lessons.everyday import SURELY, in_lessons
from bot.lessons.retrieval import Retriever
from bot.storage import Database
from bot.texts.locales import Locale


def test_a_word_stands_for_itself_above_all() -> None:
    found = in_lessons("hacker")
    assert found["hacker"] == 1.0 > SURELY == found["attack"]


@pytest.mark.parametrize("strange", ["zebra", "斑马", "", "#"])
def test_a_word_that_is_not_listed_stands_for_itself_alone(strange: str) -> None:
    assert in_lessons(strange) == {strange: 1.0}


@pytest.mark.parametrize(
    "question", ["为什么模型会胡说八道", "為什麼模型會胡說八道？", "why do models bluff"]
)
async def test_an_everyday_question_is_answered(
    database: Database, publish: Any, models_lesson: CourseLesson, prompts_lesson: CourseLesson, question: str
) -> None:
    await publish(models_lesson, prompts_lesson)
    evidence = await Retriever(database).search(question, server_id=0, locale=Locale.EN)
    assert evidence.passages[0].section_id == "fabrication"
    assert evidence.enough
