"""What the built-in course promises beyond what every course must hold: its size, its sources, its links, and three languages."""

import re
from pathlib import Path

import pytest

from bot.lessons.course import Course, CourseLesson
from bot.lessons.course_files import corrections, read_course
from bot.lessons.traditional import ToTraditional, to_simplified
from bot.texts.locales import Locale

COURSE = Path(__file__).parents[3] / "course"
LINK = re.compile(r"\]\(lesson:([a-z0-9-]+)(#[a-z0-9-]+)?\)")
MAINLAND = {
    "信息": "訊息", "默認": "預設", "網絡": "網路", "軟件": "軟體", "服務器": "伺服器", "數據": "資料", "文件夾": "資料夾", "屏幕": "螢幕",
    "硬盤": "硬碟", "字節": "位元組", "緩存": "快取", "鏈接": "連結", "登錄": "登入", "菜單": "選單", "人工智能": "人工智慧", "智能手機": "智慧型手機",
    "視頻": "影片", "打印": "列印", "語義": "語意", "洩露": "洩漏",
}  # fmt: skip
"""What a mainland text calls otherwise, and what Taiwan writes."""


@pytest.fixture(scope="module")
def course() -> Course:
    return read_course(COURSE)


def links_of(lesson: CourseLesson, language: Locale) -> list[str]:
    return [
        found.group(1) + (found.group(2) or "")
        for section in lesson.texts[language].sections.values()
        for found in LINK.finditer(section.markdown)
    ]


def test_there_are_lessons_enough_and_each_names_its_sources_and_days(course: Course) -> None:
    assert len(course.lessons) >= 20
    for lesson in course.lessons:
        assert lesson.sources, lesson.id
        assert all(text.as_of is not None and text.goals and text.summary for text in lesson.texts.values())


def test_every_lesson_leads_to_others_in_both_languages(course: Course) -> None:
    for lesson in course.lessons:
        for language in (Locale.EN, Locale.ZH_CN):
            others = {link for link in links_of(lesson, language) if not link.startswith(f"{lesson.id}#")}
            assert others - {lesson.id}, (lesson.id, language)


def test_the_two_languages_of_a_lesson_promise_the_same_and_differ_in_their_words(course: Course) -> None:
    for lesson in course.lessons:
        english, chinese = lesson.texts[Locale.EN], lesson.texts[Locale.ZH_CN]
        assert len(english.goals) == len(chinese.goals), lesson.id
        assert list(english.sections) == list(chinese.sections) == [plan.id for plan in lesson.plan]
        for one, other in zip(english.sections.values(), chinese.sections.values(), strict=True):
            assert one.heading != other.heading and one.markdown != other.markdown


@pytest.mark.loop_may_block("converts the whole course")
def test_the_course_in_traditional_chinese_is_written_as_in_taiwan(course: Course) -> None:
    converted = ToTraditional(corrections(COURSE))
    found: dict[str, set[str]] = {}
    for lesson in course.lessons:
        text = lesson.texts[Locale.ZH_CN]
        prose = converted.prose("\n".join((text.title, text.summary, *text.goals)))
        prose += "".join(
            re.sub(
                r"```.*?```|`[^`]*`", "", converted.markdown(f"{one.heading}\n\n{one.markdown}"), flags=re.S
            )
            for one in text.sections.values()
        )
        wrong = {word for word in MAINLAND if word in prose} | (
            set(prose) & set("这们说请课题问过还没让开关门页应话语认识")
        )
        if wrong:
            found[lesson.id] = wrong
    assert found == {}


def test_a_converted_lesson_says_what_the_simplified_one_says(course: Course) -> None:
    converted = ToTraditional({})
    section = course.lessons[0].texts[Locale.ZH_CN].sections["tokens"]
    written = converted.markdown(section.markdown)
    assert written != section.markdown
    assert len(to_simplified(written)) == pytest.approx(len(section.markdown), rel=0.02)
