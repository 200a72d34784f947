"""Cleans the Markdown of a lesson outside its code: comments, alerts, pictures, links. What it means stays as written."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.lessons.commonmark import block_tokens
from bot.lessons.importing.code_spans import Piece, pieces
from bot.lessons.importing.naming import lesson_target, named, section_id, slug
from bot.lessons.importing.remarks import Subject
from bot.lessons.importing.text_lines import Line, joined, replaced

_NOT_FOR_READERS = ("script", "style", "iframe", "object", "svg")
_IMG = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\b(?P<name>alt|src)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.IGNORECASE
)
_ALERT = re.compile(
    r"(?P<before>[ \t]*(?:> ?)*>[ \t]*)\[!(?P<kind>[A-Za-z]+)\][ \t]*(?:>[ \t]*)?(?P<text>\S.*)$"
)
_TRACKING = re.compile(r"[?&](?:amp;)?(?:WT\.mc_id|utm_[a-z]+)=[^\s?&#)\]\"'<>]*", re.IGNORECASE)
_LOST_QUESTION_MARK = re.compile(r"(?P<before>https?://[^\s?&)\]\"'<>]+)&(?P<rest>[^\s)\]\"'<>]*)")

_LABEL = r"(?P<label>[^\[\]]{0,1000}(?:\[[^\[\]]{0,200}\][^\[\]]{0,200}){0,20})"
_TARGET = r"\([ \n]{0,3}<?(?P<target>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s{1,3}(?:\"[^\"]*\"|'[^']*'))?\s{0,3}\)"
_IMAGE = re.compile(rf"!\[(?P<label>[^\[\]]*)\]{_TARGET}")
_LINKED_IMAGE = re.compile(rf"\[\s*!\[(?P<label>[^\[\]]*)\]\((?P<image>[^()\s]*)[^()]*\)\s*\]{_TARGET}")
_LINK = re.compile(rf"(?<!!)\[{_LABEL}\]{_TARGET}")
_MOST_BRACKETS = 2_000
"""In one block; more are no links, and are left as they are."""

_PICTURE = "🖼️"


@dataclass(slots=True)
class Cleaned:
    """What cleaning did, by subject: how often, and on which lines."""

    counts: dict[Subject, int] = field(default_factory=dict)
    places: list[tuple[Subject, int]] = field(default_factory=list)

    def count(self, subject: Subject, by: int = 1) -> None:
        """Note that something was done."""
        if by:
            self.counts[subject] = self.counts.get(subject, 0) + by


def clean(lines: list[Line], path: str, cleaned: Cleaned) -> list[Line]:
    """The lines with their prose cleaned; code stays letter for letter. `cleaned` learns what was done."""
    result: list[Line] = []
    done = 0
    for start, end in _prose_ranges(joined(lines), len(lines)):
        result += lines[done:start]
        old = _with_alerts_mended(lines[start:end], cleaned)
        text = _Block(path, cleaned, old[0].number).clean(joined(old))
        result += replaced(old, text)
        done = end
    return [*result, *lines[done:]]


def _prose_ranges(text: str, count: int) -> list[tuple[int, int]]:
    """From which line to which there is no code block, in order."""
    ranges: list[tuple[int, int]] = []
    previous = 0
    for token in block_tokens(text):
        if token.map is None or token.type not in ("fence", "code_block"):
            continue
        start, end = token.map
        if start > previous:
            ranges.append((previous, start))
        previous = max(previous, end)
    return [*ranges, (previous, count)] if previous < count else ranges


def _with_alerts_mended(lines: list[Line], cleaned: Cleaned) -> list[Line]:
    """An alert whose text stands on its first line (`> [!NOTE] > text`) gets it on the next."""
    mended: list[Line] = []
    for line in lines:
        if alert := _ALERT.match(line.text):
            cleaned.count(Subject.ALERTS_MENDED)
            mended.append(Line(f"{alert['before']}[!{alert['kind']}]", line.number))
            mended.append(Line(f"{alert['before']}{alert['text']}", line.number))
        else:
            mended.append(line)
    return mended


class _Block:
    """One stretch of prose on its way."""

    def __init__(self, path: str, cleaned: Cleaned, line: int) -> None:
        self._path = path
        self._cleaned = cleaned
        self._line = line

    def clean(self, text: str) -> str:
        changed: list[str] = []
        line = 0
        for kind, start, end in pieces(text):
            piece = text[start:end]
            if kind is Piece.PROSE:
                changed.append(self._prose(self._without_programs(piece, line)))
            else:
                changed.append(self._dropped(piece, line) if kind is Piece.COMMENT else piece)
            line += piece.count("\n")
        return "".join(changed)

    def _without_programs(self, text: str, lines_before: int) -> str:
        for tag in _NOT_FOR_READERS:
            last = text.lower().rfind(f"</{tag}>")
            if last < 0:  # what is not closed stays: it may be a mention
                continue
            head, tail = text[: last + len(tag) + 3], text[last + len(tag) + 3 :]

            def drop(found: re.Match[str], head: str = head) -> str:
                return self._dropped(found[0], lines_before + head.count("\n", 0, found.start()))

            text = re.sub(rf"<{tag}\b.*?</{tag}>", drop, head, flags=re.DOTALL | re.IGNORECASE) + tail
        return text

    def _dropped(self, dropped: str, lines_before: int) -> str:
        self._cleaned.places.append((Subject.COMMENT_DROPPED, self._line + lines_before))
        return "\n" * dropped.count("\n")

    def _prose(self, text: str) -> str:
        text, tracked = _TRACKING.subn("", text)
        self._cleaned.count(Subject.TRACKING_REMOVED, tracked)
        if tracked:
            text = _LOST_QUESTION_MARK.sub(r"\g<before>?\g<rest>", text)
        text = _IMG.sub(self._html_image, text)
        if text.count("[") > _MOST_BRACKETS:
            return text
        for pattern, replace in (
            (_LINKED_IMAGE, self._linked_image),
            (_IMAGE, self._image),
            (_LINK, self._link),
        ):
            text = pattern.sub(_keeping_lines(replace), text)
        return text

    def _linked_image(self, found: re.Match[str]) -> str:
        self._cleaned.count(Subject.IMAGES_LINKED)
        label = _label(found["label"], found["image"])
        target = found["target"]
        return self._as_link(f"{_PICTURE} {label}", target if _is_address(target) else found["image"])

    def _image(self, found: re.Match[str]) -> str:
        self._cleaned.count(Subject.IMAGES_LINKED)
        return self._as_link(f"{_PICTURE} {_label(found['label'], found['target'])}", found["target"])

    def _html_image(self, found: re.Match[str]) -> str:
        said = {
            one["name"].lower(): one["double"] or one["single"] or ""
            for one in _ATTRIBUTE.finditer(found.group())
        }
        self._cleaned.count(Subject.IMAGES_LINKED)
        target = said.get("src", "")
        return self._as_link(f"{_PICTURE} {_label(said.get('alt', ''), target)}", target)

    def _as_link(self, words: str, target: str) -> str:
        return f"[{words}]({target})" if _is_address(target) else words

    def _link(self, found: re.Match[str]) -> str:
        label, target = found["label"], found["target"]
        if _is_address(target) or target.startswith(("lesson:", "mailto:")):
            return found.group()
        if target.startswith("#"):
            anchor = target.removeprefix("#")
            return (
                f"[{label}](lesson:{named(self._path).lesson_id}#{section_id(anchor)})"
                if slug(anchor)
                else label
            )
        lesson = lesson_target(self._path, target)
        if lesson is not None and label.strip():
            return f"[{label}]({lesson})"
        self._cleaned.count(Subject.LINKS_DROPPED)
        return label


def _keeping_lines(replace: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    """So that the lines below keep their numbers."""

    def replaced_by(found: re.Match[str]) -> str:
        text = replace(found)
        return text + "\n" * (found.group().count("\n") - text.count("\n"))

    return replaced_by


def _label(alt: str, target: str) -> str:
    """What a picture is called: its alt text, else its file's name."""
    name = re.split(r"[?#]", target)[0].rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return " ".join(alt.split()) or name.replace("-", " ").replace("_", " ").strip() or "…"


def _is_address(target: str) -> bool:
    return target.startswith(("https://", "http://"))
