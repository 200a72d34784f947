"""Learns from texts that say the same in two languages which words stand for each other.

Model 1 of Brown et al., *The Mathematics of Statistical Machine Translation* (1993), both ways. Pure arithmetic; takes a few
seconds and some 100 MB for a course, so never on the event loop.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

ROUNDS = 6
"""Of expectation and maximisation; more change little."""
MOST_OTHERS = 3
"""Words of the other language that are kept for a word."""
LEAST_SHARE = 0.1
_LEAST_SEEN = 0.6
"""Expected number of times that two words stood for each other: once by chance is not enough."""
_DOUBT = 0.3
"""Added to a word's count, so that rare words are trusted less."""
_LONGEST = 80
"""Words of a text; what is longer says little about single words and costs the most."""


_Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Twin:
    """A text in two languages, as tokens."""

    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """A word, and one that stands for it in the other language."""

    token: str
    other: str
    share: float
    """How often it does, from 0 to 1."""


def learn(twins: Sequence[Twin]) -> tuple[Translation, ...]:
    """What the words of the first language are in the second, the likeliest first for each."""
    usable = [_distinct(twin) for twin in twins]
    usable = [twin for twin in usable if 0 < len(twin.one) <= _LONGEST and 0 < len(twin.other) <= _LONGEST]
    if not usable:
        return ()
    ones = sorted({token for twin in usable for token in twin.one})
    others = sorted({token for twin in usable for token in twin.other})
    number = {token: place for place, token in enumerate(ones, 1)}  # 0 is no word at all
    other_number = {token: place for place, token in enumerate(others)}
    from_, to, group = _alignments(usable, number, other_number)
    kinds, kind = np.unique(from_ * len(others) + to, return_inverse=True)
    from_of_kind = kinds // len(others)
    chance: npt.NDArray[np.float64] = np.ones(len(kinds))
    seen: npt.NDArray[np.float64] = chance
    for _ in range(ROUNDS):
        likely = chance[kind]
        seen = np.bincount(kind, likely / np.bincount(group, likely)[group]).astype(np.float64)
        chance = seen / (np.bincount(from_of_kind, seen)[from_of_kind] + _DOUBT)
    good = np.flatnonzero((from_of_kind > 0) & (chance >= LEAST_SHARE) & (seen >= _LEAST_SEEN))
    found: list[Translation] = []
    for place in sorted(good, key=lambda place: (from_of_kind[place], -chance[place])):
        token = ones[int(from_of_kind[place]) - 1]
        if sum(one.token == token for one in found[-MOST_OTHERS:]) < MOST_OTHERS:
            other = others[int(kinds[place] % len(others))]
            found.append(Translation(token, other, round(min(float(chance[place]), 1.0), 3)))
    return tuple(found)


def _distinct(twin: Twin) -> Twin:
    return Twin(tuple(dict.fromkeys(twin.one)), tuple(dict.fromkeys(twin.other)))


def _alignments(
    twins: Sequence[Twin], number: dict[str, int], other_number: dict[str, int]
) -> tuple[_Numbers, _Numbers, _Numbers]:
    """Every pair of words that may stand for each other: first, second, and which second word it explains."""
    from_: list[int] = []
    to: list[int] = []
    group: list[int] = []
    groups = 0
    for twin in twins:
        sources: Collection[int] = (0, *(number[token] for token in twin.one))
        for token in twin.other:
            from_ += sources
            to += [other_number[token]] * len(sources)
            group += [groups] * len(sources)
            groups += 1
    return np.array(from_, dtype=np.int64), np.array(to, dtype=np.int64), np.array(group, dtype=np.int64)
