"""From the files of an import to its lessons: which files are lessons, which are one lesson in two languages.

Pure and slow: run it in a thread.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from bot.lessons.importing.course_data import CourseData, Outlined, is_course_data, read_course_data
from bot.lessons.importing.lesson_file import Reading, read_lesson_file
from bot.lessons.importing.naming import is_about_the_course, named
from bot.lessons.importing.reading import DraftQuestion, ReadText
from bot.lessons.importing.remarks import ImportRefused, Subject
from bot.lessons.importing.sources import SourceFile
from bot.lessons.values import Check
from bot.texts.locales import Locale


@dataclass(slots=True)
class ImportedLesson:
    """A lesson as the files of one import have it."""

    lesson_id: str
    number: int | None
    """Its place, as its name or the outline says."""
    texts: dict[Locale, ReadText]
    outlined: Outlined | None = None
    checks: dict[Locale, dict[str, Check]] = field(default_factory=dict)
    questions: dict[Locale, list[DraftQuestion]] = field(default_factory=dict)
    """Questions from data files; those of the texts are in the texts."""


def assemble(
    files: Sequence[SourceFile], language: Locale | None, reading: Reading
) -> tuple[ImportedLesson, ...]:
    """The lessons in these files, in order. What is wrong is noted in `reading`; nothing is raised."""
    texts = [file for file in files if not is_course_data(file.path)]
    try:
        data = read_course_data([file for file in files if is_course_data(file.path)], reading)
    except ImportRefused as refused:
        reading.remarks.append(refused.remark)
        data = CourseData()
    lessons: dict[str, ImportedLesson] = {}
    contents: dict[tuple[str, Locale], SourceFile] = {}
    for file in _lesson_files(texts, reading):
        try:
            text = read_lesson_file(file, language, reading)
        except ImportRefused as refused:
            reading.remarks.append(refused.remark)
            if refused.remark.subject is Subject.ALL_TOO_LARGE:
                break
            continue
        if text is None:
            continue
        key = (text.lesson_id, text.language)
        if key in contents:
            same = contents[key].content == file.content
            subject = Subject.FILE_TWICE if same else Subject.TWO_OF_ONE
            reading.say(subject, file.path, other=contents[key].path)
            continue
        contents[key] = file
        lesson = lessons.setdefault(text.lesson_id, ImportedLesson(text.lesson_id, text.number, {}))
        lesson.texts[text.language] = text
        reading.say(Subject.LESSON_READ, file.path, lesson=text.title, sections=len(text.sections))
    paired = _pair_by_number(lessons)
    _add_data(paired, data)
    return tuple(sorted(paired, key=_order))


def _lesson_files(files: Sequence[SourceFile], reading: Reading) -> list[SourceFile]:
    """Without the housekeeping of a repository and the READMEs that stand above lessons."""
    lessons = []
    for file in files:
        if is_about_the_course(file.path) and len(files) > 1:
            reading.say(Subject.FILE_ABOUT, file.path)
        else:
            lessons.append(file)
    about = {
        named(file.path).lesson_id for file in lessons if _stands_above(file, lessons)
    }  # with translations
    kept = []
    for file in lessons:
        name = named(file.path)
        if name.is_readme and name.lesson_id in about:
            reading.say(Subject.FILE_ABOUT, file.path)
        else:
            kept.append(file)
    return kept


def _stands_above(file: SourceFile, others: Sequence[SourceFile]) -> bool:
    """Whether a README tells about lessons in folders below it, or about all there are; a numbered one is a lesson."""
    name = named(file.path)
    if not name.is_readme or name.number is not None:
        return False
    folder = PurePosixPath(file.path).parent
    parents = [
        PurePosixPath(other.path).parents for other in others if named(other.path).lesson_id != name.lesson_id
    ]
    is_above_some = any(folder in above[1:] for above in map(list, parents))
    return is_above_some or (bool(parents) and all(folder in above for above in parents))


def _pair_by_number(lessons: dict[str, ImportedLesson]) -> list[ImportedLesson]:
    """Join `en/04-prompts.md` and `zh/04-提示词.md`: one number, one lesson, where nothing else bears it."""
    alone: dict[int, list[ImportedLesson]] = {}
    for lesson in lessons.values():
        if lesson.number is not None:
            alone.setdefault(lesson.number, []).append(lesson)
    joined: set[str] = set()
    for same in alone.values():
        if len(same) != 2:
            continue
        english, other = sorted(same, key=lambda one: Locale.EN not in one.texts)
        if set(english.texts) == {Locale.EN} and all(language.is_chinese for language in other.texts):
            english.texts |= {
                language: replace(text, lesson_id=english.lesson_id) for language, text in other.texts.items()
            }
            joined.add(other.lesson_id)
    return [lesson for lesson in lessons.values() if lesson.lesson_id not in joined]


def _add_data(lessons: Sequence[ImportedLesson], data: CourseData) -> None:
    for lesson in lessons:
        lesson.outlined = data.lessons.get(lesson.lesson_id)
        if lesson.outlined is not None:
            lesson.number = lesson.outlined.position
        for language in lesson.texts:
            lesson.checks[language] = data.checks.get((lesson.lesson_id, language), {})
            lesson.questions[language] = data.questions.get((lesson.lesson_id, language), [])


def _order(lesson: ImportedLesson) -> tuple[bool, int, str]:
    return (lesson.number is None, lesson.number or 0, lesson.lesson_id)
