"""Which ideas a text touches, and which of them together: words of like meaning count as one, in both languages.

Sequences of characters know the wording that they were learnt from. Of "I took all of my mum's tablets" and "我把整瓶药都吞了" they share
nothing; as ideas both are a means, an amount and a person, near each other, and what was learnt of one is known of the other.
"""

from collections.abc import Collection, Mapping
from importlib.resources import files

import numpy as np
import yaml
from numpy.typing import NDArray

from bot.safety.linear import Pattern

FILE = "ideas.yaml"
_CLAUSE_ENDS = Pattern(r"[.!?。！？…;；\n]+")


class Ideas:
    """All ideas, ready to be looked for. Share one.

    What a text touches is told by numbers: 0, which every text has; one for each idea; one for each two that occur
    in the same text; one for each two that occur in the same clause of it; the last, where no alarming one occurs.
    """

    def __init__(self, patterns: Mapping[str, str], alarming: Collection[str] = ()) -> None:
        """`patterns`: for each idea, by name, an RE2 pattern of the words that stand for it, as they are folded in a view.

        `alarming` are names of those of which one occurs in nearly every message of distress. Raises `BadPattern`.
        """
        self.names = tuple(patterns)
        self._patterns = [Pattern(pattern) for pattern in patterns.values()]
        ideas = len(self.names)
        first, second = np.triu_indices(ideas, 1)
        self._together = np.zeros((ideas, ideas), np.int64)  # an idea beside itself says what 0 says: nothing
        self._together[first, second] = self._together[second, first] = 1 + ideas + np.arange(len(first))
        self._of_pairs = len(first)
        self._alarming = frozenset(self.names.index(name) for name in alarming)
        self.width = 1 + ideas + 2 * self._of_pairs + 1
        """How many numbers there are."""

    @classmethod
    def load(cls) -> "Ideas":
        """Those that ship with the tutor."""
        content = yaml.safe_load(files("bot.safety").joinpath("data", FILE).read_text("utf-8"))
        patterns = {name: "|".join(idea["en"] + idea["zh"]) for name, idea in content.items()}
        return cls(patterns, [name for name, idea in content.items() if idea.get("alarming")])

    def numbers(self, text: str) -> NDArray[np.int64]:
        """What `text` (folded, as in a view) touches, each number once, in order. Linear in the length of the text."""
        data = text.encode("utf-8", "ignore")
        places = {at: starts for at, pattern in enumerate(self._patterns) if (starts := pattern.starts(data))}
        touched = np.zeros(self.width, np.bool_)
        touched[0] = True
        touched[-1] = self._alarming.isdisjoint(places)
        if places:
            here = np.array(list(places))
            touched[1 + here] = True
            in_text = self._together[np.ix_(here, here)]
            touched[in_text] = True
            ends = _CLAUSE_ENDS.starts(data)
            if not ends:
                touched[_in_clause(in_text, self._of_pairs)] = True
            else:
                for clause in self._by_clause(places, ends):
                    touched[_in_clause(self._together[np.ix_(clause, clause)], self._of_pairs)] = True
        return np.flatnonzero(touched)

    @staticmethod
    def _by_clause(places: Mapping[int, list[int]], ends: list[int]) -> list[list[int]]:
        clauses: dict[int, list[int]] = {}
        for idea, starts in places.items():
            for clause in set(np.searchsorted(ends, starts).tolist()):
                clauses.setdefault(clause, []).append(idea)
        return list(clauses.values())


def _in_clause(in_text: NDArray[np.int64], pairs: int) -> NDArray[np.int64]:
    """Numbers of pairs in a clause, given those of the same pairs in a text."""
    return np.where(in_text > 0, in_text + pairs, 0)
