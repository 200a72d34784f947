"""What makes searches better and need not be there at once: the word table, and vectors where a model gives them."""

import logging
from collections.abc import Awaitable, Callable

from bot.lessons.bilingual import learn_words
from bot.lessons.vectors import Embedder, embed_lessons
from bot.lessons.vectors.again import make_again
from bot.storage import Database

log = logging.getLogger(__name__)


class Upkeep:
    """Catches up with the lessons that are there; quick when nothing is new."""

    def __init__(
        self,
        database: Database,
        embedder: Embedder | None = None,
        learning: Callable[[Database], Awaitable[bool]] = learn_words,
        warm_up: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """`learning` learns the words of a new course; True when there was one. `warm_up` reads for searches what every one needs."""
        self._database = database
        self._embedder = embedder
        self._learning = learning
        self._warm_up = warm_up

    async def catch_up(self) -> None:
        """Learn the words of a new course, and give sections and chunks the vectors that they lack.

        Then read what searches need, which anything published since has made them forget.
        """
        if made := await make_again(self._database):
            log.info("%d sections have got the vectors of their words", made)
        if await self._learning(self._database):
            log.info("the words of the course were learnt")
        if self._embedder is not None and (made := await embed_lessons(self._database, self._embedder)):
            log.info("%d pieces of lessons have got their vectors", made)
        if self._warm_up is not None:
            await self._warm_up()
