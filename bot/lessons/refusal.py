"""Whether the lessons cover a question at all: a logistic over signals that fused scores do not hold.

The coefficients are data (`data/refusal.json`), made by `benchmarks/calibrate_refusal.py` from questions that the
course covers and questions that it does not. Scores of a search say which section is best; they cannot say that
none is good, since the best is always near 1.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from bot.lessons.ranking import Ranking, SectionKey
from bot.lessons.vectors.kinship import Kinship
from bot.lessons.vectors.nearby import Nearby

LOOKED_AT = 3
"""Sections, from the best, that may count as the one that covers the question."""
GATHERED = 5
"""Sections, from the best, that may stand in one lesson."""


class Signals(NamedTuple):
    """What tells a covered question from another; each 0 to 1, and none depends on the size of the course."""

    coverage: float
    """Share of the question's weight (idf) that stands in the section that holds most of it."""
    unknown: float
    """Share of the question's words that stand nowhere in the lessons."""
    fit: float
    """The best section's score as a share of the best possible one."""
    pair_fit: float
    """The same for pairs of Chinese characters; 0 for an English question."""
    heading: float
    """Share of the question's weight that stands in the heading of a good section."""
    brevity: float
    """1 for a question of one word, a half for two, and so on."""
    shortness: float
    """The square of `brevity`: a question of one word is far less like one of two than that is like one of three."""
    nearness: float
    """How near in meaning a good section is, by the vectors of words; `UNTOLD` where none of the words has one."""
    score: float
    """The best section's score when everything is joined that is known of it."""
    gathered: float
    """Share of the best sections that stand in the best one's lesson: what lessons cover they speak of in one place."""
    elsewhere: float
    """How near the question is to a subject that is none of the lessons'; this and the next as in `Kinship`."""
    astray: float
    """How much nearer to other subjects than to any section those of its words are that stand nowhere in the lessons."""
    kin: float
    """How near its words are to the best sections, each by itself."""
    names: float
    """Share of a Chinese question's words that are in Latin letters and stand nowhere in the lessons: names of other things mostly.

    0 for an English question, where any word may be a name.
    """


NEAR_ANOTHER = 0.35
"""From this nearness to another subject on, a question that is not covered is about that."""
DOUBTFUL = 0.35
"""Less likely than this to be covered: what is likelier is near the lessons, whatever else it is near."""
UNTOLD = 0.45
"""About the nearness of a question of which one does not know whether it is covered."""
NOTHING = Signals(0.0, 1.0, *[0.0] * 12)
"""The signals of a question without a word to look for."""


def signals(
    asked: Sequence[str],
    ranked: Sequence[tuple[SectionKey, float]],
    best: Sequence[int],
    words: Ranking,
    pairs: Ranking | None,
    near: Nearby,
    kin: Callable[[Sequence[int]], Kinship],
) -> Signals:
    """The signals of a question of the words `asked`, from its rankings, its nearness to sections and the best sections of all with their scores.

    `best` holds the numbers of those sections; `kin` tells, of some of them, how the question's words go with them.
    """
    if sum(words.weights) <= 0 or not ranked:
        return NOTHING
    kinship = kin(best[:LOOKED_AT])
    top = [section for section in best[:LOOKED_AT] if words.scores[section] > 0]
    lessons = [section.lesson_id for section, _ in ranked]
    return Signals(
        coverage=max((words.share(words.held[:, one]) for one in top), default=0.0),
        unknown=sum(words.unknown) / len(words.unknown),
        fit=_fit(words, best),
        pair_fit=_fit(pairs, best) if pairs else 0.0,
        heading=max((words.share(words.named[:, one]) for one in top), default=0.0),
        brevity=1 / len(words.weights),
        shortness=1 / len(words.weights) ** 2,
        nearness=float(near.cosines[best[:LOOKED_AT]].max()) if near.is_told else UNTOLD,
        score=ranked[0][1],
        gathered=lessons[:GATHERED].count(lessons[0]) / GATHERED,
        elsewhere=kinship.elsewhere,
        astray=kinship.astray,
        kin=kinship.kin,
        names=_strange_names(asked, words.unknown),
    )


def _strange_names(asked: Sequence[str], unknown: Sequence[bool]) -> float:
    if all(word.isascii() for word in asked):
        return 0.0
    strange = (word for word, is_unknown in zip(asked, unknown, strict=False) if is_unknown)
    return sum(word.isascii() and not word.isdigit() for word in strange) / len(asked)


def probability(found: Signals, *, is_chinese: bool) -> float:
    """How likely, 0 to 1, the lessons cover the question; a half and more is taken as enough."""
    if found == NOTHING:
        return 0.0
    model = _models()["zh" if is_chinese else "en"]
    logit = model["intercept"] + sum(model.get(name, 0.0) * value for name, value in found._asdict().items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def is_elsewhere(found: Signals, likely: float) -> bool:
    """Whether a question that lessons do not cover is about another subject altogether; `likely` is how likely they cover it."""
    return found == NOTHING or (likely < DOUBTFUL and found.elsewhere >= NEAR_ANOTHER)


def _fit(ranking: Ranking, sections: Sequence[int]) -> float:
    best = float(ranking.scores[list(sections)].max(initial=0.0))
    return min(best / ranking.best_possible, 1.0) if ranking.best_possible > 0 else 0.0


@cache
def _models() -> Mapping[str, Mapping[str, float]]:
    """Coefficients by language."""
    stored = json.loads((Path(__file__).parent / "data" / "refusal.json").read_text("utf-8"))
    return cast(Mapping[str, Mapping[str, float]], stored)
