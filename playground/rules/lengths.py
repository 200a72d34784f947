"""Lengths as Discord counts them: in Unicode code points, after trimming, as its servers do."""

from __future__ import annotations


def length(text: str) -> int:
    """The number of characters that Discord counts against a limit."""
    return len(text)
