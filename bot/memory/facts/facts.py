"""A learner's facts: added by what they say or ask for, shown, changed, removed.

It takes nothing but a learner's own words, and gives nothing to anybody but that learner.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.clock import Clock
from bot.ids import Ids
from bot.learners.values import LearnerKey
from bot.memory import store as turns_store
from bot.memory.facts import store
from bot.memory.facts.rules import Said
from bot.memory.facts.values import FACT_LENGTH, MOST_FACTS, Fact, FactKind, Source
from bot.memory.index import store as index
from bot.storage import Connection, Database

_ALIKE = 0.6
"""Share of terms from which on two facts, or a fact and a wish to forget, mean the same thing."""
_FORGOTTEN_AT_ONCE = 20
"""Turns that one wish to forget can take away."""


class Facts:
    """What learners said of themselves."""

    def __init__(
        self, database: Database, clock: Clock, ids: Ids, terms: Callable[[str], Sequence[str]]
    ) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids
        self._terms = terms

    def found(self, said: Sequence[Said], turn_id: str, source: Source = Source.SAID) -> tuple[Fact, ...]:
        """Facts as they are kept, from what was said in a turn."""
        now = self._clock.now()
        return tuple(
            Fact(self._ids.new(), one.kind, one.text[:FACT_LENGTH], _source(one, source), turn_id, now)
            for one in said
        )

    async def keep(self, connection: Connection, key: LearnerKey, new: Sequence[Fact]) -> None:
        """Keep facts, as part of a unit of work; a newer one takes the place of one that says the same."""
        if not new:
            return
        known = list(await store.of(connection, key))
        for fact in new:
            same = [one for one in known if one.kind is fact.kind and self._is_about(one.text, fact.text)]
            if any(one.source is Source.ASKED for one in same) and fact.source is not Source.ASKED:
                continue  # what the learner wrote on purpose is not replaced by what was said in passing
            if fact.source is Source.PROPOSED and same:
                continue
            await store.remove(connection, key, tuple(one.id for one in same))
            known = [one for one in known if one not in same]
            await store.add(connection, key, fact)
            known.append(fact)
        spare = [one for one in known if one.source is not Source.ASKED] + known
        too_many = len(known) - MOST_FACTS
        if too_many > 0:
            await store.remove(connection, key, tuple(one.id for one in spare[:too_many]))

    async def remember(self, key: LearnerKey, what: str, turn_id: str) -> None:
        """Keep what the learner asked to have remembered."""
        facts = self.found([Said(FactKind.NOTE, what)], turn_id, Source.ASKED)
        await self._database.write(lambda connection: self.keep(connection, key, facts))

    async def forget(self, key: LearnerKey, what: str) -> tuple[int, int]:
        """Remove what the learner wants forgotten: facts about it, and the turns in which they spoke of it.

        Gives how many facts and how many turns went.
        """
        terms = tuple(dict.fromkeys(self._terms(what)))

        async def unit(connection: Connection) -> tuple[int, int]:
            known = await store.of(connection, key)
            about = [fact for fact in known if self._is_about(fact.text, what)]
            spoken = await index.all_in_question(connection, key, terms, most=_FORGOTTEN_AT_ONCE)
            ids = {fact.turn_id for fact in about} | set(spoken)
            facts_gone = await store.remove(connection, key, tuple(fact.id for fact in about))
            turns_gone = await turns_store.forget(connection, key, ids=tuple(ids)) if ids else 0
            return facts_gone, turns_gone

        return await self._database.write(unit)

    async def of(self, key: LearnerKey) -> tuple[Fact, ...]:
        """All of the learner's facts here, oldest first."""
        return await self._database.read(lambda connection: store.of(connection, key))

    async def change(self, key: LearnerKey, fact_id: str, text: str) -> bool:
        """Put the learner's own words in a fact's place; False when it is gone."""
        now: datetime = self._clock.now()
        return await self._database.write(
            lambda connection: store.change(
                connection, key, fact_id, text=text.strip()[:FACT_LENGTH], source=Source.ASKED, now=now
            )
        )

    async def remove(self, key: LearnerKey, fact_id: str) -> bool:
        """Remove one fact; False when it is gone already."""
        gone = await self._database.write(lambda connection: store.remove(connection, key, (fact_id,)))
        return gone == 1

    def _is_about(self, one: str, other: str) -> bool:
        ours, theirs = set(self._terms(one)), set(self._terms(other))
        if not ours or not theirs:
            return one.strip().casefold() == other.strip().casefold()
        return len(ours & theirs) >= _ALIKE * min(len(ours), len(theirs))


def _source(said: Said, usual: Source) -> Source:
    """A note was always asked for."""
    return Source.ASKED if said.kind is FactKind.NOTE else usual
