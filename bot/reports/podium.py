"""The podium of a live round as a picture. Drawn beside the bot, never on the event loop.

It knows no language: it draws the words that it is given. The same is always said in text.
"""

from collections.abc import Sequence
from typing import Final

from bot.explain.drawing.paper import ACCENT, FAINT, INK, LINE, MARGIN, WIDTH, Paper, shortened

_HEIGHT: Final = 520
_BASE: Final = 470
_ORDER: Final = (1, 0, 2)
"""Who stands from left to right: the second, the first, the third."""
_TALL: Final = {1: 230, 2: 160, 3: 110}
_COLOURS: Final = {1: "#E0A92E", 2: "#9AA6BD", 3: "#C0814E"}


def draw_podium(title: str, steps: Sequence[tuple[int, str, str]]) -> bytes:
    """Place, name and score of up to three, the best first (PNG); who shares a place stands as high."""
    paper = Paper(_HEIGHT)
    paper.text((MARGIN, 64), shortened(title, 34, WIDTH - 2 * MARGIN), 34, INK, bold=True)
    width = (WIDTH - 2 * MARGIN) / 3
    for column, at in enumerate(_ORDER):
        if at >= len(steps):
            continue
        place, name, score = steps[at]
        left = MARGIN + column * width
        middle, top = left + width / 2, _BASE - _TALL.get(place, 80)
        paper.box((left + 8, top, left + width - 8, _BASE), _COLOURS.get(place, ACCENT), radius=10)
        paper.text((middle, top + 58), str(place), 46, INK, anchor="ms", bold=True)
        paper.text((middle, top - 52), shortened(name, 28, width - 16), 28, INK, anchor="ms", bold=True)
        paper.text((middle, top - 18), shortened(score, 24, width - 16), 24, FAINT, anchor="ms")
    paper.rule((MARGIN, _BASE), (WIDTH - MARGIN, _BASE), LINE)
    return paper.png()
