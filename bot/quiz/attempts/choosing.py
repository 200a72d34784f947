"""Which items a quiz asks. Pure functions of what is there and what the learner has shown."""

from collections.abc import Callable, Collection, Mapping, Sequence
from random import Random

from bot.quiz.attempts.rating import TARGET, Rating, expected
from bot.quiz.bank_values import BankPlace, Entry

_NEARLY = 0.05
"""Items whose probabilities differ by less are equally good for an adaptive quiz."""


def spread(
    pool: Sequence[Entry], count: int, record: Mapping[BankPlace, bool], chance: Random
) -> tuple[Entry, ...]:
    """`count` items over as many sections as possible: first what is new to the learner, then what was missed, then the rest."""
    return _by_sections(pool, count, lambda entry: _freshness(entry, record), chance)


def drawn(pool: Sequence[Entry], count: int, chance: Random) -> tuple[Entry, ...]:
    """`count` items over as many sections as possible, whatever the learner has seen: an exam."""
    return _by_sections(pool, count, lambda entry: 0, chance)


def fitting(
    pool: Sequence[Entry],
    used: Collection[BankPlace],
    ratings: Mapping[str, Rating],
    record: Mapping[BankPlace, bool],
    chance: Random,
) -> Entry | None:
    """The item that the learner answers rightly with a probability nearest to `TARGET`; None when all are used.

    Among equally good ones, one that the learner has not answered yet.
    """
    left = [entry for entry in pool if entry.place not in used]
    if not left:
        return None
    chance.shuffle(left)

    def distance(entry: Entry) -> tuple[int, int]:
        missing = abs(expected(standing(entry.concepts, ratings), entry.difficulty, entry.kind) - TARGET)
        return round(missing / _NEARLY), _freshness(entry, record)

    return min(left, key=distance)


def standing(concepts: Sequence[str], ratings: Mapping[str, Rating]) -> float:
    """Where a learner stands with an item: the mean over its concepts, in logits."""
    values = [ratings.get(concept, Rating()).value for concept in concepts]
    return sum(values) / len(values) if values else 0.0


def _freshness(entry: Entry, record: Mapping[BankPlace, bool]) -> int:
    was_right = record.get(entry.place)
    return 0 if was_right is None else 2 if was_right else 1


def _by_sections(
    pool: Sequence[Entry], count: int, rank: Callable[[Entry], int], chance: Random
) -> tuple[Entry, ...]:
    shuffled = list(pool)
    chance.shuffle(shuffled)
    shuffled.sort(key=rank)
    turns: dict[tuple[str, str], int] = {}
    ranked: list[tuple[int, int, int, Entry]] = []
    for place, entry in enumerate(shuffled):
        section = (entry.place.lesson_id, entry.section_id)
        turn = turns[section] = turns.get(section, -1) + 1
        ranked.append((rank(entry), turn, place, entry))
    ranked.sort(key=lambda one: one[:3])
    chosen = [entry for _, _, _, entry in ranked[:count]]
    chance.shuffle(chosen)
    return tuple(chosen)
