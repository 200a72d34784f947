"""The way of one text through the filters: views, rules and classifier, personal data, policy."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.safety.findings import Detector, Finding, Side
from bot.safety.normalise import Normaliser
from bot.safety.personal_data import PersonalData
from bot.safety.policy import Policy
from bot.safety.verdict import Purpose, Verdict
from bot.safety.weighing import Weighing
from bot.witness import Facts, Step, note


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What texts are checked with; shared by all guards' callers."""

    normaliser: Normaliser
    weighing: Weighing
    further: tuple[Detector, ...]
    personal_data: PersonalData
    policy: Policy
    """Where no server's own is given."""

    def decide(
        self,
        text: str,
        side: Side,
        policy: Policy | None = None,
        purpose: Purpose = Purpose.QUESTION,
        also_found: Iterable[Finding] = (),
    ) -> Verdict:
        """The verdict on a whole text. `also_found`: what others say of it, such as a hosted moderation."""
        reading = self.normaliser.read(text)
        found, scores = self.weighing.weigh(reading, side)
        findings = [*found, *also_found]
        for detector in self.further:
            findings.extend(detector.findings(reading, side))
        personal = self.personal_data.find(reading.seen, spare_examples=side is Side.OUTPUT)
        verdict = (policy or self.policy).decide(
            reading.seen, reading.language, findings, personal, side, purpose
        )
        note(Step.FILTER, lambda: facts_of(side, verdict))
        return replace(verdict, scores={head.value: score for head, score in scores.items()})


def facts_of(side: Side, verdict: Verdict) -> Facts:
    """A decision as an account tells it: nothing of the text."""
    return {
        "side": side.value,
        "action": verdict.action.value,
        "category": verdict.category.value if verdict.category else "",
        "rule": verdict.rule or "",
        "score": round(verdict.score, 3),
        "removed": [kind.value for kind in verdict.kinds],
    }
