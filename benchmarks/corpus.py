"""Reads a folder of plain Markdown lessons, without ids or front matter, for measurements of retrieval.

A lesson is a file whose name begins with its number (`04-prompt-engineering.md` is lesson `04`); other pages of a lesson
(`00-course-setup_SETUP.md`) are lessons of their own, named after both. A section is a heading with what stands under
it up to the next one, and is called `lesson#ordinal`, counted from 0. The same file in two languages is one lesson with both, its
sections aligned as an import aligns them (`bot/lessons/importing`); there a section has two names where the languages count differently.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.lessons.commonmark import headings
from bot.lessons.course import Course, CourseLesson, LessonText, SectionPlan, SectionText
from bot.lessons.importing.aligning import align
from bot.lessons.importing.reading import ReadSection
from bot.texts.locales import Locale

_NUMBERED = re.compile(r"(?P<number>\d+)-[^_]*(?:_(?P<page>.+))?")
_HAN = re.compile("[\u3400-\u9fff]")
_BOTH = "="
"""Stands between the English and the Chinese name of a section."""


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    language: Locale
    sections: tuple[ReadSection, ...]


def read_corpus(folders: list[Path]) -> Course:
    """All lessons of these folders. Two lessons of one name in one language stay two."""
    files: dict[tuple[str, int], dict[Locale, _File]] = {}
    for path in (path for folder in folders for path in sorted(folder.rglob("*.md"))):
        file = _read(path)
        copy = 1
        while file.language in files.get((file.name, copy), {}):
            copy += 1
        if file.sections:
            files.setdefault((file.name, copy), {})[file.language] = file
    if not files:
        raise SystemExit(f"no lesson in {', '.join(map(str, folders))}")
    lessons = tuple(_lesson(f"{name}@{copy}", found) for (name, copy), found in files.items())
    return Course(lessons, {}, {})


def name_of(lesson_id: str) -> str:
    """The lesson's number as questions give it."""
    return lesson_id.split("@")[0]


def names_of(section_id: str, *, is_chinese: bool) -> tuple[str, ...]:
    """What questions call a section, in the question's language first."""
    english, _, chinese = section_id.partition(_BOTH)
    ordered = (chinese, english) if is_chinese else (english, chinese)
    return tuple(dict.fromkeys(name for name in ordered if name))


def _read(path: Path) -> _File:
    markdown = path.read_text("utf-8-sig").replace("\r\n", "\n")
    numbered = _NUMBERED.fullmatch(path.stem)
    name = path.stem
    if numbered:
        name = numbered["number"] + (f"_{numbered['page']}" if numbered["page"] else "")
    language = Locale.ZH_CN if len(_HAN.findall(markdown)) > len(markdown) / 20 else Locale.EN
    lines = markdown.split("\n")
    sections = (
        ReadSection(
            heading=heading.text,
            level=heading.level,
            markdown="\n".join(lines[heading.body_line : heading.end_line]).strip("\n"),
            line=heading.line + 1,
        )
        for heading in headings(markdown)
    )
    return _File(name, language, tuple(sections))


def _lesson(lesson_id: str, files: dict[Locale, _File]) -> CourseLesson:
    ids = _ids(files)
    texts = {
        language: LessonText(
            title=file.sections[0].heading,
            summary="",
            goals=(),
            as_of=date.min,
            sections={
                section_id: SectionText(
                    heading=file.sections[place].heading, markdown=file.sections[place].markdown
                )
                for section_id, places in ids.items()
                if (place := places.get(language)) is not None
            },
        )
        for language, file in files.items()
    }
    plan = tuple(SectionPlan(section_id, (), 1) for section_id in ids)
    return CourseLesson(lesson_id, (), 1, (), plan, texts)


def _ids(files: dict[Locale, _File]) -> dict[str, dict[Locale, int]]:
    """Ids of a lesson's sections, in the order of the text, and their place in each language."""
    if len(files) == 1:
        [(language, file)] = files.items()
        return {f"{file.name}#{place}": {language: place} for place in range(len(file.sections))}
    english, chinese = files[Locale.EN], files[Locale.ZH_CN]
    found: dict[str, dict[Locale, int]] = {}

    def add(first: int | None, second: int | None) -> None:
        names = ("" if place is None else f"{english.name}#{place}" for place in (first, second))
        places = {Locale.EN: first, Locale.ZH_CN: second}
        found[_BOTH.join(names)] = {one: place for one, place in places.items() if place is not None}

    done = (0, 0)
    for pair in (*align(english.sections, chinese.sections), (len(english.sections), len(chinese.sections))):
        for place in range(done[0], pair[0]):
            add(place, None)
        for place in range(done[1], pair[1]):
            add(None, place)
        if pair[0] < len(english.sections):
            add(*pair)
        done = (pair[0] + 1, pair[1] + 1)
    return found
