"""One turn's way through the filters: what came in, what went out, and every decision about it.

Our own filters decide at once. A hosted moderation is asked beside the work that follows (recalling, looking up) and
heard before a model is: `begin`, do that work, then `settle`. Of a reply it hears the whole, when that has passed the gate.
"""

import asyncio
import hashlib
from dataclasses import dataclass

from bot.safety.findings import Finding, Side
from bot.safety.moderation import HostedModeration
from bot.safety.normalise import language_of
from bot.safety.pipeline import Pipeline
from bot.safety.policy import Policy
from bot.safety.release import GateContext, ReleaseGate
from bot.safety.verdict import Action, Category, Purpose, Verdict, Withheld
from bot.texts.kinds import ModelText, Released

_MARK = 12


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as it may be kept: nothing in it can be read back."""

    side: Side
    action: Action
    category: Category | None
    score: float
    rule: str | None
    language: str
    mark: str
    """Hash of the text with the salt that was given: tells that two hits are the same, and nothing else."""


class Screening:
    """The filters' part in one turn. Use it as an async context manager, so that nothing is left running."""

    def __init__(
        self,
        pipeline: Pipeline,
        moderation: HostedModeration | None,
        policy: Policy | None = None,
        purpose: Purpose = Purpose.QUESTION,
    ) -> None:
        self._pipeline = pipeline
        self._moderation = moderation
        self._policy = policy
        self._purpose = purpose
        self._text = ""
        self._asked: asyncio.Task[tuple[Finding, ...]] | None = None
        self.incoming: Verdict | None = None
        """What was decided about the person's text, as far as is known now."""
        self.outgoing: Verdict | None = None
        """What was decided about the model's text, once it was withheld or judged whole."""

    async def __aenter__(self) -> "Screening":
        return self

    async def __aexit__(self, *problem: object) -> None:
        if self._asked is not None:
            self._asked.cancel()

    def begin(self, text: str, known: Verdict | None = None) -> Verdict:
        """What our own filters decide, at once; starts asking a hosted moderation where the turn goes on.

        `known` is their verdict on this text by this policy, where it was asked for already.
        """
        self._text = text
        self.incoming = known or self._pipeline.decide(text, Side.INPUT, self._policy, self._purpose)
        if self._moderation is not None and self.incoming.goes_on:
            asking = self._moderation.findings(self.incoming.text)  # personal data stays here
            self._asked = asyncio.get_running_loop().create_task(asking)
        return self.incoming

    async def settle(self) -> Verdict:
        """The verdict to go by, at most 1.5 seconds after `begin`: never milder than that of our own filters."""
        if self.incoming is None:
            raise RuntimeError("nothing was begun")
        if self._asked is not None:
            heard = await self._asked
            self._asked = None
            if heard:
                self.incoming = self._pipeline.decide(
                    self._text, Side.INPUT, self._policy, self._purpose, heard
                )
        return self.incoming

    def gate(self, context: GateContext | None = None) -> ReleaseGate:
        """The gate for this turn's reply, held to the same policy. `heard` is for when it is whole."""
        return ReleaseGate(self._pipeline, context or GateContext(), self._policy)

    async def heard(self, reply: Released) -> None:
        """Let a hosted moderation hear a whole reply that passed the gate, for 1.5 seconds at most. Raises `Withheld`."""
        if self._moderation is None or not reply:
            return
        policy = self._policy or self._pipeline.policy
        findings = await self._moderation.findings(reply)
        verdict = policy.decide(reply, language_of(reply), findings, (), Side.OUTPUT)
        if verdict.action is Action.WITHHOLD:
            raise Withheld(verdict)

    async def release(self, text: ModelText, context: GateContext | None = None) -> Released:
        """A short text of a model, through the gate and heard, before a character of it is seen. Raises `Withheld`."""
        gate = self.gate(context)
        gate.feed(text)
        gate.finish()
        await self.heard(gate.text)
        return gate.text

    def withheld(self, error: Withheld) -> None:
        """Note that the gate withheld the reply."""
        self.outgoing = error.verdict

    def decisions(self, salt: str) -> tuple[Decision, ...]:
        """Each decision of this turn that is a hit; both carry the mark of the person's text."""
        found = []
        if self.incoming is not None:
            found.append(hit_of(Side.INPUT, self.incoming, self._text, salt, self._purpose))
        if self.outgoing is not None:
            found.append(hit_of(Side.OUTPUT, self.outgoing, self._text, salt, self._purpose))
        return tuple(each for each in found if each is not None)


def hit_of(
    side: Side, verdict: Verdict, text: str, salt: str, purpose: Purpose = Purpose.QUESTION
) -> Decision | None:
    """A verdict on `text` as it may be kept; None where it is no hit.

    A hit is a decision that was more than to let by, and in an exercise an attempt at overriding, though it is let by
    there. Somebody's distress is never one.
    """
    category, score, rule = verdict.category, verdict.score, verdict.rule
    if category is None and purpose is Purpose.EXERCISE and verdict.found(Category.OVERRIDE):
        found = next(each for each in verdict.findings if each.category is Category.OVERRIDE)
        category, score, rule = found.category, found.score, found.rule
    if category in (None, Category.SELF_HARM):
        return None
    mark = hashlib.blake2b(text.encode("utf-8", "ignore"), key=salt.encode()[:64], digest_size=_MARK)
    return Decision(side, verdict.action, category, round(score, 3), rule, verdict.language, mark.hexdigest())
