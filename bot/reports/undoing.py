"""Which room takes back which changes."""

from pathlib import Path

from bot.clock import Clock
from bot.ids import Ids
from bot.lessons.authoring.undoing import LessonUndoing
from bot.lessons.links import Links
from bot.lessons.links.undoing import link_undoer
from bot.practice.undoing import challenge_undoer
from bot.quiz.workshop.undoing import question_undoer
from bot.reports.review.undoing import case_undoer
from bot.servers.acting import Undo, Undoer
from bot.servers.acting.several import SeveralUndoer
from bot.servers.filters import ServerFilters
from bot.servers.settings import ServerSettings
from bot.storage import Database


def undo_with(
    database: Database,
    clock: Clock,
    ids: Ids,
    settings: ServerSettings,
    filters: ServerFilters,
    links: Links,
    course: Path | None = None,
) -> Undo:
    """Everything that can be taken back, by the first part of the action."""
    of_settings = ("settings", "channels", "quota", "retention", "models", "setup")
    undoers: dict[str, Undoer] = {
        **dict.fromkeys(of_settings, settings.undoer),
        "filters": filters.undoer,
        "lesson": LessonUndoing(database, course),
        "question": question_undoer,
        "challenge": challenge_undoer,
        "queue": case_undoer,
        "search": link_undoer,
    }
    undoers["server"] = SeveralUndoer(database, dict(undoers))  # a whole server that was taken in
    return Undo(database, clock, ids, undoers, after=(settings.refresh, filters.refresh, links.refresh))
