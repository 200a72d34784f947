"""Where prose ends and inline code or a comment begins, in one pass whatever the text: regular expressions take squares."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum

_TICKS = re.compile("`+")
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_COMMENT_START = "<!--"
_COMMENT_END = "-->"


class Piece(Enum):
    """What a stretch of text is."""

    PROSE = "prose"
    CODE = "code"
    COMMENT = "comment"


def pieces(text: str) -> Iterator[tuple[Piece, int, int]]:
    """The stretches of a text without code blocks, in order and without gaps: kind, start, end."""
    spans = _code_spans(text)
    place = following = 0
    while place < len(text):
        while following < len(spans) and spans[following][0] < place:
            following += 1
        code = spans[following] if following < len(spans) else (len(text), len(text))
        comment = text.find(_COMMENT_START, place, code[0])
        end = text.find(_COMMENT_END, comment) if comment >= 0 else -1
        if end >= 0:
            if comment > place:
                yield Piece.PROSE, place, comment
            place = end + len(_COMMENT_END)
            yield Piece.COMMENT, comment, place
            continue
        if code[0] > place:
            yield Piece.PROSE, place, code[0]
        if code[1] > code[0]:
            yield Piece.CODE, *code
        place = code[1]


def _code_spans(text: str) -> list[tuple[int, int]]:
    """Inline code by CommonMark's rule: from some backticks to the next as many, within one paragraph."""
    runs = [(found.start(), found.end()) for found in _TICKS.finditer(text)]
    blanks = [found.start() for found in _BLANK_LINE.finditer(text)]
    following: dict[tuple[int, int], int] = {}
    closing: list[int | None] = [None] * len(runs)
    paragraphs = [bisect_right(blanks, start) for start, _ in runs]
    for place in range(len(runs) - 1, -1, -1):
        start, end = runs[place]
        key = (end - start, paragraphs[place])
        closing[place] = following.get(key)
        following[key] = place
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(runs):
        partner = closing[place]
        if partner is None:
            place += 1
        else:
            spans.append((runs[place][0], runs[partner][1]))
            place = partner + 1
    return spans
