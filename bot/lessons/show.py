"""Markdown that Discord can show: the same text without what Discord cannot draw.

Authors' own marks stay as they are; only tables, images, HTML, footnotes, maths, deep headings and links into lessons
are turned into something readable. Code is never touched. It never cuts: splitting into messages is the caller's task.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.token import Token

from bot.lessons.commonmark import parse
from bot.lessons.maths import readable_maths
from bot.lessons.tables import show_table

MOST_BRACKETS = 400
"""More opening brackets than any page has: such a text is hostile, and its brackets are made harmless."""

_CODE_SPAN = re.compile(r"(?<!`)(?P<ticks>`++)(?:.|\n)+?(?<!`)(?P=ticks)(?!`)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ADDRESS = re.compile(r"<(?:https?://|mailto:)[^<>\s]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LABEL = r"(?P<label>[^\[\]]*)"
_TARGET = r"\(\s*<?(?P<target>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_IMAGE = re.compile(rf"!\[{_LABEL}\]{_TARGET}")
_LINK = re.compile(rf"(?<!!)\[{_LABEL}\]{_TARGET}")
_LINKED_IMAGE = re.compile(rf"\[!\[{_LABEL}\]\([^()]*\)\]{_TARGET}")
_REFERENCE = re.compile(rf"(?<!!)\[{_LABEL}\]\[(?P<name>[^\[\]]*)\]")
_DEFINITION = re.compile(r" {0,3}\[(?P<name>[^\[\]^]+)\]:\s*<?(?P<target>[^\s<>]+)>?.*")
_DEFINITION_START = re.compile(r"\n(?= {0,3}\[[^\[\]]+\]:\s)")
_FOOTNOTE = re.compile(r"^ {0,3}\[\^(?P<name>[^\[\]\s]+)\]:[ \t]*", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^(?P<name>[^\[\]\s]+)\]")
_ALERT = re.compile(r"^(?P<before>[ \t>]*>[ \t]*)\[!(?P<kind>[A-Za-z]+)\][ \t]*", re.MULTILINE)
_PLUS_ITEM = re.compile(r"^(?P<before>[ \t>]*)\+(?= )", re.MULTILINE)
_HARD_BREAK = re.compile(r"\\$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DEEPEST_HEADING = 3
"""Discord draws `#` to `###`."""


def show(markdown: str) -> str:
    """The text as Discord can show it; may be longer than one message."""
    if markdown.count("[") > MOST_BRACKETS:
        markdown = markdown.replace("[", "(").replace("]", ")")
    page = _Page(markdown.replace("\r\n", "\n"))
    return _BLANK_LINES.sub("\n\n", page.shown()).strip("\n")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines of the page that are shown as `text`."""

    line: int
    end_line: int
    text: str


class _Page:
    """One text on its way: the pieces that change, in the order of their lines; all other lines stay."""

    def __init__(self, markdown: str) -> None:
        # A footnote's text looks like the definition of a link to the parser; a mark of ours keeps it a paragraph.
        self._source = _outside_code(markdown, _own_paragraphs)
        self._lines = self._source.split("\n")
        self._tokens = parse(self._source)
        self._targets = self._definitions()

    def shown(self) -> str:
        """The page with every piece in place."""
        result: list[str] = []
        line = 0
        for piece in self._pieces():
            if piece.line < line:  # inside one that was replaced as a whole
                continue
            result += self._lines[line : piece.line]
            if piece.text or piece.line == piece.end_line:
                result.append(piece.text)
            line = piece.end_line
        return "\n".join([*result, *self._lines[line:]])

    def _pieces(self) -> list[_Piece]:
        found = [_Piece(line, line + 1, "") for line in self._definition_lines]
        for place, token in enumerate(self._tokens):
            if token.map is None:
                continue
            text = self._shown_block(place, token)
            if text is not None:
                found.append(_Piece(token.map[0], token.map[1], text))
        return sorted(found, key=lambda piece: (piece.line, -piece.end_line))

    def _shown_block(self, place: int, token: Token) -> str | None:
        """What a block becomes; None for one that stays, or whose parts speak for themselves."""
        if token.type == "table_open":
            return "\n" + show_table(self._rows(place)) + "\n"
        if token.type == "html_block":
            return self._inline(_BREAK.sub("\n", token.content)).strip("\n")
        if token.type == "code_block":
            return f"```\n{token.content.rstrip()}\n```"
        if token.type == "hr":
            return "───"
        if token.type == "heading_open":
            words = self._inline(self._tokens[place + 1].content).strip()
            level = int(token.tag[1])
            return f"{'#' * level} {words}" if level <= _DEEPEST_HEADING else f"**{_unbold(words)}**"
        if token.type == "inline" and token.map is not None and not self._is_in_table(place):
            return self._inline("\n".join(self._lines[token.map[0] : token.map[1]]))
        return None

    def _rows(self, place: int) -> list[list[str]]:
        rows: list[list[str]] = []
        for token in self._tokens[place:]:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self._inline(token.content).replace("\n", " ").strip())
        return rows

    def _is_in_table(self, place: int) -> bool:
        return self._tokens[place - 1].type in ("th_open", "td_open")

    def _inline(self, text: str) -> str:
        return _outside_code(text, self._prose)

    def _prose(self, text: str) -> str:
        text = _COMMENT.sub("", text)
        text = readable_maths(text)
        text = _ALERT.sub(lambda found: f"{found['before']}**{found['kind'].capitalize()}** ", text)
        text = _REFERENCE.sub(self._reference, text)
        text = _LINKED_IMAGE.sub(_image, text)
        text = _IMAGE.sub(_image, text)
        text = _LINK.sub(_link, text)
        text = _FOOTNOTE_MARK.sub(lambda found: _footnote_number(found["name"]), text)
        text = _BREAK.sub("\n", text)
        text = _TAG.sub(lambda found: found.group() if _ADDRESS.fullmatch(found.group()) else "", text)
        text = _PLUS_ITEM.sub(r"\g<before>-", text)
        return html.unescape(_HARD_BREAK.sub("", text))

    def _definitions(self) -> dict[str, str]:
        covered = {
            line for token in self._tokens if token.map and token.nesting >= 0 for line in range(*token.map)
        }
        self._definition_lines: list[int] = []
        targets: dict[str, str] = {}
        for number, line in enumerate(self._lines):
            if number not in covered and (found := _DEFINITION.fullmatch(line)):
                self._definition_lines.append(number)
                targets[found["name"].casefold()] = found["target"]
        return targets

    def _reference(self, found: re.Match[str]) -> str:
        target = self._targets.get((found["name"] or found["label"]).casefold())
        return f"[{found['label']}]({target})" if target else found.group()


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    """Change what stands outside code spans."""
    kept = 0
    changed: list[str] = []
    for code in _CODE_SPAN.finditer(text):
        changed += [change(text[kept : code.start()]), code.group()]
        kept = code.end()
    return "".join(changed) + change(text[kept:])


def _image(found: re.Match[str]) -> str:
    label = found["label"].strip() or "…"
    return f"[🖼️ {label}]({found['target']})" if _is_address(found["target"]) else f"🖼️ {label}"


def _link(found: re.Match[str]) -> str:
    label, target = found["label"], found["target"]
    if target.startswith("lesson:"):
        return f"**{_unbold(label)}**"
    return f"[{label}]({target})" if _is_address(target) else label


def _is_address(target: str) -> bool:
    return target.startswith(("https://", "http://"))


def _own_paragraphs(text: str) -> str:
    return _FOOTNOTE.sub(_footnote_start, _DEFINITION_START.sub("\n\n", text))


def _footnote_start(found: re.Match[str]) -> str:
    return f"-# {_footnote_number(found['name'])} "


def _footnote_number(name: str) -> str:
    return name.translate(_SUPERSCRIPT) if name.isascii() and name.isdigit() else f"({name})"


def _unbold(text: str) -> str:
    return text.replace("**", "")
