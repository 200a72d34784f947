"""What searches remember of the lessons until anything is published: reading takes longer than searching.

Everything here is bounded, whatever the number of servers and lessons; what was read longest ago is forgotten first. Searches
in several threads read and add at the same time.
"""

import threading
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.lessons import bilingual, index, search_store
from bot.lessons.naming import Names
from bot.lessons.places import Places
from bot.lessons.search_store import Now
from bot.lessons.shelf import LANGUAGE, Shelf, Stock, stack
from bot.lessons.values import BUILT_IN
from bot.lessons.whole_index import WholeIndex
from bot.storage import Connection

_MOST_SHELVES = 128
"""Servers whose sections are remembered: 0.2 MB each where a server has thirty lessons."""
_MOST_BEGINS = 20_000
"""Chunks of which it is remembered where they begin: some 3 MB."""
_MOST_CALLED = 4_000
"""Sections whose names are remembered."""
_MOST_WHOLE = 1_000_000
"""Places in the index of the shared course, which every search looks in: 8 MB; the built-in one's takes a sixth of it."""
_MOST_PLACES = 1_000_000
"""Of other terms together, of all servers."""
_TERM = 32
"""What a term takes beside its places, in places."""


class Occurrences:
    """Where terms occur, for those that were looked up last; also that they occur nowhere."""

    def __init__(self, most: int = _MOST_PLACES) -> None:
        """Holds so many places, each of 8 bytes; a term counts as `_TERM` of them."""
        self._most = most
        self._held = 0
        self._by_term: dict[str, Places] = {}
        self._adding = threading.Lock()

    def get(self, term: str) -> Places | None:
        """Its places in order; None where it is not remembered."""
        return self._by_term.get(term)

    def add(self, found: Mapping[str, Places]) -> None:
        """Remember these, and forget others where they are too many."""
        with self._adding:
            for term, places in found.items():
                if term not in self._by_term:
                    self._by_term[term] = places
                    self._held += _TERM + len(places)
            while self._held > self._most:
                oldest = next(iter(self._by_term))
                self._held -= _TERM + len(self._by_term.pop(oldest))


@dataclass(frozen=True, slots=True)
class Known:
    """What was read at one state of the lessons."""

    revision: str
    translations: bilingual.Translations
    shelves: dict[tuple[int, ...], Shelf] = field(default_factory=dict)
    whole: list[WholeIndex] = field(default_factory=list)
    """The index of the shared course once it was read, which only `warm_up` does."""
    occurrences: Occurrences = field(default_factory=Occurrences)
    """Of terms of servers' own lessons, and of the shared course's before its whole index was read."""
    begins: dict[int, int] = field(default_factory=dict)
    """The places at which chunks begin."""
    called: dict[tuple[index.Way, int], Names] = field(default_factory=dict)
    """The names of sections, by their first chunks in the language that is cut in this way."""
    shared_stock: list[Stock] = field(default_factory=list)
    """The stock of the shared course once it was read."""

    async def shelf(self, connection: Connection, servers: tuple[int, ...]) -> Shelf:
        """The shelf of these servers."""
        shelf = self.shelves.get(servers)
        if shelf is None:
            shelf = stack({server: await self._stock(connection, server) for server in servers})
            self.shelves[servers] = shelf
            _forget_oldest(self.shelves, _MOST_SHELVES)
        return shelf

    async def _stock(self, connection: Connection, server: int) -> Stock:
        if server != BUILT_IN:
            return await search_store.stock(connection, server)
        if not self.shared_stock:
            self.shared_stock.append(await search_store.stock(connection, server))
        return self.shared_stock[0]

    async def where(
        self, connection: Connection, shelf: Shelf, terms: Collection[str]
    ) -> Mapping[str, Places]:
        """Where these terms occur in published lessons, by the numbers of sections in their server's stock."""
        found: dict[str, Places] = {}
        if self.whole:
            found = self.whole[0].where([term for term in terms if index.server_of(term) == BUILT_IN])
        known = {term: self.occurrences.get(term) for term in terms if term not in found}
        missing = [term for term, places in known.items() if places is None]
        _forget_oldest(self.begins, _MOST_BEGINS)
        read = await search_store.occurrences(connection, missing, shelf, self.begins)
        self.occurrences.add(read)
        return found | read | {term: places for term, places in known.items() if places is not None}

    async def warm_up(self, connection: Connection) -> None:
        """Read of the shared course what every search needs, unless it was read already."""
        if self.whole:
            return
        shelf = await self.shelf(connection, (BUILT_IN,))
        read = await search_store.whole_index(connection, BUILT_IN, shelf, self.begins, _MOST_WHOLE)
        if read is not None:
            self.whole.append(read)

    async def names(
        self, connection: Connection, shelf: Shelf, wanted: Sequence[int], way: index.Way
    ) -> Mapping[int, Names]:
        """What these sections are called in the language that is cut in this way; no names where they lack it."""
        written = shelf.first_chunks.get(LANGUAGE[way])
        chunks = [0] * len(wanted) if written is None else written[list(wanted)].tolist()
        known = {chunk: names for chunk in chunks if (names := self.called.get((way, chunk))) is not None}
        read = await search_store.names(connection, [one for one in chunks if one and one not in known], way)
        self.called.update(((way, chunk), names) for chunk, names in read.items())
        _forget_oldest(self.called, _MOST_CALLED)
        return {
            section: known.get(chunk) or read.get(chunk) or _NAMELESS
            for section, chunk in zip(wanted, chunks, strict=True)
        }


_NAMELESS = Names()


class Memory:
    """Holds what is known until the lessons or the word table are others."""

    def __init__(self) -> None:
        self._known: Known | None = None
        self._words: tuple[str | None, bilingual.Translations] | None = None

    def is_warm(self, now: Now) -> bool:
        """Whether all that `Known.warm_up` reads is known of the lessons as they are."""
        return self._known is not None and self._known.revision == now.revision and bool(self._known.whole)

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
