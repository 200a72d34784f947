"""What makes two attempts the same, and attempts at prompts whose outputs came with the challenge."""

import hashlib
import json
from collections.abc import Mapping, Sequence

from bot.practice.challenges import BAD, REFERENCE, Challenge
from bot.practice.folding import folded
from bot.practice.values import CaseResult, ChallengePlace
from bot.practice.verdicts import judge
from bot.texts.locales import Locale

RECORDED = "recorded"
"""Stands for a model where the outputs are those that came with the challenge."""


def fingerprint(place: ChallengePlace, version: int, locale: Locale, model: str, prompt: str) -> str:
    """The same for the same prompt, model and version of a challenge in the same language."""
    whole = json.dumps([place.bank_id, place.challenge_id, version, locale.value, model, prompt])
    return hashlib.blake2b(whole.encode(), digest_size=24).hexdigest()


def recorded_name(challenge: Challenge, prompt: str) -> str | None:
    """Which of the challenge's own prompts this is, if any."""
    return next((one for one in (REFERENCE, BAD) if folded(challenge.prompts[one]) == folded(prompt)), None)


def results_of(challenge: Challenge, name: str) -> Mapping[str, CaseResult]:
    """What the recorded outputs of a prompt come to."""
    results: dict[str, CaseResult] = {}
    for case in challenge.cases:
        outputs: Sequence[str] = challenge.recorded[name][case.id]
        verdicts = [judge(output, case.assertions) for output in outputs]
        passed = tuple(verdict.passed for verdict in verdicts)
        missed = tuple(verdict.missed for verdict in verdicts)
        results[case.id] = (
            CaseResult(passed, tuple(outputs), missed) if case.is_visible else CaseResult(passed)
        )
    return results
