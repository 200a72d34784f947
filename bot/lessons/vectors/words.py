"""Nearness in meaning without a model: every common word has a vector, and a text's vector is the sum of its words'.

The vectors are data (`data/word_vectors/`, made by `benchmarks/make_word_vectors.py`): one space for English stems
and Chinese words, so that a question is near to a section that says the same in other words or in the other language.
Word order and negation are lost in such a sum: it only ever adds to what the words themselves say.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

NAME = "words-2"
"""Under which vectors of sections are stored: another one with every change of the data or of what is stored, so that
`again.py` makes those anew that were stored before."""
OLDER_NAMES = ("words",)
"""Under which such vectors were stored once."""

DATA = Path(__file__).parent.parent / "data" / "word_vectors"
"""A folder with one file for each part of `WordVectors`."""

Vector = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.int8]


class WordVectors(NamedTuple):
    """A vector of length 1 for each word, in bytes, and how much the word says."""

    words: npt.NDArray[np.bytes_]
    """In UTF-8, sorted."""
    vectors: Bytes
    """A row a word; 127 is 1."""
    weights: npt.NDArray[np.float16]
    """Inverse document frequency: what every section says weighs little."""


def vector_of(tokens: Iterable[str]) -> Vector | None:
    """The vector, of length 1, of English stems and Chinese words; None where none of them is known.

    A Chinese word that is not known is taken by the longest words that stand in it.
    """
    return vectors_of([tokens])[0]


def vectors_of(texts: Iterable[Iterable[str]]) -> list[Vector | None]:
    """`vector_of` each of several texts, their words' vectors being read together."""
    table = load()
    rows: list[int] = []
    factors: list[float] = []
    ends: list[int] = []
    for tokens in texts:
        for token, count in Counter(list(tokens)).items():
            known = _rows(table, token)
            rows += known
            factors += [(1 + math.log(count)) / max(len(known), 1)] * len(known)
        ends.append(len(rows))
    shares = np.asarray(factors, dtype=np.float32) * table.weights[rows].astype(np.float32)
    numbers = table.vectors[rows].astype(np.float32)
    return [_sum(shares[start:end], numbers[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def _sum(shares: Vector, numbers: Vector) -> Vector | None:
    if not len(shares):
        return None
    total = shares @ numbers
    length = float(np.linalg.norm(total))
    return np.asarray(total / length, dtype=np.float32) if length else None


def section_bytes(heading: Iterable[str], everything: Iterable[str]) -> bytes | None:
    """What is stored of a section with these tokens in its heading and in all: a vector of each; None where none is known."""
    whole = vector_of(everything)
    if whole is None:
        return None
    name = vector_of(heading)
    return as_bytes(whole) + (bytes(len(whole)) if name is None else as_bytes(name))


def as_bytes(vector: Vector) -> bytes:
    """A vector of length 1 as it is stored: its largest number becomes 127, so that none is lost to rounding."""
    return bytes(np.round(vector * (127 / np.abs(vector).max())).astype(np.int8).tobytes())


def rows_of(stored: Sequence[bytes]) -> tuple[Bytes, Bytes]:
    """Of stored sections the vectors of all they say and those of their headings, as rows; zeros where data does not fit."""
    width = 2 * load().vectors.shape[1]
    good = [one if len(one) == width else bytes(width) for one in stored]
    rows = np.frombuffer(b"".join(good), dtype=np.int8).reshape(-1, width)
    return rows[:, : width // 2], rows[:, width // 2 :]


def lengths_of(rows: Bytes) -> Vector:
    """The length of each row; at least 1, so that it can be divided by."""
    numbers = rows.astype(np.float32)
    return np.asarray(np.maximum(np.sqrt(np.einsum("ij,ij->i", numbers, numbers)), 1.0), dtype=np.float32)


def nearness(rows: Bytes, asked: Vector, lengths: Vector | None = None) -> Vector:
    """Cosine, -1 to 1, of a vector of length 1 with each row; of several, as columns, a column each.

    `lengths` are `lengths_of` the rows where they are known.
    """
    long = lengths_of(rows) if lengths is None else lengths
    return np.asarray(
        (rows.astype(np.float32) @ asked) / (long if asked.ndim == 1 else long[:, None]), dtype=np.float32
    )


@cache
def load() -> WordVectors:
    """The data, mapped: of its ten megabytes only the rows that are asked for are ever read."""
    mapped = (np.load(DATA / f"{part}.npy", mmap_mode="r") for part in WordVectors._fields)
    return WordVectors(*(one.view(np.ndarray) for one in mapped))  # a plain view is indexed faster


def row_of(table: WordVectors, token: str) -> int | None:
    """The row of a word's vector; None where it has none."""
    word = token.encode()
    if len(word) > table.words.itemsize:  # for such a one numpy would copy all words
        return None
    place = int(np.searchsorted(table.words, np.bytes_(word)))
    return place if place < len(table.words) and table.words[place] == word else None


def _rows(table: WordVectors, token: str) -> list[int]:
    """The row of a word, or those of the words in it."""
    found = row_of(table, token)
    return [found] if found is not None else _pieces(table, token)


def _pieces(table: WordVectors, token: str) -> list[int]:
    if token.isascii():
        return []
    rows: list[int] = []
    place = 0
    while place < len(token):
        length = 3
        while length > 1 and row_of(table, token[place : place + length]) is None:
            length -= 1
        row = row_of(table, token[place : place + length])
        rows += [row] if row is not None else []
        place += length
    return rows
