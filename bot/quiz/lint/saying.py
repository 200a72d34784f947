"""Puts a finding into words."""

from collections.abc import Callable

from bot.quiz.lint.findings import Finding
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released
from bot.texts.locales import Locale

Quote = Callable[[str], Released]
"""Makes an author's words harmless, so that they can be shown."""

LONGEST_QUOTE = 60
"""Characters of the author's words that are repeated."""


def said(finding: Finding, locale: Locale, texts: Texts, quote: Quote) -> Released:
    """One sentence that says where, what, and what to do about it."""
    part = texts.say(locale, f"lint-part-{finding.place.part}")
    place = (
        texts.say(locale, "lint-place", part=part, number=finding.place.number)
        if finding.place.number
        else part
    )
    words = finding.words if len(finding.words) <= LONGEST_QUOTE else finding.words[:LONGEST_QUOTE] + "…"
    return texts.say(locale, f"lint-{finding.code}", place=place, words=quote(words))
