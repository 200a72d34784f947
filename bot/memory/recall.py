"""Which of a learner's earlier turns a question is about, from where its words occur.

Pure arithmetic on places: a turn counts for the words it holds, and for those that the turns beside it hold, since
what answers a question often stands next to where its words were said.
"""

from collections.abc import Collection, Iterable, Sequence

from bot.memory.index.store import Hit
from bot.memory.store import Spot

_BESIDE = {1: 0.5, 2: 0.25}
"""How much of a turn's score goes to the turns one and two places away."""

HITS = 3
"""Turns that are looked at for each that may be recalled."""


def beside(hits: Iterable[Hit]) -> frozenset[tuple[int, int]]:
    """The places beside what was found, as conversation and place, where nothing was found itself."""
    there = {(hit.conversation_id, hit.place) for hit in hits}
    near = {
        (conversation, place + step)
        for conversation, place in there
        for distance in _BESIDE
        for step in (-distance, distance)
    }
    return frozenset(near - there)


def best(
    hits: Sequence[Hit], neighbours: Sequence[Spot], *, leaving_out: Collection[tuple[int, int]]
) -> list[int]:
    """Numbers of the turns that a question is about, best first, without those that are at hand anyway."""
    scores = {(hit.conversation_id, hit.place): hit.score for hit in hits}
    numbers = {(spot.conversation_id, spot.place): spot.number for spot in neighbours}
    numbers.update({(hit.conversation_id, hit.place): hit.number for hit in hits})

    def score(spot: tuple[int, int]) -> float:
        conversation, place = spot
        return scores.get(spot, 0.0) + sum(
            share
            * max(
                scores.get((conversation, place - step), 0.0), scores.get((conversation, place + step), 0.0)
            )
            for step, share in _BESIDE.items()
        )

    ranked = sorted(numbers, key=lambda spot: (-score(spot), -numbers[spot]))
    return [numbers[spot] for spot in ranked if spot not in leaving_out]
