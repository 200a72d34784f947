"""A text as coloured tokens: each with its characters, or its bytes where it is a part of one, and its id."""

from collections.abc import Sequence
from typing import Final

from bot.explain.drawing import fonts
from bot.explain.drawing.paper import FAINT, INK, MARGIN, PASTELS, WARM, WIDTH, Paper, line_width, shortened
from bot.explain.tokens import BREAK, Token

MOST_DRAWN: Final = 120
"""Tokens in one picture."""
_WORD: Final = 30
_BYTES: Final = 22
_ID: Final = 18
_HEIGHT: Final = 78
_GAP: Final = 6
_WIDEST: Final = 380
_TALLEST: Final = 1100


def draw_tokens(title: str, tokens: Sequence[Token]) -> tuple[bytes, int]:
    """The picture (PNG), and how many of the tokens are in it, from the first on."""
    paper = Paper(_TALLEST)
    paper.text((MARGIN, 56), shortened(title, 28, WIDTH - 2 * MARGIN), 28, FAINT)
    x, y = float(MARGIN), 84.0
    drawn = 0
    for number, token in enumerate(tokens[:MOST_DRAWN]):
        words, size = _shape(token)
        words = shortened(words, size, _WIDEST)
        width = max(line_width(words, size), line_width(str(token.id), _ID)) + 20
        if x + width > WIDTH - MARGIN:
            x, y = float(MARGIN), y + _HEIGHT + _GAP + 6
        if y + _HEIGHT > _TALLEST - 20:
            break
        colour = WARM if token.text is None else INK
        paper.box((x, y, x + width, y + _HEIGHT), PASTELS[number % len(PASTELS)], radius=10)
        paper.text((x + width / 2, y + 42), words, size, colour, anchor="ms")
        paper.text((x + width / 2, y + _HEIGHT - 10), str(token.id), _ID, FAINT, anchor="ms")
        x += width + _GAP
        if token.text is not None and token.visible.endswith(BREAK):
            x = WIDTH
        drawn += 1
    return paper.png(round(y + _HEIGHT + 28)), drawn


def _shape(token: Token) -> tuple[str, int]:
    """What stands in the box and how large: what no font can draw stands there as its code."""
    visible = token.visible
    if token.text is None:
        return visible, _BYTES
    if any(_needs_code(character) for character in visible):
        return " ".join(f"U+{ord(character):04X}" for character in token.text), _BYTES
    return visible, _WORD


def _needs_code(character: str) -> bool:
    if not fonts.can_draw(character):
        return True
    joins = "\u0590" <= character <= "\u08ff"  # Hebrew, Arabic and their neighbours: from right to left
    return joins and not fonts.has_shaping()
