"""What may be watched of a turn: one report at its end, for whoever shows how an answer came about.

A report repeats what the learner wrote and what a model was sent, so nothing watches unless the composition root
says so, and it says so on a playground alone: never where the tutor talks to Discord.
"""

from dataclasses import dataclass, field
from typing import Protocol

from bot.lessons.values import Passage
from bot.llm.values import ChatMessage
from bot.memory.values import Turn
from bot.safety import Verdict
from bot.tutor.values import Trace


@dataclass(frozen=True, slots=True)
class TurnReport:
    """One turn, from the filter to what was kept of it."""

    turn: Turn
    """As it is in memory; of a refused question without the question."""
    stored: bool
    """False when nothing was kept: somebody in a crisis, or a learner who erased everything meanwhile."""
    verdict: Verdict = field(repr=False)
    """What the filters made of the question."""
    passages: tuple[Passage, ...] = field(repr=False)
    messages: tuple[ChatMessage, ...] = field(repr=False)
    """The prompt as it was sent; empty when no model was asked."""
    trace: Trace


class TurnObserver(Protocol):
    """Hears of turns."""

    def turn_ended(self, report: TurnReport) -> None:
        """A turn has ended. Returns at once and never raises: a turn owes its observer nothing."""
        ...


class Unobserved:
    """Nobody watches."""

    def turn_ended(self, report: TurnReport) -> None:
        """Nothing happens."""
