"""A small course in two languages, and what takes it in."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, date, datetime

import pytest

from bot.lessons import versions
from bot.lessons.course import Course, CourseLesson, LessonText, SectionPlan, SectionText
from bot.lessons.prepare import prepare_course
from bot.lessons.values import BUILT_IN, Check
from bot.storage import Database
from bot.texts.locales import Locale

Publish = Callable[..., Awaitable[None]]


def check_item(question: str) -> Check:
    return Check(question, ("a", "b", "c", "d"), 1, ("no", "yes", "no", "no"), "think")


def written(
    lesson_id: str,
    titles: tuple[str, str],
    sections: Sequence[tuple[str, tuple[str, str], tuple[str, str]]],
    *,
    requires: tuple[str, ...] = (),
    languages: Sequence[Locale] = (Locale.EN, Locale.ZH_CN),
) -> CourseLesson:
    """A lesson from (id, (English heading, Chinese heading), (English text, Chinese text))."""
    texts = {
        language: LessonText(
            title=titles[place],
            summary="…",
            goals=("one",),
            as_of=date(2026, 1, 31),
            sections={
                section: SectionText(headings[place], bodies[place], check_item(headings[place]))
                for section, headings, bodies in sections
            },
        )
        for place, language in enumerate((Locale.EN, Locale.ZH_CN))
        if language in languages
    }
    plan = tuple(SectionPlan(section, (), 3) for section, _, _ in sections)
    return CourseLesson(lesson_id, requires, 6, (), plan, texts)


@pytest.fixture
def models_lesson() -> CourseLesson:
    return written(
        "models",
        ("How models work", "模型怎样工作"),
        [
            (
                "tokens",
                ("Tokens", "词元"),
                (
                    "A tokenizer cuts text into tokens. Prices and limits are counted in tokens.",
                    "分词器把文字切成词元。价格和上限都按词元计算。",
                ),
            ),
            (
                "temperature",
                ("Temperature", "温度"),
                (
                    "Temperature makes the choice of the next word more cautious or more adventurous.",
                    "温度让下一个词的选择更谨慎或者更大胆。",
                ),
            ),
            (
                "fabrication",
                ("Fabrication", "幻觉"),
                (
                    "A model sometimes invents facts: this is called a hallucination or fabrication.",
                    "模型有时会编造事实，这叫幻觉，也叫虚构。软件和程序也会出错。",
                ),
            ),
        ],
    )


@pytest.fixture
def prompts_lesson() -> CourseLesson:
    return written(
        "prompts",
        ("Writing prompts", "怎样写提示词"),
        [
            (
                "examples",
                ("Few-shot examples", "少样本示例"),
                (
                    "Put a few worked examples into the prompt, so that the model copies their form.",
                    "在提示词里放几个示例，模型就会照着它们的形式写。",
                ),
            ),
            (
                "delimiters",
                ("Delimiters", "分隔符"),
                (
                    "Delimiters separate the instruction from the material it is about.",
                    "分隔符把指令和材料分开。",
                ),
            ),
        ],
        requires=("models",),
    )


@pytest.fixture
def publish(database: Database) -> Publish:
    """Makes lessons the published ones of a server (or of the built-in course)."""

    async def publish_all(*lessons: CourseLesson, server_id: int = BUILT_IN) -> None:
        prepared = await asyncio.to_thread(prepare_course, Course(lessons, {}, {}), server_id)
        await database.write(
            lambda connection: versions.replace_course(
                connection, server_id, prepared, digest="test", now=datetime(2026, 1, 1, tzinfo=UTC)
            )
        )

    return publish_all


@pytest.fixture
def write_lesson() -> Callable[..., CourseLesson]:
    """Writes a lesson of the test's own."""
    return written
