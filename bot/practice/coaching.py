"""One hint after an attempt, by rules: what would help most now. Pure; it knows of a hidden case nothing but its category."""

from dataclasses import dataclass

from bot.practice.challenges import Challenge, Kind
from bot.practice.structure import Fault, check_structure
from bot.practice.values import Attempt
from bot.practice.verdicts import Score

_GRAVE = (
    Fault.NO_INSTRUCTION,
    Fault.CONTRADICTION,
    Fault.UNBALANCED,
    Fault.UNFILLED,
    Fault.UNKNOWN_SLOT,
    Fault.UNEVEN_EXAMPLES,
)
_FAMILIES = {
    "keeps-secret": "secret",
    "is-json": "json",
    "field": "field",
    "quotes": "quotes",
    "equals": "form",
    "labels": "form",
    "number": "number",
    "language": "language",
    "words": "length",
    "sentences": "length",
    "characters": "length",
    "lines": "length",
}
"""What a check is about; where several fail, the hint is about the one that stands first."""


ADVICE = (
    "passed-all",
    "passed-some",
    "category",
    "again",
    "check-other",
    *(f"check-{family}" for family in dict.fromkeys(_FAMILIES.values())),
    *(f"fault-{fault}" for fault in _GRAVE),
)
"""The ends of all keys of advice."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to say: the end of a sentence's key, and what goes into it."""

    key: str
    category: str = ""
    """The name of a category, where the sentence needs one."""


def advise(challenge: Challenge, attempt: Attempt, score: Score) -> Advice:
    """The hint after an attempt that has run."""
    structure = check_structure(attempt.prompt, slots=frozenset({"input"}))
    if score.passed:
        return Advice("passed-all" if score.share >= 1 else "passed-some")
    for fault in _GRAVE:
        if structure.has(fault):
            return Advice(f"fault-{fault}")
    failed = {one.case_id for one in score.verdicts if not one.passed}
    for case in challenge.visible:
        if case.id in failed and case.id in attempt.results:
            missed = {label.split(" ")[0] for run in attempt.results[case.id].missed for label in run}
            if missed:
                known = next((name for name in _FAMILIES if name in missed), None)
                return Advice(f"check-{_FAMILIES[known] if known else 'other'}")
    return _about_hidden(challenge, failed)


def _about_hidden(challenge: Challenge, failed: set[str]) -> Advice:
    """The visible cases pass: the prompt fits them and not what it is for."""
    lost: dict[str, float] = {}
    for case in challenge.hidden:
        if case.id in failed:
            lost[case.category] = lost.get(case.category, 0.0) + case.weight
    if not lost or challenge.kind is not Kind.RUN:
        return Advice("again")
    worst = max(sorted(lost), key=lambda category: lost[category])
    return Advice("category", challenge.categories.get(worst, worst))
