"""A long section in the boxes of a form, each of which holds 4,000 characters, and together again without any loss. Pure."""

import re
from dataclasses import dataclass

FULL = 3_600
"""UTF-16 units in a box as the form opens: leaves room to write."""
BOX = 4_000
"""What a box takes at most."""
MOST = 3
"""Boxes of one form that hold text; a longer section is edited in several parts."""

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_LINE = re.compile(r"\n\s*")
_PAUSE = re.compile(r"(?<=[。！？；.!?])\s*|\s+")


@dataclass(frozen=True, slots=True)
class Boxes:
    """A text in pieces, and what stands between them."""

    pieces: tuple[str, ...]
    joints: tuple[str, ...]
    """White space behind each piece but the last."""

    @property
    def parts(self) -> int:
        """Forms that it takes to edit all of it."""
        return max(-(-len(self.pieces) // MOST), 1)

    def of_part(self, part: int) -> tuple[str, ...]:
        """The pieces in one form, `part` from 0."""
        return self.pieces[part * MOST : (part + 1) * MOST]

    def with_part(self, part: int, written: tuple[str, ...]) -> str:
        """The whole text with what one form brought back; an empty box is as good as none."""
        first, last = part * MOST, min((part + 1) * MOST, len(self.pieces))
        inside = self.joints[first : max(last - 1, first)]
        joined = ""
        for place, piece in enumerate(written):
            piece = piece.replace("\r\n", "\n")
            if not piece.strip():
                continue
            joint = inside[place - 1] if 0 < place <= len(inside) else "\n\n"
            joined = f"{joined}{joint}{piece}" if joined else piece
        before = _joined(self.pieces[:first], self.joints[:first])
        after = _joined(self.pieces[last:], self.joints[last:])
        behind = self.joints[last - 1] if last and last - 1 < len(self.joints) else ""
        if not joined:  # nothing is left of this part: what stood around it stands apart
            return f"{before.rstrip()}\n\n{after}".strip() if before and after else (before + after).strip()
        return f"{before}{joined}{behind if after else ''}{after}"


def boxes(markdown: str) -> Boxes:
    """Cut a text where a reader would pause: between paragraphs, else lines, else sentences or words."""
    pieces: list[str] = []
    joints: list[str] = []
    rest = markdown.strip()
    while _units(rest) > FULL:
        end = _longest(rest)
        cut = _cut(rest[:end])
        piece, tail = rest[:cut], rest[cut:]
        stripped, following = piece.rstrip(), tail.lstrip()
        pieces.append(stripped)
        joints.append(piece[len(stripped) :] + tail[: len(tail) - len(following)])
        rest = following
    return Boxes((*pieces, rest), tuple(joints))


def _joined(pieces: tuple[str, ...], joints: tuple[str, ...]) -> str:
    return "".join(
        piece + (joints[place] if place < len(joints) else "") for place, piece in enumerate(pieces)
    )


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _longest(text: str) -> int:
    """How many characters fit into a box."""
    units = 0
    for place, character in enumerate(text):
        units += 2 if character > "\uffff" else 1
        if units > FULL:
            return place
    return len(text)


def _cut(window: str) -> int:
    """Where to cut, in the second half of what fits if at all possible."""
    for pattern in (_BLANK_LINE, _LINE, _PAUSE):
        ends = [found.end() for found in pattern.finditer(window, len(window) // 2) if found.end()]
        if ends:
            return ends[-1]
    return len(window)
