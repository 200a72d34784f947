"""Tells what a lesson says from what it only shows: in an example ("The capital of France is"), a lesson teaches nothing of France. Pure."""

import re

_SHOWN = re.compile(
    r"```.*?(?:```|\Z)"  # code
    r"|`[^`\n]*`"
    r"|(?<![*\w])\*(?=[^*\s])[^*]*\*(?!\*)"  # emphasis, which lessons use for words that somebody types; not bold
    r"|“[^”]*”|\"[^\"\n]*\"|「[^」]*」|『[^』]*』",
    re.DOTALL,
)
_WORD = re.compile("[A-Za-z0-9'’-]+|[\u3400-\u9fff]{2}")
_TERM = 2
"""So many words in quotation marks are a term that is introduced, not an example."""


def said(markdown: str) -> str:
    """The text without its code, and without emphasised and quoted examples."""
    return _SHOWN.sub(lambda found: found[0] if _is_term(found[0]) else " ", markdown)


def _is_term(shown: str) -> bool:
    return not shown.startswith("`") and len(_WORD.findall(shown)) <= _TERM
