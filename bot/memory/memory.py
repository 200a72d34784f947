"""A learner's memory: what of it goes into a prompt, what is shown, what is forgotten.

Nothing here reads across learners or servers: every question names a `LearnerKey`.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from itertools import zip_longest
from typing import Protocol, TypeVar

from bot.learners.values import LearnerKey
from bot.memory import store
from bot.memory.facts import store as facts_store
from bot.memory.facts.values import Fact
from bot.memory.index import store as index
from bot.memory.index.store import Entry
from bot.memory.meanings.meanings import Meanings
from bot.memory.searching import Alike, Searching, Terms, VectorOf, no_vector, none_alike
from bot.memory.summaries import store as summaries_store
from bot.memory.values import TEACHING, Standing, Turn
from bot.memory.vectors import as_bytes
from bot.memory.window import LONGEST, cut_in_blocks, shortened
from bot.storage import Connection, Database, Unit
from bot.texts.locales import Locale

_QUESTION_KEPT, _ANSWER_KEPT = 130, 110
"""Characters of an old question and answer that go back into a prompt: what it was about, not all it said."""
_LAST_QUESTION_KEPT, _LAST_ANSWER_KEPT = 300, 560
"""The same for the last turn, which the next question may point back to."""
_FOUND = 3
"""Earlier turns that go into a prompt at most."""
_ANSWER_TERMS = 60
"""Terms at the start of an answer that count for what its turn means: a whole one would outweigh what was asked."""

T = TypeVar("T")


class Mastery(Protocol):
    """What another room knows of how well learners know things."""

    async def of(self, connection: Connection, key: LearnerKey, locale: Locale) -> Standing:
        """Where the learner stands here, in names of a language, as part of a unit of work."""
        ...


class Forget(StrEnum):
    """What `/memory forget` can take away."""

    LAST = "last"
    LESSON = "lesson"
    CONVERSATION = "conversation"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What `/memory show` says: how many turns there are, the latest ones, the facts and the summary."""

    count: int
    latest: tuple[Turn, ...]
    facts: tuple[Fact, ...] = ()
    summary: str = ""
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True, slots=True)
class Recollection:
    """What of a learner's memory goes into one prompt, within its budget; its turns as they were said, without citations and trace."""

    facts: tuple[Fact, ...] = ()
    summary: str = ""
    found: tuple[Turn, ...] = ()
    """Earlier turns that the question is about, oldest first."""
    window: tuple[Turn, ...] = ()
    """The last turns of this conversation but the very last, oldest first, shortened; its start changes seldom."""
    last: Turn | None = None
    """The very last turn of this conversation, nearly whole."""
    standing: Standing = field(default_factory=Standing)
    """What the learner knows and has missed in quizzes."""

    @property
    def turns(self) -> int:
        """How many earlier turns it holds."""
        return len(self.found) + len(self.window) + (self.last is not None)


@dataclass(frozen=True, slots=True)
class Shares:
    """How the budget of tokens is shared among the layers; sums to 1."""

    facts: float = 0.1
    standing: float = 0.05
    summary: float = 0.1
    found: float = 0.2
    window: float = 0.37
    last: float = 0.18


class Memory:
    """Turns, facts and summaries by learner."""

    def __init__(
        self,
        database: Database,
        count_tokens: Callable[[str], int],
        terms: Terms = str.split,
        shares: Shares | None = None,
        *,
        alike: Alike = none_alike,
        vector_of: VectorOf = no_vector,
        meanings: Meanings | None = None,
        mastery: Mastery | None = None,
    ) -> None:
        """Turns are found by their words, and by what they mean; `meanings` are those of a model, `mastery` tells of quizzes."""
        self._database = database
        self._meanings = meanings
        self._mastery = mastery
        self._count_tokens = count_tokens
        self._terms = terms
        self._vector_of = vector_of
        self._searching = Searching(terms, alike, vector_of, meanings)
        self._shares = shares or Shares()

    def entry(self, turn: Turn) -> Entry | None:
        """The terms by which a turn is found later; made before it is stored, as a unit of work must not compute long."""
        if turn.outcome not in TEACHING:
            return None
        question, answer = tuple(self._terms(turn.question)), tuple(self._terms(turn.answer))
        vector = self._vector_of((*question, *answer[:_ANSWER_TERMS]))
        return Entry(
            question,
            answer,
            tuple(self._terms(f"{turn.asked_at.day} {turn.asked_at:%B %Y}")),
            None if vector is None else as_bytes(vector),
        )

    async def recall(
        self,
        key: LearnerKey,
        conversation_id: int,
        question: str,
        *,
        tokens: int,
        also: Unit[T],
        locale: Locale = Locale.EN,
    ) -> tuple[Recollection, T]:
        """What the learner's memory holds for a question asked in private: all layers, in one read.

        `also` is read with it and given back, since every unit of work of a turn costs all learners time. `locale` is
        the language in which the prompt names what the learner knows.
        """
        asked = await self._searching.asked(question)

        async def unit(connection: Connection) -> tuple[Recollection, T]:
            latest = await store.latest_of(connection, key, conversation_id, limit=LONGEST)
            summary = await summaries_store.of(connection, key)
            facts = await facts_store.of(connection, key)
            found = await self._searching.find(connection, key, asked, _FOUND, latest)
            recalled = self._within_budget(latest, found, facts, summary.text if summary else "", tokens)
            if self._mastery is not None:
                standing = await self._mastery.of(connection, key, locale)
                recalled = replace(recalled, standing=self._fitting_names(standing, tokens))
            return recalled, await also(connection)

        return await self._database.read(unit)

    async def recall_shared(
        self, key: LearnerKey, conversation_id: int, *, tokens: int, also: Unit[T]
    ) -> tuple[Recollection, T]:
        """The same for an answer for all to see: only what all have seen in this conversation, and nothing else."""

        async def unit(connection: Connection) -> tuple[Recollection, T]:
            latest = await store.latest_of(connection, key, conversation_id, limit=LONGEST)
            recalled = self._within_budget(latest, (), (), "", tokens, only_shared=True)
            return recalled, await also(connection)

        return await self._database.read(unit)

    async def search(self, key: LearnerKey, question: str, *, most: int) -> tuple[Turn, ...]:
        """The learner's turns that a question is about, best first, wherever they were said here."""
        asked = await self._searching.asked(question)
        return await self._database.read(
            lambda connection: self._searching.find(connection, key, asked, most)
        )

    def after(self, turn: Turn) -> None:
        """A turn was stored: what it means is read in the background. Returns at once."""
        if self._meanings is not None:
            self._meanings.after(turn)

    async def warm_up(self) -> None:
        """Read what is needed for meanings without a model, in a thread, so that no question waits for it."""
        await asyncio.to_thread(self._vector_of, ("meaning",))

    async def settled(self) -> None:
        """Wait until what stored turns mean is read."""
        if self._meanings is not None:
            await self._meanings.settled()

    async def close(self) -> None:
        """Let go of what is read in the background."""
        if self._meanings is not None:
            await self._meanings.close()

    async def turn(self, turn_id: str) -> Turn | None:
        """One turn; the caller checks that it may be shown to whoever asks."""
        return await self._database.read(lambda connection: store.load(connection, turn_id))

    async def has_talked(self, key: LearnerKey, conversation_id: int) -> bool:
        """Whether anything of the learner is remembered in a conversation."""
        latest = partial(store.latest_of, key=key, conversation_id=conversation_id, limit=1)
        return bool(await self._database.read(latest))

    async def show(self, key: LearnerKey, *, limit: int = 5, locale: Locale = Locale.EN) -> Remembered:
        """What is remembered of this learner, the latest turns first; concepts as they are called in `locale`."""

        async def unit(connection: Connection) -> Remembered:
            latest = await store.latest(connection, key, limit=limit)
            summary = await summaries_store.of(connection, key)
            return Remembered(
                await store.count(connection, key),
                tuple(reversed(latest)),
                await facts_store.of(connection, key),
                summary.text if summary else "",
                await self._mastery.of(connection, key, locale) if self._mastery else Standing(),
            )

        return await self._database.read(unit)

    async def forget(
        self, key: LearnerKey, what: Forget, *, conversation_id: int, lesson_id: str | None = None
    ) -> int:
        """Remove turns for good, and what was taken from them; gives how many turns and facts went. `Forget.LESSON` needs the lesson's id."""

        async def unit(connection: Connection) -> int:
            if what is Forget.ALL:
                return await store.forget(connection, key)
            if what is Forget.CONVERSATION:
                return await store.forget(connection, key, conversation_id=conversation_id)
            if what is Forget.LAST:
                last = await store.latest(connection, key, limit=1)
                return await store.forget(connection, key, ids=tuple(turn.id for turn in last))
            about = [
                turn.id
                for turn in await store.latest(connection, key, limit=10_000)
                if any(citation.lesson_id == lesson_id for citation in turn.citations)
            ]
            return await store.forget(connection, key, ids=tuple(about))

        return await self._database.write(unit)

    async def forget_before(self, moment: datetime, server_id: int | None = None) -> int:
        """Remove every learner's turns from before `moment`, of one server where it is named; gives how many went."""
        return await self._database.write(partial(store.forget_before, before=moment, server_id=server_id))

    async def wipe(self) -> None:
        """Rewrite the search index without the words that were removed, piece by piece: others write in between."""
        more = await self._database.write(partial(index.wipe, begin=True))
        while more:
            more = await self._database.write(partial(index.wipe, begin=False))

    def _within_budget(
        self,
        latest: Sequence[Turn],
        found: Sequence[Turn],
        facts: Sequence[Fact],
        summary: str,
        tokens: int,
        *,
        only_shared: bool = False,
    ) -> Recollection:
        shares = self._shares
        last = latest[-1] if latest and latest[-1].outcome in TEACHING else None
        before = [self._short(turn) for turn in (latest[:-1] if last else latest)]
        sizes = {id(turn): self._size(turn) for turn in before}
        # Blocks are counted up to the last turn, so that its moving into the window cuts nothing.
        window = cut_in_blocks(
            [*before, *latest[-1:]] if last else before,
            fits=lambda turns: sum(sizes.get(id(turn), 0) for turn in turns) <= shares.window * tokens,
        )
        window = tuple(turn for turn in window if turn is not last)
        if last is not None:
            last = shortened(last, question=_LAST_QUESTION_KEPT, answer=_LAST_ANSWER_KEPT)
        if only_shared:
            window = tuple(turn for turn in window if turn.shared)
            last = last if last is not None and last.shared else None
        return Recollection(
            facts=self._fitting([fact for fact in facts if fact.in_use], shares.facts * tokens),
            summary=summary if self._count_tokens(summary) <= shares.summary * tokens else "",
            found=self._fitting_turns(found, shares.found * tokens),
            window=window,
            last=last,
        )

    def _fitting(self, facts: Sequence[Fact], tokens: float) -> tuple[Fact, ...]:
        """The newest facts that fit, oldest first."""
        kept: list[Fact] = []
        for fact in reversed(facts):
            tokens -= self._count_tokens(fact.text)
            if tokens < 0:
                break
            kept.append(fact)
        return tuple(reversed(kept))

    def _fitting_names(self, standing: Standing, tokens: float) -> Standing:
        """As many names as fit, from each side in turn: what was missed first."""
        left = self._shares.standing * tokens
        kept: dict[str, list[str]] = {"missed": [], "known": []}
        sides = zip_longest(standing.missed, standing.known)
        for side, name in (
            (side, name) for pair in sides for side, name in zip(kept, pair, strict=True) if name
        ):
            left -= self._count_tokens(name) + 1
            if left < 0:
                break
            kept[side].append(name)
        return Standing(tuple(kept["known"]), tuple(kept["missed"]))

    def _fitting_turns(self, ranked: Sequence[Turn], tokens: float) -> tuple[Turn, ...]:
        """The best turns that fit, oldest first."""
        kept: list[Turn] = []
        for turn in map(self._short, ranked):
            tokens -= self._size(turn)
            if tokens < 0:
                break
            kept.append(turn)
        return tuple(sorted(kept, key=lambda turn: turn.asked_at))

    def _short(self, turn: Turn) -> Turn:
        return shortened(turn, question=_QUESTION_KEPT, answer=_ANSWER_KEPT)

    def _size(self, turn: Turn) -> int:
        return self._count_tokens(turn.question) + self._count_tokens(turn.answer)
