"""How close together the words of a question stand in a section: neighbours say more than the same words far apart.

Pure arithmetic over where words occur; what a section is about as a whole is `ranking.py`'s.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bot.lessons.places import FIELD_BITS, NAMES, Places, are_among, fields_of, sections_of
from bot.lessons.ranking import SATURATION, Ranking, Scores

IN_NAMES = 1.5
"""How much neighbours in a section's names count, of those in its text."""
APART = 0.5
"""How much two words count that have one between them, or stand the other way round."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close together the words of a question stand in each section that was looked at; 0 in all others."""

    together: Scores
    """The largest share of the question's weight that stands in one chunk with the section's names; 0 to 1."""
    side_by_side: Scores
    """How much of the question's neighbouring words are neighbours there too, by the weight of the lighter of two.

    0 for none; comparable among the sections of one question alone.
    """


_TOKEN_BITS = 48
"""Bits of a token and a place as one number below the token: sections for a million lessons."""


def closeness(ranking: Ranking, sections: Sequence[int]) -> Closeness:
    """How close together the words of a question stand in these sections."""
    looked_at = np.zeros(len(ranking.scores), dtype=np.bool_)
    looked_at[list(sections)] = True
    here = looked_at[sections_of(ranking.places)]
    # In order, and once where terms that stand for one word share a place.
    ordered = np.unique((ranking.tokens[here] << _TOKEN_BITS) + ranking.places[here])
    tokens, places = ordered >> _TOKEN_BITS, ordered & ((1 << _TOKEN_BITS) - 1)
    together = np.where(looked_at, _together(ranking, tokens, places), 0.0)
    return Closeness(together, _side_by_side(ranking, tokens, places))


def _together(ranking: Ranking, tokens: Places, places: Places) -> Scores:
    total = sum(ranking.weights)
    if total <= 0:
        return np.zeros_like(ranking.scores)
    weights = np.array(ranking.weights)
    chunks = places >> FIELD_BITS
    counts = (fields_of(places) != NAMES) & ~ranking.named[tokens, sections_of(places)]
    counts[1:] &= (chunks[1:] != chunks[:-1]) | (tokens[1:] != tokens[:-1])
    there, which = np.unique(chunks[counts], return_inverse=True)
    most = np.zeros_like(ranking.scores)
    held = np.bincount(which, weights[tokens[counts]], minlength=len(there))
    np.maximum.at(most, sections_of(there << FIELD_BITS), held)
    return np.asarray(((weights[:, None] * ranking.named).sum(axis=0) + most) / total)


def _side_by_side(ranking: Ranking, tokens: Places, places: Places) -> Scores:
    weights, size = ranking.weights, len(ranking.scores)
    total = np.zeros(size)
    ends = np.searchsorted(tokens, np.arange(len(weights) + 1))
    by_token = [places[first:beyond] for first, beyond in pairwise(ends.tolist())]
    for (ahead, weight), (behind, next_weight) in pairwise(zip(by_token, weights, strict=True)):
        if len(ahead) and len(behind):
            often = np.bincount(sections_of(behind), _neighbours(ahead, behind), minlength=size)
            total += min(weight, next_weight) * often * (SATURATION + 1) / (often + SATURATION)
    return total


def _neighbours(ahead: Places, behind: Places) -> Scores:
    """How much each place of a word counts as the neighbour of some place of the word before it."""
    beside, apart, before = are_among(np.stack([behind - 1, behind - 2, behind + 1]), ahead)
    near = beside + APART * (apart.astype(np.float64) + before)
    return np.asarray(near * np.where(fields_of(behind) == NAMES, IN_NAMES, 1.0))
