"""One step of a walk: boxes with words, those that the step is about lit, arrows between them."""

from collections.abc import Mapping
from typing import Final

from bot.explain.drawing import fonts
from bot.explain.drawing.paper import (
    ACCENT,
    FAINT,
    GREEN,
    INK,
    LINE,
    MARGIN,
    PAPER,
    WARM,
    WIDTH,
    Paper,
    Point,
    line_width,
    shortened,
    wrapped,
)
from bot.explain.walks import COLUMNS, Box, Tone, Walk
from bot.texts.locales import Locale

_TOP: Final = 96
_ROW: Final = 170
_BOX: Final = 116
_SIZES: Final = (28, 25, 22)
_GAP: Final = 44
_COLUMN: Final = (WIDTH - 2 * MARGIN + _GAP) / COLUMNS
_TONES: Final[Mapping[Tone, tuple[str, str]]] = {
    Tone.PLAIN: ("#E9EDF7", INK),
    Tone.ACCENT: ("#DCE1FF", ACCENT),
    Tone.WARM: ("#FFE3D2", WARM),
    Tone.GREEN: ("#D3F0E2", GREEN),
    Tone.FAINT: ("#EEF0F4", FAINT),
}

_LATIN_MARKS: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "..."})
"""A Chinese font draws the curved quotes as wide as a character, and the points at half height."""
_STOPS: Final = "，。、；：！？）」』】》”’,.;:!?)]} "

Corners = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""


def draw_step(walk: Walk, number: int, locale: Locale) -> bytes:
    """The picture of a step, from 0, as PNG; in English where no font draws Chinese."""
    language = locale if fonts.has_chinese() or not locale.is_chinese else Locale.EN
    step = walk.steps[number]
    rows = max(box.row for box in walk.boxes.values()) + 1
    paper = Paper(_TOP + rows * _ROW - (_ROW - _BOX) + 32)
    paper.text((MARGIN, 56), shortened(walk.title[language], 30, WIDTH - 300), 30, FAINT)
    for place in range(len(walk.steps)):
        x = WIDTH - MARGIN - 26 * (len(walk.steps) - place) + 13
        paper.dot((x, 46), 9, ACCENT if place == number else LINE)
    for start, end in step.arrows:
        first, last = _corners(walk.boxes[start]), _corners(walk.boxes[end])
        paper.arrow(_edge(first, _middle(last)), _edge(last, _middle(first)), INK)
    for name in step.show:
        _draw_box(paper, walk.boxes[name], walk.boxes[name].text[language], lit=name in step.light)
    return paper.png()


def _draw_box(paper: Paper, box: Box, words: str, *, lit: bool) -> None:
    if not any("\u2e80" <= one <= "\uffef" for one in words):
        words = words.translate(_LATIN_MARKS)
    left, top, right, bottom = corners = _corners(box)
    fill, line = _TONES[box.tone]
    paper.box(corners, fill if lit else PAPER, line if lit else LINE, line=5 if lit else 2)
    width = right - left - 24
    size, lines = next(
        (
            (size, lines)
            for size in _SIZES
            if len(lines := wrapped(words, size, width)) * size * 1.3 <= _BOX - 8
        ),
        (_SIZES[-1], wrapped(words, _SIZES[-1], width)[:4]),
    )
    lines = _balanced(words, lines, size, width)
    y = (top + bottom) / 2 - (len(lines) - 1) * size * 0.65
    for one in lines:
        paper.text(((left + right) / 2, y), one, size, INK if lit else FAINT, anchor="mm")
        y += size * 1.3


def _balanced(words: str, lines: list[str], size: int, width: float) -> list[str]:
    """As many lines as `lines`, about equally long and broken at a mark or a blank where they can be."""
    if len(lines) < 2:
        return lines
    narrow = line_width(words, size) / len(lines)
    found: list[list[str]] = []
    while narrow < width:
        narrow *= 1.04
        even = wrapped(words, size, min(narrow, width))
        if len(even) == len(lines):
            found.append(even)
    return next((even for even in found if _ends_well(words, even)), found[0] if found else lines)


def _ends_well(words: str, lines: list[str]) -> bool:
    """Whether every line but the last ends where one would take a breath."""
    at = 0
    for line in lines[:-1]:
        at = words.index(line, at) + len(line)
        if line[-1] not in _STOPS and words[at] != " ":
            return False
    return True


def _corners(box: Box) -> Corners:
    left = MARGIN + box.column * _COLUMN
    top = _TOP + box.row * _ROW
    return left, top, left + box.wide * _COLUMN - _GAP, top + _BOX


def _middle(corners: Corners) -> Point:
    return (corners[0] + corners[2]) / 2, (corners[1] + corners[3]) / 2


def _edge(corners: Corners, towards: Point) -> Point:
    """Where the line from the middle of a box towards a point leaves it, a little outside."""
    x, y = _middle(corners)
    across, down = towards[0] - x, towards[1] - y
    half = (corners[2] - corners[0]) / 2 + 5, (corners[3] - corners[1]) / 2 + 5
    share = min(
        half[0] / abs(across) if across else float("inf"), half[1] / abs(down) if down else float("inf")
    )
    share = min(share, 1.0)
    return x + across * share, y + down * share
