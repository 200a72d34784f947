"""The coverage as a picture: a line for each lesson, a square for each concept, darker the better it is covered.

Drawn beside the bot, never on the event loop. A gap is told from the rest by its shape as well as by its colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.explain.drawing.paper import ACCENT, FAINT, INK, MARGIN, PAPER, WARM, WIDTH, Paper, shortened
from bot.reports.coverage.rules import Depth
from bot.reports.labels import Label, readable

_CELL: Final = 30
_STEP: Final = 36
_TITLES: Final = 400
_PER_LINE: Final = int((WIDTH - 2 * MARGIN - _TITLES) // _STEP)
_LINE: Final = 46
_ASKED: Final = "#A9B4F5"
_SIZE: Final = 24
MOST_LESSONS: Final = 40


@dataclass(frozen=True, slots=True)
class Row:
    """A lesson, or what no lesson teaches: for each concept how deep it is covered and whether a challenge practises it."""

    title: Label
    cells: tuple[tuple[Depth, bool], ...]


def draw_coverage(title: Label, legend: Sequence[Label], practised: Label, rows: Sequence[Row]) -> bytes:
    """The picture (PNG). `legend` has the words for each `Depth` in order, `practised` those for the dot."""
    shown = rows[:MOST_LESSONS]
    paper = Paper(
        130 + 40 * ((len(legend) + 2) // 2) + sum(_LINE + _STEP * (_lines(row) - 1) for row in shown) + 30
    )
    paper.text((MARGIN, 64), shortened(readable(title), 34, WIDTH - 2 * MARGIN), 34, INK, bold=True)
    y = _draw_legend(paper, legend, practised)
    for row in shown:
        y += _LINE
        words = shortened(readable(row.title), _SIZE, _TITLES - 24)
        paper.text((MARGIN, y), words, _SIZE, INK)
        for place, (depth, has_challenge) in enumerate(row.cells):
            line, column = divmod(place, _PER_LINE)
            left, top = MARGIN + _TITLES + column * _STEP, y - 24 + line * _STEP
            _draw_cell(paper, left, top, depth, has_challenge)
        y += _STEP * (_lines(row) - 1)
    return paper.png()


def _draw_legend(paper: Paper, legend: Sequence[Label], practised: Label) -> float:
    half = (WIDTH - 2 * MARGIN) / 2
    entries: list[tuple[Depth, bool, Label]] = [
        (depth, False, words) for depth, words in zip(Depth, legend, strict=True)
    ]
    entries.append((Depth.ASKED, True, practised))
    for place, (depth, has_challenge, words) in enumerate(entries):
        line, column = divmod(place, 2)
        left, top = MARGIN + column * half, 90.0 + 40 * line
        _draw_cell(paper, left, top, depth, has_challenge)
        paper.text((left + 42, top + 24), shortened(readable(words), 22, half - 52), 22, FAINT)
    return 90.0 + 40 * ((len(entries) + 1) // 2) + 10


def _draw_cell(paper: Paper, left: float, top: float, depth: Depth, has_challenge: bool) -> None:
    corners = (left, top, left + _CELL, top + _CELL)
    match depth:
        case Depth.UNTAUGHT:
            paper.box(corners, PAPER, WARM, radius=6)
            paper.rule((left + 8, top + 8), (left + _CELL - 8, top + _CELL - 8), WARM)
            paper.rule((left + _CELL - 8, top + 8), (left + 8, top + _CELL - 8), WARM)
        case Depth.TAUGHT:
            paper.box(corners, PAPER, WARM, radius=6)
        case Depth.ASKED:
            paper.box(corners, _ASKED, radius=6)
        case Depth.ANSWERED:
            paper.box(corners, ACCENT, radius=6)
    if has_challenge:
        paper.dot((left + _CELL / 2, top + _CELL / 2), 8, INK)


def _lines(row: Row) -> int:
    return max(1, -(-len(row.cells) // _PER_LINE))
