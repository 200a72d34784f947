"""A small classifier beside the rules: logistic heads over hashed character sequences and ideas.

Its weights are learnt by `bot.safety.training` (`make train-filters`); what they can and cannot do stands in
docs/safety-model-card.md. It needs numpy alone and never sees anything but the views of a text.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from bot.safety.features import BUCKETS, buckets
from bot.safety.findings import Finding
from bot.safety.ideas import Ideas
from bot.safety.normalise import Reading, language_of
from bot.safety.verdict import Category

WEIGHTS, FACTS = "classifier.npy", "classifier.json"
_MOST_VIEWS = 4
_MOST_CHARACTERS = 6000
"""Of all views together: what a crafted message may make the classifier read."""


class Head(StrEnum):
    """What the classifier has an opinion about."""

    HARM = "harm"
    """A request for something harmful, of any of the categories that are refused."""
    OVERRIDE = "override"
    SELF_HARM = "self-harm"
    HATE = "hate"
    """Speech that degrades a group, or abuse; not a request for it."""


KINDS_OF_HARM = (
    Category.SEXUAL,
    Category.HATE,
    Category.HARASSMENT,
    Category.VIOLENCE,
    Category.ILLEGAL,
    Category.CYBER,
)
"""What a harmful request may be about; beside the heads, one column of weights for each."""
EVIDENCE = (frozenset(KINDS_OF_HARM), frozenset({Category.OVERRIDE}), frozenset({Category.SELF_HARM}))
"""Beside the sequences, the classifier weighs the highest score of the rules of each of these sets."""
COLUMNS = (*(head.value for head in Head), *(f"harm:{kind.value}" for kind in KINDS_OF_HARM))


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the classifier makes of one text."""

    scores: Mapping[Head, float]
    """0 to 1; 0.5 is where the default policy acts, in either language."""
    kind_of_harm: Category
    """Which kind a harmful request would most likely be."""


class Classifier:
    """Weights, ready to read texts with. Loading takes some milliseconds and 2.7 MB; share one."""

    def __init__(
        self,
        ideas: Ideas,
        weights: NDArray[np.int8],
        steps: NDArray[np.float32],
        idea_steps: NDArray[np.float32],
        evidence: NDArray[np.float32],
        bias: NDArray[np.float32],
        thresholds: Mapping[str, NDArray[np.float32]],
    ) -> None:
        """`weights`: one row per bucket, then one for each number of `ideas`; one column for each of `COLUMNS`.

        Those of buckets are in units of `steps`, those of ideas in units of `idea_steps`. `thresholds`: per language the
        logit of each column that scores 0.5.
        """
        self._ideas = ideas
        self._weights = weights[:BUCKETS]
        self._of_ideas = weights[BUCKETS:]
        self._steps = steps
        self._idea_steps = idea_steps
        self._evidence = evidence
        self._bias = bias
        self._thresholds = thresholds

    @classmethod
    def load(cls) -> "Classifier":
        """The weights that ship with the tutor."""
        folder = files("bot.safety").joinpath("data")
        facts = json.loads(folder.joinpath(FACTS).read_text("utf-8"))
        ideas = Ideas.load()
        made_for = (facts["columns"], facts["buckets"], facts.get("ideas"))
        if made_for != (list(COLUMNS), BUCKETS, list(ideas.names)):
            raise ValueError(f"{WEIGHTS} belongs to another version of the code: run make train-filters")
        with as_file(folder.joinpath(WEIGHTS)) as path:
            weights = np.load(path)
        numbers = ("steps", "idea_steps", "evidence", "bias")
        as_floats = {key: np.array(facts[key], np.float32) for key in numbers}
        thresholds = {key: np.array(each, np.float32) for key, each in facts["thresholds"].items()}
        return cls(ideas, weights, **as_floats, thresholds=thresholds)

    @staticmethod
    def learnt_with() -> str:
        """The mark of the rules and sentences that the weights which ship with the tutor were learnt with."""
        text = files("bot.safety").joinpath("data", FACTS).read_text("utf-8")
        return str(json.loads(text).get("learnt_with", ""))

    def opinion(self, reading: Reading, found: tuple[Finding, ...]) -> Opinion:
        """What it makes of a text in which the rules found `found`. The highest score of all views counts."""
        evidence = evidence_of(found) @ self._evidence + self._bias
        certain = self._certain(evidence, reading.views[0].text)
        left = _MOST_CHARACTERS - len(reading.views[0].text)
        for view in reading.views[1:_MOST_VIEWS]:
            if len(view.text) <= left:
                left -= len(view.text)
                certain = np.maximum(certain, self._certain(evidence, view.text))
        heads = len(Head)
        scores = 1 / (1 + np.exp(-certain[:heads]))
        kind = KINDS_OF_HARM[int(np.argmax(certain[heads:]))]
        return Opinion({head: float(score) for head, score in zip(Head, scores, strict=True)}, kind)

    def _certain(self, evidence: NDArray[np.float32], text: str) -> NDArray[np.float32]:
        """How far above the thresholds of its language a view is: a disguise may hide another language."""
        return evidence + self._sums(text) - self._thresholds[language_of(text)]

    def _sums(self, text: str) -> NDArray[np.float32]:
        found = buckets(text)
        touched = self._ideas.numbers(text)
        of_sequences = self._weights[found].sum(axis=0, dtype=np.int32) * self._steps
        of_ideas = self._of_ideas[touched].sum(axis=0, dtype=np.int32) * self._idea_steps
        summed: NDArray[np.float32] = of_sequences / _root(len(found)) + of_ideas / _root(len(touched))
        return summed


def _root(count: int) -> np.float32:
    return np.float32(np.sqrt(count))


def evidence_of(found: tuple[Finding, ...]) -> NDArray[np.float32]:
    """The highest score that rules gave to each set of `EVIDENCE`, 0 for none."""
    highest = [
        max((each.score for each in found if each.category in categories), default=0.0)
        for categories in EVIDENCE
    ]
    return np.array(highest, np.float32)
