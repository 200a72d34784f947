"""Which sections say what a question says, by the vectors of their words. Pure arithmetic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.lessons.ranking import Scores
from bot.lessons.vectors import words
from bot.lessons.vectors.store import SectionVectors
from bot.texts.locales import Locale

MOST = 60
"""Sections of a language that are told; the rest is far."""
BY_HEADING = 0.6
"""How much nearness to the heading counts beside nearness to all that a section says."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """How near sections are to a question, by their numbers; 0 for those that are not told."""

    shares: Scores
    """Of the way from a middling section (0) to the nearest (1), and as much of its heading's as `BY_HEADING` says."""
    cosines: Scores
    """Nearness to all that a section says as it was measured, which tells whether even the nearest is near."""

    @property
    def is_told(self) -> bool:
        """Whether any section is near: words of the question may have no vector."""
        return bool(self.shares.any())


def nearby(
    meanings: Sequence[Mapping[Locale, SectionVectors]], tokens: Iterable[str], own: Locale, sections: int
) -> Nearby:
    """Of so many `sections` those near to a question of these tokens in the language `own`.

    A section that is written in `own` is compared in it alone. Others are compared among each other, since words of
    two languages lie farther apart.
    """
    found = Nearby(np.zeros(sections), np.zeros(sections))
    asked = words.vector_of(tokens)
    if asked is None:
        return found
    written = np.zeros(sections, dtype=np.bool_)
    languages = {language for by_language in meanings for language in by_language}
    for language in sorted(languages, key=lambda one: one is not own):
        there = [by_language[language] for by_language in meanings if language in by_language]
        near = np.concatenate([one.near(asked) for one in there])
        joined = _shares(near)
        if language is own:  # a few words of another language are near to nothing surely
            named = np.concatenate([one.named(asked) for one in there])
            joined = joined + BY_HEADING * _shares(named)
        numbers = np.concatenate([one.numbers for one in there])
        nearest = np.argsort(-joined)[:MOST]
        nearest = nearest[(joined[nearest] > 0) & ~written[numbers[nearest]]]
        found.shares[numbers[nearest]] = joined[nearest]
        found.cosines[numbers[nearest]] = near[nearest]
        if language is own:
            written[numbers] = True
    return found


def _shares(near: words.Vector) -> words.Vector:
    """Of the way from the middle of these to the most, each; nothing below the middle."""
    half = len(near) // 2
    ordered = np.partition(near, (half - 1, half)) if len(near) > 1 else near
    # The median, for which numpy's own function takes ten times as long.
    middle = ordered[half] if len(near) % 2 else (ordered[half - 1] + ordered[half]) / 2
    most = near.max()
    return np.clip((near - middle) / (most - middle), 0.0, 1.0) if most > middle else np.zeros_like(near)
