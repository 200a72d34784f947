"""Whether a question speaks of what the lessons speak of, or of another subject, by the vectors of its words. Pure arithmetic.

Words that stand in no lesson tell both ways: learners say "spit out" of what lessons call generating, and they ask for the capital of Kenya.
What tells the two apart is whether the word lies nearer to some other subject than to any section. The other subjects are data
(`data/other_subjects.txt`), written by hand; one that the lessons themselves are about is none.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot.lessons.tokens import english_stems
from bot.lessons.vectors import words
from bot.lessons.vectors.store import SectionVectors
from bot.texts.locales import Locale

MOST_WORDS = 16
"""Words of a question that are looked at one by one."""
_CANDIDATES = 4
"""Other subjects, from the nearest, of which one may be what the question is about."""
_OWN_SECTIONS = 4
"""So many sections about a subject make it one of the lessons' own."""
_OWN = 0.6
"""How near they are to it at least."""
_NAMELESS = 0.3
"""How far a word strays that has no vector: mostly a name that the lessons do not know."""
_UNTOLD = 0.4
"""Where no word of the question has a vector: about the middle of what is measured."""

_DATA = Path(__file__).parent.parent / "data" / "other_subjects.txt"


class Kinship(NamedTuple):
    """What the words of a question tell of whether lessons cover it; cosines, so about 0 to 1."""

    elsewhere: float
    """How near the question is to the nearest subject that is none of the lessons'."""
    astray: float
    """How much nearer its words that stand in no lesson are to another subject than to any section, on average over all its words."""
    kin: float
    """How near its words are to one of the best sections, on average."""


def kinship(
    meanings: Sequence[Mapping[Locale, SectionVectors]],
    asked: Sequence[str],
    unknown: Sequence[bool],
    best: Sequence[int],
) -> Kinship:
    """Of the words `asked`, of which those that stand in no lesson are `unknown`; `best` are the numbers of the
    sections found first."""
    whole, *each = words.vectors_of([asked, *([word] for word in asked[:MOST_WORDS])])
    if whole is None:
        return Kinship(_UNTOLD, _NAMELESS * sum(unknown) / max(len(unknown), 1), _UNTOLD)
    subjects = _subjects()
    near_subjects = subjects @ whole
    candidates = np.argsort(-near_subjects)[:_CANDIDATES]
    told = [
        (vector, is_unknown) for vector, is_unknown in zip(each, unknown, strict=False) if vector is not None
    ]
    columns = np.vstack([subjects[candidates], *(vector for vector, _ in told)])
    known = [one for by_language in meanings for one in by_language.values() if len(one.numbers)]
    if not known:
        return Kinship(float(near_subjects.max()), _NAMELESS, 0.0)
    near = np.concatenate([one.near(columns.T) for one in known])
    to_any = near[:, _CANDIDATES:].max(axis=0)
    strays = sum(
        float((subjects @ vector).max() - to_any[place])
        for place, (vector, is_unknown) in enumerate(told)
        if is_unknown
    )
    nameless = sum(unknown) - sum(is_unknown for _, is_unknown in told)
    rows = np.flatnonzero(np.isin(np.concatenate([one.numbers for one in known]), best))
    kin = near[rows, _CANDIDATES:].max(axis=0) if len(rows) and told else np.zeros(1, dtype=np.float32)
    return Kinship(
        elsewhere=_nearest_foreign(near_subjects[candidates], near[:, :_CANDIDATES]),
        astray=(strays + _NAMELESS * nameless) / max(len(unknown), 1),
        kin=float(kin.mean()),
    )


def _nearest_foreign(asked: words.Vector, near: words.Vector) -> float:
    """Nearness of the question to the nearest of some subjects, from the nearest on, that few sections (`near`) are about."""
    some = min(_OWN_SECTIONS, len(near))
    about = np.partition(near, -some, axis=0)[-some]
    foreign = [nearness for nearness, own in zip(asked.tolist(), about.tolist(), strict=True) if own < _OWN]
    return foreign[0] if foreign else float(asked[-1])


@cache
def _subjects() -> words.Vector:
    """A vector of length 1 for each of the other subjects, as rows."""
    made = []
    for line in _DATA.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        # Chinese words stand there as they are cut, so that an English question loads no dictionary.
        vector = words.vector_of(
            token for word in line.split() for token in (english_stems(word) if word.isascii() else [word])
        )
        if vector is not None:
            made.append(vector)
    return np.vstack(made)
