"""How near texts are in meaning: vectors, cosines, a map in the plane, and a guessing game about them.

The vectors come from a model, or from one of two local methods that are named wherever they are used: the sum of the words' vectors
that also searches the lessons, or, where a text holds no known word, shared letters, which know nothing of meaning.
"""

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
import numpy.typing as npt

from bot.lessons.tokens import chinese_words, english_stems
from bot.lessons.vectors import words

MOST_TEXTS = 12
"""Texts on one map."""
FEWEST_TEXTS = 2
"""Texts that a map needs."""
_LETTER_BUCKETS = 512
_TELLING = 0.05
"""Two cosines that differ by less are no fair question."""

Matrix = npt.NDArray[np.float32]
"""Rows of numbers, as NumPy holds them."""


class Method(StrEnum):
    """Where vectors come from."""

    MODEL = "model"
    WORDS = "words"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Nearness:
    """Texts beside each other."""

    cosines: tuple[tuple[float, ...], ...]
    """-1 to 1, for each pair."""
    points: tuple[tuple[float, float], ...]
    """A place in the plane for each text, -1 to 1: the two directions in which they differ most."""

    def pairs(self) -> list[tuple[int, int, float]]:
        """Every pair once with its cosine, the nearest first."""
        found = [(a, b, self.cosines[a][b]) for a, b in combinations(range(len(self.cosines)), 2)]
        return sorted(found, key=lambda pair: -pair[2])


def local_vectors(texts: Sequence[str]) -> tuple[Method, Matrix]:
    """Vectors without a model. Takes milliseconds and reads a file the first time: run it in a thread."""
    found = [words.vector_of([*english_stems(text), *chinese_words(text)]) for text in texts]
    if all(one is not None for one in found):
        return Method.WORDS, np.stack([one for one in found if one is not None])
    return Method.LETTERS, np.stack([_letters(text) for text in texts])


def nearness(vectors: Matrix) -> Nearness:
    """Cosines of the rows, and their places on a map (principal components, the same for the same vectors)."""
    numbers = vectors.astype(np.float64)
    lengths = np.maximum(np.linalg.norm(numbers, axis=1, keepdims=True), 1e-12)
    unit = numbers / lengths
    cosines = np.clip(unit @ unit.T, -1, 1)
    centred = unit - unit.mean(axis=0)
    left, sizes, _ = np.linalg.svd(centred, full_matrices=False)
    flat = np.zeros((len(unit), 2))
    for axis in range(min(2, len(sizes))):
        column = left[:, axis] * sizes[axis]
        flat[:, axis] = column if column[np.argmax(np.abs(column))] >= 0 else -column
    flat /= max(float(np.abs(flat).max()), 1e-9)
    return Nearness(
        tuple(tuple(float(one) for one in row) for row in cosines),
        tuple((float(x), float(y)) for x, y in flat),
    )


@dataclass(frozen=True, slots=True)
class Guess:
    """Which of two texts is closer to a third? Numbers of texts, from 0."""

    to: int
    first: int
    second: int

    @property
    def texts(self) -> tuple[int, int]:
        """The two to choose from."""
        return self.first, self.second


def guess_of_round(cosines: Sequence[Sequence[float]], number: int) -> Guess | None:
    """The question of a round, from 0; None where the texts allow no fair one."""
    fair = [
        Guess(to, first, second)
        for to in range(len(cosines))
        for first, second in combinations([one for one in range(len(cosines)) if one != to], 2)
        if abs(cosines[to][first] - cosines[to][second]) >= _TELLING
    ]
    return fair[(number * 7919) % len(fair)] if fair else None


def texts_in(typed: str) -> tuple[str, ...]:
    """The texts that somebody typed: one a line; in one line with bars or semicolons between them."""
    lines = typed.splitlines()
    if len(lines) == 1:
        for mark in ("|", "｜", ";", "；"):
            if mark in typed:
                lines = typed.split(mark)
                break
    found = [" ".join(line.split()) for line in lines]
    return tuple(dict.fromkeys(line for line in found if line))


def _letters(text: str) -> Matrix:
    """Counts of the text's runs of one to three characters, by hashed bucket."""
    counts = np.zeros(_LETTER_BUCKETS, dtype=np.float32)
    folded = f" {text.casefold()} "
    for length in (1, 2, 3):
        for place in range(len(folded) - length + 1):
            bucket = zlib.crc32(folded[place : place + length].encode("utf-8", "ignore")) % _LETTER_BUCKETS
            counts[bucket] += length
    return np.asarray(counts / max(math.sqrt(float(counts @ counts)), 1e-12), dtype=np.float32)
