"""Lessons as files that import takes in again without a change: the format of the built-in course, with draft questions.

Only what people wrote goes out: a text that was converted from the other script of Chinese is made anew on the way in.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence

import yaml

from bot.lessons import versions
from bot.lessons.course import CourseLesson, LessonText
from bot.lessons.importing import store
from bot.lessons.importing.merging import StoredLesson
from bot.lessons.importing.reading import DraftQuestion
from bot.lessons.values import Check
from bot.storage import Connection
from bot.texts.locales import Locale

_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>#&~|{}!])")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every file: the same lessons make the same archive."""


async def export_archive(connection: Connection, server_id: int, lesson_ids: Sequence[str]) -> bytes | None:
    """The newest versions of a server's own lessons as a .zip; None when it has none of these. A unit of work."""
    newest = await versions.newest(connection, server_id, lesson_ids)
    if not newest:
        return None
    stored = [
        await store.stored_lesson(connection, server_id, lesson_id, newest[lesson_id])
        for lesson_id in lesson_ids
        if lesson_id in newest
    ]
    return packed(course_files(stored))


def course_files(stored: Sequence[StoredLesson]) -> dict[str, str]:
    """The files of these lessons, by their path."""
    files = {"outline.yaml": _yaml({"lessons": [_outlined(one.lesson) for one in stored]})}
    for one in stored:
        lesson = one.lesson
        for language, text in lesson.texts.items():
            files[f"{language}/lessons/{lesson.id}.md"] = _markdown(lesson, language, text)
            checks = {section: made.check for section, made in text.sections.items() if made.check}
            if checks:
                files[f"{language}/checks/{lesson.id}.yaml"] = _yaml(
                    {section: [_check(check)] for section, check in checks.items()}
                )
            questions = [question for question in one.questions if question.language is language]
            if questions:
                files[f"{language}/questions/{lesson.id}.yaml"] = _yaml(
                    {"questions": [_question(question) for question in questions]}
                )
    return files


def packed(files: Mapping[str, str]) -> bytes:
    """Files as an archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _outlined(lesson: CourseLesson) -> dict[str, object]:
    return {
        "id": lesson.id,
        "requires": list(lesson.requires),
        "minutes": lesson.minutes,
        "sections": [
            {"id": plan.id, "concepts": list(plan.concepts), "minutes": plan.minutes} for plan in lesson.plan
        ],
        "sources": list(lesson.sources),
    }


def _markdown(lesson: CourseLesson, language: Locale, text: LessonText) -> str:
    front: dict[str, object] = {"id": lesson.id, "language": language.value, "title": text.title}
    if text.summary:
        front["summary"] = text.summary
    if text.goals:
        front["goals"] = list(text.goals)
    if text.as_of:
        front["as_of"] = text.as_of
    parts = [f"---\n{_yaml(front)}---"]
    there = [plan for plan in lesson.plan if plan.id in text.sections]
    if all(plan.level > 1 for plan in there):
        parts.append(f"# {_escaped(text.title)}")
    for plan in there:
        section = text.sections[plan.id]
        parts += [f"{'#' * plan.level} {_escaped(section.heading)} {{#{plan.id}}}", section.markdown]
    return "\n\n".join(parts) + "\n"


def _check(check: Check) -> dict[str, object]:
    return {
        "question": check.question,
        "options": list(check.options),
        "answer": check.answer,
        "explain": list(check.explain),
        "hint": check.hint,
    }


def _question(question: DraftQuestion) -> dict[str, object]:
    made: dict[str, object] = {"question": question.question, "options": list(question.options)}
    if question.answers is not None:
        made["answers"] = list(question.answers)
    if question.section_id is not None:
        made["section"] = question.section_id
    made |= {"heading": question.heading, "explanation": question.explanation}
    return {name: value for name, value in made.items() if value != ""}


def _yaml(data: Mapping[str, object]) -> str:
    return yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=110)


def _escaped(words: str) -> str:
    """Words that stay words in Markdown."""
    return _MEANS_SOMETHING.sub(r"\\\1", words)
