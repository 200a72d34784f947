"""Simplified and Traditional Chinese: lessons to zh-TW, questions to zh-CN.

Code, link targets and anything else that is not prose never change. A fence is code unless its info string is `text`:
that is prose in a box, such as a prompt or a small table. Dictionaries load on first use (70 ms), so convert lessons
in a thread.
"""

import re
from collections.abc import Mapping
from functools import cache

import opencc

# Stays letter for letter: fenced (but not `text`) and inline code, targets of links and images, bare addresses, section ids.
_VERBATIM = re.compile(
    r"(^[ ]{0,3}(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)\n.*?(?:^[ ]{0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<!`)(?P<ticks>`++)(?:.|\n(?!\n))+?(?<!`)(?P=ticks)(?!`)"
    r"|\]\([^)\s]*"
    r"|<?https?://[^\s>）]+"
    r"|\{#[^}\s]+\})",
    re.DOTALL | re.MULTILINE,
)


class ToTraditional:
    """Turns our Simplified Chinese into Traditional Chinese as Taiwan writes it.

    Its dictionaries take 45 MB: let go of it when a course is converted.
    """

    def __init__(self, corrections: Mapping[str, str]) -> None:
        """`corrections` are applied after OpenCC's phrases (`s2twp`), the longest first."""
        self._dictionaries: opencc.OpenCC | None = None
        self._corrections = dict(corrections)
        longest_first = sorted(self._corrections, key=len, reverse=True)
        self._wrong = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def markdown(self, text: str) -> str:
        """Convert the prose of a Markdown text."""
        kept = 0
        converted: list[str] = []
        for verbatim in _VERBATIM.finditer(text):
            is_prose = (verbatim["info"] or "").strip() == "text"
            whole = verbatim.group()
            converted += [self.prose(text[kept : verbatim.start()]), self.prose(whole) if is_prose else whole]
            kept = verbatim.end()
        return "".join(converted) + self.prose(text[kept:])

    def prose(self, text: str) -> str:
        """Convert a text in which every character is prose."""
        if not text:
            return text
        self._dictionaries = self._dictionaries or opencc.OpenCC("s2twp")
        converted = str(self._dictionaries.convert(text))
        if self._wrong is None:
            return converted
        return self._wrong.sub(lambda match: self._corrections[match.group()], converted)


def to_simplified(text: str) -> str:
    """Traditional characters made simplified; all others stay."""
    return str(_to_simplified().convert(text))


def in_mainland_words(text: str) -> str:
    """A text with traditional characters as the mainland would write it: words are exchanged too (視窗 becomes 窗口).

    All others stay: what looks like a word of Taiwan's in simplified characters often is one of the mainland's (程序).
    """
    return text if to_simplified(text) == text else str(_from_taiwan().convert(text))


@cache
def _from_taiwan() -> opencc.OpenCC:
    return opencc.OpenCC("tw2sp")  # 1 MB


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")  # 2 MB: kept, since every Chinese question passes through it
