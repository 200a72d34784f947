"""Who changed what of a server: moderators under a mark of their own, and the record of their changes."""

from bot.servers.acting.deeds import Deed
from bot.servers.acting.noting import Signature, note
from bot.servers.acting.store import AuditEntry, Wanted, actor_of, moderators, record, who_changed
from bot.servers.acting.undoing import (
    CannotUndo,
    ChangedSince,
    Last,
    NothingToUndo,
    NotTheLast,
    Step,
    Undo,
    Undoer,
)

__all__ = [
    "AuditEntry",
    "CannotUndo",
    "ChangedSince",
    "Deed",
    "Last",
    "NotTheLast",
    "NothingToUndo",
    "Signature",
    "Step",
    "Undo",
    "Undoer",
    "Wanted",
    "actor_of",
    "moderators",
    "note",
    "record",
    "who_changed",
]
