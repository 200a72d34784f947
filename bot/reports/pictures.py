"""Pictures of progress: what comes due, where a learner stands. Drawn beside the bot, never on the event loop.

They know no language: they draw the words that they are given. The same is always said in text.
"""

from collections.abc import Sequence
from typing import Final
from unicodedata import category

from bot.explain.drawing.paper import ACCENT, FAINT, GREEN, INK, LINE, MARGIN, WARM, WIDTH, Paper, shortened

_BASE: Final = 420
_TALLEST: Final = 260
_ROW: Final = 74
_BAR: Final = 22
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


def draw_progress(title: str, facts: Sequence[str], rows: Sequence[tuple[str, float, float | None]]) -> bytes:
    """A line for each lesson: its title, a bar for what was read (0 to 1), one for what is known (0 to 1 or None)."""
    height = 100 + 44 * len(facts) + 30 + _ROW * len(rows)
    paper = Paper(height)
    paper.text((MARGIN, 66), shortened(title, 36, WIDTH - 2 * MARGIN), 36, INK, bold=True)
    y = 84.0
    for fact in facts:
        y += 44
        paper.text((MARGIN, y), shortened(_plain(fact), 26, WIDTH - 2 * MARGIN), 26, FAINT)
    y += 24
    half = (WIDTH - 2 * MARGIN - 30) / 2
    for name, read, known in rows:
        paper.text((MARGIN, y + 30), shortened(name, 26, WIDTH - 2 * MARGIN), 26, INK)
        _bar(paper, MARGIN, y + 40, half, read, ACCENT)
        _bar(paper, MARGIN + half + 30, y + 40, half, known or 0.0, GREEN)
        y += _ROW
    return paper.png()


def _plain(line: str) -> str:
    """A line without its emoji, for which the fonts in pictures have no shapes."""
    return "".join(it for it in line if category(it) != "So" and it != _EMOJI_FORM).strip()


def _bar(paper: Paper, left: float, top: float, width: float, share: float, colour: str) -> None:
    paper.box((left, top, left + width, top + _BAR), LINE, radius=8)
    if share > 0:
        paper.box((left, top, left + max(16.0, width * min(1.0, share)), top + _BAR), colour, radius=8)
