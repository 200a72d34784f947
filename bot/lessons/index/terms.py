"""How a token is written in the index.

A term carries the server it belongs to, so counting it never counts another server's lessons.
"""

from enum import StrEnum

NAME_END = ";"
"""Stands after each name in the heading field; the engine takes it for a space."""
HEADING_END = "|"
"""Stands between the names in a heading and those of the concepts; the engine takes it for a space too."""


class Way(StrEnum):
    """A way of cutting text into tokens; the value is the letter that marks its terms in the index."""

    STEM = "e"
    WORD = "w"
    PAIR = "p"


def term(server_id: int, way: Way, token: str) -> str:
    """A token as the index holds it: digits of the server, letter of the way, token."""
    return f"{server_id}{way}{token}"


def beyond(server_id: int, way: Way) -> str:
    """What comes after all terms of a server that are cut in this way, and before all others."""
    return f"{server_id}{chr(ord(way.value) + 1)}"


def token_of(indexed: str) -> str:
    """The token of a term."""
    return indexed.lstrip("0123456789")[1:]


def way_of(indexed: str) -> Way:
    """The way in which a term of `term` was cut."""
    return _WAYS[indexed.lstrip("0123456789")[0]]


def server_of(indexed: str) -> int:
    """The server of a term of `term`."""
    return int(indexed[: -len(indexed.lstrip("0123456789"))])


_WAYS = {way.value: way for way in Way}
