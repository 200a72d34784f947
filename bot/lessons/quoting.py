"""What of the best sections is quoted: of each the chunk that fits the question best, in the language of the answer."""

from collections.abc import Mapping

from bot.lessons import refusal, search_store
from bot.lessons.chunks import begins_with_an_item
from bot.lessons.ranking import SectionKey
from bot.lessons.search import ENOUGH, Found, Search
from bot.lessons.search_store import StoredChunk
from bot.lessons.values import READING_ORDER, Evidence, Passage
from bot.storage import Connection
from bot.texts.locales import Locale

_Pieces = Mapping[Locale, tuple[StoredChunk, ...]]
"""The chunks of a section by language, in the order of the text."""


async def evidence(
    connection: Connection, search: Search, found: Found, locale: Locale, limit: int
) -> Evidence:
    """The passages to quote, at most `limit`, best first."""
    top = found.ranked[:limit]
    pieces = await search_store.pieces(connection, [section for section, _ in top])
    passages = tuple(
        _passage(search, pieces[section], section, score, locale)
        for section, score in top
        if section in pieces
    )
    return Evidence(
        passages,
        enough=bool(passages) and found.probability >= ENOUGH,
        score=found.probability,
        is_elsewhere=refusal.is_elsewhere(found.signals, found.probability),
    )


def _passage(
    search: Search, by_language: _Pieces, section: SectionKey, score: float, locale: Locale
) -> Passage:
    language = next(language for language in READING_ORDER[locale] if language in by_language)
    chunk = by_language[language][_part(search, section, by_language, language)]
    return Passage(
        lesson_id=section.lesson_id,
        lesson_title=chunk.lesson_title,
        section_id=section.section_id,
        heading=chunk.heading,
        language=language,
        text=chunk.text,
        score=min(score, 1.0),
    )


def _part(search: Search, section: SectionKey, by_language: _Pieces, language: Locale) -> int:
    """The chunk to quote: where the question's language fits best, or as far into the other's text."""
    searched = search.language
    parts, searched_parts = len(by_language[language]), len(by_language.get(searched, ()))
    number = search.shelf.number(section)
    if number is None or search.own.scores[number] == 0 or searched_parts == 0:
        return 0
    part = search.own.best_part(number)
    if language is not searched and parts != searched_parts:
        part = round(part * parts / searched_parts)
    part = min(part, parts - 1)
    while part > 0 and begins_with_an_item(by_language[language][part].text):
        part -= 1
    return part
