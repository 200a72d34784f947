"""Marks in what a learner wrote that are no words of the question: Discord's, and the filters' own."""

import re

from bot.safety import Kind

_MARKS = re.compile(
    r"<@[!&]?\d+>|<#\d+>|<a?:\w+:\d+>|<t:\d+(?::\w)?>|</[^:<>]+:\d+>|<id:\w+>|@(?:everyone|here)\b"
)
"""Mentions, custom emoji, times and links to commands (Discord's reference, "Message Formatting")."""


_REDACTIONS = re.compile("|".join(re.escape(f"[{kind}]") for kind in Kind))


_SENTENCE = re.compile(r"[^.!?。！？\n]*(?:[.!?。！？\n]+|$)")


def without_markup(text: str) -> str:
    """The text as it is looked up in the lessons: without mentions, custom emoji and times.

    A sentence that held personal data is left out ("my mail is [email]"), unless it is the only one.
    """
    sentences = [found for found in _SENTENCE.findall(_MARKS.sub(" ", text)) if found.strip()]
    kept = [one for one in sentences if not _REDACTIONS.search(one)] or sentences
    return " ".join(_REDACTIONS.sub(" ", "".join(kept)).split())
