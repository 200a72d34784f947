"""What a way of helping gives back: a text, how the turn ends with it, and what else is to be stored with it."""

from dataclasses import dataclass

from bot.memory.values import Outcome
from bot.storage import Connection, Unit
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


async def nothing_more(connection: Connection) -> None:
    """A unit that does nothing."""


def count_call(trace: Trace, *, prompt: str, model: str, prompt_tokens: int, completion_tokens: int) -> None:
    """Note what a model call of this turn was."""
    trace.prompt = prompt
    trace.model = model
    trace.prompt_tokens += prompt_tokens
    trace.completion_tokens += completion_tokens
