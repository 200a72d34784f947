"""What searches remember stays bounded, and is read in parts that fit together."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from bot.lessons import index, search_store
from bot.lessons.course import CourseLesson
from bot.lessons.places import Places
from bot.lessons.search_memory import Memory, Occurrences
from bot.storage import Connection, Database


def places(count: int) -> Places:
    return np.arange(count, dtype=np.int64)


def test_the_terms_looked_up_first_are_forgotten_first() -> None:
    remembered = Occurrences(most=100)
    for term in "abc":
        remembered.add({term: places(8)})
    assert remembered.get("a") is None
    found = remembered.get("c")
    assert found is not None
    assert found.tolist() == list(range(8))


def test_that_a_term_stands_nowhere_is_remembered_too() -> None:
    remembered = Occurrences(most=100)
    remembered.add({"nowhere": places(0)})
    found = remembered.get("nowhere")
    assert found is not None
    assert not len(found)
    assert remembered.get("not looked up") is None


def test_terms_that_stand_nowhere_do_not_pile_up() -> None:
    remembered = Occurrences(most=320)
    remembered.add({f"strange{number}": places(0) for number in range(100)})
    assert sum(remembered.get(f"strange{number}") is not None for number in range(100)) == 10


@pytest.mark.parametrize("at_once", [1, 7, 4_000])
async def test_the_whole_index_holds_of_each_term_what_is_read_of_it_alone(
    database: Database,
    publish: Any,
    models_lesson: CourseLesson,
    prompts_lesson: CourseLesson,
    monkeypatch: pytest.MonkeyPatch,
    at_once: int,
) -> None:
    """However few rows are read at once, also fewer than a term has."""
    await publish(models_lesson, prompts_lesson)
    await publish(models_lesson, server_id=1)
    monkeypatch.setattr(search_store, "_ROWS", at_once)

    async def unit(connection: Connection) -> None:
        known = await Memory().of(connection, await search_store.as_of_now(connection, 0))
        shelf = await known.shelf(connection, (0, 1))
        whole = await search_store.whole_index(connection, 0, shelf, {}, 10_000)
        assert whole is not None
        tokens = {
            index.Way.STEM: ["token", "model", "qzx"],
            index.Way.WORD: ["词元"],
            index.Way.PAIR: ["模型", "词元"],
        }
        terms = [index.term(0, way, token) for way, some in tokens.items() for token in some]
        alone = await search_store.occurrences(connection, terms, shelf, {})
        together = whole.where(terms)
        for term in terms:
            assert together[term].tolist() == alone[term].tolist()
            assert bool(len(alone[term])) is (term != index.term(0, index.Way.STEM, "qzx"))

    await database.read(unit)


async def test_an_index_that_is_too_large_is_not_kept_and_searches_read_their_terms(
    database: Database, publish: Any, models_lesson: CourseLesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    await publish(models_lesson)
    monkeypatch.setattr("bot.lessons.search_memory._MOST_WHOLE", 3)
    term = index.term(0, index.Way.STEM, "token")

    async def unit(connection: Connection) -> int:
        known = await Memory().of(connection, await search_store.as_of_now(connection, 0))
        await known.warm_up(connection)
        assert known.whole == []
        return len((await known.where(connection, await known.shelf(connection, (0,)), [term]))[term])

    assert await database.read(unit) > 0


async def test_shelves_are_forgotten_and_read_again(
    database: Database,
    publish: Any,
    write_lesson: Callable[..., CourseLesson],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.lessons.search_memory._MOST_SHELVES", 2)
    for server in (5, 6, 7):
        sections = [(f"of-{server}", ("Zebra", "斑马"), ("The zebra is our mascot.", "斑马"))]
        await publish(write_lesson("mascot", ("Mascot", "吉祥物"), sections), server_id=server)

    async def unit(connection: Connection) -> None:
        known = await Memory().of(connection, await search_store.as_of_now(connection, 0))
        for server in (5, 6, 7, 5):
            shelf = await known.shelf(connection, (0, server))
            assert [section.section_id for section in shelf.sections] == [f"of-{server}"]
            assert len(known.shelves) <= 2

    await database.read(unit)
