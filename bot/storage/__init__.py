"""Where everything that must outlive a restart is kept.

`Database` runs units of work; `metadata` is what every room's `store.py` declares its tables on. Nothing here
knows what a learner or a lesson is.
"""

from bot.storage.database import Database
from bot.storage.errors import StorageError, Trouble, UnitBrokeRules, UnsupportedDatabase
from bot.storage.tables import UtcDateTime, agree, metadata
from bot.storage.units import Connection, Unit

__all__ = [
    "Connection",
    "Database",
    "StorageError",
    "Trouble",
    "Unit",
    "UnitBrokeRules",
    "UnsupportedDatabase",
    "UtcDateTime",
    "agree",
    "metadata",
]
