"""What a way of helping gives back: a text, how the turn ends with it, and what else is to be stored with it."""

from dataclasses import dataclass

from bot.llm.values import Completion, JsonCompletion
from bot.memory.values import Outcome
from bot.storage import Unit
from bot.texts.kinds import Released
from bot.tutor.values import Trace


@dataclass(frozen=True, slots=True)
class HelpGiven:
    """The end of a turn, before it is stored."""

    outcome: Outcome
    text: Released
    body: Released | None = None
    """The model's part of it, where citations are looked for; None where all citations stand."""
    also: Unit[None] | None = None
    """What is stored in the same transaction."""
    keeps_question: bool = True
    """Whether the learner's words are kept with the turn."""


def count_call(trace: Trace, prompt: str, call: Completion | JsonCompletion) -> None:
    """Note what a model call of this turn was, and what it took."""
    trace.prompt = prompt
    trace.model = call.model
    trace.prompt_tokens += call.usage.prompt_tokens
    trace.completion_tokens += call.usage.completion_tokens
    trace.cost_usd = "" if call.cost is None else f"{call.cost:.6f}"
