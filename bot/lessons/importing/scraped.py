"""Mends text that was copied from a web page: styles between the words, line ends gone, headings that are bare lines.

Each function gives the lines unchanged where it does not find its damage; none drops a sentence.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from bot.lessons.importing.text_lines import Line, replaced

# --- styles ---

_STYLE_END = re.compile(r';[ ]?"?>')
_LONGEST_STYLE = 800
_STYLE_CHARACTERS = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -:;,.\"'()!%#_/\\+*=&"
)
_STYLE_START = re.compile(r"[A-Za-z]+(?: [A-Za-z]{2,12}){0,2}\",|\b[a-z]+(?:-[a-z]+)*: ?[^;:\"]{1,80};")


def without_styles(lines: list[Line]) -> tuple[list[Line], int]:
    """The lines without leftovers of CSS such as `serif;visibility: visible;">`, each of them a line end; how many."""
    count = 0
    kept: list[Line] = []
    for line in lines:
        if line.text.strip() == "|":  # one bar alone is what is left of a table that held a page together
            continue
        pieces, found = _split_styles(line.text)
        count += found
        kept += [Line(piece, line.number) for piece in pieces if piece] if found else [line]
    return kept, count


def _split_styles(text: str) -> tuple[list[str], int]:
    pieces: list[str] = []
    begin = count = last = 0
    for end in _STYLE_END.finditer(text):
        start = _style_start(text, last, end.start())
        last = end.end()
        if start is not None:
            pieces.append(text[begin:start].strip())
            begin = end.end()
            count += 1
    return [*pieces, text[begin:].strip()], count


def _style_start(text: str, least: int, end: int) -> int | None:
    start = end
    while start > max(least, end - _LONGEST_STYLE) and text[start - 1] in _STYLE_CHARACTERS:
        start -= 1
    if start and text[start - 1] == "<":  # a tag that is whole
        return None
    found = _STYLE_START.search(text, start, end + 1)
    return found.start() if found else None


# --- line ends ---

_LONG_LINE = 400
_INLINE_HEADING = re.compile(r"(?:^|(?<=\s))(#{1,6}) (?=\S)")
_EMPTY_LINK = re.compile(r"\[\]\([^()\s]*\)")
_SHORT = 60
_LEAST_FURNITURE = 3
_HEADING_WORDS = re.compile(
    r"(?P<words>[^。！？!?:：;；]{1,60}?)(?:[。！？!?:：;；]|\s(?=\S*[\u3400-\u9fff])|\s{2}|$)"
)
_BREAKS = (
    re.compile(r"\s(?=\[?!\[)"),
    re.compile(r"\s(?=> ?[*_\[])"),
    re.compile(r"\s(?=(?:A|Answer|答|答案|正确答案|正確答案)\s?[:：]\s?\d)"),
)
_BULLET = re.compile(r"\s(?=[*•-] +\S)")
_ITEM_NUMBER = re.compile(r"(?:^|\s)(?P<number>\d{1,2})\. (?=\S)")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What came of a text without line ends."""

    lines: list[Line]
    headings: int
    furniture: tuple[Line, ...] = ()
    """Short lines around the text that belong to the page, not to the lesson."""


def rebuild_lines(lines: list[Line]) -> Rebuilt:
    """Put line ends back where Markdown's own marks stand in the middle of a line."""
    broken = [place for place, line in enumerate(lines) if _has_lost_its_ends(line.text)]
    if not broken:
        return Rebuilt(lines, 0)
    before, after = lines[: broken[0]], lines[broken[-1] + 1 :]
    body: list[Line] = []
    headings = 0
    for place in range(broken[0], broken[-1] + 1):
        if place in broken:
            text, found = _rebuilt(lines[place].text)
            headings += found
            body += replaced([lines[place]], text)
        else:
            body.append(lines[place])
    furniture: list[Line] = []
    if _is_furniture(before):
        title = next((line for line in reversed(before) if len(line.text.strip()) > 1), None)
        furniture += [line for line in before if line is not title and line.text.strip()]
        before = [Line(f"# {title.text.strip()}", title.number), Line("", title.number)] if title else []
    if _is_furniture(after):
        furniture += [line for line in after if line.text.strip()]
        after = []
    return Rebuilt([*before, *body, *after], headings, tuple(furniture))


def _has_lost_its_ends(text: str) -> bool:
    return len(text) >= _LONG_LINE and len(_INLINE_HEADING.findall(text)) >= 2 and not text.startswith("    ")


def _is_furniture(lines: list[Line]) -> bool:
    filled = [line.text.strip() for line in lines if line.text.strip()]
    return len(filled) >= _LEAST_FURNITURE and all(len(text) <= _SHORT for text in filled)


def _rebuilt(text: str) -> tuple[str, int]:
    starts = list(_INLINE_HEADING.finditer(text))
    parts = [_rebuilt_body(text[: starts[0].start()])]
    for place, start in enumerate(starts):
        end = starts[place + 1].start() if place + 1 < len(starts) else len(text)
        words, body = _heading_and_body(text[start.end() : end].strip())
        parts += [f"{start[1]} {words}", _rebuilt_body(body)]
    return "\n\n".join(part for part in parts if part), len(starts)


def _heading_and_body(text: str) -> tuple[str, str]:
    """A heading ends at the empty link that pages put behind it, else with its first words."""
    anchor = _EMPTY_LINK.search(text)
    if anchor and anchor.start() <= 120:
        return text[: anchor.start()].strip(), text[anchor.end() :].strip()
    name = _HEADING_WORDS.match(text)
    words = name["words"] if name else text[:_SHORT]
    return words.strip(), text[len(words) :].strip()


def _rebuilt_body(text: str) -> str:
    text = _EMPTY_LINK.sub("", text).strip()
    for mark in _BREAKS:
        text = mark.sub("\n\n", text)
    if len(_BULLET.findall(text)) >= 2 or re.match(r"[*•-] +\S", text):
        first, *items = _BULLET.split(text)
        text = first + "\n\n" + "\n".join(items) if items else first
    return _numbered_items(text)


def _numbered_items(text: str) -> str:
    """Each item on a line of its own, where the numbers count up from one."""
    places: list[int] = []
    for found in _ITEM_NUMBER.finditer(text):
        if int(found["number"]) == len(places) + 1:
            places.append(found.start("number"))
    if len(places) < 2:
        return text
    cuts = [*places, len(text)]
    items = [text[a:b].strip() for a, b in pairwise(cuts)]
    return f"{text[: places[0]].strip()}\n\n" + "\n".join(items)


# --- headings ---

_LIST_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)、]|[（(]?\d{1,2}[)）]|[a-zA-Z][.)])\s*\S")
_SENTENCE_MARK = re.compile(r"[。；;，]|[.!！,、:：…]$")
_PART = re.compile(r"第[一二三四五六七八九十百\d]{1,3}(?:部分|章|节|讲|课|篇)\S{0,30}[:：]?$")
_NUMBERED = re.compile(r"\d{1,2}[.、]\s?[^\W\d]\S{1,24}$")
_HAN = re.compile("[\u3400-\u9fff]")
_LONGEST_HEADING = {True: 26, False: 70}
_MOST_WORDS = 10
_LEAST_LINES = 8
_MOST_BLANK = 0.25
_LONGEST_RUN = 2


def name_headings(lines: list[Line]) -> tuple[list[Line], int]:
    """For plain text: short lines above longer ones become headings, every other line a paragraph; how many headings."""
    filled = [line for line in lines if line.text.strip()]
    if len(filled) < _LEAST_LINES or len(filled) < len(lines) * (1 - _MOST_BLANK):
        return lines, 0
    named = _headings(filled)
    result: list[Line] = []
    for place, line in enumerate(filled):
        text = line.text.strip()
        if place in named:
            text = f"{'#' * named[place]} {text.rstrip(':：')}"
        is_next_item = bool(result) and bool(_LIST_ITEM.match(text) and _LIST_ITEM.match(result[-1].text))
        if result and not is_next_item:
            result.append(Line("", line.number))
        result.append(Line(line.text if is_next_item else text, line.number))
    return result, len(named)


def _headings(filled: list[Line]) -> dict[int, int]:
    """The level of each line that is a heading, by its place."""
    named: dict[int, int] = {}
    run: list[int] = []
    for place, line in enumerate([*filled, Line("", 0)]):
        if line.text and (_may_be_heading(line.text.strip()) or _stands_alone(filled, place)):
            run.append(place)
            continue
        is_above_text = run and line.text
        if is_above_text and len(run) <= _LONGEST_RUN + (run[0] == 0):
            for depth, one in enumerate(run):
                named[one] = 1 if one == 0 else min(2 + depth - (run[0] == 0), 3)
        run = []
    return named


def _stands_alone(filled: list[Line], place: int) -> bool:
    """Whether a short numbered line is no item of a list: neither line beside it is numbered."""
    around = [filled[near].text for near in (place - 1, place + 1) if 0 <= near < len(filled)]
    text = filled[place].text.strip()
    return (
        bool(_NUMBERED.match(text))
        and not _SENTENCE_MARK.search(text)
        and not any(map(_LIST_ITEM.match, around))
    )


def _may_be_heading(text: str) -> bool:
    if _PART.match(text):
        return True
    if _LIST_ITEM.match(text) or _SENTENCE_MARK.search(text) or not any(map(str.isalpha, text)):
        return False
    has_han = bool(_HAN.search(text))
    return len(text) <= _LONGEST_HEADING[has_han] and (has_han or len(text.split()) <= _MOST_WORDS)
