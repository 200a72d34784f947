"""Tables for Discord, which has none: an aligned block where it fits a phone, else a list.

Nothing of a cell is lost; marks inside cells survive only in a list.
"""

import re
import unicodedata
from collections.abc import Sequence

NARROW = 42
"""Columns of a code block that a phone shows without breaking lines."""

_GAP = "  "
_LINKED = re.compile(r"\]\(|https?://")
_MARKS = re.compile(r"\*\*|__|`|(?<![\w*])[*_](?=\S)|(?<=\S)[*_](?![\w*])")


def show_table(rows: Sequence[Sequence[str]]) -> str:
    """A table whose first row is its head."""
    wide = max((len(row) for row in rows), default=0)
    even = [[*row, *[""] * (wide - len(row))] for row in rows]
    plain = [[_MARKS.sub("", cell) for cell in row] for row in even]
    widths = [max((_columns(row[place]) for row in plain), default=0) for place in range(wide)]
    fits = sum(widths) + len(_GAP) * (wide - 1) <= NARROW
    if fits and not any(_LINKED.search(cell) for row in even for cell in row):
        return _block(plain, widths)
    return _list(even)


def _block(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    lines = [
        _GAP.join(
            cell + " " * (width - _columns(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]
    lines.insert(1, _GAP.join("─" * width for width in widths))
    return "\n".join(["```", *lines, "```"])


def _list(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    lines = []
    for first, *others in body:
        named = [
            f"{name}: {cell}" if name else cell for name, cell in zip(head[1:], others, strict=True) if cell
        ]
        title = f"**{first.replace('**', '')}**" if first else "–"
        lines.append(f"- {title}" + "".join(f"\n  - {cell}" for cell in named))
    return "\n".join(lines) if lines else "- " + " · ".join(cell for cell in head if cell)


def _columns(text: str) -> int:
    """Columns in a fixed-width font: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
