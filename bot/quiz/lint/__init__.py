"""The lint: what is wrong with how an item is written, in words that an author can act on.

Pure functions of one item in one language. Slow the first time (dictionaries load): not on the event loop.
"""

from collections.abc import Sequence

from bot.quiz.items import Item
from bot.quiz.lint.cues import cue_findings
from bot.quiz.lint.findings import Code, Finding, Part, Place, Severity
from bot.quiz.lint.keys import (
    explanation_findings,
    key_findings,
    misconception_findings,
    wrong_key_findings,
)
from bot.quiz.lint.language import language_findings
from bot.texts.locales import Locale

__all__ = ["Code", "Finding", "Part", "Place", "Severity", "lint", "stands_in_the_way"]


def lint(item: Item, locale: Locale) -> tuple[Finding, ...]:
    """Everything found in an item that is written in `locale`, the grave things first."""
    found = [
        *key_findings(item),
        *explanation_findings(item),
        *wrong_key_findings(item),
        *cue_findings(item),
        *language_findings(item, locale),
        *misconception_findings(item),
    ]
    if not item.hints:
        found.append(Finding(Code.NO_HINT, Place(Part.ITEM)))
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.CRITICAL))


def stands_in_the_way(findings: Sequence[Finding]) -> bool:
    """Whether an item with these findings cannot be published."""
    return any(finding.severity is Severity.CRITICAL for finding in findings)
