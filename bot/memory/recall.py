"""Which of a learner's earlier turns a question is about, from where its words occur.

Pure arithmetic. A turn counts for every word of the question that it holds, the more the fewer of this learner's turns hold it; less for
words of like meaning; and for what the turns beside it hold, since what answers a question often stands next to where its
words were said. How often a word occurs in a turn, and how long the turn is, tells nothing more: measured on dialogues, it
misleads.
"""

import math
from collections.abc import Collection, Iterable, Mapping

from bot.memory.index.store import Listed
from bot.memory.values import Spot

_IN_QUESTION = 0.5
"""How much more a word counts where the learner's own question holds it."""
_ALIKE = 0.25
"""How much a word of like meaning counts."""
BY_MODEL, BY_SUMS = 1.0, 0.5
"""How much the turn that is nearest in meaning counts, beside the one whose words fit best: by a model, by sums of words' vectors."""
_BESIDE = {1: 0.5, 2: 0.3, 3: 0.15}
"""How much of a turn's score goes to the turns one, two and three places away."""

HITS = 6
"""Turns that are looked at, with those beside them, for each that may be recalled."""
REACH = max(_BESIDE)
"""How far beside a turn others are looked at."""


def by_words(words: Iterable[Listed], alike: Iterable[Listed], *, among: int) -> dict[int, float]:
    """The score of each turn, by number, that holds words of the question or such as mean alike.

    `among` says how many turns the learner has.
    """
    scores: dict[int, float] = {}
    for listed, share in ((words, 1.0), (alike, _ALIKE)):
        for found in listed:
            here = len(found.numbers)
            weight = share * math.log1p((max(among - here, 0) + 0.5) / (here + 0.5))
            if found.in_question is None:
                weight *= 1 + _IN_QUESTION  # as if it stood in all questions
            for number in found.numbers:
                scores[number] = scores.get(number, 0.0) + weight
            for number in found.in_question or ():
                scores[number] = scores.get(number, 0.0) + weight * _IN_QUESTION
    return scores


def joined(words: Mapping[int, float], meaning: Mapping[int, float], *, share: float) -> dict[int, float]:
    """Scores by words, as shares of their best, and nearness in meaning, in shares, as one; `share` is how much the second counts."""
    if not meaning:
        return dict(words)
    most = max(words.values(), default=0.0) or 1.0
    scores = {number: score / most for number, score in words.items()}
    for number, near in meaning.items():
        scores[number] = scores.get(number, 0.0) + share * near
    return scores


def in_shares(cosines: Mapping[int, float]) -> dict[int, float]:
    """Cosines as shares: 1 for the nearest, and nothing for what is no nearer than a middling one."""
    if not cosines:
        return {}
    middle, nearest = sorted(cosines.values())[len(cosines) // 2], max(cosines.values())
    return {number: (near - middle) / (nearest - middle) for number, near in cosines.items() if near > middle}


def best_of(scores: Mapping[int, float], most: int) -> list[int]:
    """Numbers of the turns with the highest scores, best first, the newer of two alike first."""
    return sorted(scores, key=lambda number: (-scores[number], -number))[:most]


def best(
    scores: Mapping[int, float], spots: Iterable[Spot], *, leaving_out: Collection[tuple[int, int]]
) -> list[int]:
    """Numbers of the turns at these spots, the likeliest first, without those that are at hand anyway.

    `scores` are those of the turns themselves, by number; none is 0.
    """
    numbers = {spot.where: spot.number for spot in spots}
    alone = {where: scores.get(number, 0.0) for where, number in numbers.items()}

    def score(where: tuple[int, int]) -> float:
        conversation, place = where
        return alone[where] + sum(
            share
            * max(alone.get((conversation, place - step), 0.0), alone.get((conversation, place + step), 0.0))
            for step, share in _BESIDE.items()
        )

    ranked = sorted(numbers, key=lambda where: (-score(where), -numbers[where]))
    return [numbers[where] for where in ranked if where not in leaving_out]
