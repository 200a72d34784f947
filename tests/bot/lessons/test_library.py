"""What learners can read, and how far they are."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

from bot.learners.values import LearnerKey
from bot.lessons import store
from bot.lessons.course import CourseLesson
from bot.lessons.library import Library
from bot.lessons.mistakes import CourseMistakes
from bot.lessons.values import Place, StepReason
from bot.storage import Database
from bot.texts.locales import Locale

COURSE = Path(__file__).parents[3] / "course"
ADA = LearnerKey(5, 1)
MO = LearnerKey(5, 2)


class StandingClock:
    """Moves only when told to."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time

    def monotonic(self) -> float:
        return 0.0

    async def sleep(self, seconds: float) -> None:
        raise AssertionError("nothing here waits")


@pytest.fixture
def library(database: Database) -> Library:
    return Library(database, StandingClock())


@pytest.fixture
def taught(taught_database: Database) -> Library:
    """A library that holds the course already."""
    return Library(taught_database, StandingClock())


@pytest.fixture
def own_course(tmp_path: Path) -> Path:
    """A copy of the course to change; copied here, since a hundred files are too many for a watched loop to wait for."""
    copy = tmp_path / "course"
    shutil.copytree(COURSE, copy)
    return copy


async def chunk_ids(database: Database) -> list[int]:
    async def unit(connection: Any) -> list[int]:
        return list(await connection.scalars(select(store.chunks.c.id).order_by(store.chunks.c.id)))

    return await database.read(unit)


async def test_the_course_is_taken_in_once_and_stays_through_a_restart(
    library: Library, database: Database, database_url: str
) -> None:
    assert await library.load_course(COURSE)
    before = await chunk_ids(database)
    restarted = await Database.open(database_url)
    assert not await Library(restarted, StandingClock()).load_course(COURSE)
    await restarted.close()
    assert await chunk_ids(database) == before


async def test_a_changed_course_replaces_the_old_one_and_keeps_what_was_read(
    taught: Library, taught_database: Database, own_course: Path
) -> None:
    await taught.mark_read(ADA, "how-llms-work", "tokens")
    count = len(await chunk_ids(taught_database))
    lesson = own_course / "en" / "lessons" / "how-llms-work.md"
    lesson.write_text(
        lesson.read_text("utf-8").replace("How large language models work", "Inside a model"), "utf-8"
    )
    assert await taught.load_course(own_course)
    first = (await taught.progress(ADA, Locale.EN))[0]
    assert first.lesson.title == "Inside a model"
    assert first.read == {"tokens"}
    assert len(await chunk_ids(taught_database)) == count


async def test_a_course_with_mistakes_changes_nothing(taught: Library, own_course: Path) -> None:
    (own_course / "outline.yaml").write_text("lessons: 5\n", "utf-8")
    with pytest.raises(CourseMistakes):
        await taught.load_course(own_course)
    assert len(await taught.lessons(0, Locale.EN)) >= 3


@pytest.mark.parametrize("locale", list(Locale))
async def test_lessons_are_read_in_each_language(taught: Library, locale: Locale) -> None:
    lessons = await taught.lessons(7, locale)
    assert [lesson.language for lesson in lessons] == [locale] * len(lessons)
    assert all(section.markdown for lesson in lessons for section in lesson.sections)
    assert await taught.check(7, lessons[0].id, lessons[0].sections[0].id, locale) is not None


async def test_traditional_chinese_is_written_as_in_taiwan(taught: Library) -> None:
    lesson = await taught.lesson(0, "how-llms-work", Locale.ZH_TW)
    assert lesson is not None
    assert "詞元" in lesson.sections[1].markdown
    assert "词元" not in lesson.sections[1].markdown


async def test_another_servers_lesson_is_never_seen(
    library: Library, publish: Any, models_lesson: CourseLesson, prompts_lesson: CourseLesson
) -> None:
    await publish(models_lesson)
    await publish(prompts_lesson, server_id=5)
    assert [lesson.id for lesson in await library.lessons(5, Locale.EN)] == ["models", "prompts"]
    assert [lesson.id for lesson in await library.lessons(6, Locale.EN)] == ["models"]
    assert await library.lesson(6, "prompts", Locale.EN) is None
    assert await library.section(6, "prompts", "examples", Locale.EN) is None
    assert await library.check(6, "prompts", "examples", Locale.EN) is None
    assert [choice.id for choice in await library.autocomplete(6, "", Locale.EN)] == ["models"]


async def test_a_lesson_that_is_not_published_is_never_seen(
    library: Library, database: Database, publish: Any, models_lesson: CourseLesson
) -> None:
    await publish(models_lesson)

    async def unpublish(connection: Any) -> None:
        await connection.execute(update(store.lessons).values(published_version=None))

    await database.write(unpublish)
    assert await library.lessons(0, Locale.EN) == ()
    assert await library.lesson(0, "models", Locale.EN) is None
    assert await library.check(0, "models", "tokens", Locale.EN) is None
    assert await library.autocomplete(0, "mod", Locale.EN) == ()


async def test_a_lesson_in_one_language_is_read_in_that_one(
    library: Library, publish: Any, write_lesson: Callable[..., CourseLesson]
) -> None:
    sections = [("one", ("One", "一"), ("Text", "文字"))]
    await publish(write_lesson("only", ("Only English", ""), sections, languages=[Locale.EN]))
    (lesson,) = await library.lessons(0, Locale.ZH_TW)
    assert (lesson.title, lesson.language) == ("Only English", Locale.EN)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("how", ["models"]),
        ("HOW Ｍ", ["models"]),
        ("prompts", ["prompts"]),
        ("模型", ["models"]),
        ("提示詞", ["prompts"]),
        ("o", ["models", "prompts"]),
        ("", ["models", "prompts"]),
        ("nothing like it", []),
    ],
)
async def test_autocomplete_finds_titles_in_both_languages(
    library: Library,
    publish: Any,
    models_lesson: CourseLesson,
    prompts_lesson: CourseLesson,
    typed: str,
    found: list[str],
) -> None:
    await publish(models_lesson, prompts_lesson)
    assert [choice.id for choice in await library.autocomplete(0, typed, Locale.EN)] == found


async def test_autocomplete_puts_what_begins_so_before_what_contains_it(
    library: Library, publish: Any, models_lesson: CourseLesson, prompts_lesson: CourseLesson
) -> None:
    await publish(replace(models_lesson, id="all-about-w"), prompts_lesson)
    choices = await library.autocomplete(0, "w", Locale.ZH_CN)
    assert [choice.id for choice in choices] == ["prompts", "all-about-w"]
    assert choices[0].title == "怎样写提示词"


async def test_one_learners_progress_is_not_anothers_nor_the_same_ones_elsewhere(
    library: Library, publish: Any, models_lesson: CourseLesson
) -> None:
    await publish(models_lesson)
    await library.mark_read(ADA, "models", "tokens")
    for other in (MO, LearnerKey(6, ADA.user_id)):
        (progress,) = await library.progress(other, Locale.EN)
        assert not progress.started
        assert await library.place(other) is None


async def test_the_place_is_the_section_opened_last_even_if_read_before(
    library: Library, publish: Any, models_lesson: CourseLesson
) -> None:
    await publish(models_lesson)
    await library.open_section(ADA, "models", "tokens")
    await library.mark_read(ADA, "models", "tokens")
    await library.open_section(ADA, "models", "fabrication")
    await library.open_section(ADA, "models", "tokens")
    assert await library.place(ADA) == Place("models", "tokens")
    (progress,) = await library.progress(ADA, Locale.ZH_CN)
    assert progress.read == {"tokens"}
    assert progress.place == "tokens"


async def test_a_place_in_a_lesson_that_is_gone_is_forgotten(
    library: Library, publish: Any, models_lesson: CourseLesson, prompts_lesson: CourseLesson
) -> None:
    await publish(models_lesson, prompts_lesson)
    await library.open_section(ADA, "models", "tokens")
    await library.open_section(ADA, "prompts", "examples")
    await publish(models_lesson)
    assert await library.place(ADA) == Place("models", "tokens")


async def test_the_next_step_goes_from_the_first_lesson_to_the_last(
    library: Library, publish: Any, models_lesson: CourseLesson, prompts_lesson: CourseLesson
) -> None:
    await publish(models_lesson, prompts_lesson)
    steps = []
    while (step := await library.next_step(ADA, Locale.EN)) is not None:
        steps.append((step.lesson.id, step.section.id, step.reason))
        await library.open_section(ADA, step.lesson.id, step.section.id)
        await library.mark_read(ADA, step.lesson.id, step.section.id)
    assert steps == [
        ("models", "tokens", StepReason.BEGIN),
        ("models", "temperature", StepReason.CONTINUE),
        ("models", "fabrication", StepReason.CONTINUE),
        ("prompts", "examples", StepReason.BEGIN),
        ("prompts", "delimiters", StepReason.CONTINUE),
    ]


async def test_a_lesson_begun_comes_before_one_not_begun(
    library: Library, publish: Any, models_lesson: CourseLesson, prompts_lesson: CourseLesson
) -> None:
    await publish(models_lesson, prompts_lesson)
    await library.open_section(ADA, "prompts", "delimiters")
    step = await library.next_step(ADA, Locale.EN)
    assert step is not None
    assert (step.lesson.id, step.section.id, step.reason) == ("prompts", "delimiters", StepReason.CONTINUE)


async def test_forgetting_removes_one_learners_progress_and_says_how_much(
    library: Library, publish: Any, models_lesson: CourseLesson
) -> None:
    await publish(models_lesson)
    await library.mark_read(ADA, "models", "tokens")
    await library.open_section(ADA, "models", "temperature")
    await library.mark_read(MO, "models", "tokens")
    assert await library.forget(ADA) == 2
    assert await library.visits(ADA) == []
    assert len(await library.visits(MO)) == 1


async def test_the_index_holds_nothing_of_lessons_that_are_gone(
    database: Database, publish: Any, models_lesson: CourseLesson, prompts_lesson: CourseLesson
) -> None:
    await publish(models_lesson, prompts_lesson)
    await publish(prompts_lesson)

    async def indexed(connection: Any) -> int:
        count = await connection.exec_driver_sql("SELECT count(*) FROM lesson_index")
        return int(count.scalar_one())

    async def searchable(connection: Any) -> int:
        query = select(func.count()).where(store.chunks.c.language != Locale.ZH_TW.value)
        return int(await connection.scalar(query))

    assert await database.read(indexed) == await database.read(searchable)
