"""Insights as pictures: panels of bars. Drawn beside the bot, never on the event loop; the same is always said in text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.explain.drawing.paper import (
    ACCENT,
    FAINT,
    GREEN,
    INK,
    LINE,
    MARGIN,
    WIDTH,
    Paper,
    line_width,
    shortened,
)
from bot.reports.labels import Label, readable

_TITLE: Final = 34
_HEAD: Final = 27
_SIZE: Final = 24
_BAR: Final = 22
_SHORT: Final = 40
_TALL: Final = 66
_LABEL: Final = 250
_FIGURE: Final = 130
_MOST_FIGURE: Final = 300
"""Pixels for the figures behind the bars: as many as the longest of a panel takes, within these."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: what it is, how long (0 to 1, None for what may not be shown), and the figure in words."""

    label: Label
    length: float | None
    figure: Label
    second: float | None = None
    """A second bar below the first, such as what came later."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Some bars under a heading; `wide` puts their labels above them, for sentences."""

    title: Label
    bars: tuple[Bar, ...]
    nothing: Label
    """What stands there without any bar."""
    wide: bool = False


def draw_panels(title: Label, panels: Sequence[Panel]) -> bytes:
    """The panels, one below the other (PNG)."""
    paper = Paper(100 + sum(_height(panel) for panel in panels) + 20)
    paper.text((MARGIN, 62), shortened(readable(title), _TITLE, WIDTH - 2 * MARGIN), _TITLE, INK, bold=True)
    y = 84.0
    for panel in panels:
        y += 44
        words = shortened(readable(panel.title), _HEAD, WIDTH - 2 * MARGIN)
        paper.text((MARGIN, y), words, _HEAD, ACCENT, bold=True)
        y += 14
        if not panel.bars:
            paper.text((MARGIN, y + 28), readable(panel.nothing), _SIZE, FAINT)
            y += _SHORT
        figures = room_for_figures(panel)
        for bar in panel.bars:
            _draw(paper, bar, y, figures, wide=panel.wide)
            y += _step(panel, bar)
        y += 12
    return paper.png()


def room_for_figures(panel: Panel) -> float:
    """Pixels that are kept free behind a panel's bars: none of its figures is cut that fits beside a bar at all."""
    longest = max((line_width(readable(bar.figure), _SIZE) for bar in panel.bars), default=0.0)
    return min(_MOST_FIGURE, max(_FIGURE, longest + 16))


def _draw(paper: Paper, bar: Bar, y: float, figures: float, *, wide: bool) -> None:
    full = WIDTH - 2 * MARGIN
    left = MARGIN + (0 if wide else _LABEL)
    top = y + (36 if wide else 6)
    room = full - figures - (0 if wide else _LABEL)
    label = shortened(readable(bar.label), _SIZE, full if wide else _LABEL - 16)
    paper.text((MARGIN, y + 26), label, _SIZE, INK)
    paper.box((left, top, left + room, top + _BAR), None, LINE, radius=8, line=2)
    _fill(paper, left, top, room, bar.length, ACCENT)
    if bar.second is not None:
        paper.box((left, top + _BAR + 4, left + room, top + 2 * _BAR + 4), None, LINE, radius=8, line=2)
        _fill(paper, left, top + _BAR + 4, room, bar.second, GREEN)
    colour = INK if bar.length is not None else FAINT
    figure = shortened(readable(bar.figure), _SIZE, figures - 10)
    paper.text((WIDTH - MARGIN, top + _BAR - 2), figure, _SIZE, colour, anchor="rs")


def _fill(paper: Paper, left: float, top: float, room: float, length: float | None, colour: str) -> None:
    if length:
        paper.box((left, top, left + max(14.0, room * min(1.0, length)), top + _BAR), colour, radius=8)


def _step(panel: Panel, bar: Bar) -> int:
    return (_TALL if panel.wide else _SHORT) + (_BAR + 8 if bar.second is not None else 0)


def _height(panel: Panel) -> int:
    return 70 + (sum(_step(panel, bar) for bar in panel.bars) or _SHORT)
