"""Which section of one text is which of another: of the same lesson in two languages, or before and after a change.

Structure decides first (levels, order, how long, what code, lists and tables they hold), then what no language changes:
numbers, addresses, code, Latin names. The best alignment in order is found as by Needleman and Wunsch (1970).
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.lessons.importing.reading import ReadSection

_GAP = -0.6
_BAND = 40
"""How far apart two sections of the same meaning may stand; keeps the work for long lessons bounded."""
_SAME_LEVEL = 0.6
_LEVEL_DIFFERS = -1.2
_SAME_HEADING = 3.0
_MOST_COMMON = 2.5

_SIGN = re.compile(r"https?://[^\s)>\]]+|[A-Za-z][A-Za-z0-9_]{2,}|\d+(?:\.\d+)?")
_FENCE = re.compile(r"^\s*(?:```|~~~)", re.MULTILINE)
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,2}[.)])\s", re.MULTILINE)
_ROW = re.compile(r"^\s*\|", re.MULTILINE)
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]+")
_MOST_SIGNS = 400


@dataclass(frozen=True, slots=True)
class _Shape:
    level: int
    words: int
    signs: frozenset[str]
    heading_signs: frozenset[str]
    heading: str
    fences: int
    items: int
    rows: int


def align(first: Sequence[ReadSection], second: Sequence[ReadSection]) -> tuple[tuple[int, int], ...]:
    """Pairs of places, rising in both, of sections that say the same."""
    a, b = [_shape(section) for section in first], [_shape(section) for section in second]
    rarity = _rarity(a, b)
    best: list[list[float]] = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    step: list[list[int]] = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if i == 0 or j == 0:
                best[i][j], step[i][j] = (i + j) * _GAP, 1 if i else 2
                continue
            options = [(best[i - 1][j] + _GAP, 1), (best[i][j - 1] + _GAP, 2)]
            if abs(i - j) <= _BAND + abs(len(a) - len(b)):
                options.append((best[i - 1][j - 1] + _likeness(a[i - 1], b[j - 1], rarity), 3))
            best[i][j], step[i][j] = max(options)
    pairs: list[tuple[int, int]] = []
    i, j = len(a), len(b)
    while i and j:
        if step[i][j] == 3:
            pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif step[i][j] == 1:
            i -= 1
        else:
            j -= 1
    return tuple(reversed(pairs))


def _likeness(a: _Shape, b: _Shape, rarity: dict[str, float]) -> float:
    score = _SAME_LEVEL if a.level == b.level else _LEVEL_DIFFERS
    if a.heading == b.heading:
        score += _SAME_HEADING
    longer = math.log((a.words + 5) / (b.words + 5))
    score += 0.6 - min(abs(longer), 1.6)
    score += _alike(a.fences, b.fences) + _alike(a.items, b.items) / 2 + _alike(a.rows, b.rows)
    score += _common(a.signs, b.signs, rarity) * _MOST_COMMON
    score += _common(a.heading_signs, b.heading_signs, rarity)
    return score


def _alike(a: int, b: int) -> float:
    """1 for the same number of something, less the more they differ, 0 where both have none."""
    return 0.0 if a == b == 0 else 0.7 - 1.4 * abs(a - b) / max(a, b)


def _common(a: frozenset[str], b: frozenset[str], rarity: dict[str, float]) -> float:
    """Share of the weight of all signs that both have; rare signs weigh more."""
    both = sum(rarity[sign] for sign in a & b)
    return both / total if both and (total := sum(rarity[sign] for sign in a | b)) else 0.0


def _rarity(a: Sequence[_Shape], b: Sequence[_Shape]) -> dict[str, float]:
    """Signs that only one text has say nothing; of the others, the fewer sections hold one, the more it says."""
    held: dict[str, int] = {}
    for shape in (*a, *b):
        for sign in shape.signs | shape.heading_signs:
            held[sign] = held.get(sign, 0) + 1
    shared = _signs_of(a) & _signs_of(b)
    every = len(a) + len(b) + 1
    return {sign: math.log(every / count) if sign in shared else 0.0 for sign, count in held.items()}


def _signs_of(shapes: Sequence[_Shape]) -> set[str]:
    return {sign for shape in shapes for sign in shape.signs | shape.heading_signs}


def _shape(section: ReadSection) -> _Shape:
    text = section.markdown
    # A Chinese character says about as much as two thirds of an English word.
    words = len(_LATIN_WORD.findall(text)) + round(len(_HAN.findall(text)) * 0.6)
    return _Shape(
        level=section.level,
        words=words,
        signs=frozenset(sign.lower() for sign in _SIGN.findall(text)[:_MOST_SIGNS]),
        heading_signs=frozenset(sign.lower() for sign in _SIGN.findall(section.heading)),
        heading=section.heading.casefold(),
        fences=len(_FENCE.findall(text)) // 2,
        items=len(_ITEM.findall(text)),
        rows=len(_ROW.findall(text)),
    )
