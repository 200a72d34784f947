"""A real course in two languages and texts copied from web pages, taken in as they are.

They are not in this repository: TUTOR_SHARED names the folder that holds `corpus` and `seeds`, beside the project where
it is not set. Without them these tests say so.
"""

import os
import re
from functools import partial
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.lessons import versions
from bot.lessons.commonmark import block_tokens
from bot.lessons.importing import Change, Importer, ImportReport, Subject
from bot.lessons.importing.store import stored_lesson
from bot.lessons.library import Library
from bot.safety.guard import Guard
from bot.storage import Database
from bot.texts.locales import Locale

SHARED = Path(os.environ.get("TUTOR_SHARED") or Path(__file__).parents[3] / "shared")
SERVER = 7

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(
        not (SHARED / "corpus").is_dir(), reason=f"no corpus at {SHARED}: name its folder in TUTOR_SHARED"
    ),
]


@pytest.fixture(scope="module")
def guard() -> Guard:
    return Guard()


@pytest.fixture
def importer(database: Database, guard: Guard) -> Importer:
    return Importer(database, SystemClock(), guard)


def lines(report: ImportReport, subject: Subject) -> set[tuple[str, int]]:
    return {(remark.path, remark.line) for remark in report.remarks if remark.subject is subject}


async def test_the_course_comes_in_as_it_is(importer: Importer, database: Database) -> None:
    report = await importer.take_in_path(SHARED / "corpus", server_id=SERVER)
    assert not report.refused
    assert report.files == 48
    assert len(report.lessons) == 25
    assert sum(lesson.sections for lesson in report.lessons) == 386
    in_both = [lesson for lesson in report.lessons if len(lesson.languages) == 2]
    assert len(in_both) == 16
    assert sum(lesson.paired for lesson in in_both) == 278
    empty = {path for path, _ in lines(report, Subject.FILE_EMPTY)}
    assert len(empty) == 6 and all(path.startswith("zh/") for path in empty)


async def test_all_fourteen_knowledge_checks_become_questions_with_the_right_keys(
    importer: Importer, database: Database
) -> None:
    report = await importer.take_in_path(SHARED / "corpus", server_id=SERVER)
    keys: dict[tuple[str, Locale], tuple[int, ...] | None] = {}
    for lesson in report.lessons:
        found = await database.read(
            partial(stored_lesson, server_id=SERVER, lesson_id=lesson.lesson_id, number=1)
        )
        for question in found.questions:
            assert len(question.options) == 3
            keys[lesson.lesson_id[:2], question.language] = question.answers
    english = {number: key for (number, language), key in keys.items() if language is Locale.EN}
    chinese = {number: key for (number, language), key in keys.items() if language is Locale.ZH_CN}
    expected = {"01": (2,), "02": (2,), "03": (1, 2), "04": (1,), "05": (0,), "13": (0,)}
    assert english == {**expected, "06": None}
    assert chinese == {**expected, "06": (0,)}


async def test_the_course_comes_in_twice_without_a_change(importer: Importer) -> None:
    await importer.take_in_path(SHARED / "corpus", server_id=SERVER)
    again = await importer.take_in_path(SHARED / "corpus", server_id=SERVER)
    assert {lesson.change for lesson in again.lessons} == {Change.UNCHANGED}


async def test_each_language_alone_gives_the_same_as_both_together(
    importer: Importer, database: Database
) -> None:
    await importer.take_in_path(SHARED / "corpus" / "en", server_id=SERVER)
    await importer.take_in_path(SHARED / "corpus" / "zh", server_id=SERVER, language=Locale.ZH_CN)
    together = await importer.take_in_path(SHARED / "corpus", server_id=SERVER + 1)
    for lesson in together.lessons:
        newest = await database.read(
            partial(versions.newest, server_id=SERVER, lesson_ids=[lesson.lesson_id])
        )
        apart, both = [
            await database.read(
                partial(stored_lesson, server_id=server, lesson_id=lesson.lesson_id, number=number)
            )
            for server, number in ((SERVER, newest[lesson.lesson_id]), (SERVER + 1, 1))
        ]
        assert apart.lesson.texts == both.lesson.texts


async def test_the_course_can_be_read_in_three_languages_once_it_is_published(
    importer: Importer, database: Database, guard: Guard
) -> None:
    report = await importer.take_in_path(SHARED / "corpus", server_id=SERVER)
    library = Library(database, SystemClock(), guard)
    for lesson in report.lessons:
        assert await library.publish(SERVER, lesson.lesson_id)
    for locale in Locale:
        lessons = await library.lessons(SERVER, locale)
        assert [lesson.id for lesson in lessons] == [lesson.lesson_id for lesson in report.lessons]
        assert all(section.markdown.strip() for lesson in lessons for section in lesson.sections)
        everything = "\n".join(_without_code(one.markdown) for lesson in lessons for one in lesson.sections)
        assert not re.search(r"\]\([^)]*WT\.mc_id", everything)
        assert "LESSON TEMPLATE" not in everything


async def test_the_five_scraped_texts_come_in(importer: Importer) -> None:
    report = await importer.take_in_path(SHARED / "seeds", server_id=SERVER)
    assert not report.refused
    assert [(one.lesson_id[:3], one.languages, one.questions) for one in report.lessons] == [
        ("000", (Locale.ZH_CN,), 1),
        ("001", (Locale.ZH_CN,), 0),
        ("002", (Locale.ZH_CN,), 0),
        ("003", (Locale.ZH_CN,), 1),
        ("004", (Locale.ZH_CN,), 0),
    ]
    assert [one.sections for one in report.lessons] == [16, 13, 39, 17, 3]
    assert [one.title for one in report.lessons][:2] == ["第二章 : 探索和比较不同的 LLMs", "02 大型语言模型"]
    said = {remark.subject for remark in report.remarks}
    assert {Subject.LINES_REBUILT, Subject.HEADINGS_GUESSED, Subject.STYLE_DROPPED} <= said


@pytest.mark.loop_may_block("the test itself looks through all the texts")
async def test_no_sentence_of_the_scraped_texts_is_lost(importer: Importer, database: Database) -> None:
    report = await importer.take_in_path(SHARED / "seeds", server_id=SERVER)
    for lesson in report.lessons:
        found = await database.read(
            partial(stored_lesson, server_id=SERVER, lesson_id=lesson.lesson_id, number=1)
        )
        text = found.lesson.texts[Locale.ZH_CN]
        kept = "".join(f"{one.heading}{one.markdown}" for one in text.sections.values())
        kept += "".join(f"{one.question}{''.join(one.options)}{one.explanation}" for one in found.questions)
        (source,) = (SHARED / "seeds").glob(f"{lesson.lesson_id[:3]}_*")
        said = [part for part in _sentences(source.read_text("utf-8")) if len(part) >= 12]
        lost = [part for part in said if part not in _han(kept)]
        assert lost == []


def _without_code(markdown: str) -> str:
    lines = markdown.split("\n")
    for token in block_tokens(markdown):
        if token.type in ("fence", "code_block") and token.map:
            start, end = token.map
            lines[start:end] = [""] * (end - start)
    return "\n".join(lines)


def _han(text: str) -> str:
    return "".join(character for character in text if "\u4e00" <= character <= "\u9fff")


def _sentences(text: str) -> list[str]:
    """Runs between marks of any kind, their Chinese characters alone."""
    runs = "".join(
        character if character.isalnum() or character == " " else "\n" for character in text
    ).split("\n")
    return [_han(run) for run in runs]
