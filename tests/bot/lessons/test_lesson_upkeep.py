"""Lessons that were published before something came into the search get it by themselves."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.lessons import search_store
from bot.lessons.course import CourseLesson
from bot.lessons.places import Places
from bot.lessons.retrieval import Retriever
from bot.lessons.store import vectors
from bot.lessons.upkeep import Upkeep
from bot.lessons.vectors import words
from bot.storage import Connection, Database
from bot.texts.locales import Locale

QUESTION = "automobile"
"""A word that stands nowhere in the lesson, which says it in another."""


async def publish_before_vectors(database: Database, publish: Any, lesson: CourseLesson) -> None:
    """As a version of long ago left it: vectors of another length under another name, or none at all."""
    await publish(lesson, server_id=5)

    async def unit(connection: Connection) -> None:
        old = {"model": words.OLDER_NAMES[0], "vector": b"old"}
        await connection.execute(update(vectors).values(old))

    await database.write(unit)


async def stored(database: Database) -> dict[str, list[bytes]]:
    async def unit(connection: Connection) -> dict[str, list[bytes]]:
        found: dict[str, list[bytes]] = {}
        for model, vector in await connection.execute(select(vectors.c.model, vectors.c.vector)):
            found.setdefault(model, []).append(vector)
        return found

    return await database.read(unit)


def cars(write_lesson: Callable[..., CourseLesson]) -> CourseLesson:
    sections = [
        ("cars", ("Cars", "汽车"), ("A car drives on four wheels.", "汽车有四个轮子。")),
        ("fish", ("Fish", "鱼"), ("A fish swims in the sea.", "鱼在海里游。")),
        ("bread", ("Bread", "面包"), ("Bread is baked from flour.", "面包是用面粉烤的。")),
    ]
    return write_lesson("things", ("Things", "东西"), sections)


async def test_sections_published_before_vectors_of_words_get_the_same_as_those_published_now(
    database: Database, publish: Any, write_lesson: Callable[..., CourseLesson]
) -> None:
    await publish(cars(write_lesson), server_id=5)
    now = await stored(database)
    assert list(now) == [words.NAME]
    assert len(now[words.NAME]) == 6
    await publish_before_vectors(database, publish, cars(write_lesson))
    await Upkeep(database).catch_up()
    again = await stored(database)
    assert list(again) == [words.NAME]
    assert sorted(again[words.NAME]) == sorted(now[words.NAME])


async def test_a_search_that_remembers_lessons_finds_by_vectors_as_soon_as_they_are_there(
    database: Database, publish: Any, write_lesson: Callable[..., CourseLesson]
) -> None:
    await publish_before_vectors(database, publish, cars(write_lesson))
    retriever = Retriever(database)
    before = await retriever.search(QUESTION, server_id=5, locale=Locale.EN)
    assert before.passages == ()
    await Upkeep(database).catch_up()
    after = await retriever.search(QUESTION, server_id=5, locale=Locale.EN)
    assert after.passages[0].section_id == "cars"


async def test_where_nothing_is_missing_nothing_is_written(
    database: Database, publish: Any, write_lesson: Callable[..., CourseLesson]
) -> None:
    await publish(cars(write_lesson), server_id=5)
    before = await stored(database)
    await Upkeep(database).catch_up()
    assert await stored(database) == before


async def test_after_a_lesson_was_published_searches_are_warmed_up_again(
    database: Database, publish: Any, write_lesson: Callable[..., CourseLesson], models_lesson: CourseLesson
) -> None:
    await publish(models_lesson)
    retriever = Retriever(database)
    await retriever.warm_up()
    await publish(cars(write_lesson), server_id=5)
    await retriever.find(QUESTION, server_id=5)
    await Upkeep(database, warm_up=retriever.warm_up).catch_up()
    assert await _reads_nothing(retriever, "temperature")


async def _reads_nothing(retriever: Retriever, question: str) -> bool:
    """Whether a search of the shared course reads no occurrence of a word."""
    looked_up: list[str] = []

    async def occurrences(connection: Any, terms: Sequence[str], *rest: Any) -> dict[str, Places]:
        looked_up.extend(terms)
        return await read(connection, terms, *rest)

    read = search_store.occurrences
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_store, "occurrences", occurrences)
        await retriever.find(question, server_id=0)
    return not looked_up
