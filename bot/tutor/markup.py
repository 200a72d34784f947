"""Marks in what a learner wrote that are no words of the question: Discord's, and the filters' own."""

import re

from bot.safety import Kind

_MARKS = re.compile(
    r"<@[!&]?\d+>|<#\d+>|<a?:\w+:\d+>|<t:\d+(?::\w)?>|</[^:<>]+:\d+>|<id:\w+>|@(?:everyone|here)\b"
)
"""Mentions, custom emoji, times and links to commands (Discord's reference, "Message Formatting")."""


_REDACTIONS = re.compile("|".join(re.escape(f"[{kind}]") for kind in Kind))


def without_markup(text: str) -> str:
    """The text as it is looked up in the lessons: without mentions, custom emoji, times, and marks of redactions."""
    return " ".join(_REDACTIONS.sub(" ", _MARKS.sub(" ", text)).split())
