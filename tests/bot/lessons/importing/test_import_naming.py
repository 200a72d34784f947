"""What the name of a file says of the lesson in it."""

import pytest

from bot.lessons.importing.naming import (
    LONGEST_ID,
    Strange,
    lesson_target,
    named,
    section_id,
    title_from_name,
)
from bot.texts.locales import Locale


@pytest.mark.parametrize(
    ("path", "lesson_id", "number", "language"),
    [
        ("04-prompt-engineering.md", "04-prompt-engineering", 4, None),
        ("en/04-prompt-engineering.md", "04-prompt-engineering", 4, Locale.EN),
        ("zh/04-prompt-engineering.md", "04-prompt-engineering", 4, Locale.ZH_CN),
        ("zh-TW/04-prompt-engineering.md", "04-prompt-engineering", 4, Locale.ZH_TW),
        ("04-prompt-engineering.zh-cn.md", "04-prompt-engineering", 4, Locale.ZH_CN),
        ("04-prompt-engineering_zh.md", "04-prompt-engineering", 4, Locale.ZH_CN),
        ("04-prompt-engineering/README.md", "04-prompt-engineering", 4, None),
        ("04-prompt-engineering/translations/cn/README.md", "04-prompt-engineering", 4, Locale.ZH_CN),
        ("translations/zh/04-prompt-engineering/README.md", "04-prompt-engineering", 4, Locale.ZH_CN),
        ("translations/fr/04-prompt-engineering/README.md", "04-prompt-engineering", 4, Strange.LANGUAGE),
        ("2-Regression/1-Tools/README.md", "2-regression-1-tools", 201, None),
        ("2-Regression/1-Tools/assignment.md", "2-regression-1-tools-assignment", 201, None),
        ("00-course-setup_SETUP.md", "00-course-setup-setup", 0, None),
        ("course.zip/en/intro.md", "intro", None, Locale.EN),
        ("Lesson 7 - Chat.md", "lesson-7-chat", 7, None),
        ("docs/intro.md", "intro", None, None),
    ],
)
def test_a_path_names_its_lesson(
    path: str, lesson_id: str, number: int | None, language: Locale | Strange | None
) -> None:
    name = named(path)
    assert (name.lesson_id, name.number, name.language) == (lesson_id, number, language)


def test_a_chinese_name_gives_an_id_and_a_number() -> None:
    name = named("第十二章 提示工程.md")
    assert name.number == 12
    assert name.lesson_id.startswith("12-")
    assert named("第十二章 提示工程.md") == name
    assert named("第十三章 提示工程.md").lesson_id != name.lesson_id


def test_no_id_is_too_long() -> None:
    assert len(named("a" * 300 + ".md").lesson_id) <= LONGEST_ID


def test_a_title_can_be_read_from_a_name() -> None:
    assert title_from_name("17-ai-agents.md") == "AI agents"
    assert title_from_name("05-rag/README.md") == "RAG"


def test_a_heading_always_gives_the_same_id() -> None:
    assert section_id("What is RAG?") == "what-is-rag"
    assert section_id("🚀 Challenge") == "challenge"
    assert section_id("什么是提示工程？") == section_id("什么是提示工程？")
    assert section_id("什么是提示工程？") != section_id("什么是词元？")
    assert section_id("Tools", {"tools"}) == "tools-2"


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("../05-advanced/README.md?WT.mc_id=x", "lesson:05-advanced"),
        ("./SETUP.md", "lesson:04-prompts-setup"),
        ("../05-advanced/README.md#Using-RAG", "lesson:05-advanced#using-rag"),
        ("./images/a.png", None),
        ("../../../../../../etc/passwd", None),
        ("lab.ipynb", None),
    ],
)
def test_a_relative_link_leads_to_the_lesson_of_that_file(target: str, meant: str | None) -> None:
    assert lesson_target("04-prompts/README.md", target) == meant


def test_long_names_that_begin_alike_stay_two_and_fit_into_a_button() -> None:
    first, second = (
        named(f"{'generative-ai-for-beginners-' * 3}part-{part}.md").lesson_id for part in (1, 2)
    )
    assert first != second
    assert max(len(first), len(second)) <= LONGEST_ID
    longest = f"lesson.onward:{'x' * LONGEST_ID}-own-12:{'y' * LONGEST_ID}-12"
    assert len(longest) <= 100
