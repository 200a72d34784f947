"""Cuts a reply into messages that Discord takes, at the places where a reader would pause.

Nothing of the text is lost but white space at a cut. A code block that is cut is closed and opened again in its
language; a link, an inline code or an emoji is cut only where nothing else is left.
"""

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

LIMIT: Final = 2000
"""Characters of a message, counted as UTF-16 does: the strictest of the ways in which Discord's parts count."""

_FENCE: Final = re.compile(r"(?<!`)`{3,8}(?!`)")
_LANGUAGE: Final = re.compile(r"[\w+#.-]{0,20}[ \t]*")
_KEPT_WHOLE: Final = re.compile(
    r"!?\[[^\]\n]*\]\([^)\s]*\)"  # a link with its words
    r"|https?://[^\s<>，。；！？）」』]+"
    r"|<[^\s<>]+>"  # a mention, an emoji, a time, a link without its preview
    r"|(?<!`)(`{1,2})(?!`)[^`\n]+\1(?!`)"  # inline code
    r"|\*\*[^*\n]+\*\*"
)
_SENTENCE_END: Final = re.compile(r"[。！？；…]+[”’」』）)]*|[.!?]+[\"'”’)\]]*(?=\s)")
_PAUSE: Final = re.compile(r"[ \t]+|[，、：]")
_HEADING: Final = re.compile(r"#{1,3} ")
_CLOSING: Final = 9  # a line break and the longest marker
_JOINER: Final = "\u200d"


class _Pause(IntEnum):
    """How natural a cut is, the best first."""

    PARAGRAPH = 1
    BLANK_LINE_OF_CODE = 2
    LINE = 3
    SENTENCE = 4
    WORD = 5


@dataclass(frozen=True, slots=True)
class _Fence:
    """A code block of several lines, by positions in the text."""

    start: int
    body: int
    """Where its first line of code begins."""
    close: int
    """Where its closing marker begins; the text's end when it has none."""
    end: int
    marker: str
    language: str


def split_message(markdown: str, limit: int = LIMIT) -> tuple[str, ...]:
    """The text as messages of at most `limit` characters each; empty for an empty text.

    A code block that was never closed is closed at the end. `limit` is at least 50.
    """
    text = markdown.lstrip("\n").rstrip()
    if not text.strip():
        return ()
    fences = _fences(text)
    pieces = []
    start = 0
    while start < len(text):
        inside = _fence_at(fences, start)
        head = f"{inside.marker}{inside.language}\n" if inside else ""
        room = limit - _length(head)
        end = _whole_rest(text, start, room, fences) or _best_cut(text, start, room, fences)
        cut_in = _fence_at(fences, end) or _unclosed(fences, end)
        piece = head + text[start:end]
        if cut_in is not None:
            piece = f"{piece.removesuffix(chr(10))}\n{cut_in.marker}"
        if piece.strip():
            pieces.append(piece.rstrip())
        start = _next_start(text, end, cut_in)
    return tuple(pieces)


def _whole_rest(text: str, start: int, room: int, fences: list[_Fence]) -> int | None:
    """The text's end, if everything that is left fits."""
    unclosed = _unclosed(fences, len(text))
    needed = _length(text[start:]) + (len(unclosed.marker) + 1 if unclosed else 0)
    return len(text) if needed <= room else None


def _next_start(text: str, end: int, cut_in: _Fence | None) -> int:
    """Where the next message begins: behind the white space of the cut, or behind a code block that is done."""
    if cut_in is not None:
        return cut_in.end if not text[end : cut_in.close].strip() else end
    while end < len(text) and text[end] == "\n":
        end += 1
    return end


def _best_cut(text: str, start: int, room: int, fences: list[_Fence]) -> int:
    """The most natural place to end a message that begins at `start`, as late as that allows."""
    far = min(_reach(text, start, room), len(text) - 1)
    whole = [match.span() for match in _KEPT_WHOLE.finditer(text, start) if match.start() < far]

    def keeps_whole(cut: int) -> bool:
        before = bisect(whole, (cut, -1)) - 1  # the last span that begins before the cut
        return before < 0 or cut >= whole[before][1]

    latest: dict[_Pause, int] = {}
    for cut, pause in _pauses(text, start, far, fences):
        if keeps_whole(cut) and _fits(text, start, cut, room, fences):
            latest[pause] = max(cut, latest.get(pause, 0))
    half = start + (far - start) // 2
    for pause in _Pause:
        if latest.get(pause, 0) > half:
            return latest[pause]

    def is_safe(cut: int) -> bool:
        return (
            _is_allowed(cut, fences)
            and _fits(text, start, cut, room, fences)
            and not _splits_cluster(text, cut)
        )

    late = range(far, start, -1)
    for cut in late:
        if cut <= half:
            break
        if (_is_cjk(text[cut - 1]) or _is_cjk(text[cut])) and keeps_whole(cut) and is_safe(cut):
            return cut
    for pause in _Pause:
        if pause in latest:
            return latest[pause]
    anywhere = next((cut for cut in late if keeps_whole(cut) and is_safe(cut)), None)
    return anywhere or next((cut for cut in late if is_safe(cut)), _reach(text, start, room - _CLOSING))


def _pauses(text: str, start: int, far: int, fences: list[_Fence]) -> Iterator[tuple[int, _Pause]]:
    """Every place up to `far` where a reader would pause."""
    for match in re.finditer("\n", text[start:far]):
        cut = start + match.end()
        if not _is_allowed(cut, fences):
            continue
        line_before = text[text.rfind("\n", 0, cut - 1) + 1 : cut - 1]
        next_is_blank = text.startswith("\n", cut)
        if _fence_at(fences, cut):
            yield cut, _Pause.LINE if line_before.strip() else _Pause.BLANK_LINE_OF_CODE
        elif _HEADING.match(line_before) or (not line_before.strip() and _follows_heading(text, cut)):
            continue  # a heading goes with what it is about
        elif (
            not line_before.strip() or next_is_blank or _begins_block(text, cut) or _ended_fence(fences, cut)
        ):
            yield cut, _Pause.PARAGRAPH
        else:
            yield cut, _Pause.LINE
    for match in _SENTENCE_END.finditer(text, start, far):
        if not _fence_at(fences, match.end()) and _is_allowed(match.end(), fences):
            yield match.end(), _Pause.SENTENCE
    for match in _PAUSE.finditer(text, start, far):
        if _is_allowed(match.end(), fences) and match.end() > start:
            yield match.end(), _Pause.WORD


def _follows_heading(text: str, cut: int) -> bool:
    before = text[:cut].rstrip()
    return _HEADING.match(before[before.rfind("\n") + 1 :]) is not None


def _begins_block(text: str, cut: int) -> bool:
    return text.startswith("```", cut) or _HEADING.match(text, cut) is not None


def _ended_fence(fences: list[_Fence], cut: int) -> bool:
    return any(fence.end == cut - 1 for fence in fences)


def _fences(text: str) -> list[_Fence]:
    """The code blocks of several lines, as Discord sees them: from one marker to the next as long."""
    found = []
    position = 0
    while match := _FENCE.search(text, position):
        marker = match.group()
        language = _LANGUAGE.match(text, match.end())
        line_end = text.find("\n", match.end())
        closing = next((m for m in _FENCE.finditer(text, match.end()) if len(m.group()) >= len(marker)), None)
        close, end = (closing.start(), closing.end()) if closing else (len(text), len(text))
        position = max(end, match.end())
        if line_end == -1 or line_end > close:
            continue  # opened and closed in one line
        has_language = language is not None and language.end() == line_end
        body = line_end + 1 if has_language else match.end()
        name = language.group().strip() if language and has_language else ""
        found.append(_Fence(match.start(), body, close, end, marker, name))
    return found


def _fence_at(fences: list[_Fence], position: int) -> _Fence | None:
    """The code block whose code goes on at `position`."""
    return next(
        (fence for fence in fences if fence.body < position <= fence.close < fence.end), None
    ) or next((fence for fence in fences if fence.body < position < fence.close == fence.end), None)


def _unclosed(fences: list[_Fence], position: int) -> _Fence | None:
    """The code block that the text ends in without a closing marker."""
    return next((fence for fence in fences if fence.close == fence.end == position), None)


def _is_allowed(cut: int, fences: list[_Fence]) -> bool:
    """Whether a cut is not within a code block's opening line or closing marker."""
    return not any(
        fence.start < cut <= fence.body or (fence.close < cut < fence.end)
        for fence in fences
        if cut <= fence.end
    )


def _fits(text: str, start: int, cut: int, room: int, fences: list[_Fence]) -> bool:
    """Whether the message still fits when the code block that is cut must be closed."""
    fence = _fence_at(fences, cut)
    return fence is None or _length(text[start:cut]) + len(fence.marker) + 1 <= room


def _length(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def _reach(text: str, start: int, room: int) -> int:
    """How far a message can reach at most."""
    end = min(len(text), start + room)
    while (over := _length(text[start:end]) - room) > 0:
        end -= max(1, over // 2)
    return end


def _splits_cluster(text: str, cut: int) -> bool:
    """Whether a cut would part what is read as one character, or part a backslash from what it escapes."""
    before, after = text[cut - 1], text[cut] if cut < len(text) else " "
    if _JOINER in (before, after) or before == "\\" or (before, after) == ("\r", "\n"):
        return True
    if unicodedata.category(after) in ("Mn", "Me", "Mc") or "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    if "\U000e0020" <= after <= "\U000e007f":
        return True
    flags = 0
    while cut - 1 - flags >= 0 and "\U0001f1e6" <= text[cut - 1 - flags] <= "\U0001f1ff":
        flags += 1
    return flags % 2 == 1 and "\U0001f1e6" <= after <= "\U0001f1ff"


def _is_cjk(char: str) -> bool:
    return (
        "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef" or "\U00020000" <= char <= "\U0003ffff"
    )
