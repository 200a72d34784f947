"""What words mean: others that mean the same, and vectors of many together, to find turns that said the same in other words.

From the vectors of words that lessons are searched by (`data/near_words.npy`, made by `benchmarks/make_near_words.py`); no model is
asked.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.lessons.vectors import words

_DATA = Path(__file__).parent / "data" / "near_words.npy"


def alike(terms: Sequence[str]) -> list[str]:
    """Terms near in meaning to some of these, without those themselves: the nearest of each first, then the next of each."""
    table, near = words.load(), _near_words()
    if len(near) != len(table.words):
        return []  # the file was made for other word vectors
    rows = list(words.rows_by_word(table, terms).values())
    there = set(rows)  # a row of too few ends with its own number
    ordered = dict.fromkeys(near[rows].T.ravel().tolist())
    return [bytes(table.words[row]).decode() for row in ordered if row not in there]


def vector_of(terms: Sequence[str]) -> words.Vector | None:
    """What terms mean together, as a vector of length 1; None where none of them is known."""
    return words.vector_of(terms)


@cache
def _near_words() -> npt.NDArray[np.uint16]:
    """Left on the disk: a question touches a few rows."""
    near: npt.NDArray[np.uint16] = np.load(_DATA, mmap_mode="r")
    return near
