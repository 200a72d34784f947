"""Finds the passages of the lessons that answer a question, and says when there are none.

It never returns a passage of another server or of a lesson that is not published.
"""

import asyncio

from bot.heap import give_back
from bot.lessons import index, quoting, search_store, tokens
from bot.lessons.links import Links
from bot.lessons.search import ENOUGH, Found, Search
from bot.lessons.search_memory import Memory
from bot.lessons.tokens import question_tokens
from bot.lessons.values import BUILT_IN, Evidence
from bot.lessons.vectors import Embedder, similarities
from bot.storage import Connection, Database
from bot.texts.locales import Locale
from bot.witness import Facts, Step, note

__all__ = ["ENOUGH", "Found", "Retriever"]


class Retriever:
    """Searches the lessons that a learner of one server can read."""

    def __init__(
        self, database: Database, embedder: Embedder | None = None, links: Links | None = None
    ) -> None:
        """`links`: questions whose section moderators have named."""
        self._database = database
        self._embedder = embedder
        self._links = links
        self._memory = Memory()

    async def warm_up(self) -> None:
        """Load dictionaries and what every search needs of the shared course, in threads, so that no question waits for it.

        Quick where it was done and nothing was published since. Searches work without it, each a millisecond slower.
        """
        await asyncio.to_thread(tokens.warm_up)

        async def unit(connection: Connection) -> bool:
            now = await search_store.as_of_now(connection, BUILT_IN)
            if self._memory.is_warm(now):
                return False
            await (await self._memory.of(connection, now)).warm_up(connection)
            await index.let_go(connection)
            return True

        if await self._database.read(unit):
            await asyncio.to_thread(give_back)

    async def search(
        self,
        question: str,
        *,
        server_id: int,
        locale: Locale,
        lesson_id: str | None = None,
        limit: int = 5,
    ) -> Evidence:
        """Passages in the language `locale` for a question in any of our languages, best first.

        With `lesson_id` only that lesson is searched, unless it does not hold enough and the others do.
        """
        meaning = await similarities(self._database, self._embedder, question, _servers(server_id))

        async def unit(connection: Connection) -> Evidence:
            asked = question_tokens(question)
            search = await Search.prepare(connection, asked, _servers(server_id), self._memory, meaning)
            found = await search.find(connection, lesson_id)
            if lesson_id is not None and found.probability < ENOUGH:
                anywhere = await search.find(connection, None)
                found = anywhere if anywhere.probability >= ENOUGH else found
            if self._links is not None and lesson_id is None:
                link = await self._links.of(connection, server_id, asked)
                found = (
                    found
                    if link is None
                    else await search.led_by(connection, found, link, _servers(server_id))
                )
            return await quoting.evidence(connection, search, found, locale, limit)

        evidence = await self._database.read(unit)
        note(Step.SEARCH, lambda: _facts(evidence))
        return evidence

    async def find(self, question: str, *, server_id: int) -> Found:
        """Sections by score, with what decides whether they are enough."""
        meaning = await similarities(self._database, self._embedder, question, _servers(server_id))

        async def unit(connection: Connection) -> Found:
            asked = question_tokens(question)
            search = await Search.prepare(connection, asked, _servers(server_id), self._memory, meaning)
            return await search.find(connection, None)

        return await self._database.read(unit)


def _servers(server_id: int) -> tuple[int, ...]:
    return (BUILT_IN,) if server_id == BUILT_IN else (BUILT_IN, server_id)


def _facts(evidence: Evidence) -> Facts:
    """What a search found, as an account tells it."""
    return {
        "enough": evidence.enough,
        "score": round(evidence.score, 3),
        "passages": [
            {
                "lesson": passage.lesson_title,
                "heading": passage.heading,
                "language": passage.language.value,
                "score": round(passage.score, 3),
                "text": passage.text,
            }
            for passage in evidence.passages
        ],
    }
