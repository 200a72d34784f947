"""Reads what a course of our own format has beside its texts: the outline, and the checks and questions of each lesson.

The format is described in `docs/lessons.md`. Here it may be incomplete: a lesson needs neither an outline nor checks.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from bot.lessons.importing.decoding import decode
from bot.lessons.importing.front_matter import safe_yaml
from bot.lessons.importing.lesson_file import Reading
from bot.lessons.importing.naming import language_named
from bot.lessons.importing.reading import DraftQuestion
from bot.lessons.importing.remarks import Subject
from bot.lessons.importing.sources import DATA_ENDINGS, SourceFile
from bot.lessons.values import Check
from bot.lessons.yaml_lines import Lined
from bot.texts.locales import Locale

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 40
_MINUTES = range(1, 241)
_OPTIONS = range(2, 11)


@dataclass(frozen=True, slots=True)
class Outlined:
    """What an outline says of a lesson."""

    position: int
    """From 0."""
    requires: tuple[str, ...]
    minutes: int | None
    sources: tuple[str, ...]
    sections: Mapping[str, tuple[tuple[str, ...], int | None]]
    """Concepts and minutes by section id."""


@dataclass(slots=True)
class CourseData:
    """All that the data files of an import say."""

    lessons: dict[str, Outlined] = field(default_factory=dict)
    checks: dict[tuple[str, Locale], dict[str, Check]] = field(default_factory=dict)
    questions: dict[tuple[str, Locale], list[DraftQuestion]] = field(default_factory=dict)


def is_course_data(path: str) -> bool:
    """Whether a file belongs here, and not to the texts."""
    return PurePosixPath(path).suffix.lower() in DATA_ENDINGS


def read_course_data(files: Sequence[SourceFile], reading: Reading) -> CourseData:
    """Everything in the data files; what is wrong is noted in `reading`. Raises `ImportRefused`."""
    data = CourseData()
    for file in files:
        where = PurePosixPath(file.path)
        text = decode(file.path, file.content).text
        reading.work.take_yaml(file.path, text)
        content = safe_yaml(text) if text.strip() else Lined()
        if not isinstance(content, Lined):
            reading.say(Subject.YAML_BROKEN, file.path)
        elif where.stem == "outline":
            _outline(file.path, content, data, reading)
        elif where.parent.name == "checks":
            _checks(where, content, data, reading)
        else:
            _questions(where, content, data, reading)
    return data


def _outline(path: str, content: Lined, data: CourseData, reading: Reading) -> None:
    entries = content.get("lessons")
    for position, entry in enumerate(entries if isinstance(entries, list) else [None]):
        lesson_id = entry.get("id") if isinstance(entry, Lined) else None
        if not isinstance(entry, Lined) or not _is_id(lesson_id):
            reading.say(Subject.OUTLINE_WRONG, path, entry.line if isinstance(entry, Lined) else 0)
            continue
        sections = entry.get("sections")
        planned = {
            section["id"]: (_texts(section.get("concepts")) or (), _minutes(section.get("minutes")))
            for section in (sections if isinstance(sections, list) else [])
            if isinstance(section, Lined) and _is_id(section.get("id"))
        }
        data.lessons[str(lesson_id)] = Outlined(
            position=position,
            requires=tuple(one for one in _texts(entry.get("requires")) or () if _is_id(one)),
            minutes=_minutes(entry.get("minutes")),
            sources=_texts(entry.get("sources")) or (),
            sections=planned,
        )
    reading.say(Subject.OUTLINE_READ, path, count=len(data.lessons))


def _checks(where: PurePosixPath, content: Lined, data: CourseData, reading: Reading) -> None:
    language = _language(where)
    found: dict[str, Check] = {}
    for section_id, items in content.items():
        item = items[0] if isinstance(items, list) and len(items) == 1 else items
        check = _check(item) if isinstance(item, Lined) else None
        if check is None:
            line = item.line if isinstance(item, Lined) else content.line
            reading.say(Subject.CHECK_WRONG, str(where), line, section=section_id[:_LONGEST_ID])
        else:
            found[section_id] = check
    data.checks[where.stem, language] = found
    reading.say(Subject.CHECKS_READ, str(where), count=len(found))


def _check(item: Lined) -> Check | None:
    options, explain = _texts(item.get("options")), _texts(item.get("explain"))
    answer, question, hint = item.get("answer"), item.get("question"), item.get("hint", "")
    if options is None or explain is None or len(options) not in _OPTIONS or len(set(options)) < len(options):
        return None
    if isinstance(answer, bool) or not isinstance(answer, int) or answer not in range(len(options)):
        return None
    if not isinstance(question, str) or not question.strip() or len(explain) != len(options):
        return None
    return Check(question.strip(), options, answer, explain, hint.strip() if isinstance(hint, str) else "")


def _questions(where: PurePosixPath, content: Lined, data: CourseData, reading: Reading) -> None:
    language = _language(where)
    items = content.get("questions")
    found: list[DraftQuestion] = []
    for item in items if isinstance(items, list) else []:
        draft = _question(where, item, language) if isinstance(item, Lined) else None
        if draft is None:
            line = item.line if isinstance(item, Lined) else 0
            reading.say(Subject.CHECK_WRONG, str(where), line, section=str(len(found) + 1))
        else:
            found.append(draft)
    data.questions[where.stem, language] = found
    reading.say(Subject.CHECKS_READ, str(where), count=len(found))


def _question(where: PurePosixPath, item: Lined, language: Locale) -> DraftQuestion | None:
    options, answers = _texts(item.get("options")), item.get("answers")
    question = item.get("question")
    if options is None or len(options) not in _OPTIONS or len(set(options)) < len(options):
        return None
    if not isinstance(question, str) or not question.strip():
        return None
    keys: tuple[int, ...] | None = None
    if isinstance(answers, list) and answers:
        if not all(type(key) is int and key in range(len(options)) for key in answers):
            return None
        keys = tuple(sorted(set(answers)))
    section = item.get("section")
    return DraftQuestion(
        language=language,
        section_id=section if _is_id(section) else None,
        heading=_text(item.get("heading")),
        question=question.strip(),
        options=options,
        answers=keys,
        explanation=_text(item.get("explanation")),
        path=str(where),
        line=item.line,
    )


def _language(where: PurePosixPath) -> Locale:
    """By the nearest folder that is called like a language; English where none is."""
    found = (language_named(part) for part in reversed(where.parts[:-1]))
    return next((one for one in found if isinstance(one, Locale)), Locale.EN)


def _is_id(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_ID and _ID.fullmatch(value) is not None


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...] | None:
    """A list of texts; nothing where it is left out; None where it is something else."""
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
        return tuple(one.strip() for one in value)
    return None


def _minutes(value: object) -> int | None:
    return value if type(value) is int and value in _MINUTES else None
