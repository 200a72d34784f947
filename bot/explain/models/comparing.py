"""One prompt on a model of the operator's: what comes back, how long it takes, what it costs.

Nothing leaves here that the release gate has not let through, and nothing that would answer a question which the learner has
open in a quiz.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.clock import Clock
from bot.explain.open_answers import OpenAnswers, OpenQuestions
from bot.learners.values import LearnerKey
from bot.llm.door import ModelDoor
from bot.llm.errors import ModelError
from bot.llm.values import ChatMessage, ChatRequest, Finish, Payer, Role
from bot.safety import Category, GateContext, Withheld
from bot.servers.filters import ServerGuard
from bot.storage import Database

PURPOSE = "model.compare"
"""What these calls are counted under."""
MOST_TOKENS = 500
"""Tokens of an answer."""
LONGEST_PROMPT = 2000
"""Characters."""


class Kept(StrEnum):
    """What is kept for the buttons below it; the value stands in stored rows."""

    COMPARISON = "comparison"


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a prompt on one model. `text` "" and a `failure` (a sentence's key), or a text and figures."""

    model: str
    seconds: float
    text: str = field(default="", repr=False)
    """As the release gate let it through."""
    is_cut: bool = False
    """Whether it was longer than `MOST_TOKENS`."""
    prompt_tokens: int = 0
    answer_tokens: int = 0
    is_estimated: bool = False
    """Whether the server did not tell the tokens."""
    dollars: str | None = None
    """None where no price is known."""
    day: str = ""
    """Of the price and of the run."""
    failure: str | None = None
    why: str = field(default="", repr=False)
    """With a pause: why, in the moderators' words."""
    is_unanswered: bool = False
    """Whether no model answered at all: there is nothing of this run to compare."""


class Comparing:
    """Runs prompts on models."""

    def __init__(
        self,
        database: Database,
        door: ModelDoor,
        guard: ServerGuard,
        clock: Clock,
        open_questions: OpenQuestions,
    ) -> None:
        self._door = door
        self._guard = guard
        self._clock = clock
        self.open_answers = OpenAnswers(database, open_questions)

    @property
    def models(self) -> tuple[str, ...]:
        """The models that may be asked here; none without a server of models."""
        return self._door.models if self._door.available else ()

    async def run(self, learner: LearnerKey, model: str, prompt: str) -> Run:
        """Run it; never raises for the model's part."""
        context = GateContext(forbidden=await self.open_answers.of(learner))
        begun = self._clock.monotonic()
        try:
            completion = await self._door.complete(
                ChatRequest(
                    messages=(ChatMessage(Role.USER, prompt),),
                    payer=Payer(learner.in_server, learner.user_id),
                    purpose=PURPOSE,
                    max_tokens=MOST_TOKENS,
                    model=model,
                )
            )
        except ModelError as error:
            waited = self._clock.monotonic() - begun
            return Run(model, waited, failure=error.key, why=error.why, is_unanswered=True)
        run = Run(
            model,
            self._clock.monotonic() - begun,
            is_cut=completion.finish is Finish.LENGTH,
            prompt_tokens=completion.usage.prompt_tokens,
            answer_tokens=completion.usage.completion_tokens,
            is_estimated=completion.usage.estimated,
            dollars=str(completion.cost) if completion.cost is not None else None,
            day=self._clock.now().date().isoformat(),
        )
        if completion.model != model:  # the stand-in answered: that compares nothing
            return replace(run, failure="catalogue-compare-substitute")
        try:
            return replace(run, text=await self._guard.release(learner.server_id, completion.text, context))
        except Withheld as withheld:
            sealed = withheld.verdict.category is Category.SEALED
            return replace(
                run, failure="catalogue-compare-sealed" if sealed else "catalogue-compare-withheld"
            )
