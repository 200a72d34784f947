"""Takes in courses that other people wrote, as they are: files in, drafts of one server out, and a report.

It never publishes anything, never writes a file, and never shows a stranger's words: the edge makes them harmless.
"""

from bot.lessons.importing.importer import Importer
from bot.lessons.importing.remarks import (
    Change,
    ImportReport,
    LessonReport,
    Outcome,
    Remark,
    Subject,
)
from bot.lessons.importing.sources import Upload

__all__ = [
    "Change",
    "ImportReport",
    "Importer",
    "LessonReport",
    "Outcome",
    "Remark",
    "Subject",
    "Upload",
]
