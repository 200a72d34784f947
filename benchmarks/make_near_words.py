"""Makes `bot/tutor/data/near_words.npy`: for each word of the word vectors, the words of its language that are nearest in meaning.

    python -m benchmarks.make_near_words

A row for each word of `bot/lessons/data/word_vectors/`, in its order: numbers of other rows, nearest first; where fewer are near
enough, the rest of the row is the word's own number. To be made anew whenever the word vectors are.
"""

from pathlib import Path

import numpy as np

from bot.lessons.vectors import words

TARGET = Path(__file__).parent.parent / "bot" / "tutor" / "data" / "near_words.npy"
MOST = 24
NEAR = 0.38
"""Cosine from which on words mean alike; chosen on the dialogues that come with `benchmarks.memory`."""
_AT_ONCE = 500


def main() -> None:
    """Write the file."""
    table = words.load()
    vectors = table.vectors.astype(np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    is_latin = np.array([bytes(word).isascii() for word in table.words])
    made = np.repeat(np.arange(len(vectors), dtype=np.uint16)[:, None], MOST, axis=1)
    for language in (is_latin, ~is_latin):
        rows = np.flatnonzero(language)
        there = vectors[rows]
        for start in range(0, len(rows), _AT_ONCE):
            some = rows[start : start + _AT_ONCE]
            near = vectors[some] @ there.T
            near[np.arange(len(some)), np.arange(start, start + len(some))] = -1
            best = np.argpartition(-near, MOST, axis=1)[:, :MOST]
            cosines = np.take_along_axis(near, best, axis=1)
            order = np.argsort(-cosines, axis=1, kind="stable")
            best, cosines = (
                np.take_along_axis(best, order, axis=1),
                np.take_along_axis(cosines, order, axis=1),
            )
            made[some] = np.where(cosines > NEAR, rows[best], some[:, None]).astype(np.uint16)
    np.save(TARGET, made)
    print(f"{len(made)} words, {(made != np.arange(len(made))[:, None]).sum() / len(made):.1f} others each")


if __name__ == "__main__":
    main()
