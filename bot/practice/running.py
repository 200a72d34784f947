"""Runs prompts on cases: a bounded number of calls at once over all learners, and no word of a hidden case comes back.

It knows no database: what an attempt came to is handed to whoever keeps it, case by case.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.llm.door import ModelDoor
from bot.llm.errors import ModelError, Reason
from bot.llm.values import ChatMessage, ChatRequest, Completion, Payer, Role
from bot.practice.challenges import SLOT, Case, Challenge, Place
from bot.practice.values import Attempt, CaseResult
from bot.practice.verdicts import judge
from bot.safety import Guard, Policy, Side, Verdict, Withheld
from bot.texts.kinds import ModelText
from bot.witness import in_confidence

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

Policies = Callable[[int], Awaitable[Policy]]
"""The content policy of a server; 0 is direct messages."""
_USUAL = Policy()

Note = Callable[[int, Side, Verdict, str], Awaitable[None]]
"""Keeps what the filters decided about a text in a server, without the text."""


async def _usual(server_id: int) -> Policy:
    return _USUAL


async def _kept_nowhere(server_id: int, side: Side, verdict: Verdict, text: str) -> None:
    return None


class Runner:
    """The queue in front of the model."""

    def __init__(
        self,
        door: ModelDoor,
        guard: Guard,
        policies: Policies = _usual,
        note: Note = _kept_nowhere,
        *,
        at_once: int = AT_ONCE,
    ) -> None:
        """`policies`: what each server lets its learners see; the usual policy for all where it is left out."""
        self._door = door
        self._guard = guard
        self._policies = policies
        self._note = note
        self._free = asyncio.Semaphore(at_once)

    @property
    def model(self) -> str | None:
        """The model that runs prompts; None where there is none."""
        return self._door.models[0] if self._door.available else None

    async def run(self, challenge: Challenge, attempt: Attempt, keep: Keep) -> None:
        """Run every case that has no result yet. Raises `ModelError`; what was kept before stays."""
        waiting = [case for case in challenge.cases if case.id not in attempt.results]
        policy = await self.policy(attempt.key.server_id)
        own = asyncio.Semaphore(AT_ONCE_EACH)

        async def one(case: Case) -> None:
            async with own:
                await keep(await self._case(challenge, attempt, case, policy))

        tasks = [asyncio.create_task(one(case), name="case") for case in waiting]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _case(self, challenge: Challenge, attempt: Attempt, case: Case, policy: Policy) -> CaseRun:
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
        result = self._result(case, texts)
        if case.is_visible:  # of a hidden case nothing is shown
            shown = [await self._shown(attempt.key.server_id, text, policy) for text in texts]
            result = replace(result, outputs=tuple(shown))
        return CaseRun(case.id, result, tokens, cost if is_priced else None)

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
            with in_confidence(wanted=not case.is_visible):
                return await self._door.complete(request)
        except ModelError as error:
            if error.reason in _ITS_OWN_FAULT:
                return None
            raise

    async def policy(self, server_id: int) -> Policy:
        """What a server lets its learners see."""
        return await self._policies(server_id)

    def reviewed(self, results: Mapping[str, CaseResult], policy: Policy) -> Mapping[str, CaseResult]:
        """Results that came from another server, as `policy` lets them be shown; they were heard when they were made."""
        return {
            case_id: replace(
                one, outputs=tuple(self._released(ModelText(text), policy) for text in one.outputs)
            )
            for case_id, one in results.items()
        }

    @staticmethod
    def _result(case: Case, texts: list[ModelText]) -> CaseResult:
        """What code finds in the outputs of a case, without the outputs."""
        verdicts = [judge(text.unchecked, case.assertions) for text in texts]
        passed = tuple(verdict.passed for verdict in verdicts)
        if not case.is_visible:
            return CaseResult(passed)
        missed = tuple(verdict.missed for verdict in verdicts)
        return CaseResult(passed, (), missed)

    def _released(self, text: ModelText, policy: Policy) -> str:
        try:
            return self._guard.release(text, policy=policy)
        except Withheld:
            return ""

    async def _shown(self, server_id: int, text: ModelText, policy: Policy) -> str:
        """An output as its learner may see it; "" where it was withheld, which is noted."""
        try:
            return await self._guard.released(text, policy=policy)
        except Withheld as withheld:
            await self._note(server_id, Side.OUTPUT, withheld.verdict, text.unchecked)
            return ""


def messages_for(challenge: Challenge, prompt: str, case: Case) -> tuple[ChatMessage, ...]:
    """What the model is sent for one case."""
    if challenge.place is Place.SYSTEM:
        return (ChatMessage(Role.SYSTEM, prompt), ChatMessage(Role.USER, case.input))
    if SLOT in prompt:
        return (ChatMessage(Role.USER, prompt.replace(SLOT, case.input)),)
    return (ChatMessage(Role.USER, f"{prompt}\n\n{case.input}"),)
