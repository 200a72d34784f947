"""The words by which remembered turns are found again.

The same cutting as for lessons (stems for English; words and pairs of characters for Chinese, in one script), and beyond
it irregular forms (people tell what they *bought* and ask later what they *buy*) and the month of May.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.lessons.tokens import chinese_pairs, chinese_words, english_stems
from bot.lessons.traditional import to_simplified

Terms = Callable[[str], Sequence[str]]
"""What cuts a text into terms, as `terms_of` does."""

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile("[A-Za-z]+")
_MAY = re.compile(
    r"\b((?:in|of|on|since|until|till|by|last|this|next|early|mid|late|\d{1,2}(?:st|nd|rd|th)?)\s+)May\b|\bMay(?=,?\s+\d)"
)
"""The month, which else is taken for the verb and left out."""
_START, _END = 6_000, 2_000
"""Characters of a turn that are looked at, where it begins and where it ends; keeps the work for one turn bounded."""


def _irregular_forms() -> dict[str, str]:
    lines = (Path(__file__).parent / "data" / "irregular_en.txt").read_text("utf-8").splitlines()
    return {form: base for base, *forms in map(str.split, lines) for form in forms}


_REGULAR = _irregular_forms()


def terms_of(text: str) -> list[str]:
    """Every term of a text, as often as it occurs; none for a text without words."""
    if len(text) > _START + _END:
        text = f"{text[:_START]} {text[-_END:]}"
    text = _LATIN.sub(_regular, _MAY.sub(r"\1maymonth", text))
    if _HAN.search(text) is None:
        return english_stems(text)
    simplified = to_simplified(text)
    pairs = [pair for pair in chinese_pairs(simplified) if _HAN.match(pair)]
    return [*chinese_words(simplified), *pairs]


def _regular(found: re.Match[str]) -> str:
    return _REGULAR.get(found[0].lower(), found[0])
