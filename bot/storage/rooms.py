"""Every room's tables, found by folder.

For migrations' tools and for tests, which must see all tables. The bot itself never needs this: whoever
uses a room imports its tables with it.
"""

from importlib import import_module
from pathlib import Path

from sqlalchemy import MetaData

from bot.storage.tables import metadata

_BOT = Path(__file__).parents[1]


def all_tables() -> MetaData:
    """`metadata` after every `store.py` of every room and its parts has declared its tables on it."""
    for store in sorted(_BOT.rglob("store.py")):
        import_module(".".join(("bot", *store.relative_to(_BOT).with_suffix("").parts)))
    return metadata
