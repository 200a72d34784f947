"""What is known of the sections that a search looks through, in arrays in which each section has its number.

A stock is one server's, a shelf that of the shared course with one server's beside it. The sections of a stock are numbered in the
order of their keys, those of a shelf stock by stock: so numbers of the shared course are the same on every shelf. Pure.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from bot.lessons import naming
from bot.lessons.index import Way
from bot.lessons.ranking import Numbers, SectionKey, Space
from bot.lessons.vectors.store import SectionVectors
from bot.texts.locales import Locale

Ids = npt.NDArray[np.int64]
"""Numbers of chunks in the database."""
Marks = npt.NDArray[np.bool_]
"""Whether something holds of each section."""

LANGUAGE = {Way.STEM: Locale.EN, Way.WORD: Locale.ZH_CN, Way.PAIR: Locale.ZH_CN}
"""Which text is cut in which way."""


@dataclass(frozen=True, slots=True)
class Written:
    """A server's sections in one language; arrays have an entry for each section of its stock."""

    first_chunks: Ids
    """0 for a section that is not written in the language."""
    lengths: Mapping[Way, Numbers]
    """Tokens of each, in every way in which the language is cut."""
    before: Numbers
    """The section before each in its lesson; -1 where there is none."""
    after: Numbers
    """The one after it."""
    meanings: SectionVectors


@dataclass(frozen=True)
class Stock:
    """The sections of one server that are searched."""

    sections: tuple[SectionKey, ...]
    """In order."""
    written: Mapping[Locale, Written]
    named: Mapping[str, Sequence[int]]
    """Sections by their ids and headings, which other lessons may have too."""

    @cached_property
    def recurring(self) -> Marks:
        """Whether the id or heading of a section is that of many lessons of the server."""
        return _recurring(self.sections, self.named.values())


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sections of some servers together; arrays have an entry for each."""

    sections: tuple[SectionKey, ...]
    """In order."""
    begins: Mapping[int, int]
    """The number of each server's first section."""
    spaces: Mapping[Way, Space]
    """All ways; in one whose language nobody writes there are no sections."""
    recurring: Marks
    """Whether the id or heading of a section is that of a kind of section, not of a subject."""
    first_chunks: Mapping[Locale, Ids]
    """0 for a section that is not written in the language."""
    meanings: tuple[Mapping[Locale, SectionVectors], ...]
    writes: Mapping[Locale, Sequence[int]]
    """Which servers have text in a language."""

    def number(self, section: SectionKey) -> int | None:
        """The number of a section; None where it is not on the shelf."""
        number = bisect_left(self.sections, section)
        is_there = number < len(self.sections) and self.sections[number] == section
        return number if is_there else None


def stack(stocks: Mapping[int, Stock]) -> Shelf:
    """The shelf of these servers, by their ids, in their order."""
    sections = tuple(section for stock in stocks.values() for section in stock.sections)
    begins: dict[int, int] = {}
    for server in stocks:
        begins[server] = sum(len(stocks[before].sections) for before in begins)
    languages = {language for stock in stocks.values() for language in stock.written}
    return Shelf(
        sections=sections,
        begins=begins,
        spaces=_spaces(stocks, begins, len(sections)),
        recurring=_recurring_together(stocks, begins, sections),
        first_chunks={
            language: np.concatenate(
                [
                    stock.written[language].first_chunks
                    if language in stock.written
                    else np.zeros(len(stock.sections), dtype=np.int64)
                    for stock in stocks.values()
                ]
            )
            for language in languages
        },
        meanings=tuple(
            {
                language: one.meanings.moved(begins[server])
                for language, one in stock.written.items()
                if len(one.meanings.numbers)
            }
            for server, stock in stocks.items()
        ),
        writes={
            language: [server for server, stock in stocks.items() if language in stock.written]
            for language in languages
        },
    )


def _spaces(stocks: Mapping[int, Stock], begins: Mapping[int, int], size: int) -> dict[Way, Space]:
    spaces: dict[Way, Space] = {}
    for language in set(LANGUAGE.values()):
        ways = [way for way in Way if LANGUAGE[way] is language]
        lengths = {way: np.zeros(size, dtype=np.int32) for way in ways}
        before, after = np.full((2, size), size, dtype=np.int32)
        count = 0
        for server, stock in stocks.items():
            one, first = stock.written.get(language), begins[server]
            if one is None:
                continue
            here = slice(first, first + len(stock.sections))
            for way in ways:
                lengths[way][here] = one.lengths[way]
            before[here] = np.where(one.before < 0, size, one.before + first)
            after[here] = np.where(one.after < 0, size, one.after + first)
            count += int(np.count_nonzero(one.first_chunks))
        for way in ways:
            mean_length = int(lengths[way].sum()) / count if count else 1.0
            spaces[way] = Space(count, mean_length, lengths[way], before, after)
    return spaces


def _recurring_together(
    stocks: Mapping[int, Stock], begins: Mapping[int, int], sections: Sequence[SectionKey]
) -> Marks:
    """Whether the id or heading of a section is that of many lessons of the servers together.

    Only names that several of them have are looked at anew: the shared course has many hundreds.
    """
    times = Counter(name for stock in stocks.values() for name in stock.named)
    alike = [
        [begins[server] + one for server, stock in stocks.items() for one in stock.named.get(name, ())]
        for name, servers in times.items()
        if servers > 1
    ]
    found = np.concatenate([np.zeros(0, dtype=np.bool_), *(stock.recurring for stock in stocks.values())])
    return found | _recurring(sections, alike)


def _recurring(sections: Sequence[SectionKey], alike: Iterable[Sequence[int]]) -> Marks:
    """Which of the sections are among many alike that stand in different lessons."""
    recurring = np.zeros(len(sections), dtype=np.bool_)
    for some in alike:
        if len({sections[one].lesson_id for one in some}) >= naming.RECURRING:
            recurring[some] = True
    return recurring
