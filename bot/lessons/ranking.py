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


Postings = Mapping[str, Sequence[Posting]]
"""Where terms occur, by term."""


def gather(hits: Iterable[Hit]) -> dict[str, tuple[Posting, ...]]:
    """Hits by term and section."""
    found: dict[str, dict[SectionKey, tuple[Hit, list[Hit]]]] = {}
    for hit in hits:
        found.setdefault(hit.term, {}).setdefault(hit.section, (hit, []))[1].append(hit)
    return {
        term: tuple(_posting(first, hits) for first, hits in sections.values())
        for term, sections in found.items()
    }


def _posting(first: Hit, hits: Sequence[Hit]) -> Posting:
    parts = tuple((hit.part, hit.frequency) for hit in hits if not hit.in_heading)
    return Posting(
        first.section,
        first.ordinal,
        first.length,
        any(hit.in_heading for hit in hits),
        parts,
        sum(count for _, count in parts),
    )


@dataclass(frozen=True, slots=True)
class Scored:
    """A section's score, and what of the question stands in it."""

    score: float
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

    scored: Mapping[SectionKey, Scored]
    weights: tuple[float, ...]
    """Inverse document frequency of each term of the question; one that occurs nowhere weighs most."""
    unknown: tuple[bool, ...]
    """Which terms of the question occur nowhere."""

    @property
    def best_possible(self) -> float:
        """A score that no section reaches: every term, without end."""
        return sum(self.weights) * (SATURATION + 1)


def rank(question: Sequence[Mapping[str, float]], postings: Postings, space: Space | None) -> Ranking:
    """Score every section in which something of the question occurs.

    `question` holds for each token the terms that stand for it (one for each server that is searched, and several
    where it is translated), each with how surely it does: 1 for the token itself.
    """
    size = space or Space(0, 1.0)
    found: dict[SectionKey, dict[int, list[tuple[Posting, float]]]] = {}
    weights: list[float] = []
    unknown: list[bool] = []
    for number, terms in enumerate(question):
        holding = 0
        for term, share in terms.items():
            for posting in postings.get(term, ()):
                fields = found.get(posting.section)
                if fields is None:
                    fields = found[posting.section] = {}
                same = fields.get(number)
                if same is None:
                    fields[number] = [(posting, share)]
                    holding += 1
                else:
                    same.append((posting, share))
        weights.append(_idf(size.sections, holding))
        unknown.append(holding == 0)
    scores: dict[SectionKey, float] = {}
    ordinals: dict[SectionKey, int] = {}
    for section, fields in found.items():
        first, _ = next(iter(fields.values()))[0]
        ordinals[section] = first.ordinal
        scores[section] = _score(fields, weights, first.length / max(size.mean_length, 1.0))
    scored = {
        section: Scored(score, found[section])
        for section, score in _with_neighbours(scores, ordinals).items()
    }
    return Ranking(scored, tuple(weights), tuple(unknown))


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


def _score(
    fields: Mapping[int, Sequence[tuple[Posting, float]]], weights: Sequence[float], relative_length: float
) -> float:
    norm = SATURATION * (1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * relative_length)
    score = 0.0
    for place, found in fields.items():
        frequency = 0.0
        for posting, share in found:
            frequency += share * (posting.frequency + (HEADING_WEIGHT if posting.in_heading else 0.0))
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
