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


@dataclass(frozen=True, slots=True)
class Scored:
    """A section's score, and what of the question stands in it."""

    score: float
    ordinal: int
    part: int
    """The chunk that fits best."""
    matched: frozenset[int]
    """Which of the question's terms it holds, by their place in the question."""
    in_heading: frozenset[int]


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


def rank(question: Sequence[Sequence[str]], hits: Iterable[Hit], space: Space | None) -> Ranking:
    """Score every section with a hit.

    `question` holds for each token the terms that stand for it, one for each server that is searched.
    """
    place = {term: number for number, terms in enumerate(question) for term in terms}
    fields: dict[SectionKey, dict[int, _Fields]] = {}
    known: dict[int, set[SectionKey]] = {}
    shape: dict[SectionKey, tuple[int, int]] = {}
    for hit in hits:
        number = place[hit.term]
        counts = fields.setdefault(hit.section, {}).setdefault(number, _Fields())
        counts.add(hit)
        known.setdefault(number, set()).add(hit.section)
        shape[hit.section] = (hit.ordinal, hit.length)
    size = space or Space(0, 1.0)
    weights = tuple(_idf(size.sections, len(known.get(number, ()))) for number in range(len(question)))
    scored = {
        section: _score(counts, weights, *shape[section], size.mean_length)
        for section, counts in fields.items()
    }
    unknown = tuple(number not in known for number in range(len(question)))
    return Ranking(_with_neighbours(scored), weights, unknown)


def join(rankings: Sequence[tuple[float, Mapping[SectionKey, float]]]) -> dict[SectionKey, float]:
    """One score from several: each divided by its best, then added with these weights."""
    joined: dict[SectionKey, float] = {}
    for weight, scores in rankings:
        best = max(scores.values(), default=0.0)
        if best > 0:
            for section, score in scores.items():
                joined[section] = joined.get(section, 0.0) + weight * max(score, 0.0) / best
    return joined


class _Fields:
    """How often one term stands in a section's heading and in each of its chunks."""

    __slots__ = ("heading", "parts")

    def __init__(self) -> None:
        self.heading = 0
        self.parts: dict[int, int] = {}

    def add(self, hit: Hit) -> None:
        if hit.in_heading:  # each chunk carries the heading of its section
            self.heading = max(self.heading, hit.frequency)
        else:
            self.parts[hit.part] = self.parts.get(hit.part, 0) + hit.frequency


def _idf(sections: int, holding: int) -> float:
    return math.log(1 + (sections - holding + 0.5) / (holding + 0.5)) if sections >= holding else 0.0


def _score(
    counts: Mapping[int, _Fields],
    weights: Sequence[float],
    ordinal: int,
    length: int,
    mean_length: float,
) -> Scored:
    norm = SATURATION * (1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * length / max(mean_length, 1.0))
    score = 0.0
    by_part: dict[int, float] = {}
    for number, field in counts.items():
        frequency = sum(field.parts.values()) + HEADING_WEIGHT * field.heading
        score += weights[number] * frequency * (SATURATION + 1) / (frequency + norm)
        for part, count in field.parts.items():
            by_part[part] = by_part.get(part, 0.0) + weights[number] * count / (count + SATURATION)
    return Scored(
        score=score,
        ordinal=ordinal,
        part=min(by_part, key=lambda part: (-by_part[part], part), default=0),
        matched=frozenset(counts),
        in_heading=frozenset(number for number, field in counts.items() if field.heading),
    )


def _with_neighbours(scored: Mapping[SectionKey, Scored]) -> dict[SectionKey, Scored]:
    by_place = {(key.server_id, key.lesson_id, one.ordinal): one.score for key, one in scored.items()}
    result = {}
    for key, one in scored.items():
        server, lesson, _ = key
        around = by_place.get((server, lesson, one.ordinal - 1), 0.0)
        around += by_place.get((server, lesson, one.ordinal + 1), 0.0)
        result[key] = Scored(
            one.score + NEIGHBOUR_SHARE * around, one.ordinal, one.part, one.matched, one.in_heading
        )
    return result
