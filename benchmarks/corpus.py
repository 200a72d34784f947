"""Reads a folder of plain Markdown lessons, without ids or front matter, for measurements of retrieval.

A lesson is a file whose name begins with its number (`04-prompt-engineering.md` is lesson `04`); other pages of a lesson
(`00-course-setup_SETUP.md`) are lessons of their own, named after both. A section is a heading with what stands under
it up to the next one, and is called `lesson#ordinal`, counted from 0.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.lessons.commonmark import headings
from bot.lessons.course import Course, CourseLesson, LessonText, SectionPlan, SectionText
from bot.texts.locales import Locale

_NUMBERED = re.compile(r"(?P<number>\d+)-[^_]*(?:_(?P<page>.+))?")
_HAN = re.compile("[\u3400-\u9fff]")


def read_corpus(folders: list[Path]) -> Course:
    """All lessons of these folders; two folders with the same file hold two languages of it, kept as two lessons."""
    found: dict[str, CourseLesson] = {}
    for path in (path for folder in folders for path in sorted(folder.rglob("*.md"))):
        lesson = _lesson(path)
        name, times = lesson.id, 2
        while lesson.id in found:  # lessons of two courses in one language
            lesson = replace(lesson, id=f"{name}.{times}")
            times += 1
        if lesson.plan:
            found[lesson.id] = lesson
    if not found:
        raise SystemExit(f"no lesson in {', '.join(map(str, folders))}")
    return Course(tuple(found.values()), {}, {})


def name_of(lesson_id: str) -> str:
    """The lesson's number as questions give it."""
    return lesson_id.split("@")[0]


def _lesson(path: Path) -> CourseLesson:
    markdown = path.read_text("utf-8-sig").replace("\r\n", "\n")
    numbered = _NUMBERED.fullmatch(path.stem)
    name = path.stem
    if numbered:
        name = numbered["number"] + (f"_{numbered['page']}" if numbered["page"] else "")
    language = Locale.ZH_CN if len(_HAN.findall(markdown)) > len(markdown) / 20 else Locale.EN
    lines = markdown.split("\n")
    sections = {
        f"{name}#{ordinal}": SectionText(
            heading=heading.text, markdown="\n".join(lines[heading.body_line : heading.end_line]).strip("\n")
        )
        for ordinal, heading in enumerate(headings(markdown))
    }
    title = next((section.heading for section in sections.values()), name)
    text = LessonText(title, "", (), date.min, sections)
    plan = tuple(SectionPlan(section, (), 1) for section in sections)
    return CourseLesson(f"{name}@{language.value}", (), 1, (), plan, {language: text})
