"""How far a heading names just what is asked about: "What is a token?" and a section called *Tokens*.

BM25 cannot see this: it counts how much of the question stands in a section, not whether the section is about that
and nothing else.
"""

import re
from collections.abc import Mapping

from bot.lessons.tokens import chinese_words, english_stems

SHARE = 0.2
"""What a heading that names the question adds to a section's score (1 is the best section's)."""

_BETWEEN_NAMES = re.compile(r"[:：,，、;；/()（）?？!！]|\band\b|\bor\b|和|与|與")


def named(weights: Mapping[str, float], heading: str, *, is_chinese: bool) -> float:
    """How like the question a heading, or one of the names in it, is: 0 (nothing in common) to 1 (the same).

    `weights` holds the question's tokens. The measure is Jaccard's, with each token at its weight; a word of the
    heading that the question lacks weighs what the question's words weigh on average.
    """
    total = sum(weights.values())
    if total <= 0:
        return 0.0
    cut = chinese_words if is_chinese else english_stems
    best = 0.0
    for name in (heading, *_BETWEEN_NAMES.split(heading)):
        tokens = set(cut(name))
        common = sum(weight for token, weight in weights.items() if token in tokens)
        strange = len(tokens - weights.keys()) * total / len(weights)
        best = max(best, common / (total + strange))
    return best
