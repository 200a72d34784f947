"""Words of one language that stand for words of the other, learnt from lessons in both."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update

from bot.lessons.bilingual import learn_words, translations
from bot.lessons.bilingual.learning import Twin, learn
from bot.lessons.course import CourseLesson
from bot.lessons.retrieval import Retriever
from bot.lessons.store import courses
from bot.storage import Database
from bot.texts.locales import Locale


def test_words_that_stand_in_the_same_texts_stand_for_each_other() -> None:
    twins = [
        Twin(("red", "house"), ("红", "房子")),
        Twin(("red", "car"), ("红", "车")),
        Twin(("green", "house"), ("绿", "房子")),
        Twin(("green", "car"), ("绿", "车")),
    ]
    best = {one.token: one.other for one in reversed(learn(twins))}
    assert best == {"red": "红", "green": "绿", "house": "房子", "car": "车"}


def test_nothing_is_learnt_from_nothing() -> None:
    assert learn([]) == ()
    assert learn([Twin(("red",), ())]) == ()


@pytest.fixture
def database(taught_database: Database) -> Database:
    """What lessons are published into: the course and its words are there."""
    return taught_database


async def test_a_chinese_question_finds_a_lesson_that_has_only_english(
    database: Database, publish: Any, write_lesson: Callable[..., CourseLesson]
) -> None:
    sections = [
        ("race", ("A zebra and a horse", ""), ("The zebra and the horse run a race.", "")),
        ("club", ("Our club", ""), ("We meet on Fridays.", "")),
    ]
    await publish(write_lesson("club", ("Club", ""), sections, languages=[Locale.EN]), server_id=5)
    found = await Retriever(database).find("斑马和马比赛，谁跑得快？", server_id=5)
    assert (5, "club", "race") in [section for section, _ in found.ranked[:5]]


async def test_words_are_learnt_once_for_each_course(database: Database) -> None:
    async def forget(connection: Any) -> None:
        await connection.execute(update(courses).values(words_from=None))

    assert not await learn_words(database)  # they are known
    await database.write(forget)
    assert await learn_words(database)
    assert not await learn_words(database)
    known = (await database.read(translations))[Locale.ZH_CN]
    assert next(iter(known["温度"])) == "temperatur"
    assert "袋熊" not in known
