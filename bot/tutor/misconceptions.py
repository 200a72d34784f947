"""The misconceptions that a lesson itself names, and which of them a learner's words show.

Lessons end with a section of beliefs, each in bold quotation marks with its correction behind it. A model may only point at one of
them by its number; without a model, words alone decide, and a learner who denies a belief does not hold it. What is shown is the lesson's own
text, never a model's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.tutor.terms import Terms

SECTION = "misconceptions"
"""The id of the section in every lesson that has one."""

_NAMED = re.compile(
    r"^\*\*[\"“「](?P<belief>[^\n]{4,200}?)[\"”」]\*\*[ \t]*(?P<correction>[^\n]{4,600})$", re.MULTILINE
)
_SENTENCE = re.compile(r"[^.!?。！？；;\n]+")
_DENIES = re.compile(
    r"\b(?:not?|never|neither|nor|without|cannot|nothing|hardly|false|wrong|myth)\b|n['’]t\b|不|没|沒|并非|並非|未必|无法|無法|错|錯",
    re.IGNORECASE,
)
_HELD = 0.6
"""Share of a belief's words from which on a sentence says it."""
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong belief, and what is true instead, both in the lesson's words."""

    belief: str
    correction: str


def named_in(markdown: str) -> tuple[Misconception, ...]:
    """The misconceptions of a section, in its order."""
    return tuple(
        Misconception(found["belief"].strip(), found["correction"].strip())
        for found in _NAMED.finditer(markdown)
    )


def denies(sentence: str) -> bool:
    """Whether a sentence says that something is not so."""
    return _DENIES.search(sentence) is not None


def held_in(words: str, known: Sequence[Misconception], terms: Terms) -> Misconception | None:
    """The misconception that a sentence of the learner's says, by its words; None where none is said.

    A sentence that denies where the belief does not, or the other way round, says something else.
    """
    best: tuple[float, Misconception] | None = None
    for sentence in _SENTENCE.findall(words):
        said = set(terms(sentence))
        for one in known:
            telling = set(terms(one.belief))
            if len(telling) < _FEWEST or denies(sentence) != denies(one.belief):
                continue
            share = len(telling & said) / len(telling)
            if share >= _HELD and (best is None or share > best[0]):
                best = share, one
    return best[1] if best else None
