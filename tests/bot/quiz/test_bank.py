"""The bank follows the course's files: in versions, all or nothing, without touching what was asked before."""

from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.lessons.mistakes import CourseMistakes
from bot.quiz.bank import Bank
from bot.quiz.bank_values import BankPlace
from bot.storage import Database
from bot.texts.locales import Locale
from tests.bot.quiz.test_reading import CHINESE, FILE, course

__all__ = ["course"]
PLACE = BankPlace(0, "how-llms-work", "token-one")


def rewrite(course: Path, was: str, now: str) -> None:
    for language, text in (("en", FILE), ("zh-CN", CHINESE)):
        path = course / language / "questions" / "how-llms-work.yaml"
        path.write_text(text.replace(was, now), "utf-8")


@pytest.fixture
async def bank(database: Database, course: Path) -> Bank:
    bank = Bank(database, SystemClock())
    assert await bank.load_course(course)
    return bank


async def test_the_same_files_are_taken_in_once(bank: Bank, course: Path) -> None:
    assert not await bank.load_course(course)
    (entry,) = await bank.entries(7, lesson_id="how-llms-work")
    assert entry.place == PLACE and entry.version == 1 and entry.section_id == "tokens"


async def test_traditional_chinese_is_made_from_simplified(bank: Bank) -> None:
    texts = await bank.item(PLACE)
    assert texts[Locale.ZH_TW].stem == "詞元就是詞。" and texts[Locale.ZH_CN].stem == "词元就是词。"


async def test_a_changed_item_gets_a_version_and_the_old_one_stays(bank: Bank, course: Path) -> None:
    rewrite(course, "Rare words are cut into pieces.", "Rare words are several pieces.")
    await bank.load_course(course)
    (entry,) = await bank.entries(7)
    assert entry.version == 2
    old, new = await bank.item(PLACE, 1), await bank.item(PLACE)
    assert old[Locale.EN].task != new[Locale.EN].task


async def test_an_item_that_left_is_retired_and_comes_back_as_it_was(bank: Bank, course: Path) -> None:
    rewrite(course, "token-one", "token-two")
    await bank.load_course(course)
    assert [entry.place.item_id for entry in await bank.entries(7)] == ["token-two"]
    assert await bank.item(PLACE, 1)
    rewrite(course, "x" * 99, "")
    await bank.load_course(course)
    assert [(entry.place.item_id, entry.version) for entry in await bank.entries(7)] == [("token-one", 1)]


async def test_an_item_with_a_grave_flaw_is_not_asked(bank: Bank, course: Path) -> None:
    rewrite(course, "why_not: Rare words are cut into pieces.", "why_not: Wrong.")
    await bank.load_course(course)
    assert await bank.entries(7) == ()


async def test_a_course_with_a_mistake_changes_nothing(bank: Bank, course: Path) -> None:
    rewrite(course, "level: beginner", "level: none")
    with pytest.raises(CourseMistakes):
        await bank.load_course(course)
    assert len(await bank.entries(7)) == 1
