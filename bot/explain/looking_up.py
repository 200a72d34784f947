"""From what somebody typed to a card: by name first, then by what the lessons say about it.

It never guesses: what the course does not know is said to be unknown.
"""

from dataclasses import dataclass

from bot.explain.book import ConceptBook
from bot.explain.concepts import Explained
from bot.lessons.retrieval import Retriever
from bot.lessons.values import Evidence
from bot.texts.locales import Locale

_MOST_NEAREST = 10


@dataclass(frozen=True, slots=True)
class NotKnown:
    """The course has no card that is called so."""

    evidence: Evidence
    """What the lessons say about it; `enough` tells whether they cover it at all."""
    nearest: tuple[tuple[str, str], ...]
    """Ids and names of the concepts that the found sections teach, the nearest first."""


class Lookup:
    """Finds cards."""

    def __init__(self, book: ConceptBook, retriever: Retriever) -> None:
        self._book = book
        self._retriever = retriever

    async def look_up(self, typed: str, *, server_id: int, locale: Locale) -> Explained | NotKnown:
        """The card of what was typed, or what the lessons have on it."""
        named = await self._book.find(typed)
        if named is not None:
            shown = await self._book.explained(named.id, server_id=server_id, locale=locale)
            if shown is not None:
                return shown
        evidence = await self._retriever.search(typed, server_id=server_id, locale=locale)
        places = [(passage.lesson_id, passage.section_id) for passage in evidence.passages]
        nearest = await self._book.taught_in(places)
        return NotKnown(
            evidence, tuple((concept.id, concept.names[locale]) for concept in nearest[:_MOST_NEAREST])
        )
