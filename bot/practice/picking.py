"""Answers to challenges that need no model: pure, and decided by the checks on recorded outputs where there are any."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.practice.challenges import SHOWN, Challenge, Kind
from bot.practice.verdicts import score_recorded

Picked = Mapping[str, Sequence[str]]
"""What was chosen, by the field's name: `prompt`, `option`, `cases`, or the places `1`, `2` … of an order."""


@dataclass(frozen=True, slots=True)
class Marked:
    """How an answer was."""

    right: tuple[bool, ...]
    """For each thing that was asked."""

    @property
    def share(self) -> float:
        """The part that is right, 0 to 1."""
        return sum(self.right) / len(self.right)

    @property
    def passed(self) -> bool:
        """Whether all is right."""
        return all(self.right)


def failing_cases(challenge: Challenge) -> frozenset[str]:
    """The cases on which the prompt of a prediction fails, by its recorded outputs."""
    return frozenset(one.case_id for one in score_recorded(challenge, SHOWN).verdicts if not one.passed)


def mark(challenge: Challenge, picked: Picked) -> Marked:
    """How an answer is; what is missing in it is wrong."""
    match challenge.kind:
        case Kind.BETTER:
            return Marked(
                (_one(picked, "prompt") == challenge.better, _one(picked, "option") == challenge.right)
            )
        case Kind.FLAW:
            return Marked((_one(picked, "option") == challenge.right,))
        case Kind.PREDICT:
            failing, said = failing_cases(challenge), frozenset(picked.get("cases", ()))
            return Marked(tuple((case.id in said) == (case.id in failing) for case in challenge.cases))
        case Kind.ORDER:
            order = order_of(challenge, picked)
            best = max(
                challenge.orders, key=lambda right: sum(a == b for a, b in zip(right, order, strict=True))
            )
            return Marked(tuple(a == b for a, b in zip(best, order, strict=True)))
        case Kind.RUN:
            raise ValueError("a prompt is run, not picked")


def order_of(challenge: Challenge, picked: Picked) -> tuple[str, ...]:
    """The order in which the parts were put."""
    return tuple(_one(picked, str(place)) for place in range(1, len(challenge.parts) + 1))


def names_a_part_twice(challenge: Challenge, picked: Picked) -> bool:
    """Whether an order has one part in two places: a slip that is to be told, not marked."""
    order = [one for one in order_of(challenge, picked) if one]
    return challenge.kind is Kind.ORDER and len(set(order)) < len(order)


def _one(picked: Picked, name: str) -> str:
    return next(iter(picked.get(name, ())), "")
