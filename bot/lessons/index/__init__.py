"""The full-text index over our own tokens: how a token is written in it, and the database's engine behind it."""

from bot.lessons.index.store import (
    Entry,
    add,
    create_index,
    drop_index,
    each,
    fields,
    let_go,
    listed,
    names,
    occurrences,
    part,
    remove,
    renew,
    revision,
)
from bot.lessons.index.terms import HEADING_END, NAME_END, Way, beyond, server_of, term, token_of, way_of

__all__ = [
    "HEADING_END",
    "NAME_END",
    "Entry",
    "Way",
    "add",
    "beyond",
    "create_index",
    "drop_index",
    "each",
    "fields",
    "let_go",
    "listed",
    "names",
    "occurrences",
    "part",
    "remove",
    "renew",
    "revision",
    "server_of",
    "term",
    "token_of",
    "way_of",
]
