"""Which of a learner's earlier turns a question is about, from where its words occur.

Pure arithmetic. A turn counts for every word of the question that it holds, the more the fewer of this learner's turns hold it; less for
words of like meaning; and for what the turns beside it hold, since what answers a question often stands next to where its
words were said. What says little answers little: the more terms a turn has, the more of that counts. How often one word occurs in a
turn tells nothing more: measured on dialogues, it misleads.
"""

import heapq
import math
import re
from collections.abc import Collection, Iterable, Mapping

from bot.memory.index.store import Numbers
from bot.memory.values import Spot

SELDOM_ENOUGH = 30
"""Turns that hold a word at most, where it is looked up in whose questions: of a common one, that tells too little."""
_IN_QUESTION = 0.5
"""How much more a word counts where the learner's own question holds one that is seldom enough."""
_ALIKE = 0.25
"""How much a word of like meaning counts."""
BY_MODEL, BY_SUMS = 1.0, 0.4
"""How much the turn that is nearest in meaning counts, beside the one whose words fit best: by a model, by sums of words' vectors."""
_BESIDE = {1: 0.5, 2: 0.3, 3: 0.15}
"""How much of a turn's score goes to the turns one, two and three places away."""

_SAYS_MUCH = 20
"""Terms from which on a turn says much; those of one that is longer count ever less."""
_NAMED = 1.0
"""How much more a turn counts that was said by whom the question names."""
_SPEAKER = re.compile(r"\s*([^\W\d_][^:：\n]{0,39})(?::\s|：)")
"""Who says something, where that stands before it, as in talks of several people: "Maya: I bought it"."""

HITS = 4
"""Turns that are looked at, with those beside them, for each that may be recalled."""
REACH = max(_BESIDE)
"""How far beside a turn others are looked at."""


def by_words(
    words: Iterable[Numbers], alike: Iterable[Numbers], *, asked: Collection[int], among: int
) -> dict[int, float]:
    """The score of each turn, by number, that holds words of the question or such as mean alike.

    `asked` are turns whose questions hold a word that is seldom enough, `among` says how many turns the learner has.
    """
    scores: dict[int, float] = {}
    for listed, share in ((words, 1.0), (alike, _ALIKE)):
        for held in listed:
            here = len(held)
            weight = share * math.log1p((max(among - here, 0) + 0.5) / (here + 0.5))
            more = weight * (1 + _IN_QUESTION)  # of a common word, as if it stood in all questions
            for number in held:
                counts = more if here > SELDOM_ENOUGH or number in asked else weight
                scores[number] = scores.get(number, 0.0) + counts
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
    return heapq.nsmallest(most, scores, key=lambda number: (-scores[number], -number))


def best(
    scores: Mapping[int, float], spots: Iterable[Spot], *, leaving_out: Collection[tuple[int, int]]
) -> dict[int, float]:
    """Scores of the turns at these spots by number, the likeliest first, without those that are at hand anyway.

    `scores` are those of the turns themselves, by number; none is 0.
    """
    there = {spot.where: spot for spot in spots}
    alone = {where: scores.get(spot.number, 0.0) for where, spot in there.items()}
    fit: dict[int, float] = {}
    for where, spot in there.items():
        if where not in leaving_out:
            conversation, place = where
            score = alone[where]
            for step, share in _BESIDE.items():
                before = alone.get((conversation, place - step), 0.0)
                score += share * max(before, alone.get((conversation, place + step), 0.0))
            fit[spot.number] = score * math.log1p(spot.terms / _SAYS_MUCH)
    return {number: fit[number] for number in best_of(fit, len(fit))}


def by_speaker(scores: Mapping[int, float], said: Mapping[int, str], question: str) -> list[int]:
    """Numbers of the turns, the likeliest first; those said by the one person whom the question names count more.

    `said` is what was said, by number; without a name before it, nobody's.
    """
    speakers = {number: found[1] for number, text in said.items() if (found := _SPEAKER.match(text))}
    named = {
        name
        for name in set(speakers.values())
        if re.search(rf"(?<![a-z]){re.escape(name)}(?![a-z])", question, re.IGNORECASE)
    }
    if len(named) != 1:
        return list(said)
    fit = {number: scores[number] * (1 + _NAMED * (speakers.get(number) in named)) for number in said}
    return best_of(fit, len(fit))
