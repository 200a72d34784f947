"""Texts as dots on a map, near ones near each other; and how near each is to each, as a table of colours."""

import math
from collections.abc import Sequence
from typing import Final

from bot.explain.drawing.paper import (
    ACCENT,
    FAINT,
    INK,
    LINE,
    MARGIN,
    PAPER,
    WIDTH,
    Paper,
    Point,
    line_width,
    shortened,
)

_HEIGHT: Final = 620
_DOT: Final = 20
_LABEL: Final = 24
_WIDEST: Final = 300
_CELL: Final = 58
_CLOSEST: Final = 2 * _DOT + 2.0
"""Pixels between the middles of two dots, at least."""
_ROUNDS: Final = 60

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""


def draw_map(texts: Sequence[str], points: Sequence[tuple[float, float]]) -> bytes:
    """The map, as PNG: a numbered dot for each text, its words beside it where there is room."""
    paper = Paper(_HEIGHT)
    places = _apart(
        [(WIDTH / 2 + x * (WIDTH / 2 - 150), _HEIGHT / 2 - y * (_HEIGHT / 2 - 70)) for x, y in points]
    )
    paper.rule((WIDTH / 2, 20), (WIDTH / 2, _HEIGHT - 20), LINE, 1)
    paper.rule((20, _HEIGHT / 2), (WIDTH - 20, _HEIGHT / 2), LINE, 1)
    taken: list[Box] = [(x - _DOT, y - _DOT, x + _DOT, y + _DOT) for x, y in places]
    for text, (x, y) in zip(texts, places, strict=True):
        words = shortened(text, _LABEL, _WIDEST)
        width = line_width(words, _LABEL)
        for box in _around(x, y, width):
            if _fits(box, taken):
                taken.append(box)
                paper.box(box, PAPER)  # no line runs through the words
                paper.text((box[0] + 4, box[3] - 8), words, _LABEL)
                break
    for number, (x, y) in enumerate(places, 1):
        paper.dot((x, y), _DOT, ACCENT)
        paper.text((x, y), str(number), 22, PAPER, anchor="mm")
    return paper.png()


def draw_table(cosines: Sequence[Sequence[float]]) -> bytes:
    """The cosine of each pair, as PNG: the darker, the nearer."""
    count = len(cosines)
    cell = min(_CELL * 2, (WIDTH - 2 * MARGIN - 50) // count)
    left, top = MARGIN + 50, 70
    paper = Paper(top + cell * count + 36)
    for row in range(count):
        paper.text((left - 14, top + cell * row + cell / 2), str(row + 1), 26, FAINT, anchor="rm")
        paper.text((left + cell * row + cell / 2, top - 18), str(row + 1), 26, FAINT, anchor="ms")
        for column in range(count):
            value = round(cosines[row][column], 2) + 0.0  # no -0.00
            x, y = left + cell * column, top + cell * row
            paper.box((x + 2, y + 2, x + cell - 2, y + cell - 2), _shade(value), radius=6)
            colour = PAPER if value > 0.6 else INK
            paper.text((x + cell / 2, y + cell / 2), f"{value:.2f}", 22, colour, anchor="mm")
    return paper.png()


def _apart(places: list[Point]) -> list[Point]:
    """Dots that would hide each other, moved until both numbers can be read; nothing else moves."""
    found = list(places)
    for _ in range(_ROUNDS):
        moved = False
        for one in range(len(found)):
            for other in range(one + 1, len(found)):
                (ax, ay), (bx, by) = found[one], found[other]
                across, down = bx - ax, by - ay
                distance = math.hypot(across, down)
                if distance >= _CLOSEST:
                    continue
                angle = math.atan2(down, across) if distance else one + other
                push = (_CLOSEST - distance) / 2 + 0.5
                x, y = push * math.cos(angle), push * math.sin(angle)
                found[one], found[other] = _inside(ax - x, ay - y), _inside(bx + x, by + y)
                moved = True
        if not moved:
            break
    return found


def _inside(x: float, y: float) -> Point:
    edge = _DOT + 8.0
    return min(max(x, edge), WIDTH - edge), min(max(y, edge), _HEIGHT - edge)


def _around(x: float, y: float, width: float) -> list[Box]:
    """Where a label may stand: right, left, below, above of its dot, then at its corners."""
    half = width / 2 + 4
    return [
        (x + _DOT + 4, y - 18, x + _DOT + 12 + width, y + 16),
        (x - _DOT - 12 - width, y - 18, x - _DOT - 4, y + 16),
        (x - half, y + _DOT + 2, x + half, y + _DOT + 36),
        (x - half, y - _DOT - 36, x + half, y - _DOT - 2),
        (x + 4, y + _DOT + 2, x + width + 12, y + _DOT + 36),
        (x + 4, y - _DOT - 36, x + width + 12, y - _DOT - 2),
        (x - width - 12, y + _DOT + 2, x - 4, y + _DOT + 36),
        (x - width - 12, y - _DOT - 36, x - 4, y - _DOT - 2),
    ]


def _fits(box: Box, taken: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    if left < 8 or right > WIDTH - 8 or top < 8 or bottom > _HEIGHT - 8:
        return False
    return all(right < one[0] or one[2] < left or bottom < one[1] or one[3] < top for one in taken)


def _shade(value: float) -> str:
    """From paper (0 and below) to the accent colour (1)."""
    share = min(1.0, max(0.0, value))
    low, high = (0xE8, 0xEC, 0xF8), (0x3F, 0x51, 0xD9)
    mixed = (round(a + (b - a) * share) for a, b in zip(low, high, strict=True))
    return "#" + "".join(f"{one:02X}" for one in mixed)
