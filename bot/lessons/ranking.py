"""How well sections fit a question, from where its tokens occur: BM25 by section, joined over ways of cutting text.

Pure arithmetic: no database, no language. BM25 as in Robertson and Zaragoza, *The Probabilistic Relevance
Framework: BM25 and Beyond* (2009), with the heading as a weighted field.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

SATURATION = 1.2
LENGTH_NORMALISATION = 0.4
"""Low, since a section of a lesson is long because it says more, not because it repeats itself."""
HEADING_WEIGHT = 1.5
ALIKE = 0.8
"""A chunk with this share of the best one's score holds as much: the earlier one is quoted, which names its subject."""
NEIGHBOUR_SHARE = 0.1
"""Of a neighbouring section's score: an answer tends to stand among sections that speak of the same."""


class SectionKey(NamedTuple):
    """A section of a published lesson."""

    server_id: int
    lesson_id: str
    section_id: str


class Hit(NamedTuple):
    """A term in one field of one chunk."""

    term: str
    section: SectionKey
    ordinal: int
    """Place of the section in its lesson."""
    part: int
    """Place of the chunk in its section."""
    in_heading: bool
    frequency: int
    length: int
    """Tokens of the whole section."""


@dataclass(frozen=True, slots=True)
class Space:
    """The sections that are searched in one way."""

    sections: int
    mean_length: float


class Fields:
    """Whether one token stands in a section's names (0 or 1), and how often in each of its chunks."""

    __slots__ = ("heading", "parts")

    def __init__(self) -> None:
        self.heading = 0.0
        self.parts: dict[int, float] = {}

    def add(self, hit: Hit, share: float) -> None:
        """Count one hit of a term that stands for the token with this share."""
        if (
            hit.in_heading
        ):  # once: each chunk carries the names of its section, and names may lie in one another
            self.heading = max(self.heading, share)
        else:
            self.parts[hit.part] = self.parts.get(hit.part, 0.0) + share * hit.frequency


@dataclass(frozen=True, slots=True)
class Scored:
    """A section's score, and what of the question stands in it."""

    score: float
    ordinal: int
    fields: Mapping[int, Fields]
    """By the term's place in the question."""

    @property
    def matched(self) -> frozenset[int]:
        """Which of the question's terms it holds, by their place in the question."""
        return frozenset(self.fields)

    @property
    def in_heading(self) -> frozenset[int]:
        """Which of them stand in its heading or in the names of its concepts."""
        return frozenset(place for place, field in self.fields.items() if field.heading)

    def best_part(self, weights: Sequence[float]) -> int:
        """The chunk that holds most of the question, for terms of these weights; of those alike the first."""
        by_part: dict[int, float] = {}
        for place, field in self.fields.items():
            for part, count in field.parts.items():
                by_part[part] = by_part.get(part, 0.0) + weights[place] * count / (count + SATURATION)
        enough = ALIKE * max(by_part.values(), default=0.0)
        return min((part for part, score in by_part.items() if score >= enough), default=0)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Sections scored for one way of cutting text."""

    scored: Mapping[SectionKey, Scored]
    weights: tuple[float, ...]
    """Inverse document frequency of each term of the question; one that occurs nowhere weighs most."""
    unknown: tuple[bool, ...]
    """Which terms of the question occur nowhere."""

    @property
    def best_possible(self) -> float:
        """A score that no section reaches: every term, without end."""
        return sum(self.weights) * (SATURATION + 1)


def rank(question: Sequence[Mapping[str, float]], hits: Iterable[Hit], space: Space | None) -> Ranking:
    """Score every section with a hit.

    `question` holds for each token the terms that stand for it (one for each server that is searched, and several
    where it is translated), each with how surely it does: 1 for the token itself.
    """
    places: dict[str, list[tuple[int, float]]] = {}
    for number, terms in enumerate(question):
        for term, share in terms.items():
            places.setdefault(term, []).append((number, share))
    fields: dict[SectionKey, dict[int, Fields]] = {}
    known: dict[int, set[SectionKey]] = {}
    shape: dict[SectionKey, tuple[int, int]] = {}
    for hit in hits:
        for number, share in places[hit.term]:
            fields.setdefault(hit.section, {}).setdefault(number, Fields()).add(hit, share)
            known.setdefault(number, set()).add(hit.section)
        shape[hit.section] = (hit.ordinal, hit.length)
    size = space or Space(0, 1.0)
    weights = tuple(_idf(size.sections, len(known.get(number, ()))) for number in range(len(question)))
    ordinals = {section: ordinal for section, (ordinal, _) in shape.items()}
    scores = {
        section: _score(counts, weights, shape[section][1], size.mean_length)
        for section, counts in fields.items()
    }
    scored = {
        section: Scored(score, ordinals[section], fields[section])
        for section, score in _with_neighbours(scores, ordinals).items()
    }
    unknown = tuple(number not in known for number in range(len(question)))
    return Ranking(scored, weights, unknown)


def join(rankings: Sequence[tuple[float, Mapping[SectionKey, float]]]) -> dict[SectionKey, float]:
    """One score from several: each divided by its best, then added with these weights."""
    joined: dict[SectionKey, float] = {}
    for weight, scores in rankings:
        best = max(scores.values(), default=0.0)
        if best > 0:
            for section, score in scores.items():
                joined[section] = joined.get(section, 0.0) + weight * max(score, 0.0) / best
    return joined


def _idf(sections: int, holding: int) -> float:
    return math.log(1 + (sections - holding + 0.5) / (holding + 0.5)) if sections >= holding else 0.0


def _score(fields: Mapping[int, Fields], weights: Sequence[float], length: int, mean_length: float) -> float:
    norm = SATURATION * (1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * length / max(mean_length, 1.0))
    score = 0.0
    for place, field in fields.items():
        frequency = sum(field.parts.values()) + HEADING_WEIGHT * field.heading
        score += weights[place] * frequency * (SATURATION + 1) / (frequency + norm)
    return score


def _with_neighbours(
    scores: Mapping[SectionKey, float], ordinals: Mapping[SectionKey, int]
) -> dict[SectionKey, float]:
    by_place = {(key[0], key[1], ordinals[key]): score for key, score in scores.items()}
    lent = {}
    for key, score in scores.items():
        server, lesson, _ = key
        ordinal = ordinals[key]
        around = by_place.get((server, lesson, ordinal - 1), 0.0)
        around += by_place.get((server, lesson, ordinal + 1), 0.0)
        lent[key] = score + NEIGHBOUR_SHARE * around
    return lent
