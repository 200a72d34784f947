"""All that the index holds of one server, in a few arrays: the shared course's terms are looked for in every search.

Three megabytes for the built-in course, where as many small objects would take five times as much. Pure.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.lessons.places import NOWHERE, Places


@dataclass(frozen=True, slots=True)
class WholeIndex:
    """Where every term of a server occurs."""

    terms: npt.NDArray[np.bytes_]
    """In UTF-8, ascending."""
    ends: npt.NDArray[np.int32]
    """For each term the end of its places in `places`, which begin where those of the term before it end."""
    places: Places

    @classmethod
    def of(cls, parts: Sequence["WholeIndex"]) -> "WholeIndex":
        """From parts, whose terms follow each other."""
        before = np.cumsum([0, *(len(part.places) for part in parts)])
        return cls(
            np.concatenate([np.zeros(0, dtype=np.bytes_), *(part.terms for part in parts)]),
            np.concatenate(
                [
                    np.zeros(0, dtype=np.int32),
                    *(
                        (part.ends + start).astype(np.int32)
                        for part, start in zip(parts, before, strict=False)
                    ),
                ]
            ),
            np.concatenate([NOWHERE, *(part.places for part in parts)]),
        )

    def where(self, terms: Collection[str]) -> dict[str, Places]:
        """The places of each of these terms of the server; none of one that occurs nowhere."""
        if not len(self.terms):
            return dict.fromkeys(terms, NOWHERE)
        written = [term.encode() for term in terms]
        rows = np.searchsorted(self.terms, np.array(written, dtype=np.bytes_)).clip(max=len(self.terms) - 1)
        ends, begins = self.ends[rows].tolist(), np.where(rows > 0, self.ends[rows - 1], 0).tolist()
        there = zip(terms, written, self.terms[rows].tolist(), begins, ends, strict=True)
        return {
            term: self.places[begin:end] if found == word else NOWHERE
            for term, word, found, begin, end in there
        }
