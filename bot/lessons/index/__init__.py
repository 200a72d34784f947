"""The full-text index over our own tokens: how a token is written in it, and the database's engine behind it."""

from bot.lessons.index.store import Entry, add, create_index, drop_index, occurrences, remove
from bot.lessons.index.terms import Way, term, way_of

__all__ = ["Entry", "Way", "add", "create_index", "drop_index", "occurrences", "remove", "term", "way_of"]
