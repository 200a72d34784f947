"""The face of the safety room: what every other room calls."""

from bot.safety.release import GateContext, ReleaseGate
from bot.safety.verdict import Verdict
from bot.texts.kinds import ModelText, Released


class Guard:
    """Checks what comes in and what goes out. One for the whole process; safe to share between tasks."""

    def check_input(self, text: str) -> Verdict:
        """Decide what to do with a person's text. Pure CPU, about a millisecond; never raises for any text."""
        raise NotImplementedError

    def gate(self, context: GateContext | None = None) -> ReleaseGate:
        """A release gate for one reply."""
        raise NotImplementedError

    def release(self, text: ModelText, context: GateContext | None = None) -> Released:
        """Pass a whole model text through a gate at once. Raises `Withheld`."""
        raise NotImplementedError

    def quote(self, text: str) -> Released:
        """Make an authored passage, or a learner's own words shown back to that learner, harmless to show."""
        raise NotImplementedError
