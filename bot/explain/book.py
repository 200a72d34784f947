"""The built-in concept cards: taken in at start-up, found by name or by id, read one at a time.

Nothing of them stays in memory between two requests.
"""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bot.clock import Clock
from bot.explain import card_files, store
from bot.explain.concepts import Card, Concept, Explained, SectionRef
from bot.lessons.library import Library, folded
from bot.storage import Connection, Database
from bot.texts.locales import Locale

MOST_CHOICES = 25
"""Choices that Discord shows while somebody types."""
_LONGEST_TYPED = 100


class ConceptBook:
    """Every concept of the built-in course with its card."""

    def __init__(self, database: Database, library: Library, clock: Clock) -> None:
        self._database = database
        self._library = library
        self._clock = clock

    async def has_course(self, path: Path) -> bool:
        """Whether the course at `path`, as it is now, is the one that was taken in."""
        digest = await asyncio.to_thread(card_files.digest, path)
        return digest == await self._database.read(store.digest_of)

    async def load_course(self, path: Path) -> bool:
        """Take in the cards of the course at `path`; True when they differed from what was loaded before.

        All or nothing, and quick when nothing has changed. Raises `CourseMistakes` with every mistake found.
        """
        digest = await asyncio.to_thread(card_files.digest, path)
        if digest == await self._database.read(store.digest_of):
            return False
        written = await asyncio.to_thread(card_files.prepare, path)
        now = self._clock.now()
        await self._database.write(partial(store.replace_all, written=written, digest=digest, now=now))
        return True

    async def find(self, typed: str) -> Concept | None:
        """The concept that was named by its id or by a name in any language; None when none is called so."""

        async def unit(connection: Connection) -> Concept | None:
            wanted = folded(typed[:_LONGEST_TYPED])  # here, in the reader's thread: it may load a dictionary
            return next(
                (concept for concept, names in await store.all_names(connection) if wanted in names), None
            )

        return await self._database.read(unit)

    async def autocomplete(self, typed: str, locale: Locale) -> tuple[tuple[str, str], ...]:
        """Id and name of the concepts of which a name (in any language) begins with, then contains, what was typed."""

        async def unit(connection: Connection) -> tuple[tuple[str, str], ...]:
            wanted = folded(typed[:_LONGEST_TYPED])
            ranked = []
            for concept, names in await store.all_names(connection):
                if any(name.startswith(wanted) for name in names):
                    ranked.append((0, concept))
                elif any(wanted in name for name in names):
                    ranked.append((1, concept))
            ranked.sort(key=lambda one: one[0])
            return tuple((concept.id, concept.names[locale]) for _, concept in ranked[:MOST_CHOICES])

        return await self._database.read(unit)

    async def taught_in(self, places: Sequence[tuple[str, str]]) -> tuple[Concept, ...]:
        """The concepts that these sections (lesson and section ids) teach first, in the order of the sections."""
        everything = await self._database.read(store.all_names)
        return tuple(
            concept
            for place in places
            for concept, _ in everything
            if not concept.is_model and concept.sections[:1] == (place,)
        )

    async def explained(self, concept_id: str, *, server_id: int, locale: Locale) -> Explained | None:
        """A concept with its card in a language, and what to read; None when there is no such concept."""

        async def unit(connection: Connection) -> tuple[Concept, Card, str | None, dict[str, Concept]] | None:
            concept = (await store.some(connection, [concept_id])).get(concept_id)
            card = await store.card(connection, concept_id, locale) if concept else None
            if concept is None or card is None:
                return None
            walk = await store.walk_of(connection, concept_id)
            return concept, card, walk, dict(await store.some(connection, concept.next))

        found = await self._database.read(unit)
        if found is None:
            return None
        concept, card, walk, following = found
        return Explained(
            concept=concept,
            language=locale,
            name=concept.names[locale],
            card=card,
            sections=await self._sections(concept, server_id, locale),
            walk=walk,
            next=tuple((one, following[one].names[locale]) for one in concept.next if one in following),
        )

    async def _sections(self, concept: Concept, server_id: int, locale: Locale) -> tuple[SectionRef, ...]:
        """The sections that teach the concept, of those that learners of the server can read."""
        found = []
        for lesson_id, section_id in concept.sections:
            section = await self._library.section(server_id, lesson_id, section_id, locale)
            if section is not None:
                found.append(SectionRef(lesson_id, section.id, section.heading))
        return tuple(found)
