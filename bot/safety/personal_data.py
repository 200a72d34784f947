"""Personal data and secrets in a text: found by shape and checksum, so that they can be taken out.

What is found is never logged or stored; only its kind is.
"""

import re
from dataclasses import dataclass
from importlib.resources import files

import yaml

from bot.safety.checksums import CHECKS, Check
from bot.safety.linear import Pattern
from bot.safety.verdict import Category, Kind

_CUE_REACH = 40
_PHONE_TRIES = 60
"""Numbers a text may have looked at by `phonenumbers` (30 µs each); beyond it the shape alone decides."""
_SAME_LENGTH = str.maketrans(
    "０１２３４５６７８９＠．－＋（）：ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ\u2010\u2011\u2012\u2013\u2014\u00a0\u3000。",
    "0123456789@.-+():ABCDEFGHIJKLMNOPQRSTUVWXYZ-----  .",
)
_EXAMPLE = re.compile(
    r"(?i)[@.]example(?:\.(?:com|org|net|edu))?$|\.(?:test|invalid|localhost)$|555[-. ]?01\d\d$|\*{3}"
)


@dataclass(frozen=True, slots=True)
class Found:
    """One stretch of a text that is to be taken out."""

    start: int
    end: int
    kind: Kind
    category: Category


@dataclass(frozen=True, slots=True)
class _Shape:
    kind: Kind
    category: Category
    patterns: tuple[Pattern, ...]
    check: Check
    """Given the stretch and the 40 characters before it."""


class PersonalData:
    """Finds personal data and secrets. Share one."""

    def __init__(self) -> None:
        content = yaml.safe_load(
            files("bot.safety").joinpath("data", "personal_data.yaml").read_text("utf-8")
        )
        self._shapes = tuple(
            _shape(Category(category), entry) for category, entries in content.items() for entry in entries
        )

    def find(self, text: str, *, spare_examples: bool = False) -> tuple[Found, ...]:
        """What to take out of `text` (without hidden characters), in order, none overlapping. Linear time.

        `spare_examples` leaves addresses and numbers that are reserved for examples (RFC 2606, 555-01xx), with which
        lessons teach; a learner's own message is not searched that leniently.
        """
        if _nothing_to_find(text):
            return ()
        same = text.translate(_SAME_LENGTH)
        taken: list[Found] = []
        covered = bytearray(len(same))
        for shape in self._shapes:
            tries = 0
            for start, end in (span for pattern in shape.patterns for span in pattern.spans(same)):
                if any(covered[start:end]):
                    continue
                tries += 1
                if shape.kind is Kind.PHONE and tries > _PHONE_TRIES:
                    sure = sum(character.isdigit() for character in same[start:end]) >= 10
                else:
                    sure = shape.check(same[start:end], same[max(0, start - _CUE_REACH) : start])
                if sure:
                    taken.append(Found(start, end, shape.kind, shape.category))
                    covered[start:end] = b"\x01" * (end - start)
        if spare_examples:
            taken = [found for found in taken if _EXAMPLE.search(same[found.start : found.end]) is None]
        return tuple(sorted(taken, key=lambda found: found.start))


def take_out(text: str, found: tuple[Found, ...]) -> str:
    """`text` with each found stretch replaced by a note of its kind, as in "[email]"."""
    pieces: list[str] = []
    last = 0
    for each in found:
        pieces += [text[last : each.start], f"[{each.kind}]"]
        last = each.end
    return "".join(pieces) + text[last:]


_TELLTALE = re.compile(
    r"\d[^\n]{0,3}\d[^\n]{0,3}\d|@|(?i: at |\[at|\(at|passw|pwd|key|token|bearer|secret)|密|口令|金鑰|秘|_|sk-|BEGIN|[A-Za-z0-9-]{16}"
)


def _nothing_to_find(text: str) -> bool:
    return _TELLTALE.search(text.translate(_SAME_LENGTH) if not text.isascii() else text) is None


def _shape(category: Category, entry: dict[str, object]) -> _Shape:
    patterns = entry["patterns"]
    cue = entry.get("cue")
    check = CHECKS[str(entry.get("check", "none"))]
    if isinstance(cue, list):
        words = re.compile("|".join(re.escape(str(word)) for word in cue), re.IGNORECASE)
        inner = check

        def check(stretch: str, before: str) -> bool:
            return words.search(before) is not None and inner(stretch, before)

    if not isinstance(patterns, list):
        raise ValueError(f"{entry} has no list of patterns")
    return _Shape(Kind(str(entry["kind"])), category, tuple(Pattern(str(each)) for each in patterns), check)
