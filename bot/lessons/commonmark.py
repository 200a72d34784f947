"""Markdown by the rules of CommonMark: where headings and blocks begin and end, and what the words are.

Headings are never found by regular expressions: a `#` in a code block is not one.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

_LONGEST_HEADING = 1_000
_HEADING_ID = re.compile(r"\s*\{#(?P<id>[^}\s]*)\}\s*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text and what stands under it, up to the next heading."""

    level: int
    """1 to 6."""
    text: str
    """The words alone, without emphasis, links or id."""
    id: str | None
    """What `{#id}` at its end says."""
    line: int
    """Its line, from 0."""
    body_line: int
    """The first line under it."""
    end_line: int
    """The line after its last."""


@dataclass(frozen=True, slots=True)
class Block:
    """A top-level block: its kind as markdown-it names it, its lines, and the lines where its items begin."""

    kind: str
    line: int
    end_line: int
    items: tuple[int, ...] = ()
    info: str = ""


def parse(markdown: str) -> list[Token]:
    """Tokens of a text; tables are known."""
    return _parser().parse(markdown)


def block_tokens(markdown: str) -> list[Token]:
    """Tokens of a text's blocks; what is inside a paragraph is not looked at. Quick even where marks pile up."""
    return _block_parser().parse(markdown)


def headings(markdown: str) -> tuple[Heading, ...]:
    """All headings that are not inside another block, in order."""
    known: dict[str, Any] = {}  # what links by reference lead to
    tokens = _block_parser().parse(markdown, known)
    found: list[tuple[int, int, int, str]] = []
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.level == 0 and token.map is not None:
            inside = _parser().parseInline(inline.content[:_LONGEST_HEADING], known)[0]
            found.append((token.map[0], token.map[1], int(token.tag[1]), inline_words(inside)))
    ends = [*(line for line, *_ in found[1:]), markdown.count("\n") + 1]
    result = []
    for (line, body_line, level, text), end in zip(found, ends, strict=False):
        named = _HEADING_ID.search(text)
        words = text[: named.start()] if named else text
        result.append(Heading(level, words.strip(), named["id"] if named else None, line, body_line, end))
    return tuple(result)


def blocks(markdown: str) -> tuple[Block, ...]:
    """The top-level blocks of a text, in order."""
    result: list[Block] = []
    items: list[int] = []
    for token in block_tokens(markdown):
        if token.map is None:
            continue
        if token.level == 0 and token.nesting >= 0:
            items = []
            result.append(Block(token.type.removesuffix("_open"), token.map[0], token.map[1], (), token.info))
        elif token.level == 1 and token.type == "list_item_open":
            items.append(token.map[0])
            last = result[-1]
            result[-1] = Block(last.kind, last.line, last.end_line, tuple(items), last.info)
    return tuple(result)


def words_of(markdown: str) -> str:
    """The words a reader sees: no marks, no code blocks, no HTML, links by their text alone."""
    lines = [inline_words(token) for token in parse(markdown) if token.type == "inline"]
    return "\n".join(line for line in lines if line)


def inline_words(token: Token) -> str:
    """The words of an inline token."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif child.type == "image":
            parts.append(inline_words(child))
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
    return "".join(parts)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


@cache
def _block_parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table").disable("inline")
