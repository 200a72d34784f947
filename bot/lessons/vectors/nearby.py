"""Which sections say what a question says, by the vectors of their words. Pure arithmetic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from bot.lessons.ranking import SectionKey
from bot.lessons.vectors import words
from bot.lessons.vectors.store import SectionVectors
from bot.texts.locales import Locale

MOST = 60
"""Sections of a language that are told; the rest is far."""
BY_HEADING = 0.6
"""How much nearness to the heading counts beside nearness to all that a section says."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """How near the nearest sections are to a question."""

    shares: Mapping[SectionKey, float] = field(default_factory=dict)
    """Of the way from a middling section (0) to the nearest (1), and as much of its heading's as `BY_HEADING` says."""
    cosines: Mapping[SectionKey, float] = field(default_factory=dict)
    """Nearness to all that a section says as it was measured, which tells whether even the nearest is near."""


def nearby(meanings: Sequence[Mapping[Locale, SectionVectors]], tokens: Iterable[str], own: Locale) -> Nearby:
    """The sections near to a question of these tokens in the language `own`.

    A section that is written in `own` is compared in it alone. Others are compared among each other, since words of
    two languages lie farther apart.
    """
    asked = words.vector_of(tokens)
    if asked is None:
        return Nearby()
    written: set[SectionKey] = set()
    shares: dict[SectionKey, float] = {}
    cosines: dict[SectionKey, float] = {}
    languages = {language for by_language in meanings for language in by_language}
    for language in sorted(languages, key=lambda one: one is not own):
        there = [by_language[language] for by_language in meanings if language in by_language]
        near = np.concatenate([one.near(asked) for one in there])
        joined = _shares(near)
        if language is own:  # a few words of another language are near to nothing surely
            named = np.concatenate([one.named(asked) for one in there])
            joined = joined + BY_HEADING * _shares(named)
        sections = [section for one in there for section in one.sections]
        for place in np.argsort(-joined)[:MOST].tolist():
            section = sections[place]
            if section not in written and joined[place] > 0:
                shares[section] = float(joined[place])
                cosines[section] = float(near[place])
        if language is own:
            written.update(sections)
    return Nearby(shares, cosines)


def _shares(near: words.Vector) -> words.Vector:
    """Of the way from the middle of these to the most, each; nothing below the middle."""
    middle, most = np.median(near), near.max()
    return np.clip((near - middle) / (most - middle), 0.0, 1.0) if most > middle else np.zeros_like(near)
