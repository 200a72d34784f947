"""What the classifier sees of a text: which buckets its character sequences fall into.

Hashing keeps no vocabulary: no text of the training data can be read back from the weights. The same function is used
for training and for every message, so a change here makes the weights worthless until they are trained anew.
"""

import numpy as np
from numpy.typing import NDArray

BITS = 18
BUCKETS = 1 << BITS
_LONGEST, _LONGEST_CHINESE = 5, 3
_FIRST_CHINESE = 0x2E80
_LETTER, _STEP, _SPREAD = np.uint32(0x9E3779B1), np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35)
_FOLD = np.uint32(15)
_SHIFT = np.uint32(32 - BITS)


def buckets(text: str) -> NDArray[np.int64]:
    """The buckets of all sequences of one to five characters of `text` (folded, as in a view), each once, in order.

    Of Chinese, one to three: a character there says as much as two letters. Linear in the length of the text.
    """
    codes = np.frombuffer(f" {text} ".encode("utf-32-le", "ignore"), dtype=np.uint32)
    latin = codes < _FIRST_CHINESE
    letters = codes * _LETTER
    sequences = letters
    found = [_bucket(sequences)]
    for length in range(2, min(_LONGEST, len(letters)) + 1):
        mixed = sequences[:-1] ^ (sequences[:-1] >> _FOLD)
        sequences = mixed * _STEP + letters[length - 1 :]
        found.append(_bucket(sequences if length <= _LONGEST_CHINESE else sequences[latin[: len(sequences)]]))
    return _each_once(np.concatenate(found))


def _each_once(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """As `np.unique`, which loads masked arrays: 2 MB that nothing else here needs."""
    numbers.sort()
    return numbers[np.concatenate(([True], numbers[1:] != numbers[:-1]))]


def _bucket(sequences: NDArray[np.uint32]) -> NDArray[np.int64]:
    return (((sequences ^ (sequences >> _FOLD)) * _SPREAD) >> _SHIFT).astype(np.int64)
