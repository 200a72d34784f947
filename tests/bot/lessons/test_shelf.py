"""The sections of several servers in one row of numbers."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.lessons import search_store
from bot.lessons.course import CourseLesson
from bot.lessons.index import Way
from bot.lessons.ranking import SectionKey
from bot.lessons.shelf import Shelf, stack
from bot.storage import Connection, Database
from bot.texts.locales import Locale

SERVER = 5


@pytest.fixture
async def shelf(
    database: Database,
    publish: Any,
    models_lesson: CourseLesson,
    prompts_lesson: CourseLesson,
    write_lesson: Callable[..., CourseLesson],
) -> Shelf:
    """The shared course in two languages, and beside it a server's lesson in English alone."""
    sections = [
        ("rules", ("Rules", ""), ("Be kind.", "")),
        ("tokens", ("Our tokens", ""), ("A token is a coin.", "")),
    ]
    own = [write_lesson(f"club-{number}", ("Club", ""), sections, languages=[Locale.EN]) for number in (1, 2)]
    await publish(models_lesson, prompts_lesson)
    await publish(*own, server_id=SERVER)

    async def unit(connection: Connection) -> Shelf:
        return stack({server: await search_store.stock(connection, server) for server in (0, SERVER)})

    return await database.read(unit)


def test_every_section_has_its_number(shelf: Shelf) -> None:
    assert list(shelf.sections) == sorted(shelf.sections)
    assert [shelf.number(section) for section in shelf.sections] == list(range(9))
    assert shelf.begins == {0: 0, SERVER: 5}
    for strange in (SectionKey(0, "models", "rules"), SectionKey(9, "z", "z")):
        assert shelf.number(strange) is None


def test_neighbours_are_those_in_the_lesson_and_never_another_lessons(shelf: Shelf) -> None:
    space = shelf.spaces[Way.STEM]

    def called(number: int) -> str | None:
        return shelf.sections[number].section_id if number < len(shelf.sections) else None

    around = {
        section: (called(int(before)), called(int(after)))
        for section, before, after in zip(shelf.sections, space.before, space.after, strict=True)
    }
    assert around[SectionKey(0, "models", "temperature")] == ("tokens", "fabrication")
    assert around[SectionKey(0, "models", "tokens")] == (None, "temperature")
    assert around[SectionKey(SERVER, "club-1", "tokens")] == ("rules", None)


def test_a_way_counts_the_sections_of_its_language_alone(shelf: Shelf) -> None:
    counts = {way: space.sections for way, space in shelf.spaces.items()}
    assert counts == {Way.STEM: 9, Way.WORD: 5, Way.PAIR: 5}
    assert not shelf.spaces[Way.PAIR].lengths[5:].any()
    assert shelf.spaces[Way.STEM].lengths.all()
    assert shelf.writes == {Locale.EN: [0, SERVER], Locale.ZH_CN: [0]}


def test_what_recurs_in_lessons_of_several_servers_together_is_a_kind_of_section(shelf: Shelf) -> None:
    recurring = {section for section, is_kind in zip(shelf.sections, shelf.recurring, strict=True) if is_kind}
    assert {section.section_id for section in recurring} == {"tokens"}
    assert {section.lesson_id for section in recurring} == {"models", "club-1", "club-2"}


async def test_a_server_without_lessons_has_an_empty_shelf(database: Database) -> None:
    shelf = stack({0: await database.read(lambda connection: search_store.stock(connection, 0))})
    assert shelf.sections == ()
    assert shelf.number(SectionKey(0, "models", "tokens")) is None
    assert {space.sections for space in shelf.spaces.values()} == {0}
