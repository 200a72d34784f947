"""Texts that a reply may not contain, lightly reworded or not: keys of open questions, hidden cases, a canary."""

import re

from bot.safety.normalise import Normaliser

_LATIN_LEAST, _CHINESE_LEAST = 6, 4
"""Fewer characters than this would be found in any text ("B", "42"): such a key cannot be guarded by its words."""
_PARTS_LEAST = 4
_SHARE = 0.8
_WORD = re.compile("[a-z0-9]+")
_CHINESE = re.compile("[\u3400-\u9fff]+")
_KEEP = re.compile("[^a-z0-9\u3400-\u9fff]+")
_SMALL_WORDS = frozenset(
    "a an and are as at be by for from how in is it its of on or that the their this to was what when which with".split()
)


class Sealed:
    """Looks for forbidden texts: as they stand whatever the case, spacing and marks, or by four fifths of their words."""

    def __init__(self, forbidden: tuple[str, ...], normaliser: Normaliser) -> None:
        self._normaliser = normaliser
        folded = [normaliser.fold(each) for each in forbidden]
        self._whole = tuple(bare for each in folded if _long_enough(bare := _KEEP.sub("", each)))
        self._parts = tuple(parts for each in folded if len(parts := _content(each)) >= _PARTS_LEAST)

    def appears_in(self, text: str) -> bool:
        """Whether any forbidden text stands in `text`."""
        if not self._whole and not self._parts:
            return False
        folded = self._normaliser.fold(text)
        bare = _KEEP.sub("", folded)
        if any(each in bare for each in self._whole):
            return True
        if not self._parts:
            return False
        have = _content(folded)
        return any(len(parts & have) >= _SHARE * len(parts) for parts in self._parts)


def _long_enough(bare: str) -> bool:
    return len(bare) >= (_CHINESE_LEAST if _CHINESE.search(bare) else _LATIN_LEAST)


def _content(folded: str) -> frozenset[str]:
    """Stems of the words that carry meaning (first six letters), and pairs of Chinese characters."""
    words = {word[:6] for word in _WORD.findall(folded) if word not in _SMALL_WORDS}
    pairs = {run[at : at + 2] for run in _CHINESE.findall(folded) for at in range(len(run) - 1)}
    return frozenset(words | pairs)
