"""Pictures of progress: what comes due, where a learner stands. Drawn beside the bot, never on the event loop.

They know no language: they draw the words that they are given. The same is always said in text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import category

from bot.explain.drawing.paper import ACCENT, FAINT, GREEN, INK, LINE, MARGIN, WARM, WIDTH, Paper, shortened

_BASE: Final = 420
_TALLEST: Final = 260
_ROW: Final = 80
_PANEL_ROW: Final = 76
_BAR: Final = 22
_GAP: Final = 36
_HALF: Final = (WIDTH - 2 * MARGIN - _GAP) / 2
_VALUE: Final = 84
"""Pixels kept for the figures behind a bar."""
_EMOJI_FORM: Final = "\ufe0f"


def draw_forecast(title: str, days: Sequence[str], counts: Sequence[int]) -> bytes:
    """A bar for each day (PNG); today's, which holds what is overdue, in another colour."""
    paper = Paper(_BASE + 70)
    paper.text((MARGIN, 64), shortened(title, 34, WIDTH - 2 * MARGIN), 34, INK, bold=True)
    step = (WIDTH - 2 * MARGIN) / max(1, len(days))
    highest = max(1, *counts)
    paper.rule((MARGIN, _BASE), (WIDTH - MARGIN, _BASE), LINE)
    for place, (day, count) in enumerate(zip(days, counts, strict=True)):
        left = MARGIN + place * step
        middle = left + step / 2
        if count:
            top = _BASE - max(10, _TALLEST * count / highest)
            paper.box((left + 7, top, left + step - 7, _BASE), WARM if place == 0 else ACCENT, radius=6)
            paper.text((middle, top - 12), str(count), 24, INK, anchor="ms")
        paper.text((middle, _BASE + 34), day, 20, FAINT, anchor="ms")
    return paper.png()


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with words on both sides."""

    label: str
    share: float | None
    """Of the whole, 0 to 1; None where nothing is known yet."""
    value: str
    """The same in figures."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars that are to be compared."""

    heading: str
    bars: tuple[Bar, ...]


def draw_progress(
    title: str,
    facts: Sequence[str],
    columns: tuple[str, str],
    lessons: Sequence[tuple[str, float, float | None]],
    panels: Sequence[Panel] = (),
) -> bytes:
    """What was done, a line for each lesson and at most two panels beside each other (PNG).

    A lesson has its title, the share that was read and the share that is known, 0 to 1 or None; `columns` names these two.
    """
    deepest = max((len(panel.bars) for panel in panels), default=0)
    lower = 66 + _PANEL_ROW * deepest if deepest else 0
    upper = 54 + _ROW * len(lessons) if lessons else 0
    paper = Paper(100 + 40 * len(facts) + upper + lower + 24)
    paper.text((MARGIN, 66), shortened(title, 36, WIDTH - 2 * MARGIN), 36, INK, bold=True)
    y = 78.0
    for fact in facts:
        y += 40
        paper.text((MARGIN, y), shortened(_plain(fact), 26, WIDTH - 2 * MARGIN), 26, FAINT)
    y += 20
    if lessons:
        y += 24
        for place, name in enumerate(columns):
            paper.text((MARGIN + place * (_HALF + _GAP), y), shortened(name, 24, _HALF), 24, INK, bold=True)
        y += 10
        for name, read, known in lessons:
            paper.text((MARGIN, y + 34), shortened(name, 26, WIDTH - 2 * MARGIN), 26, INK)
            _bar(paper, MARGIN, y + 44, _HALF, read, _percent(read), ACCENT)
            _bar(paper, MARGIN + _HALF + _GAP, y + 44, _HALF, known, _percent(known), GREEN)
            y += _ROW
        y += 20
    for place, panel in enumerate(panels[:2]):
        _panel(paper, MARGIN + place * (_HALF + _GAP), y, panel)
    return paper.png()


def _panel(paper: Paper, left: float, y: float, panel: Panel) -> None:
    y += 36
    paper.text((left, y), shortened(panel.heading, 24, _HALF), 24, INK, bold=True)
    for bar in panel.bars:
        paper.text((left, y + 34), shortened(bar.label, 22, _HALF), 22, FAINT)
        _bar(paper, left, y + 44, _HALF, bar.share, bar.value, WARM)
        y += _PANEL_ROW


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


def _plain(line: str) -> str:
    """A line without its emoji, for which the fonts in pictures have no shapes."""
    return "".join(it for it in line if category(it) != "So" and it != _EMOJI_FORM).strip()


def _bar(
    paper: Paper, left: float, top: float, width: float, share: float | None, value: str, colour: str
) -> None:
    """A bar, and behind it what it says in figures."""
    right = left + width - _VALUE
    paper.box((left, top, right, top + _BAR), LINE, radius=8)
    if share:
        full = right - left
        paper.box((left, top, left + max(16.0, full * min(1.0, share)), top + _BAR), colour, radius=8)
    paper.text((left + width, top + _BAR - 3), value, 22, INK, anchor="rs")
