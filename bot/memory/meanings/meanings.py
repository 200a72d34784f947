"""Gives remembered turns their vectors in the background, and a question its own.

No reply waits for a turn's vector, and recall goes on by words where a model does not answer. What could not be made is made with
the learner's next turn. Of a learner who paused, nothing is stored.
"""

import asyncio
import logging
from collections.abc import Sequence
from typing import Protocol

import numpy as np

from bot.learners import store as learner_store
from bot.learners.values import LearnerKey
from bot.memory.meanings import store
from bot.memory.meanings.store import Unread
from bot.memory.values import TEACHING, Turn
from bot.memory.vectors import Vectors
from bot.memory.window import start_of
from bot.storage import Connection, Database

log = logging.getLogger(__name__)

AMONG = 1_000
"""Newest turns of a learner that are compared with a question, and that keep a vector."""

_QUESTION_READ, _ANSWER_READ = 600, 400
"""Characters of a question and its answer that a vector is made of."""
_AT_ONCE = 16
"""Turns in one call to the model."""
_MOST_WAITING = 1_000
"""Learners whose turns wait for vectors; those beyond are looked at with their next turn."""


class Embedder(Protocol):
    """A model that turns texts into vectors."""

    @property
    def name(self) -> str:
        """The model's name; vectors of different models are never compared."""
        ...

    async def embed(self, texts: Sequence[str]) -> Vectors | None:
        """One row a text; None where the model does not answer."""
        ...


class Meanings:
    """Vectors of what learners and tutor said."""

    def __init__(self, database: Database, embedder: Embedder) -> None:
        self._database = database
        self._embedder = embedder
        self._waiting: dict[LearnerKey, None] = {}
        self._working: asyncio.Task[None] | None = None

    async def of_question(self, question: str) -> Vectors | None:
        """The vector of a question; None where the model does not answer in time."""
        made = await self._embedder.embed([question]) if question.strip() else None
        return None if made is None else _unit(made[0])

    async def near(self, connection: Connection, key: LearnerKey, asked: Vectors) -> dict[int, float]:
        """How near the learner's newest turns are to a question's vector, by number."""
        return await store.nearest(connection, key, self._embedder.name, asked, among=AMONG)

    def after(self, turn: Turn) -> None:
        """A turn was stored. Returns at once."""
        if turn.outcome not in TEACHING or len(self._waiting) >= _MOST_WAITING:
            return
        self._waiting[turn.key] = None
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work(), name="meanings")

    async def settled(self) -> None:
        """Wait until every stored turn was looked at."""
        if self._working is not None:
            await asyncio.wait([self._working])

    async def close(self) -> None:
        """Let go of what is being made."""
        if self._working is not None:
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)

    async def _work(self) -> None:
        while self._waiting:
            key = next(iter(self._waiting))
            del self._waiting[key]
            try:
                await self._read(key)
            except Exception:  # logged; turns are found by their words as well
                log.exception("a learner's turns got no vectors")

    async def _read(self, key: LearnerKey) -> None:
        model = self._embedder.name
        unread = await self._database.read(
            lambda connection: store.without_vector(connection, key, model, most=_AT_ONCE)
        )
        made = await self._embedder.embed([_text_of(turn) for turn in unread]) if unread else None
        if made is None:
            return
        vectors = [(turn.number, _unit(row)) for turn, row in zip(unread, made, strict=True)]

        async def keep(connection: Connection) -> None:
            if not (await learner_store.load(connection, key)).paused:
                await store.keep(connection, key, model, vectors, most=AMONG)

        await self._database.write(keep)


def _text_of(turn: Unread) -> str:
    return f"{start_of(turn.question, _QUESTION_READ)}\n{start_of(turn.answer, _ANSWER_READ)}"


def _unit(vector: Vectors) -> Vectors:
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / length if length else vector, dtype=np.float32)
