"""The kinds of text, so that the type checker proves what may be shown.

Model text is one type and released text another; everything that can reach Discord accepts only the second.
Who may make a `Released` is listed in `tests/test_house_rules.py`: the catalogue of our own sentences, and the
release gate.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

Released = NewType("Released", str)
"""Text that may be shown to a learner: our own sentence, a lesson's passage, or what the release gate let through."""


@dataclass(frozen=True, slots=True)
class ModelText:
    """What a model wrote and nobody has checked. It refuses to become a string by accident."""

    unchecked: str

    def __str__(self) -> str:
        raise TypeError("model text must pass the release gate before it is shown or formatted")

    def __repr__(self) -> str:
        return f"ModelText({len(self.unchecked)} characters)"


def joined(separator: str, parts: Iterable[Released]) -> Released:
    """Released texts as one; empty ones are left out. The separator is ours: line breaks, dots, blanks."""
    return Released(separator.join(part for part in parts if part))


def block_quote(text: Released) -> Released:
    """Released text as a Markdown block quote."""
    return Released("\n".join(f"> {line}".rstrip() for line in text.splitlines()))
