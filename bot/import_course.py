"""python -m bot import: other people's lessons taken in from the operator's side, beside a tutor that may be running."""

import asyncio
from pathlib import Path

from bot.clock import SystemClock
from bot.lessons.floors import NotForLearners
from bot.lessons.importing import Importer, ImportReport
from bot.lessons.importing.sentences import ReportWords
from bot.lessons.library import Library
from bot.safety.guard import Guard
from bot.settings import Settings
from bot.storage import Database
from bot.storage.migrate import migrate
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released
from bot.texts.locales import Locale

COURSE = Path(__file__).parents[1] / "course"


async def import_course(
    settings: Settings, path: Path, *, server_id: int, language: Locale | None, dry_run: bool, publish: bool
) -> tuple[ImportReport, ReportWords, tuple[Released, ...]]:
    """Import what is at `path`; the report, what says it in English, and why lessons were not shown that should have been.

    `publish`: show every lesson of the import to learners at once, those that did not change included.
    Raises `MigrationError` or `StorageError`.
    """
    await migrate(settings.database_url)
    texts, guard = await asyncio.gather(asyncio.to_thread(Texts), asyncio.to_thread(Guard))
    clock = SystemClock()
    stopped: list[Released] = []
    database = await Database.open(settings.database_url)
    try:
        importer = Importer(database, clock, guard, COURSE)
        report = await importer.take_in_path(path, server_id=server_id, language=language, dry_run=dry_run)
        if publish and not dry_run and not report.refused:
            library = Library(database, clock, guard)
            for lesson in report.lessons:
                try:
                    await library.publish(server_id, lesson.lesson_id)
                except NotForLearners as error:  # it stays a draft; the others are shown
                    stopped.append(texts.say(Locale.EN, error.key, **error.values))
    finally:
        await database.close()
    return report, ReportWords(texts, Locale.EN, guard.quote), tuple(stopped)
