"""Words of one language that stand for words of the other, learnt from lessons in both."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update

from bot.lessons.bilingual import WordTable, learn_words, translations
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
    found = known.get("温度")
    assert found is not None
    assert next(iter(found)) == "temperatur"
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert known.get("袋熊") is None


def test_the_table_tells_of_each_token_its_own() -> None:
    table = WordTable.of("token\t词元 0.7\t令牌 0.2\n红\tred 0.9\nmodel\t模型 0.8")
    assert table.get("token") == {"词元": 0.7, "令牌": 0.2}
    assert table.get("红") == {"red": 0.9}
    assert table.get("model") == {"模型": 0.8}
    for strange in ("", "tok", "tokens", "zebra", "绿", "x" * 99):
        assert table.get(strange) is None
    assert WordTable.of("").get("token") is None
