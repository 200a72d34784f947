"""A text as lines that remember where they stood in the file as it came, whatever happens to them on the way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text."""

    text: str
    number: int
    """Of the line in the file that it came from, counted from 1."""


def numbered(text: str) -> list[Line]:
    """The lines of a file."""
    return [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]


def joined(lines: Iterable[Line]) -> str:
    """The lines as one text."""
    return "\n".join(line.text for line in lines)


def replaced(old: Sequence[Line], text: str) -> list[Line]:
    """New text in the place of old lines: each keeps the number of the line in its place, the last ones the last's."""
    return [Line(line, old[min(place, len(old) - 1)].number) for place, line in enumerate(text.split("\n"))]
