"""What lessons call the things that learners name in everyday words: "胡说八道" is said of what lessons call "幻觉".

The words are data (`data/everyday_words.txt`), written by hand and about no course in particular. Whoever asks in the words of the lessons
finds the same with them as without.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.lessons.tokens import chinese_words, english_stems

SURELY = 0.5
"""How surely a lesson's word stands for an everyday one."""

_DATA = Path(__file__).parent / "data" / "everyday_words.txt"


def in_lessons(token: str) -> Mapping[str, float]:
    """The tokens under which lessons may speak of what this one names, itself among them, with how surely they do."""
    return {token: 1.0} | dict.fromkeys(_table().get(token, ()), SURELY)


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _DATA.read_text("utf-8").splitlines():
        asked, _, meant = line.partition(":")
        if line.startswith("#") or not meant:
            continue
        cut = english_stems if line.isascii() else chinese_words
        others = dict.fromkeys(cut(meant))
        for word in asked.split():
            token = english_stems(word)[0] if line.isascii() else word
            known = found.get(token, ())
            found[token] = tuple(dict.fromkeys((*known, *(one for one in others if one != token))))
    return found
