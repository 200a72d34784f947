"""How far a section is about just what is asked: "What is a token?" and a section called *Tokens*.

BM25 cannot see this: it counts how much of the question stands in a section, not whether the section is about that
and nothing else. Pure arithmetic over tokens; the names themselves are cut when a lesson is indexed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

SHARE = 0.2
"""What a name that is like the question adds to a section's score (1 is the best section's)."""
SAME_HEADING = 0.2
"""What a name in the heading adds beside that when it is the question: somebody asks what something is."""
SAME_CONCEPT = 0.1
"""The same for a concept that the section teaches, where its heading does not say so."""
RECURRING = 3
"""From so many lessons on, sections with the same id or heading ("Misconceptions", "Summary") name no subject."""
RECURRING_COST = 0.25
"""What such a section loses of its score: it speaks of everything in its lesson and explains little of it."""
KIND_SHARE = 0.3
"""What it gains instead where the question asks for this kind of section, in the lesson that fits best: "the homework on agents"."""

_BETWEEN_NAMES = re.compile(r"[:：,，、;；/()（）?？!！]|\band\b|\bor\b|和|与|與")


@dataclass(frozen=True, slots=True)
class Names:
    """What a section is called, each name as the set of its tokens."""

    heading: tuple[frozenset[str], ...] = ()
    """Its heading, and the names that stand in it."""
    concepts: tuple[frozenset[str], ...] = ()
    """The same of the concepts that it teaches."""


def names_in(titles: Sequence[str]) -> tuple[str, ...]:
    """These titles, and the names that stand in them: *Tokens: how text becomes numbers* names *Tokens*."""
    parts = (part.strip() for title in titles for part in _BETWEEN_NAMES.split(title))
    return tuple(dict.fromkeys(name for name in (*titles, *parts) if name))


def likeness(weights: Mapping[str, float], names: Iterable[frozenset[str]]) -> float:
    """How like the question the likest of some names is: 0 (nothing in common) to 1 (the same words).

    `weights` holds the question's tokens. The measure is Jaccard's, with each token at its weight; a word of the
    name that the question lacks weighs what the question's words weigh on average.
    """
    total = sum(weights.values())
    if total <= 0:
        return 0.0
    best = 0.0
    for tokens in names:
        common = sum(weight for token, weight in weights.items() if token in tokens)
        strange = len(tokens - weights.keys()) * total / len(weights)
        best = max(best, common / (total + strange))
    return best


def named(weights: Mapping[str, float], names: Names) -> float:
    """What a section's names add to its score, for a question of these tokens."""
    added = SHARE * likeness(weights, names.heading)
    if weights.keys() in names.heading:
        return added + SAME_HEADING
    return added + (SAME_CONCEPT if weights.keys() in names.concepts else 0.0)
