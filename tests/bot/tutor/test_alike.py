"""Words of like meaning, from a file that must fit the word vectors."""

import numpy as np
import pytest

from bot.lessons.vectors import words
from bot.tutor.alike import alike


@pytest.mark.parametrize(("word", "other"), [("vehicl", "car"), ("physician", "doctor"), ("医生", "医师")])
def test_words_of_like_meaning_are_found(word: str, other: str) -> None:
    assert other in alike([word])


def test_the_words_themselves_unknown_ones_and_none_give_nothing_back() -> None:
    assert "car" not in alike(["vehicl", "car"])
    assert alike(["4f9c1e7d", ""]) == alike([]) == []


def test_the_file_fits_the_word_vectors() -> None:
    """Made anew with `python -m benchmarks.make_near_words` whenever those are."""
    table = words.load()
    row = words.row_of(table, "vehicl")
    assert row is not None
    vectors = table.vectors.astype(np.float32)
    near = vectors @ vectors[row] / np.linalg.norm(vectors, axis=1)
    same_language = [at for at in np.argsort(-near) if bytes(table.words[at]).isascii() and at != row]
    assert alike(["vehicl"])[0] == bytes(table.words[same_language[0]]).decode()
