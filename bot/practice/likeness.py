"""How much of their wording two texts share: chrF (Popović 2015), of characters alone. It knows nothing of meaning."""

from collections import Counter

from bot.practice.folding import squeezed

_LONGEST = 6
_BETA = 2.0
"""Recall counts twice as much as precision, as the paper recommends."""


def likeness(text: str, wanted: str) -> float:
    """From 0 (no sequence of letters in common) to 1 (the same letters in the same order)."""
    ours, theirs = squeezed(text), squeezed(wanted)
    if not ours or not theirs:
        return 1.0 if ours == theirs else 0.0
    precisions, recalls = [], []
    for length in range(1, min(_LONGEST, len(ours), len(theirs)) + 1):
        left, right = _grams(ours, length), _grams(theirs, length)
        shared = sum((left & right).values())
        precisions.append(shared / sum(left.values()))
        recalls.append(shared / sum(right.values()))
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    if precision + recall == 0:
        return 0.0
    return (1 + _BETA**2) * precision * recall / (_BETA**2 * precision + recall)


def _grams(text: str, length: int) -> Counter[str]:
    return Counter(text[at : at + length] for at in range(len(text) - length + 1))
