"""Nearness in meaning without a model: every common word has a vector, and a text's vector is the sum of its words'.

The vectors are data (`data/word_vectors/`, made by `benchmarks/make_word_vectors.py`): one space for English stems
and Chinese words, so that a question is near to a section that says the same in other words or in the other language.
Word order and negation are lost in such a sum: it only ever adds to what the words themselves say.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
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

_LONGEST_PIECE = 3
"""Characters of the longest word that is looked for in a longer one that is not known."""

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
    counted = [Counter(list(tokens)) for tokens in texts]
    rows_by_token = _rows(table, set().union(*counted))
    rows: list[int] = []
    factors: list[float] = []
    ends: list[int] = []
    for counts in counted:
        for token, count in counts.items():
            known = rows_by_token[token]
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
    return rows_by_word(table, [token]).get(token)


def rows_by_word(table: WordVectors, tokens: Iterable[str]) -> dict[str, int]:
    """The rows of the words that have a vector, looked up together: one by one takes several times as long."""
    encoded = {token: token.encode() for token in tokens}
    longest = table.words.itemsize  # for a longer one numpy would copy all words
    there = [token for token, word in encoded.items() if word and len(word) <= longest]
    wanted = np.array([encoded[token] for token in there], dtype=table.words.dtype)
    places = np.minimum(np.searchsorted(table.words, wanted), len(table.words) - 1)
    known = table.words[places] == wanted
    return {
        token: row for token, row, is_known in zip(there, places.tolist(), known, strict=True) if is_known
    }


def _rows(table: WordVectors, tokens: Collection[str]) -> dict[str, list[int]]:
    """The row of each word, or those of the words in it."""
    found = rows_by_word(table, tokens)
    unknown = [token for token in tokens if token not in found and not token.isascii()]
    in_pieces = {
        token[start : start + length]
        for token in unknown
        for length in range(1, _LONGEST_PIECE + 1)
        for start in range(len(token))
    }
    pieces = rows_by_word(table, in_pieces) if in_pieces else {}
    return {
        token: [found[token]] if token in found else [] if token.isascii() else _pieces(pieces, token)
        for token in tokens
    }


def _pieces(known: Mapping[str, int], token: str) -> list[int]:
    """The rows of the longest words that stand one behind the other in a longer one."""
    rows: list[int] = []
    place = 0
    while place < len(token):
        length = _LONGEST_PIECE
        while length > 1 and token[place : place + length] not in known:
            length -= 1
        row = known.get(token[place : place + length])
        rows += [row] if row is not None else []
        place += length
    return rows
