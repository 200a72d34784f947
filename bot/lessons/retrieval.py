"""Finds the passages of the lessons that answer a question, and says when there are none.

It never returns a passage of another server or of a lesson that is not published.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.lessons import naming, refusal, search_store, tokens
from bot.lessons.chunks import begins_with_an_item
from bot.lessons.index import Way, term
from bot.lessons.ranking import Ranking, SectionKey, Space, join, rank
from bot.lessons.refusal import Signals
from bot.lessons.search_store import Recurring, StoredChunk
from bot.lessons.tokens import QuestionTokens, question_tokens
from bot.lessons.values import BUILT_IN, READING_ORDER, Evidence, Passage
from bot.lessons.vectors import Embedder, similarities
from bot.storage import Connection, Database
from bot.texts.locales import Locale

ENOUGH = 0.5
"""From this probability on, the course is taken to cover a question."""
_CONSIDERED = 12
"""Sections that are looked at more closely than by their score, beside those that a name of theirs brings in."""
_MOST_CONSIDERED = 40


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, before it is put into words; for the retriever and for measurements."""

    ranked: tuple[tuple[SectionKey, float], ...]
    """Sections and their scores, best first."""
    signals: Signals
    probability: float
    """How likely the lessons cover the question."""


class Retriever:
    """Searches the lessons that a learner of one server can read."""

    def __init__(self, database: Database, embedder: Embedder | None = None) -> None:
        self._database = database
        self._embedder = embedder

    async def warm_up(self) -> None:
        """Load dictionaries in a thread, so that no question has to wait for them."""
        await asyncio.to_thread(tokens.warm_up)

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
            search = await _Search.prepare(connection, asked, _servers(server_id), meaning)
            found = await search.find(connection, lesson_id)
            if lesson_id is not None and found.probability < ENOUGH:
                anywhere = await search.find(connection, None)
                found = anywhere if anywhere.probability >= ENOUGH else found
            return await search.evidence(connection, found, locale, limit)

        return await self._database.read(unit)

    async def find(self, question: str, *, server_id: int) -> Found:
        """Sections by score, with what decides whether they are enough."""
        meaning = await similarities(self._database, self._embedder, question, _servers(server_id))

        async def unit(connection: Connection) -> Found:
            asked = question_tokens(question)
            search = await _Search.prepare(connection, asked, _servers(server_id), meaning)
            return await search.find(connection, None)

        return await self._database.read(unit)


@dataclass(frozen=True, slots=True)
class _Search:
    """One question's rankings in every way of cutting text. Made and used inside one unit of work."""

    asked: QuestionTokens
    spaces: Mapping[Way, Space]
    stems: Ranking
    words: Ranking
    pairs: Ranking
    meaning: Mapping[SectionKey, float]
    recurring: Recurring

    @classmethod
    async def prepare(
        cls,
        connection: Connection,
        asked: QuestionTokens,
        servers: Sequence[int],
        meaning: Mapping[SectionKey, float],
    ) -> "_Search":
        terms = {
            Way.STEM: _terms(Way.STEM, asked.stems, servers),
            Way.WORD: _terms(Way.WORD, _words_to_find(asked), servers),
            Way.PAIR: _terms(Way.PAIR, asked.pairs, servers),
        }
        wanted = {way: [one for same in by_token for one in same] for way, by_token in terms.items()}
        hits = await search_store.hits(connection, wanted)
        spaces = await search_store.spaces(connection, servers)
        recurring = await search_store.recurring(connection, servers)

        def ranking(way: Way) -> Ranking:
            return rank(terms[way], hits[way], spaces.get(way))

        return cls(asked, spaces, ranking(Way.STEM), ranking(Way.WORD), ranking(Way.PAIR), meaning, recurring)

    async def find(self, connection: Connection, lesson_id: str | None) -> Found:
        """The best sections, of one lesson or of all."""
        scores = self._scores()
        if lesson_id is not None:
            scores = {section: score for section, score in scores.items() if section.lesson_id == lesson_id}
        tokens_asked, ranking = self._words_asked()
        weights = dict(zip(tokens_asked, ranking.weights, strict=True))
        considered = self._considered(scores, ranking)
        called = await search_store.names(
            connection, considered, Way.WORD if self.asked.is_chinese else Way.STEM
        )
        closer = {}
        for section in considered:
            one = called.get(section)
            is_recurring = section.section_id in self.recurring.section_ids or (
                one is not None and one.heading in self.recurring.headings
            )
            prior = naming.RECURRING_SHARE if is_recurring else 1.0
            closer[section] = prior * scores[section] + (naming.named(weights, one.names) if one else 0.0)
        best = _best(closer)[:_CONSIDERED]
        in_chinese = self.asked.is_chinese and Way.WORD in self.spaces
        if in_chinese:
            found = refusal.signals(best, self.words, self.pairs)
        else:
            found = refusal.signals(best, self.stems, None)
        ranked = tuple(
            (section, closer[section] / (1 + naming.SHARE + naming.SAME_HEADING)) for section in best
        )
        return Found(ranked, found, refusal.probability(found, is_chinese=in_chinese))

    async def evidence(self, connection: Connection, found: Found, locale: Locale, limit: int) -> Evidence:
        """The passages to quote."""
        top = found.ranked[:limit]
        pieces = await search_store.pieces(connection, [section for section, _ in top])
        passages = tuple(
            self._passage(pieces[section], section, score, locale)
            for section, score in top
            if section in pieces
        )
        return Evidence(passages, bool(passages) and found.probability >= ENOUGH, found.probability)

    @staticmethod
    def _considered(scores: Mapping[SectionKey, float], ranking: Ranking) -> list[SectionKey]:
        """The best by score, and those whose names hold half of the question or more."""
        ordered = _best(scores)
        half = sum(ranking.weights) / 2
        named = [
            section
            for section in ordered[_CONSIDERED:]
            if (found := ranking.scored.get(section))
            and sum(ranking.weights[place] for place in found.in_heading) >= half
        ]
        return (ordered[:_CONSIDERED] + named)[:_MOST_CONSIDERED]

    def _words_asked(self) -> tuple[tuple[str, ...], Ranking]:
        """The question's words in its own language, and the ranking by them."""
        return (self.asked.words, self.words) if self.asked.is_chinese else (self.asked.stems, self.stems)

    def _scores(self) -> dict[SectionKey, float]:
        stems, words, pairs = (_plain(one) for one in (self.stems, self.words, self.pairs))
        if self.asked.is_chinese:
            lexical = join([(0.5, words), (0.5, pairs)])
            names = len(self.asked.stems) / max(len(self.asked.words), 1)
            _raise_to(lexical, join([(min(names, 1.0), stems)]))
        elif self.asked.words:
            # The Chinese words of an English question are part of it, so both scores add up before they are shares.
            both = {section: stems.get(section, 0.0) + words.get(section, 0.0) for section in stems | words}
            lexical = join([(1.0, both)])
        else:
            lexical = join([(1.0, stems)])
            _raise_to(lexical, join([(0.5, words)]))
        if self.meaning:
            return join([(0.5, lexical), (0.5, self.meaning)])
        return lexical

    def _passage(
        self,
        by_language: Mapping[Locale, tuple[StoredChunk, ...]],
        section: SectionKey,
        score: float,
        locale: Locale,
    ) -> Passage:
        language = next(language for language in READING_ORDER[locale] if language in by_language)
        chunks = by_language[language]
        chunk = chunks[self._part(section, by_language, len(chunks), language)]
        return Passage(
            lesson_id=section.lesson_id,
            lesson_title=chunk.lesson_title,
            section_id=section.section_id,
            heading=chunk.heading,
            language=language,
            text=chunk.text,
            score=min(score, 1.0),
        )

    def _part(
        self,
        section: SectionKey,
        by_language: Mapping[Locale, tuple[StoredChunk, ...]],
        parts: int,
        language: Locale,
    ) -> int:
        """The chunk to quote: where the question's language fits best, or as far into the other's text."""
        searched = Locale.ZH_CN if self.asked.is_chinese else Locale.EN
        _, ranking = self._words_asked()
        scored = ranking.scored.get(section)
        searched_parts = len(by_language.get(searched, ()))
        if scored is None or searched_parts == 0:
            return 0
        part = scored.best_part(ranking.weights)
        if language is not searched and parts != searched_parts:
            part = round(part * parts / searched_parts)
        part = min(part, parts - 1)
        while part > 0 and begins_with_an_item(by_language[language][part].text):
            part -= 1
        return part


def _best(scores: Mapping[SectionKey, float]) -> list[SectionKey]:
    return sorted(scores, key=lambda section: (-scores[section], section))


def _servers(server_id: int) -> tuple[int, ...]:
    return (BUILT_IN,) if server_id == BUILT_IN else (BUILT_IN, server_id)


def _terms(way: Way, asked: Iterable[str], servers: Sequence[int]) -> list[tuple[str, ...]]:
    return [tuple(term(server, way, token) for server in servers) for token in asked]


def _plain(ranking: Ranking) -> dict[SectionKey, float]:
    return {section: one.score for section, one in ranking.scored.items()}


def _words_to_find(asked: QuestionTokens) -> tuple[str, ...]:
    """What is looked for among the words of Chinese lessons."""
    if asked.is_chinese:
        return asked.words
    # An English question: the Chinese words in it, or else its Latin ones, since names are the same in both.
    return tuple(word for word in asked.words if word not in asked.stems) or asked.stems


def _raise_to(scores: dict[SectionKey, float], floor: Mapping[SectionKey, float]) -> None:
    """Let a lesson that is not written in the question's language be found by the names in the question."""
    for section, score in floor.items():
        scores[section] = max(scores.get(section, 0.0), score)
