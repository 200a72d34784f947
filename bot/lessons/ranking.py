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
CHUNK = 4_096
"""More words than a chunk, or the names of a section, ever hold: places in different ones lie so far apart."""
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
    length: int
    """Tokens of the whole section."""
    offsets: Sequence[int]
    """Numbers of the words in the field."""


@dataclass(frozen=True, slots=True)
class Space:
    """The sections that are searched in one way."""

    sections: int
    mean_length: float


class Posting(NamedTuple):
    """A term in one section."""

    section: SectionKey
    ordinal: int
    length: int
    """Tokens of the section."""
    in_heading: bool
    """In its heading or in the names of its concepts: once, since names may lie in one another."""
    parts: tuple[tuple[int, int], ...]
    """Chunks in which it occurs, and how often."""
    frequency: int
    """How often in all of them."""
    places: tuple[tuple[int, Sequence[int]], ...] = ()
    """Where: for its names (0) and each chunk (from 1) the numbers of words."""

    def positions(self) -> set[int]:
        """Where it occurs, as numbers that lie far apart for different chunks; those in its names are below `CHUNK`."""
        return {field * CHUNK + one for field, offsets in self.places for one in offsets}


Postings = Mapping[str, Mapping[SectionKey, Posting]]
"""Where terms occur, by term and section."""


def gather(hits: Iterable[Hit]) -> dict[str, dict[SectionKey, Posting]]:
    """Hits by term and section."""
    found: dict[str, dict[SectionKey, Posting]] = {}
    same: dict[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]] = {}  # most are alike: kept once
    for term, section, ordinal, part, in_heading, length, offsets in hits:
        where = found.get(term)
        if where is None:
            where = found[term] = {}
        frequency = 0 if in_heading else len(offsets)
        parts: tuple[tuple[int, int], ...] = () if in_heading else ((part, frequency),)
        places: tuple[tuple[int, Sequence[int]], ...] = ((0 if in_heading else part + 1, offsets),)
        if before := where.get(section):
            parts = before.parts + parts
            places = before.places + places
            in_heading = in_heading or before.in_heading
            frequency += before.frequency
        parts = same.setdefault(parts, parts)
        where[section] = Posting(section, ordinal, length, in_heading, parts, frequency, places)
    return found


@dataclass(frozen=True, slots=True)
class Held:
    """What of a question stands in one section."""

    fields: Mapping[int, Sequence[tuple[Posting, float]]]
    """By the term's place in the question: what stands for it here, and how surely."""

    @property
    def matched(self) -> frozenset[int]:
        """Which of the question's terms it holds, by their place in the question."""
        return frozenset(self.fields)

    @property
    def in_heading(self) -> frozenset[int]:
        """Which of them stand in its heading or in the names of its concepts."""
        return frozenset(
            place for place, found in self.fields.items() if any(one.in_heading for one, _ in found)
        )

    def best_part(self, weights: Sequence[float]) -> int:
        """The chunk that holds most of the question, for terms of these weights; of those alike the first."""
        by_part: dict[int, float] = {}
        for place, found in self.fields.items():
            for posting, share in found:
                for part, count in posting.parts:
                    held = share * count / (count + SATURATION)
                    by_part[part] = by_part.get(part, 0.0) + weights[place] * held
        enough = ALIKE * max(by_part.values(), default=0.0)
        return min((part for part, score in by_part.items() if score >= enough), default=0)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Sections scored for one way of cutting text."""

    scores: Mapping[SectionKey, float]
    weights: tuple[float, ...]
    """Inverse document frequency of each term of the question; one that occurs nowhere weighs most."""
    unknown: tuple[bool, ...]
    """Which terms of the question occur nowhere."""
    found: Sequence[Sequence[tuple[Mapping[SectionKey, Posting], float]]]
    """For each term of the question where what stands for it occurs, and how surely it does."""

    @property
    def best_possible(self) -> float:
        """A score that no section reaches: every term, without end."""
        return sum(self.weights) * (SATURATION + 1)

    @property
    def named_share(self) -> float:
        """Share of the question's weight in words by which some section, whichever, is called."""
        named = (
            weight
            for weight, found in zip(self.weights, self.found, strict=True)
            if any(held.in_heading for where, _ in found for held in where.values())
        )
        return sum(named) / (sum(self.weights) or 1.0)

    def held(self, section: SectionKey) -> Held:
        """What of the question stands in a section. Looked up when asked for: few sections are."""
        fields = {
            place: [(where[section], share) for where, share in found if section in where]
            for place, found in enumerate(self.found)
        }
        return Held({place: some for place, some in fields.items() if some})

    def named_for(self, least: float) -> list[SectionKey]:
        """Sections in whose names stands at least this much of the question's weight."""
        named: dict[SectionKey, float] = {}
        for weight, found in zip(self.weights, self.found, strict=True):
            for section in {one for where, _ in found for one, held in where.items() if held.in_heading}:
                named[section] = named.get(section, 0.0) + weight
        return [section for section, weight in named.items() if weight >= least]


def rank(question: Sequence[Mapping[str, float]], postings: Postings, space: Space | None) -> Ranking:
    """Score every section in which something of the question occurs.

    `question` holds for each token the terms that stand for it (one for each server that is searched, and several
    where it is translated), each with how surely it does: 1 for the token itself.
    """
    size = space or Space(0, 1.0)
    shortest = SATURATION * (1 - LENGTH_NORMALISATION)
    by_length = SATURATION * LENGTH_NORMALISATION / max(size.mean_length, 1.0)
    scores: dict[SectionKey, float] = {}
    ordinals: dict[SectionKey, int] = {}
    weights: list[float] = []
    unknown: list[bool] = []
    everywhere: list[list[tuple[Mapping[SectionKey, Posting], float]]] = []
    for terms in question:
        found = [(postings[term], share) for term, share in terms.items() if term in postings]
        frequencies: dict[SectionKey, tuple[float, Posting]] = {}
        for where, share in found:
            for section, posting in where.items():
                frequency = posting.frequency + HEADING_WEIGHT if posting.in_heading else posting.frequency
                before = frequencies.get(section)
                counted = share * frequency + (before[0] if before else 0.0)
                frequencies[section] = (counted, posting)
        weight = _idf(size.sections, len(frequencies))
        for section, (frequency, posting) in frequencies.items():
            held = frequency * (SATURATION + 1) / (frequency + shortest + by_length * posting.length)
            scores[section] = scores.get(section, 0.0) + weight * held
            ordinals[section] = posting.ordinal
        weights.append(weight)
        unknown.append(not frequencies)
        everywhere.append(found)
    return Ranking(_with_neighbours(scores, ordinals), tuple(weights), tuple(unknown), everywhere)


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


def _with_neighbours(
    scores: Mapping[SectionKey, float], ordinals: Mapping[SectionKey, int]
) -> dict[SectionKey, float]:
    by_place = {(key[0], key[1], ordinals[key]): score for key, score in scores.items()}
    get = by_place.get
    return {
        section: score
        + NEIGHBOUR_SHARE * (get((server, lesson, place - 1), 0.0) + get((server, lesson, place + 1), 0.0))
        for section, score in scores.items()
        for server, lesson, place in [(section[0], section[1], ordinals[section])]
    }
