"""Finds the passages of the lessons that answer a question, and says when there are none.

It never returns a passage of another server or of a lesson that is not published.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.lessons.values import Evidence
from bot.storage import Database
from bot.texts.locales import Locale


class Embedder(Protocol):
    """A model that turns texts into vectors, where there is one."""

    async def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One row a text."""
        ...


class Retriever:
    """Searches the lessons that a learner of one server can read."""

    def __init__(self, database: Database, embedder: Embedder | None = None) -> None:
        self._database = database
        self._embedder = embedder

    async def warm_up(self) -> None:
        """Load dictionaries in a thread, so that no question has to wait for them."""
        raise NotImplementedError

    async def search(
        self,
        question: str,
        *,
        server_id: int,
        locale: Locale,
        lesson_id: str | None = None,
        limit: int = 5,
    ) -> Evidence:
        """Passages in the language `locale` for a question in any of our languages, best first."""
        raise NotImplementedError
