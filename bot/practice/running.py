"""Runs prompts on cases: a bounded number of calls at once over all learners, and no word of a hidden case comes back.

It knows no database: what an attempt came to is handed to whoever keeps it, case by case.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from decimal import Decimal

from bot.llm.door import ModelDoor
from bot.llm.errors import ModelError, Reason
from bot.llm.values import ChatMessage, ChatRequest, Completion, Payer, Role
from bot.practice.challenges import SLOT, Case, Challenge, Place
from bot.practice.values import Attempt, CaseResult
from bot.practice.verdicts import judge
from bot.safety import Guard, Withheld
from bot.texts.kinds import ModelText

AT_ONCE = 8
"""Calls to a model that practice makes at once, over all learners."""
AT_ONCE_EACH = 3
"""Of these, for one attempt."""
PURPOSE = "practice"
_ITS_OWN_FAULT = frozenset({Reason.REFUSED, Reason.LENGTH})
"""No output came, but for what the prompt asks: it counts as an empty one."""


@dataclass(frozen=True, slots=True)
class CaseRun:
    """One case that has run."""

    case_id: str
    result: CaseResult
    tokens: int
    cost: Decimal | None


Keep = Callable[[CaseRun], Awaitable[bool]]
"""Keeps what a case came to; False when the attempt is over meanwhile."""


class Runner:
    """The queue in front of the model."""

    def __init__(self, door: ModelDoor, guard: Guard, *, at_once: int = AT_ONCE) -> None:
        self._door = door
        self._guard = guard
        self._free = asyncio.Semaphore(at_once)

    @property
    def model(self) -> str | None:
        """The model that runs prompts; None where there is none."""
        return self._door.models[0] if self._door.available else None

    async def run(self, challenge: Challenge, attempt: Attempt, keep: Keep) -> None:
        """Run every case that has no result yet. Raises `ModelError`; what was kept before stays."""
        waiting = [case for case in challenge.cases if case.id not in attempt.results]
        own = asyncio.Semaphore(AT_ONCE_EACH)

        async def one(case: Case) -> None:
            async with own:
                await keep(await self._case(challenge, attempt, case))

        tasks = [asyncio.create_task(one(case), name="case") for case in waiting]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _case(self, challenge: Challenge, attempt: Attempt, case: Case) -> CaseRun:
        texts: list[ModelText] = []
        tokens, cost = 0, Decimal(0)
        is_priced = True
        for _ in range(challenge.runs):
            async with self._free:
                completion = await self._ask(challenge, attempt, case)
            texts.append(ModelText("") if completion is None else completion.text)
            if completion is not None:
                tokens += completion.usage.total
                is_priced = is_priced and completion.cost is not None
                cost += completion.cost or Decimal(0)
        return CaseRun(case.id, self._result(case, texts), tokens, cost if is_priced else None)

    async def _ask(self, challenge: Challenge, attempt: Attempt, case: Case) -> Completion | None:
        payer = Payer(attempt.key.in_server, attempt.key.user_id)
        request = ChatRequest(
            messages_for(challenge, attempt.prompt, case),
            payer,
            PURPOSE,
            challenge.budget.answer,
            challenge.temperature,
            attempt.model,
        )
        try:
            return await self._door.complete(request)
        except ModelError as error:
            if error.reason in _ITS_OWN_FAULT:
                return None
            raise

    def _result(self, case: Case, texts: list[ModelText]) -> CaseResult:
        verdicts = [judge(text.unchecked, case.assertions) for text in texts]
        passed = tuple(verdict.passed for verdict in verdicts)
        if not case.is_visible:
            return CaseResult(passed)
        missed = tuple(tuple(one.name for one in verdict.checked if not one.holds) for verdict in verdicts)
        return CaseResult(passed, tuple(self._released(text) for text in texts), missed)

    def _released(self, text: ModelText) -> str:
        try:
            return self._guard.release(text)
        except Withheld:
            return ""


def messages_for(challenge: Challenge, prompt: str, case: Case) -> tuple[ChatMessage, ...]:
    """What the model is sent for one case."""
    if challenge.place is Place.SYSTEM:
        return (ChatMessage(Role.SYSTEM, prompt), ChatMessage(Role.USER, case.input))
    if SLOT in prompt:
        return (ChatMessage(Role.USER, prompt.replace(SLOT, case.input)),)
    return (ChatMessage(Role.USER, f"{prompt}\n\n{case.input}"),)
