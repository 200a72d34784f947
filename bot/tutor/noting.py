"""What the learner asks to have remembered or forgotten: done by code, told in a sentence, without a model.

Who asks what is remembered is led to where they alone read it: nothing of it is said in a conversation.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.memory.facts.facts import Facts
from bot.memory.facts.rules import Said, notes_in, said_in
from bot.memory.facts.values import FactKind, Source
from bot.memory.facts.wishes import Forgetting, ForgetWhole, Parted, Remember, Show, Wish
from bot.memory.memory import Forget, Memory
from bot.memory.values import TEACHING, Outcome
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released
from bot.tutor.replies import HelpGiven
from bot.tutor.work import Work


def said_by(outcome: Outcome, question: str) -> tuple[Said, ...]:
    """What is kept of what a learner said of themselves, by how their turn ended; a wish was fulfilled already."""
    if outcome is Outcome.NOTED:
        return ()
    return said_in(question) if outcome in TEACHING else notes_in(question)


class Noting:
    """Remembers and forgets on request, and tells where all of it is shown."""

    def __init__(self, facts: Facts, memory: Memory, texts: Texts, guard: Guard) -> None:
        self._facts = facts
        self._memory = memory
        self._texts = texts
        self._guard = guard

    async def fulfil(self, work: Work, wish: Wish) -> HelpGiven:
        """Do it and say so; what it was is said only where nobody else reads it."""
        if isinstance(wish, Remember):
            return self._remember(work, wish.what)
        if isinstance(wish, Show):
            text = self._texts.say(work.language, "memory-shown-apart")
            return HelpGiven(Outcome.NOTED, text, keeps_question=False)
        return HelpGiven(Outcome.NOTED, await self.forget(work, wish), keeps_question=False)

    async def forget(self, work: Work, wish: Forgetting | ForgetWhole) -> Released:
        """Do it; gives what is said of it."""
        key = work.ask.key
        match wish:
            case Forgetting(what):
                facts, turns = await self._facts.forget(key, what)
                return self._forgotten(work, facts, turns)
            case ForgetWhole.LAST:
                conversation = work.ask.conversation_id
                gone = await self._memory.forget(key, Forget.LAST, conversation_id=conversation)
                return self._forgotten(work, 0, gone)
            case ForgetWhole.ALL:  # for good, so only after a question back
                return self._texts.say(work.language, "memory-unlearn-all")

    async def forget_beside(self, work: Work, wishes: Parted) -> Sequence[Released]:
        """Forget what is to be forgotten, and leave the turn the rest of its message; gives what is said of it."""
        work.verdict = replace(work.verdict, text=wishes.asked)
        return [await self.forget(work, wish) for wish in wishes.forget]

    def beside(self, work: Work) -> Sequence[Released]:
        """That what stands beside a question was noted, as it is kept with the turn; nothing while nothing is kept."""
        if work.ask.paused:
            return ()
        return [self._noted(work, one.text) for one in notes_in(work.verdict.text)]

    def _remember(self, work: Work, what: str) -> HelpGiven:
        if work.ask.paused:
            text = self._texts.say(work.language, "memory-noted-paused")
            return HelpGiven(Outcome.NOTED, text, keeps_question=False)
        if not what:
            return HelpGiven(
                Outcome.NOTED, self._texts.say(work.language, "memory-note-what"), keeps_question=False
            )
        shared = self._texts.say(work.language, "memory-noted-shared")
        text = shared if work.ask.shared else self._noted(work, what)
        facts = self._facts.found([Said(FactKind.NOTE, what)], work.ask.turn_id, Source.ASKED)
        return HelpGiven(Outcome.NOTED, text, also=partial(self._facts.keep, key=work.ask.key, new=facts))

    def _noted(self, work: Work, what: str) -> Released:
        return self._texts.say(work.language, "memory-noted", what=self._guard.quote(what))

    def _forgotten(self, work: Work, facts: int, turns: int) -> Released:
        say, language = self._texts.say, work.language
        if facts:
            return say(language, "memory-unlearned", facts=facts, turns=turns)
        if turns:
            return say(language, "memory-forgot", count=turns)
        return say(language, "memory-unlearned-nothing")
