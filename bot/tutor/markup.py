"""Discord's marks in what a learner wrote: they are no words of the question."""

import re

_MARKS = re.compile(
    r"<@[!&]?\d+>|<#\d+>|<a?:\w+:\d+>|<t:\d+(?::\w)?>|</[^:<>]+:\d+>|<id:\w+>|@(?:everyone|here)\b"
)
"""Mentions, custom emoji, times and links to commands (Discord's reference, "Message Formatting")."""


def without_markup(text: str) -> str:
    """The text as it is looked up in the lessons: without mentions, custom emoji and times."""
    return " ".join(_MARKS.sub(" ", text).split())
