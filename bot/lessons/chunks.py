"""Cuts a section into the pieces that are searched and cited. A piece never crosses a section's border.

A piece is whole blocks where they fit; a block that does not fit is cut between its items, lines or
sentences. Nothing is dropped: joined again, the pieces hold every line of the section.
"""

import re
from itertools import pairwise

from bot.lessons.commonmark import Block, blocks
from bot.texts.locales import Locale

ENGLISH_CHARACTERS = 800
CHINESE_CHARACTERS = 600
"""The most a piece may hold: longer ones bury the answer, shorter ones lose their subject."""

_LIST_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,9}[.)])\s")
_SENTENCE_END = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s+|\n")


def chunk_limit(language: Locale) -> int:
    """Characters of a piece in a language."""
    return CHINESE_CHARACTERS if language.is_chinese else ENGLISH_CHARACTERS


def chunks(markdown: str, limit: int) -> tuple[str, ...]:
    """The pieces of a section's Markdown, each of at most `limit` characters; at least one."""
    lines = markdown.split("\n")
    pieces: list[str] = []
    for block in blocks(markdown):
        pieces += _pieces(block, lines, limit)
    return tuple(_pack(pieces, limit)) or ("",)


def begins_with_an_item(piece: str) -> bool:
    """Whether a piece begins with an item of a list: what the list is about stands before it."""
    return _LIST_ITEM.match(piece) is not None


def _pack(pieces: list[str], limit: int) -> list[str]:
    packed: list[str] = []
    last = ""
    for piece in pieces:
        if packed and len(packed[-1]) + 2 + len(piece) <= limit:
            packed[-1] += "\n\n" + piece
        elif packed and len(last) < len(packed[-1]) and _leads_in(last, piece, limit):
            packed[-1] = packed[-1][: -len(last)].rstrip("\n")
            packed.append(f"{last}\n\n{piece}")
        else:
            packed.append(piece)
        last = piece
    return packed


def _leads_in(last: str, piece: str, limit: int) -> bool:
    """`Three things matter:` goes with the list that it leads in."""
    return last.endswith((":", "：")) and len(last) + 2 + len(piece) <= limit


def _pieces(block: Block, lines: list[str], limit: int) -> list[str]:
    text = "\n".join(lines[block.line : block.end_line]).strip("\n")
    if len(text) <= limit:
        return [text] if text.strip() else []
    if block.kind == "fence":
        return _fences(block, lines, limit)
    if block.items:
        bounds = [*block.items, block.end_line]
        items = ["\n".join(lines[a:b]).rstrip() for a, b in pairwise(bounds)]
        return _fill(items, "\n", limit)
    if block.kind in ("table", "code_block", "blockquote", "html_block"):
        return _fill(text.split("\n"), "\n", limit)
    return _fill([part for part in _SENTENCE_END.split(text) if part], _joint(text), limit)


def _fences(block: Block, lines: list[str], limit: int) -> list[str]:
    """Pieces of a code block, each a code block of its own in the same language."""
    opening = lines[block.line].strip()
    closing = re.match(r"[`~]+", opening)
    mark = closing.group() if closing else "```"
    body = lines[block.line + 1 : block.end_line]
    if body and body[-1].strip() == mark:
        body = body[:-1]
    room = max(limit - len(opening) - len(mark) - 2, 1)
    return [f"{opening}\n{piece}\n{mark}" for piece in _fill(body, "\n", room)]


def _fill(parts: list[str], joint: str, limit: int) -> list[str]:
    """Join parts up to the limit; a part that is longer by itself is cut where the limit falls."""
    filled: list[str] = []
    for part in parts:
        for piece in [part[i : i + limit] for i in range(0, len(part), limit)] or [""]:
            if filled and len(filled[-1]) + len(joint) + len(piece) <= limit:
                filled[-1] += joint + piece
            else:
                filled.append(piece)
    return [piece for piece in filled if piece.strip()]


def _joint(text: str) -> str:
    """Chinese sentences follow each other without a space."""
    return "" if re.search("[\u3400-\u9fff]", text) else " "
