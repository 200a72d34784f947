"""The face of the safety room: what every other room calls."""

from collections.abc import Sequence

from bot.safety.findings import Detector, Finding, Side
from bot.safety.harmless import harmless
from bot.safety.normalise import Normaliser
from bot.safety.personal_data import PersonalData
from bot.safety.policy import Policy
from bot.safety.release import Checks, GateContext, ReleaseGate
from bot.safety.rules import RuleBook
from bot.safety.verdict import Verdict
from bot.texts.kinds import ModelText, Released

_FIRST_WORDS = (
    "how to make 如何 1gn0re call 415-555-2671, +44 20 7946 0958, +86 138 0013 8000, 0912-345-678, 030 901820"
)
"""Read once when a guard is built, so that tables that load on first use (20 ms) hold up no learner."""


class Guard:
    """Checks what comes in and what goes out. One for the whole process; safe to share between tasks.

    Building one reads all rules (a quarter of a second of CPU): build it before the gateway opens, in a thread.
    """

    def __init__(self, policy: Policy | None = None, further: Sequence[Detector] = ()) -> None:
        """`further` detectors are heard beside the rules; none can clear another's finding."""
        rules = RuleBook.load()
        self._checks = Checks(
            normaliser=Normaliser(rules.known_words),
            detectors=(rules, *further),
            personal_data=PersonalData(),
            policy=policy or Policy(),
        )
        self.check_input(_FIRST_WORDS)

    def check_input(self, text: str, policy: Policy | None = None) -> Verdict:
        """Decide what to do with a person's text. Pure CPU, about a millisecond; never raises for any text.

        `policy`: that of the server it was written in, where it differs.
        """
        reading = self._checks.normaliser.read(text)
        findings: list[Finding] = []
        for detector in self._checks.detectors:
            findings.extend(detector.findings(reading, Side.INPUT))
        personal = self._checks.personal_data.find(reading.seen)
        held_to = policy or self._checks.policy
        return held_to.decide(reading.seen, reading.language, findings, personal, Side.INPUT)

    def gate(self, context: GateContext | None = None) -> ReleaseGate:
        """A release gate for one reply."""
        return ReleaseGate(self._checks, context or GateContext())

    def release(self, text: ModelText, context: GateContext | None = None) -> Released:
        """Pass a whole model text through a gate at once. Raises `Withheld`."""
        gate = self.gate(context)
        gate.feed(text)
        gate.finish()
        return gate.text

    def quote(self, text: str) -> Released:
        """Make an authored passage, or a learner's own words shown back to that learner, harmless to show.

        Hidden characters go, mentions and invites stay readable and do nothing. Links stay.
        """
        return Released(harmless(text))
