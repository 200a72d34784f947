"""What searches remember of the lessons until anything is published: reading takes longer than searching.

Everything here is bounded, whatever the number of servers and lessons; what was read longest ago is forgotten first. Searches
in several threads read and add at the same time.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.lessons import bilingual, index, search_store
from bot.lessons.naming import Names
from bot.lessons.ranking import Posting, Postings, SectionKey, Space, gather
from bot.lessons.search_store import Called, Recurring
from bot.lessons.values import BUILT_IN
from bot.lessons.vectors.store import SectionVectors, of_sections
from bot.storage import Connection
from bot.texts.locales import Locale

_MOST_SHELVES = 256
_MOST_VECTORS = 128
"""Servers whose sections' vectors are remembered: 0.1 MB each where a server has thirty lessons."""
_MOST_CALLED = 4_000
"""Sections whose names are remembered."""
_MOST_POSTINGS = 50_000
"""Of the shared course, and as many of all servers together: some 10 MB each."""

_NAMELESS = Called("", Names())


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is known of the lessons of some servers together."""

    spaces: Mapping[index.Way, Space]
    recurring: Recurring


class Occurrences:
    """Where terms occur, for those that were looked up last; also that they occur nowhere."""

    def __init__(self, most: int = _MOST_POSTINGS) -> None:
        self._most = most
        self._held = 0
        self._by_term: dict[str, Mapping[SectionKey, Posting]] = {}
        self._adding = threading.Lock()

    def get(self, term: str) -> Mapping[SectionKey, Posting] | None:
        """Sections with the term; None where it is not remembered."""
        return self._by_term.get(term)

    def add(self, found: Postings) -> None:
        """Remember these, and forget others where they are too many."""
        with self._adding:
            for term, where in found.items():
                if term not in self._by_term:
                    self._by_term[term] = where
                    self._held += 1 + len(where)
            while self._held > self._most:
                oldest = next(iter(self._by_term))
                self._held -= 1 + len(self._by_term.pop(oldest))


@dataclass(frozen=True, slots=True)
class Known:
    """What was read at one state of the lessons."""

    revision: str
    translations: bilingual.Translations
    shelves: dict[tuple[int, ...], Shelf] = field(default_factory=dict)
    shared: Occurrences = field(default_factory=Occurrences)
    """Of terms of the shared course, which every search looks for."""
    own: Occurrences = field(default_factory=Occurrences)
    """Of terms of servers' own lessons."""
    vectors: dict[int, Mapping[Locale, SectionVectors]] = field(default_factory=dict)
    called: dict[tuple[index.Way, SectionKey], Called] = field(default_factory=dict)

    async def meanings(
        self, connection: Connection, servers: tuple[int, ...]
    ) -> list[Mapping[Locale, SectionVectors]]:
        """What the sections of each of these servers mean, by language."""
        found = []
        for server in servers:
            known = self.vectors.get(server)
            if known is None:
                known = await of_sections(connection, server)
                self.vectors[server] = known
                _forget_oldest(self.vectors, _MOST_VECTORS, always=BUILT_IN)
            found.append(known)
        return found

    async def shelf(self, connection: Connection, servers: tuple[int, ...]) -> Shelf:
        """The shelf of these servers."""
        shelf = self.shelves.get(servers)
        if shelf is None:
            shelf = Shelf(
                await search_store.spaces(connection, servers),
                await search_store.recurring(connection, servers),
            )
            self.shelves[servers] = shelf
            _forget_oldest(self.shelves, _MOST_SHELVES)
        return shelf

    async def where(self, connection: Connection, terms: Iterable[str]) -> Postings:
        """Where these terms occur in published lessons."""
        known = {term: self._remembering(term).get(term) for term in terms}
        missing = [term for term, where in known.items() if where is None]
        read = gather(await search_store.hits(connection, missing))
        new: dict[str, Mapping[SectionKey, Posting]] = {term: read.get(term, {}) for term in missing}
        for remembering in (self.shared, self.own):
            remembering.add(
                {term: where for term, where in new.items() if self._remembering(term) is remembering}
            )
        return new | {term: where for term, where in known.items() if where is not None}

    def _remembering(self, term: str) -> Occurrences:
        return self.shared if index.server_of(term) == BUILT_IN else self.own

    async def names(
        self, connection: Connection, wanted: Sequence[SectionKey], way: index.Way
    ) -> Mapping[SectionKey, Called]:
        """What these sections are called in the language that is cut in this way; empty names where they lack it."""
        known = {section: called for section in wanted if (called := self.called.get((way, section)))}
        missing = [section for section in wanted if section not in known]
        found = await search_store.names(connection, missing, way)
        read = {section: found.get(section, _NAMELESS) for section in missing}
        self.called.update(((way, section), called) for section, called in read.items())
        _forget_oldest(self.called, _MOST_CALLED)
        return known | read


class Memory:
    """Holds what is known until the lessons or the word table are others."""

    def __init__(self) -> None:
        self._known: Known | None = None
        self._words: tuple[str | None, bilingual.Translations] | None = None

    async def of_now(self, connection: Connection) -> Known:
        """What is known of the lessons as this connection sees them."""
        revision, learnt_from = await search_store.as_of_now(connection)
        words, known = self._words, self._known
        if words is None or words[0] != learnt_from:
            words = self._words = (learnt_from, await bilingual.translations(connection))
            known = None
        if known is None or known.revision != revision:
            known = self._known = Known(revision, words[1])
        return known


def _forget_oldest(known: dict[Any, Any], most: int, always: object = None) -> None:
    """Leave the `most` that were added last, and the one that is always needed."""
    if len(known) > most:
        for key in list(known)[
            : len(known) - most + most // 8
        ]:  # some at once, since looking for them takes a while
            if key != always:
                known.pop(key, None)
