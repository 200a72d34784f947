"""How figures about people are shown so that nobody can be found in them: pure functions, one place for all of it.

A group of fewer than `FEWEST` people is never shown, and cannot be had by taking the shown groups from a total: what is
hidden is merged into a rest of at least as many people, if need be with the smallest group that could have been shown
(complementary suppression; Willenborg & de Waal, Elements of Statistical Disclosure Control, 2001, ch. 5). People are said as
*at least* one of a few numbers, shares in steps of five percent, amounts with two digits: so the reports of two days, set against each other,
tell nothing of one person either.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

FEWEST: Final = 5
BANDS: Final = (5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000, 2000, 5000)
LOWEST: Final = 5
HIGHEST: Final = 95
_STEP: Final = 5


@dataclass(frozen=True, slots=True)
class Group:
    """Some people and what they amount to together. `name` is what tells it from the other groups of a whole."""

    name: tuple[str, ...]
    people: frozenset[int]
    amounts: tuple[int, ...]
    """Such as calls, tokens and cost; what several groups have is added."""


REST: Final = ("",)
"""The name of the merged rest."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A group as it may be seen."""

    name: tuple[str, ...]
    people: int
    """At least so many: one of `BANDS`."""
    amounts: tuple[int, ...]
    """Two digits of each are true."""

    @property
    def is_rest(self) -> bool:
        """Whether it is everything that is too small to be shown by itself."""
        return self.name == REST


def shielded(groups: Iterable[Group]) -> tuple[Shown, ...]:
    """The groups of a whole as they may be seen, largest first and the rest last; nothing where all are fewer than `FEWEST`."""
    ordered = sorted(groups, key=lambda one: (len(one.people), one.amounts, one.name))
    hidden = [one for one in ordered if len(one.people) < FEWEST]
    seen = ordered[len(hidden) :]
    while hidden and seen and len(_people(hidden)) < FEWEST:
        hidden.append(seen.pop(0))
    shown = [_shown(one) for one in reversed(seen)]
    if hidden and len(_people(hidden)) >= FEWEST:
        shown.append(_shown(_merged(hidden)))
    return tuple(shown)


def band(people: int) -> int:
    """The highest of `BANDS` that so many people reach; 0 below `FEWEST`."""
    return max((one for one in BANDS if people >= one), default=0)


def share(part: float, whole: float, people: int) -> int | None:
    """A percentage in steps of five, from 5 (or less) to 95 (or more); None for a whole that fewer than `FEWEST` people make up.

    That all or none of a group did something would tell it of each of them.
    """
    if people < FEWEST or not whole:
        return None
    return max(LOWEST, min(HIGHEST, _STEP * round(100 * part / whole / _STEP)))


def rounded(amount: int) -> int:
    """The first two digits."""
    unit: int = 10 ** max(0, len(str(abs(amount))) - 2)
    return unit * round(amount / unit)


def _shown(group: Group) -> Shown:
    return Shown(group.name, band(len(group.people)), tuple(rounded(one) for one in group.amounts))


def _merged(groups: Sequence[Group]) -> Group:
    return Group(REST, _people(groups), tuple(map(sum, zip(*(one.amounts for one in groups), strict=True))))


def _people(groups: Iterable[Group]) -> frozenset[int]:
    return frozenset().union(*(one.people for one in groups))
