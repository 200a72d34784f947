"""What a detector says about a reading, before any policy decides what to do about it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.safety.normalise import Reading
from bot.safety.verdict import Category


class Side(StrEnum):
    """Which way a text is going."""

    INPUT = "input"
    OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason to think that a text belongs to a category."""

    category: Category
    score: float
    """0 to 1; scores of different detectors are combined by their maximum."""
    rule: str
    """Id of the rule, or name of the detector."""


class Detector(Protocol):
    """Something that reads a text and finds: the rules, and beside them a classifier.

    Detectors never clear one another's findings.
    """

    def findings(self, reading: Reading, side: Side) -> tuple[Finding, ...]:
        """All findings; pure CPU, bounded and linear in the length of the reading."""
        ...
