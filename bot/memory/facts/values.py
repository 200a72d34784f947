"""A fact about a learner: what kind it is, in whose words, from where and when."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

FACT_LENGTH = 160
"""Characters of a fact that are kept."""

MOST_FACTS = 30
"""Facts of one learner that are kept; beyond that the oldest one that was only said in passing goes."""


class FactKind(StrEnum):
    """What a fact is about."""

    ROLE = "role"
    """What the learner does or is."""
    GOAL = "goal"
    TOOL = "tool"
    """What they work with."""
    KNOWN = "known"
    """What they say they know already."""
    HARD = "hard"
    """What they say they find hard."""
    LIKING = "liking"
    """How they like to be taught."""
    NOTE = "note"
    """What they asked to be remembered, whatever it is about."""


class Source(StrEnum):
    """How a fact came to be known; always from the learner's own words."""

    SAID = "said"
    """Said in passing, and found by a rule."""
    ASKED = "asked"
    """The learner asked to have it remembered, or wrote it in `/memory show`."""
    PROPOSED = "proposed"
    """A model found it in the learner's words; it is used once the learner has kept it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a learner said of themselves."""

    id: str
    kind: FactKind
    text: str = field(repr=False)
    """In the learner's own words."""
    source: Source
    turn_id: str
    learnt_at: datetime

    @property
    def in_use(self) -> bool:
        """Whether it may stand in a prompt."""
        return self.source is not Source.PROPOSED
