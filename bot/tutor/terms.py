"""The words by which remembered turns are found again.

The same cutting as for lessons (stems for English; words and pairs of characters for Chinese, in one script), and beyond
it irregular forms: people tell what they *bought* and ask later what they *buy*.
"""

import re
from pathlib import Path

from bot.lessons.tokens import QUESTION_CHARACTERS, chinese_pairs, chinese_words, english_stems
from bot.lessons.traditional import to_simplified

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile("[A-Za-z]+")
_LONGEST = 4_000
"""Characters of a turn that are looked at; keeps the work for one turn bounded."""


def _irregular_forms() -> dict[str, str]:
    lines = (Path(__file__).parent / "data" / "irregular_en.txt").read_text("utf-8").splitlines()
    return {form: base for base, *forms in map(str.split, lines) for form in forms}


_REGULAR = _irregular_forms()


def terms_of(text: str) -> list[str]:
    """Every term of a text, as often as it occurs; none for a text without words."""
    text = _LATIN.sub(_regular, text[:_LONGEST])
    if _HAN.search(text) is None:
        return english_stems(text)
    simplified = to_simplified(text)
    pairs = [pair for pair in chinese_pairs(simplified) if _HAN.match(pair)]
    return [*chinese_words(simplified), *pairs]


def question_terms_of(text: str) -> list[str]:
    """The terms to look for, for a question."""
    return terms_of(text[:QUESTION_CHARACTERS])


def _regular(found: re.Match[str]) -> str:
    return _REGULAR.get(found[0].lower(), found[0])
