"""Vectors of meaning as they are kept, a byte a number, and how near they are to another one. Pure arithmetic."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
"""One vector, or several as rows."""

_FEW = 20
"""Vectors from which on most of what they have in common is left out of account."""
_TINY = 1e-6


def as_bytes(vector: Vectors) -> bytes:
    """A vector of length 1 as it is kept: its largest number becomes 127."""
    most = float(np.abs(vector).max()) or 1.0
    return np.round(vector * (127 / most)).astype(np.int8).tobytes()


def shares_of(joined: str, packed: bytes, asked: Vectors, *, most: int) -> dict[int, float]:
    """The `most` nearest of vectors that are packed one behind the other, each as a share: 1 for the nearest, 0 for a middling one.

    `joined` are their numbers with commas between; `asked` has length 1. Nothing where the vectors are not as wide as that.
    """
    numbers = np.fromstring(joined, dtype=np.int64, sep=",")
    if not len(numbers) or len(packed) != len(numbers) * len(asked):
        return {}
    near = _nearness(np.frombuffer(packed, dtype=np.int8).reshape(len(numbers), -1).astype(np.float32), asked)
    middle, nearest = float(np.median(near)), float(near.max())
    if nearest <= middle:
        return {}
    best = np.argsort(-near)[:most]
    best = best[near[best] > middle]
    shares = (near[best] - middle) / (nearest - middle)
    return dict(zip(numbers[best].tolist(), shares.tolist(), strict=True))


def _nearness(rows: Vectors, asked: Vectors) -> Vectors:
    """Cosine of each row with `asked`, both seen from what all rows have in common.

    All that one person says lies in one corner of the space, and sums of many words lie in its middle: near to everything, they
    say nothing (Arora, Liang and Ma, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", 2017). Of few rows, what they
    have in common may be just what is asked for, so that less of it is taken away.
    """
    lengths = np.maximum(np.sqrt(np.einsum("ij,ij->i", rows, rows)), 1.0)
    common = (1 / lengths) @ rows / (len(rows) + _FEW)
    along, beside = rows @ asked / lengths, rows @ common / lengths
    apart = np.sqrt(np.maximum(1 - 2 * beside + common @ common, _TINY))
    from_common = float(np.linalg.norm(asked - common))
    return np.asarray((along - beside - common @ asked + common @ common) / (apart * from_common), np.float32)


def cosines(kept: Sequence[tuple[int, bytes]], asked: Vectors) -> dict[int, float]:
    """Cosine of a vector of length 1 with each that is kept, by number; those of another width are left out."""
    there = [(number, vector) for number, vector in kept if len(vector) == len(asked)]
    if not there:
        return {}
    numbers = np.frombuffer(b"".join(vector for _, vector in there), dtype=np.int8)
    matrix = numbers.reshape(len(there), -1).astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", matrix, matrix))
    near = (matrix @ asked) / np.maximum(lengths, 1.0)
    return dict(zip((number for number, _ in there), near.tolist(), strict=True))
