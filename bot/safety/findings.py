"""What a detector says about a reading, before any policy decides what to do about it."""

from typing import Protocol

from bot.safety.normalise import Reading
from bot.safety.verdict import Finding, Side

__all__ = ["Detector", "Finding", "Side"]


class Detector(Protocol):
    """Something that reads a text and finds: the rules, and what weighs them.

    Detectors never clear one another's findings.
    """

    def findings(self, reading: Reading, side: Side) -> tuple[Finding, ...]:
        """All findings; pure CPU, bounded and linear in the length of the reading."""
        ...
