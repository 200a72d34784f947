"""A lesson that was changed by hand goes the way of an import: written out as files and read again.

So what moderators write is held to the same bounds and mended in the same way, and what is exported always comes in
again unchanged. Pure and slow: run it in a thread.
"""

from dataclasses import replace

from bot.lessons.course import CourseLesson
from bot.lessons.importing.assembling import assemble
from bot.lessons.importing.exporting import course_files
from bot.lessons.importing.lesson_file import Reading
from bot.lessons.importing.merging import Merged, StoredLesson, merge
from bot.lessons.importing.remarks import ImportRefused, Outcome, Remark, Subject
from bot.lessons.importing.sources import SourceFile

_SAYS_NOTHING_NEW = frozenset(
    {Subject.LESSON_READ, Subject.OUTLINE_READ, Subject.CHECKS_READ, Subject.LANGUAGES_PAIRED}
)


def rewritten(stored: StoredLesson, changed: CourseLesson) -> tuple[Merged, tuple[Remark, ...]]:
    """The lesson as it would be stored next, and what was done to its text that its author should know.

    `changed`: `stored.lesson` with other texts, in the languages it is written in. Raises `ImportRefused`.
    """
    reading = Reading()
    files = course_files([replace(stored, lesson=changed)])
    read = assemble([SourceFile(path, text.encode()) for path, text in files.items()], None, reading)
    for remark in reading.remarks:
        if remark.outcome is Outcome.WRONG:
            raise ImportRefused(remark.subject, "", 0, **remark.values)
    if len(read) != 1:
        raise ImportRefused(Subject.NOTHING_THERE, "")
    gone = {language: text for language, text in stored.lesson.texts.items() if language in changed.texts}
    before = replace(stored, lesson=replace(stored.lesson, texts=gone))
    told = (remark for remark in reading.remarks if remark.subject not in _SAYS_NOTHING_NEW)
    return merge(read[0], changed.id, before), tuple(replace(one, path="", line=0) for one in told)
