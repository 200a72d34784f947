"""What searches remember of the lessons until anything is published: reading takes longer than searching.

Everything here is bounded, whatever the number of servers and lessons; what was read longest ago is forgotten first. Searches
in several threads read and add at the same time.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.lessons import bilingual, index, naming, search_store
from bot.lessons.naming import Names
from bot.lessons.ranking import Posting, Postings, SectionKey, Space, gather
from bot.lessons.search_store import Now, Stock, Where
from bot.lessons.values import BUILT_IN
from bot.lessons.vectors.store import SectionVectors
from bot.storage import Connection
from bot.texts.locales import Locale

_MOST_SHELVES = 128
"""Servers whose sections are remembered: 0.2 MB each where a server has thirty lessons."""
_MOST_PLACES = 20_000
"""Chunks whose places are remembered: some 5 MB."""
_MOST_CALLED = 4_000
"""Sections whose names are remembered."""
_MOST_POSTINGS = 50_000
"""Of the shared course, which every search looks in: some 20 MB."""
_MOST_OWN_POSTINGS = 20_000
"""Of all servers' own lessons together."""
_WARM = 1_500
"""Chunks in which the shared course's most frequent words of one way occur that are read before anybody asks: some 0.6 MB."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is known of the lessons of some servers together."""

    spaces: Mapping[index.Way, Space]
    recurring: frozenset[SectionKey]
    """Sections whose id or heading is that of a kind of section, not of a subject."""
    first_chunks: tuple[Mapping[Locale, Mapping[SectionKey, int]], ...]
    meanings: tuple[Mapping[Locale, SectionVectors], ...]

    def servers_with(self, way: index.Way, servers: Sequence[int]) -> list[int]:
        """Those of the shelf's servers that have text which is cut in this way."""
        language = Locale.EN if way is index.Way.STEM else Locale.ZH_CN
        there = zip(servers, self.first_chunks, strict=True)
        return [server for server, by_language in there if language in by_language]


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
    own: Occurrences = field(default_factory=lambda: Occurrences(_MOST_OWN_POSTINGS))
    """Of terms of servers' own lessons."""
    places: dict[int, Where] = field(default_factory=dict)
    called: dict[tuple[index.Way, SectionKey], Names] = field(default_factory=dict)
    shared_stock: list[Stock] = field(default_factory=list)
    """The stock of the shared course once it was read."""

    async def shelf(self, connection: Connection, servers: tuple[int, ...]) -> Shelf:
        """The shelf of these servers."""
        shelf = self.shelves.get(servers)
        if shelf is None:
            shelf = _shelf([await self._stock(connection, server) for server in servers])
            self.shelves[servers] = shelf
            _forget_oldest(self.shelves, _MOST_SHELVES)
        return shelf

    async def _stock(self, connection: Connection, server: int) -> Stock:
        if server != BUILT_IN:
            return await search_store.stock(connection, server)
        if not self.shared_stock:
            self.shared_stock.append(await search_store.stock(connection, server))
        return self.shared_stock[0]

    async def where(self, connection: Connection, terms: Iterable[str]) -> Postings:
        """Where these terms occur in published lessons."""
        known = {term: self._remembering(term).get(term) for term in terms}
        missing = [term for term, where in known.items() if where is None]
        _forget_oldest(self.places, _MOST_PLACES)
        read = gather(await search_store.hits(connection, missing, self.places))
        new: dict[str, Mapping[SectionKey, Posting]] = {term: read.get(term, {}) for term in missing}
        for remembering in (self.shared, self.own):
            remembering.add(
                {term: where for term, where in new.items() if self._remembering(term) is remembering}
            )
        return new | {term: where for term, where in known.items() if where is not None}

    async def warm_up(self, connection: Connection) -> None:
        """Read of the shared course what nearly every search needs."""
        shelf = await self.shelf(connection, (BUILT_IN,))
        for way in shelf.spaces:
            for term in await search_store.frequent(connection, BUILT_IN, way, _WARM):
                await self.where(connection, [term])  # all at once they would take more memory for a moment

    def _remembering(self, term: str) -> Occurrences:
        return self.shared if index.server_of(term) == BUILT_IN else self.own

    async def names(
        self, connection: Connection, shelf: Shelf, wanted: Sequence[SectionKey], way: index.Way
    ) -> Mapping[SectionKey, Names]:
        """What these sections are called in the language that is cut in this way; no names where they lack it."""
        known = {section: names for section in wanted if (names := self.called.get((way, section)))}
        language = Locale.EN if way is index.Way.STEM else Locale.ZH_CN
        missing = [section for section in wanted if section not in known]
        first = {
            section: chunk
            for section in missing
            for by_language in shelf.first_chunks
            if (chunk := by_language.get(language, {}).get(section)) is not None
        }
        found = await search_store.names(connection, first, way)
        read = {section: found.get(section, _NAMELESS) for section in missing}
        self.called.update(((way, section), names) for section, names in read.items())
        _forget_oldest(self.called, _MOST_CALLED)
        return known | read


_NAMELESS = Names()


def _shelf(stocks: Sequence[Stock]) -> Shelf:
    spaces = {}
    for way in index.Way:
        language = Locale.EN if way is index.Way.STEM else Locale.ZH_CN
        sections = sum(len(stock.first_chunks.get(language, {})) for stock in stocks)
        if sections:
            length = sum(stock.lengths.get(way, 0) for stock in stocks)
            spaces[way] = Space(sections, length / sections)
    recurring: set[SectionKey] = set()
    for name in {name for stock in stocks for name in stock.named}:
        alike = [key for stock in stocks for key in stock.named.get(name, ())]
        if len({key.lesson_id for key in alike}) >= naming.RECURRING:
            recurring.update(alike)
    return Shelf(
        spaces=spaces,
        recurring=frozenset(recurring),
        first_chunks=tuple(stock.first_chunks for stock in stocks),
        meanings=tuple(stock.meanings for stock in stocks),
    )


class Memory:
    """Holds what is known until the lessons or the word table are others."""

    def __init__(self) -> None:
        self._known: Known | None = None
        self._words: tuple[str | None, bilingual.Translations] | None = None

    async def of(self, connection: Connection, now: Now) -> Known:
        """What is known of the lessons as this connection sees them now."""
        words, known = self._words, self._known
        if words is None or words[0] != now.learnt_from:
            words = self._words = (now.learnt_from, await bilingual.translations(connection))
            known = self._known = known and replace(known, translations=words[1])
        if known is None or known.revision != now.revision:
            known = self._known = Known(now.revision, words[1])
        return known


def _forget_oldest(known: dict[Any, Any], most: int) -> None:
    """Leave the `most` that were added last."""
    if len(known) > most:
        for key in list(known)[
            : len(known) - most + most // 8
        ]:  # some at once, since looking for them takes a while
            known.pop(key, None)
