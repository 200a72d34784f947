"""How questions do: from first attempts only, as classical test theory has it (Crocker & Algina 1986, ch. 14). Pure functions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import Final

from bot.quiz.bank_values import BankPlace

FEWEST: Final = 5
"""Answers below which nothing is said about a question: fewer could be told apart as persons."""
ENOUGH: Final = 10
"""Answers from which a question may be suspected."""
_TOO_HARD, _TOO_EASY, _TELLS_NOTHING = 0.2, 0.95, 0.1


class Suspicion(StrEnum):
    """Why somebody should look at a question."""

    TOO_HARD = "too-hard"
    TOO_EASY = "too-easy"
    TELLS_NOTHING = "tells-nothing"
    """Who knows the rest does no better on it."""
    WRONG_KEY = "wrong-key"
    """A wrong option is chosen more often than the right one."""
    DEAD_OPTION = "dead-option"
    """A wrong option that nobody chooses."""


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """One person's first answer to one item."""

    user_id: int
    place: BankPlace
    is_right: bool
    chosen: tuple[int, ...] = ()
    """Options, of choices."""


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """What first answers say about one item."""

    place: BankPlace
    answers: int
    facility: float
    """Share of right answers."""
    discrimination: float | None
    """Point-biserial correlation of being right here with the share of right answers to everything else; None where one of the
    two does not vary."""
    chosen: Mapping[int, int]
    """How often each option was chosen."""


def statistics(answers: Sequence[FirstAnswer]) -> dict[BankPlace, ItemStatistics]:
    """The statistics of every item that somebody answered."""
    by_person: dict[int, list[FirstAnswer]] = {}
    by_item: dict[BankPlace, list[FirstAnswer]] = {}
    for answer in answers:
        by_person.setdefault(answer.user_id, []).append(answer)
        by_item.setdefault(answer.place, []).append(answer)
    found = {}
    for place, given in by_item.items():
        rights, rests = [], []
        for answer in given:
            others = [other.is_right for other in by_person[answer.user_id] if other.place != place]
            if others:
                rights.append(float(answer.is_right))
                rests.append(sum(others) / len(others))
        found[place] = ItemStatistics(
            place=place,
            answers=len(given),
            facility=sum(answer.is_right for answer in given) / len(given),
            discrimination=_correlation(rights, rests),
            chosen=Counter(option for answer in given for option in answer.chosen),
        )
    return found


def suspicions(found: ItemStatistics, key: frozenset[int], options: int) -> tuple[Suspicion, ...]:
    """Why somebody should look at an item; `key` and `options` are empty and 0 for what is no choice."""
    if found.answers < ENOUGH:
        return ()
    reasons = []
    if found.facility < _TOO_HARD:
        reasons.append(Suspicion.TOO_HARD)
    if found.facility > _TOO_EASY:
        reasons.append(Suspicion.TOO_EASY)
    if found.discrimination is not None and found.discrimination < _TELLS_NOTHING:
        reasons.append(Suspicion.TELLS_NOTHING)
    wrong = [found.chosen.get(option, 0) for option in range(options) if option not in key]
    if wrong and key and max(wrong) > min(found.chosen.get(option, 0) for option in key):
        reasons.append(Suspicion.WRONG_KEY)
    if wrong and min(wrong) == 0 and options > 2:
        reasons.append(Suspicion.DEAD_OPTION)
    return tuple(reasons)


def _correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    count = len(xs)
    if count < 2:
        return None
    mean_x, mean_y = sum(xs) / count, sum(ys) / count
    both = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    spread = sqrt(sum((x - mean_x) ** 2 for x in xs) * sum((y - mean_y) ** 2 for y in ys))
    return both / spread if spread else None
