"""What the learner asks to have remembered or forgotten: done by code, told in a sentence, without a model."""

from functools import partial

from bot.memory.facts.facts import Facts
from bot.memory.facts.rules import Forgetting, Remember, Said
from bot.memory.facts.values import FactKind, Source
from bot.memory.values import Outcome
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.tutor.replies import HelpGiven
from bot.tutor.work import Work


class Noting:
    """Remembers and forgets on request."""

    def __init__(self, facts: Facts, texts: Texts, guard: Guard) -> None:
        self._facts = facts
        self._texts = texts
        self._guard = guard

    async def fulfil(self, work: Work, wish: Remember | Forgetting) -> HelpGiven:
        """Do it and say so; what it was is said only where nobody else reads it."""
        if isinstance(wish, Remember):
            return self._remember(work, wish)
        return await self._forget(work, wish)

    def _remember(self, work: Work, wish: Remember) -> HelpGiven:
        say, language = self._texts.say, work.language
        if work.ask.paused:
            return HelpGiven(Outcome.NOTED, say(language, "memory-noted-paused"), keeps_question=False)
        if work.ask.shared:
            text = say(language, "memory-noted-shared")
        else:
            text = say(language, "memory-noted", what=self._guard.quote(wish.what))
        facts = self._facts.found([Said(FactKind.NOTE, wish.what)], work.ask.turn_id, Source.ASKED)
        return HelpGiven(Outcome.NOTED, text, also=partial(self._facts.keep, key=work.ask.key, new=facts))

    async def _forget(self, work: Work, wish: Forgetting) -> HelpGiven:
        facts, turns = await self._facts.forget(work.ask.key, wish.what)
        key = "memory-unlearned" if facts or turns else "memory-unlearned-nothing"
        values = {"facts": facts, "turns": turns} if facts or turns else {}
        return HelpGiven(Outcome.NOTED, self._texts.say(work.language, key, **values), keeps_question=False)
