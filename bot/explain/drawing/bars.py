"""The chances of the next token as bars: before as an outline, after as a filled bar."""

from typing import Final

from bot.explain.drawing import fonts
from bot.explain.drawing.paper import (
    FAINT,
    INK,
    LINE,
    MARGIN,
    WIDTH,
    Paper,
    shortened,
)
from bot.explain.sampling import Reshaped

MOST_BARS: Final = 10
"""Candidates that get a bar of their own."""
_ROW: Final = 56
_LABEL: Final = 230
_NUMBER: Final = 110
_SIZE: Final = 28
_BAR: Final = "#8B9BF7"


def draw_chances(title: str, others: str, shape: Reshaped) -> bytes:
    """The likeliest candidates and the others, as PNG. `others` is what stands beside their bar."""
    shown = shape.chances[:MOST_BARS]
    hidden = shape.chances[MOST_BARS:]
    rows = [(_readable(chance.token), chance.before, chance.after) for chance in shown]
    before = shape.others_before + sum(chance.before for chance in hidden)
    after = shape.others_after + sum(chance.after for chance in hidden)
    if before > 0 or after > 0:
        rows.append((others, before, after))
    height = 104 + _ROW * len(rows) + 20
    paper = Paper(height)
    paper.text((MARGIN, 58), shortened(title, 30, WIDTH - 2 * MARGIN), 30, FAINT)
    left, full = MARGIN + _LABEL, WIDTH - 2 * MARGIN - _LABEL - _NUMBER
    for number, (token, first, second) in enumerate(rows):
        y = 96.0 + number * _ROW
        colour = INK if second > 0 else FAINT
        paper.text((left - 16, y + 34), shortened(token, _SIZE, _LABEL - 20), _SIZE, colour, anchor="rs")
        paper.rule((left, y + 4), (left, y + _ROW - 6), LINE, 2)
        if second > 0:
            paper.box((left, y + 8, left + max(4.0, full * second), y + 44), _BAR, radius=6)
        if first > 0:
            paper.box((left, y + 8, left + max(4.0, full * first), y + 44), None, INK, radius=6, line=3)
        paper.text((WIDTH - MARGIN, y + 34), f"{second:.1%}", _SIZE, colour, anchor="rs")
    return paper.png()


def _readable(token: str) -> str:
    """A token with its blanks as signs; what no font can draw as its code."""
    shown = token.replace(" ", "·").replace("\n", "↵").replace("\t", "⇥")
    return "".join(one if fonts.can_draw(one) else f"⟨{ord(one):04X}⟩" for one in shown) or "∅"
