"""A learner's remembered turns: the window that goes into a prompt, what is shown, what is forgotten.

Nothing here reads across learners or servers: every question names a `LearnerKey`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.learners.values import LearnerKey
from bot.memory import store
from bot.memory.values import Outcome, Turn
from bot.storage import Connection, Database
from bot.texts.kinds import Released

BLOCK = 4
"""Turns are dropped from the window this many at a time.

A window that slides by one each turn changes the start of every prompt, and the provider's prompt cache never hits;
cut in blocks, the start stays the same for several turns.
"""

_WINDOW_TURNS = 24
_ANSWER_KEPT = 480
"""Characters of an old answer that go back into a prompt: what it was about, not all it said."""
_SMALL_PRINT = re.compile(r"^-# .*$\n?|\s\[\d{1,2}(?:, ?\d{1,2})*\]", re.MULTILINE)
_TEACHING = frozenset({Outcome.ANSWERED, Outcome.QUOTED, Outcome.NOT_IN_COURSE})


class Forget(StrEnum):
    """What `/memory forget` can take away."""

    LAST = "last"
    LESSON = "lesson"
    CONVERSATION = "conversation"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What `/memory show` says: how many turns there are, and the latest ones."""

    count: int
    latest: tuple[Turn, ...]


class Memory:
    """Turns by learner."""

    def __init__(self, database: Database, count_tokens: Callable[[str], int]) -> None:
        self._database = database
        self._count_tokens = count_tokens

    async def window(self, key: LearnerKey, conversation_id: int, *, tokens: int) -> tuple[Turn, ...]:
        """The last turns of this conversation, oldest first, that fit into `tokens`, cut in blocks.

        Turns that taught nothing (refused, withheld, crisis) never return into a prompt.
        """

        async def unit(connection: Connection) -> tuple[tuple[Turn, ...], int]:
            total = await store.count_in(connection, key, conversation_id)
            turns = await store.latest(connection, key, conversation_id=conversation_id, limit=_WINDOW_TURNS)
            return turns, total

        turns, total = await self._database.read(unit)
        turns = tuple(replace(turn, answer=_shortened(turn.answer)) for turn in turns)
        return cut_in_blocks(turns, total=total, fits=lambda some: self._size(some) <= tokens)

    async def turn(self, turn_id: str) -> Turn | None:
        """One turn; the caller checks that it may be shown to whoever asks."""
        return await self._database.read(lambda connection: store.load(connection, turn_id))

    async def show(self, key: LearnerKey, *, limit: int = 5) -> Remembered:
        """What is remembered of this learner, the latest turns first."""

        async def unit(connection: Connection) -> Remembered:
            latest = await store.latest(connection, key, limit=limit)
            return Remembered(await store.count(connection, key), tuple(reversed(latest)))

        return await self._database.read(unit)

    async def forget(
        self, key: LearnerKey, what: Forget, *, conversation_id: int, lesson_id: str | None = None
    ) -> int:
        """Remove turns for good; gives how many. `Forget.LESSON` needs the lesson's id."""

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

    async def forget_before(self, moment: datetime) -> int:
        """Remove every learner's turns from before `moment`; gives how many went."""
        return await self._database.write(lambda connection: store.forget_before(connection, before=moment))

    def _size(self, turns: Sequence[Turn]) -> int:
        return sum(self._count_tokens(turn.question) + self._count_tokens(turn.answer) for turn in turns)


def cut_in_blocks(
    turns: Sequence[Turn], *, total: int, fits: Callable[[Sequence[Turn]], bool]
) -> tuple[Turn, ...]:
    """The newest of `turns` that fit, starting at a turn whose place in the whole conversation is a block's start.

    Where not even the newest block fits, as many of its turns as do. `turns` are the last ones of `total`, oldest
    first.
    """
    offset = total - len(turns)
    starts = [at for at in range(len(turns)) if (offset + at) % BLOCK == 0]
    within_newest_block = range(starts[-1] + 1 if starts else 0, len(turns))
    for start in [*starts, *within_newest_block]:
        if fits(turns[start:]):
            return tuple(turn for turn in turns[start:] if turn.outcome in _TEACHING)
    return ()


def _shortened(answer: Released) -> Released:
    """The start of an answer without its small print, whose sources are numbered for that answer alone."""
    answer = Released(_SMALL_PRINT.sub("", answer).strip())
    if len(answer) <= _ANSWER_KEPT:
        return answer
    return Released(answer[:_ANSWER_KEPT].rstrip() + "…")
