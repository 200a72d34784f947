"""How well sections fit a question, from where its tokens occur: BM25 by section, joined over ways of cutting text.

Pure arithmetic on arrays in which each section has its number: no database, no language. BM25 as in Robertson and Zaragoza,
*The Probabilistic Relevance Framework: BM25 and Beyond* (2009), with the heading as a weighted field.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from bot.lessons.places import NAMES, NOWHERE, SECTION_BITS, Places, fields_of, sections_of

SATURATION = 1.2
LENGTH_NORMALISATION = 0.4
"""Low, since a section of a lesson is long because it says more, not because it repeats itself."""
HEADING_WEIGHT = 1.5
ALIKE = 0.8
"""A chunk with this share of the best one's score holds as much: the earlier one is quoted, which names its subject."""
NEIGHBOUR_SHARE = 0.1
"""Of a neighbouring section's score: an answer tends to stand among sections that speak of the same."""

Scores = npt.NDArray[np.float64]
"""A number for each section, by its number; 0 where nothing was found."""
Numbers = npt.NDArray[np.signedinteger[Any]]
"""Numbers of sections."""
Token = Sequence[tuple[Places, float]]
"""Of a token of the question where each of the terms that stand for it occurs, and how surely it does: 1 for itself."""


class SectionKey(NamedTuple):
    """A section of a published lesson."""

    server_id: int
    lesson_id: str
    section_id: str


@dataclass(frozen=True, slots=True)
class Space:
    """The sections that are searched in one way; arrays have an entry for each section of the shelf, also those that are not."""

    sections: int
    """How many are searched."""
    mean_length: float
    lengths: Numbers
    """Tokens of each."""
    before: Numbers
    """The section before each in its lesson; how many there are on the shelf where there is none."""
    after: Numbers
    """The one after it."""

    @classmethod
    def without_text(cls, sections: int) -> "Space":
        """Of a shelf of so many sections none of which is written in the language that is cut in this way."""
        nobody = np.full(sections, sections, dtype=np.intp)
        return cls(0, 1.0, np.zeros(sections, dtype=np.int32), nobody, nobody)


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """Sections scored for one way of cutting text."""

    scores: Scores
    weights: tuple[float, ...]
    """Inverse document frequency of each token of the question; one that occurs nowhere weighs most."""
    held: npt.NDArray[np.bool_]
    """Which tokens stand in which sections: a row a token, a column a section."""
    named: npt.NDArray[np.bool_]
    """The same for the headings of sections and the names of their concepts."""
    tokens: Numbers
    """The token of the question that stands at each of `places`."""
    places: Places
    """Where anything of the question occurs, token by token."""
    found: Sequence[Token]

    @property
    def unknown(self) -> tuple[bool, ...]:
        """Which tokens of the question occur nowhere."""
        return tuple(not self.held[token].any() for token in range(len(self.weights)))

    @property
    def best_possible(self) -> float:
        """A score that no section reaches: every token, without end."""
        return sum(self.weights) * (SATURATION + 1)

    @property
    def named_share(self) -> float:
        """Share of the question's weight in words by which some section, whichever, is called."""
        return self.share(np.asarray(self.named.any(axis=1)))

    def named_for(self, least: float) -> list[int]:
        """Sections in whose names stands at least this much, more than nothing, of the question's weight."""
        if not self.weights:
            return []
        named = (np.array(self.weights)[:, None] * self.named).sum(axis=0)
        return [int(section) for section in np.flatnonzero((named >= least) & (named > 0))]

    def share(self, marks: npt.NDArray[np.bool_]) -> float:
        """The share of the question's weight that lies in the tokens that a column of `held` or `named` marks."""
        marked = sum(weight for weight, is_marked in zip(self.weights, marks, strict=True) if is_marked)
        return marked / (sum(self.weights) or 1.0)

    def best_part(self, section: int) -> int:
        """The chunk of a section that holds most of the question; of those alike the first."""
        by_part: dict[int, float] = {}
        for weight, token in zip(self.weights, self.found, strict=True):
            for places, surely in token:
                first, beyond = np.searchsorted(
                    places, (section << SECTION_BITS, (section + 1) << SECTION_BITS)
                )
                fields, counts = np.unique(fields_of(places[first:beyond]), return_counts=True)
                for field, count in zip(fields.tolist(), counts.tolist(), strict=True):
                    if field != NAMES:
                        held = surely * count / (count + SATURATION)
                        by_part[field - 1] = by_part.get(field - 1, 0.0) + weight * held
        enough = ALIKE * max(by_part.values(), default=0.0)
        return min((part for part, score in by_part.items() if score >= enough), default=0)


def rank(question: Sequence[Token], space: Space) -> Ranking:
    """Score every section in which something of the question occurs.

    `question` holds for each token where the terms that stand for it occur (one for each server that is searched, and
    several where it is translated).
    """
    size, asked = len(space.lengths), len(question)
    met = [
        (number, places, surely)
        for number, token in enumerate(question)
        for places, surely in token
        if len(places)
    ]
    times = [len(places) for _, places, _ in met]
    tokens = np.repeat(np.array([number for number, _, _ in met], dtype=np.intp), times)
    surely = np.repeat(np.array([surely for _, _, surely in met]), times)
    places = np.concatenate([places for _, places, _ in met]) if met else NOWHERE
    sections = sections_of(places)
    cells = tokens * size + sections
    in_names = fields_of(places) == NAMES
    # However often a term stands in the names of a section, it counts once, since names may lie in one another.
    again = np.zeros(len(places), dtype=np.bool_)
    again[1:] = cells[1:] == cells[:-1]
    again[np.cumsum(times[:-1], dtype=np.intp)] = False  # where the next term begins
    counted = surely * np.where(in_names, np.where(again, 0.0, HEADING_WEIGHT), 1.0)
    often = np.bincount(cells, counted, minlength=asked * size).reshape(asked, size)
    named = np.zeros(asked * size, dtype=np.bool_)
    named[cells[in_names]] = True
    weights = [_idf(space.sections, holding) for holding in np.count_nonzero(often, axis=1).tolist()]
    shortest = SATURATION * (1 - LENGTH_NORMALISATION)
    by_length = SATURATION * LENGTH_NORMALISATION / max(space.mean_length, 1.0) * space.lengths
    parts = often * (SATURATION + 1) / (often + shortest + by_length)
    parts *= np.array(weights).reshape(asked, 1)
    scores = _with_neighbours(parts.sum(axis=0), space)
    return Ranking(
        scores, tuple(weights), often > 0, named.reshape(asked, size), tokens, places, tuple(question)
    )


def as_shares(scores: Scores) -> Scores:
    """Scores divided by the best; nothing below 0."""
    best = scores.max(initial=0.0)
    return np.maximum(scores, 0.0) / best if best > 0 else np.zeros_like(scores)


def _idf(sections: int, holding: int) -> float:
    return math.log(1 + (sections - holding + 0.5) / (holding + 0.5)) if sections >= holding else 0.0


def _with_neighbours(scores: Scores, space: Space) -> Scores:
    """What was found, with a share of what its neighbours have; where nothing was found stays nothing."""
    padded = np.append(scores, 0.0)
    lent = NEIGHBOUR_SHARE * (padded[space.before] + padded[space.after])
    return np.where(scores > 0, scores + lent, 0.0)
