"""How close together the words of a question stand in a section: neighbours say more than the same words far apart.

Pure arithmetic over where words occur; what a section is about as a whole is `ranking.py`'s.
"""

from collections.abc import Sequence

from bot.lessons.ranking import CHUNK, SATURATION, Held

IN_NAMES = 1.5
"""How much neighbours in a section's names count, of those in its text."""
APART = 0.5
"""How much two words count that have one between them, or stand the other way round."""


def together(held: Held, weights: Sequence[float]) -> float:
    """The largest share of the question's weight that stands in one chunk with the section's names; 0 to 1."""
    total = sum(weights)
    if total <= 0:
        return 0.0
    named = 0.0
    chunks: dict[int, float] = {}
    for place, found in held.fields.items():
        if any(posting.in_heading for posting, _ in found):
            named += weights[place]
        else:
            for part in {part for posting, _ in found for part, _ in posting.parts}:
                chunks[part] = chunks.get(part, 0.0) + weights[place]
    return (named + max(chunks.values(), default=0.0)) / total


def side_by_side(held: Held, weights: Sequence[float]) -> float:
    """How much of the question's neighbouring words are neighbours here too, by the weight of the lighter of two.

    0 for none; comparable among the sections of one question alone.
    """
    total = 0.0
    known: dict[int, set[int]] = {}
    for place in held.fields:
        if place + 1 in held.fields:
            for one in (place, place + 1):
                if one not in known:
                    known[one] = set().union(*(posting.positions() for posting, _ in held.fields[one]))
            often = _neighbours(known[place], known[place + 1])
            total += min(weights[place], weights[place + 1]) * often * (SATURATION + 1) / (often + SATURATION)
    return total


def _neighbours(ahead: set[int], behind: set[int]) -> float:
    found = 0.0
    for one in behind:
        near = (one - 1 in ahead) + APART * ((one - 2 in ahead) + (one + 1 in ahead))
        if near:
            found += near * (IN_NAMES if one < CHUNK else 1.0)
    return found
