"""One question's search: what is looked for, how the rankings are joined, and which passages are quoted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.lessons import examples, naming, numbered, refusal, search_store
from bot.lessons.chunks import begins_with_an_item
from bot.lessons.closeness import side_by_side, together
from bot.lessons.everyday import in_lessons
from bot.lessons.index import Way, term
from bot.lessons.links.values import Link
from bot.lessons.ranking import Ranking, SectionKey, join, rank
from bot.lessons.refusal import Signals
from bot.lessons.search_memory import Known, Memory, Shelf
from bot.lessons.search_store import StoredChunk
from bot.lessons.tokens import QuestionTokens, chinese_words, english_stems
from bot.lessons.values import BUILT_IN, READING_ORDER, Evidence, Passage
from bot.lessons.vectors.kinship import Kinship, kinship
from bot.lessons.vectors.nearby import BY_HEADING, Nearby, nearby
from bot.storage import Connection
from bot.texts.locales import Locale

NAMED = 0.9
"""How likely the course covers a question whose section a moderator has named, or that names a lesson by its number."""
ENOUGH = 0.5
"""From this probability on, the course is taken to cover a question."""
EXAMPLE_ALONE = 0.3
"""How likely it does where all that lessons have of a question stands in an example: "What is the capital of France?"."""
_SHORT = 3
"""Words of a question that asks for a fact; of longer ones some word is an example more often."""
_SAID = 0.7
"""Less of it than this is said and not only shown: its subject is the example's."""
_ABOUT = 0.3
"""From this share of a question's weight on that stands in names of sections, it asks what lessons are about."""
TRANSLATED_SHARE = 0.2
"""What the question's words in the other language add to the score of a section that is written in both."""
ACROSS = 0.8
"""Of the score by translated words alone: a lesson that is not written in the question's language is found by it."""
NEARBY_SHARE = 0.4
"""What nearness by the vectors of words adds: it finds what is said in other words, and orders badly what is not."""
TOGETHER_SHARE = 0.5
"""What it adds that a piece of a section holds the whole question."""
SIDE_BY_SIDE_SHARE = 0.3
"""What the section gets in which most of the question's neighbouring words are neighbours too; others as much less."""
_MOST_SCORE = (
    1
    + TRANSLATED_SHARE
    + NEARBY_SHARE * (1 + BY_HEADING)
    + TOGETHER_SHARE
    + SIDE_BY_SIDE_SHARE
    + naming.SHARE
    + naming.SAME_HEADING
)
_CONSIDERED = 16
"""Sections that are looked at more closely than by their score, beside those that a name of theirs brings in."""
_RANKED = 12
"""Sections that are told."""
_MOST_CONSIDERED = 40

_Alternatives = Mapping[str, float]
"""Tokens that stand for one of the question's, with how surely they do."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, before it is put into words; for the retriever and for measurements."""

    ranked: tuple[tuple[SectionKey, float], ...]
    """Sections and their scores, best first."""
    signals: Signals
    probability: float
    """How likely the lessons cover the question."""


@dataclass(frozen=True, slots=True)
class Search:
    """One question's rankings in every way of cutting text. Made and used inside one unit of work."""

    asked: QuestionTokens
    own: Ranking
    """By the question's words in its own language."""
    pairs: Ranking
    """By pairs of Chinese characters; nothing for an English question."""
    across: Ranking
    """By the question's words in the other language."""
    meaning: Mapping[SectionKey, float]
    """By a model's vectors; nothing without a model."""
    near: Nearby
    """By the vectors of words."""
    known: Known
    shelf: Shelf
    hidden: frozenset[str]
    """Shared lessons that the learner's server hides."""
    lessons: frozenset[tuple[int, str]]
    """Those that the question names by their number, as server and id."""

    @classmethod
    async def prepare(
        cls,
        connection: Connection,
        asked: QuestionTokens,
        servers: tuple[int, ...],
        memory: Memory,
        meaning: Mapping[SectionKey, float],
    ) -> "Search":
        """Look up everything that the question's words say. `meaning` is the nearness of sections to it, if known."""
        now = await search_store.as_of_now(connection, servers[-1])
        known = await memory.of(connection, now)
        shelf = await known.shelf(connection, servers)
        translated = known.translations[_language(asked)]
        terms = {
            way: _terms(way, stand_in, shelf.servers_with(way, servers))
            for way, stand_in in (
                (_own_way(asked), [in_lessons(word) for word in _own_words(asked)]),
                (Way.PAIR, [{pair: 1.0} for pair in asked.pairs]),
                (_other_way(asked), _across(asked, translated)),
            )
        }
        near = nearby(
            shelf.meanings,
            dict.fromkeys((*asked.stems, *asked.words)),
            _language(asked),
        )
        postings = await known.where(
            connection, {one for by_token in terms.values() for same in by_token for one in same}
        )

        named: frozenset[tuple[int, str]] = frozenset()
        if asked.lesson_number is not None:
            in_order = await search_store.lessons_in_order(connection, servers[-1], now.hidden)
            named = numbered.lessons_of_number(asked.lesson_number, in_order)

        def ranking(way: Way) -> Ranking:
            return rank(terms[way], postings, shelf.spaces.get(way))

        return cls(
            asked,
            ranking(_own_way(asked)),
            ranking(Way.PAIR),
            ranking(_other_way(asked)),
            meaning,
            near,
            known,
            shelf,
            now.hidden,
            named,
        )

    async def find(self, connection: Connection, lesson_id: str | None) -> Found:
        """The best sections, of one lesson or of all."""
        if self.lessons and self.asked.is_empty:
            return self._whole_lesson()
        scores = self._scores()
        if self.hidden:
            scores = {section: score for section, score in scores.items() if not self._is_hidden(section)}
        if lesson_id is not None:
            scores = {section: score for section, score in scores.items() if section.lesson_id == lesson_id}
        if self.lessons:
            scores = {
                section: score + (numbered.SHARE if numbered.is_of(section, self.lessons) else 0.0)
                for section, score in scores.items()
            }
        weights = dict(zip(_own_words(self.asked), self.own.weights, strict=True))
        meant = {token for word in weights for token in in_lessons(word)}
        considered = self._considered(scores, self.own)
        names = await self.known.names(connection, self.shelf, considered, _own_way(self.asked))
        by = {one: self.own if one in self.own.scores else self.across for one in considered}
        held = {section: ranking.held(section) for section, ranking in by.items()}
        beside = {section: side_by_side(one, by[section].weights) for section, one in held.items()}
        most_beside = max(beside.values(), default=0.0) or 1.0
        closer = {}
        for section in considered:
            closer[section] = (
                scores[section]
                + TOGETHER_SHARE * together(held[section], by[section].weights)
                + SIDE_BY_SIDE_SHARE * beside[section] / most_beside
                + naming.named(weights, names[section])
            )
            if section not in self.shelf.recurring:
                continue
            if any(name <= meant for name in names[section].heading):
                closer[section] += naming.KIND_SHARE * _share_of_lesson(section, scores)
            else:
                closer[section] = max(closer[section] - naming.RECURRING_COST, 0.0)
        best = _best(closer)[:_RANKED]
        ranked = tuple((section, closer[section] / _MOST_SCORE) for section in best)
        signals, probability = self._judge(ranked)
        if self.lessons and ranked and numbered.is_of(ranked[0][0], self.lessons):
            probability = max(probability, NAMED)
        elif probability >= ENOUGH and await self._is_example_alone(connection, ranked[0][0]):
            probability = EXAMPLE_ALONE
        return Found(ranked, signals, probability)

    async def _is_example_alone(self, connection: Connection, best: SectionKey) -> bool:
        """Whether a short question's words, which name no section, stand in the best one only in examples."""
        asked = _own_words(self.asked)
        if len(asked) > _SHORT or best not in self.own.scores or self.own.named_share > _ABOUT:
            return False
        chunks = (await search_store.pieces(connection, [best])).get(best, {}).get(_language(self.asked), ())
        text = " ".join(examples.said(f"{chunk.heading}\n\n{chunk.text}") for chunk in chunks)
        said = set(chinese_words(text) if self.asked.is_chinese else english_stems(text))
        weights = self.own.weights
        held = self.own.held(best).matched
        of_them_said = sum(weights[place] for place in held if not said.isdisjoint(in_lessons(asked[place])))
        return of_them_said < _SAID * sum(weights[place] for place in held)

    def _whole_lesson(self) -> Found:
        """The sections of the lesson that is asked about as a whole ("What is lesson 2 about?"), in their order."""
        chunks = sorted(
            (chunk, section)
            for by_language in self.shelf.first_chunks
            for sections in by_language.values()
            for section, chunk in sections.items()
            if numbered.is_of(section, self.lessons)
        )
        in_order = list(dict.fromkeys(section for _, section in chunks))
        return Found(tuple((section, NAMED) for section in in_order[:_RANKED]), refusal.NOTHING, NAMED)

    def _is_hidden(self, section: SectionKey) -> bool:
        return section.server_id == BUILT_IN and section.lesson_id in self.hidden

    def _judge(self, ranked: Sequence[tuple[SectionKey, float]]) -> tuple[Signals, float]:
        """What tells whether the best sections are good, by the language in which they were found."""
        best = ranked[0][0] if ranked else None
        if best not in self.own.scores and best in self.across.scores:
            found = refusal.signals(
                _own_words(self.asked), ranked, self.across, None, self.near, partial(self._kin, self.across)
            )
            return found, refusal.probability(found, is_chinese=not self.asked.is_chinese)
        pairs = self.pairs if self.asked.is_chinese else None
        found = refusal.signals(
            _own_words(self.asked), ranked, self.own, pairs, self.near, partial(self._kin, self.own)
        )
        return found, refusal.probability(found, is_chinese=self.asked.is_chinese)

    def _kin(self, ranking: Ranking, best: Sequence[SectionKey]) -> Kinship:
        return kinship(self.shelf.meanings, _own_words(self.asked), ranking.unknown, best)

    async def evidence(self, connection: Connection, found: Found, locale: Locale, limit: int) -> Evidence:
        """The passages to quote."""
        top = found.ranked[:limit]
        pieces = await search_store.pieces(connection, [section for section, _ in top])
        passages = tuple(
            self._passage(pieces[section], section, score, locale)
            for section, score in top
            if section in pieces
        )
        return Evidence(
            passages,
            enough=bool(passages) and found.probability >= ENOUGH,
            score=found.probability,
            is_elsewhere=refusal.is_elsewhere(found.signals, found.probability),
        )

    async def led_by(self, connection: Connection, found: Found, link: Link, servers: Sequence[int]) -> Found:
        """What was found, with the section first that a moderator named for this question; a server's own before a shared one.

        Unchanged where learners of the server cannot read it.
        """
        named = [SectionKey(server, link.lesson_id, link.section_id) for server in reversed(servers)]
        readable = await search_store.pieces(
            connection, [section for section in named if not self._is_hidden(section)]
        )
        section = next((one for one in named if one in readable), None)
        if section is None:
            return found
        others = tuple(one for one in found.ranked if one[0] != section)
        best = max((score for _, score in found.ranked), default=1.0)
        return replace(found, ranked=((section, best), *others), probability=max(found.probability, NAMED))

    @staticmethod
    def _considered(scores: Mapping[SectionKey, float], ranking: Ranking) -> list[SectionKey]:
        """The best by score, and those whose names hold half of the question or more."""
        ordered = _best(scores)[:_CONSIDERED]
        first = set(ordered)
        named = {
            section: scores[section]
            for section in ranking.named_for(sum(ranking.weights) / 2)
            if section in scores and section not in first
        }
        return (ordered + _best(named))[:_MOST_CONSIDERED]

    def _scores(self) -> dict[SectionKey, float]:
        own, pairs, across = self.own.scores, self.pairs.scores, self.across.scores
        if self.asked.is_chinese:
            lexical = join([(0.5, own), (0.5, pairs)])
        elif self.asked.words:
            # The Chinese words of an English question are part of it, so both scores add up before they are shares.
            lexical = join(
                [(1.0, {key: own.get(key, 0.0) + across.get(key, 0.0) for key in {**own, **across}})]
            )
        else:
            lexical = join([(1.0, own)])
        for section, score in join([(1.0, across)]).items():
            written = lexical.get(section, 0.0)
            lexical[section] = max(written + TRANSLATED_SHARE * score if written else 0.0, ACROSS * score)
        if self.meaning:
            return join([(0.5, lexical), (0.5, self.meaning)])
        for section, share in self.near.shares.items():
            lexical[section] = lexical.get(section, 0.0) + NEARBY_SHARE * share
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
        searched = _language(self.asked)
        searched_parts = len(by_language.get(searched, ()))
        if section not in self.own.scores or searched_parts == 0:
            return 0
        part = self.own.held(section).best_part(self.own.weights)
        if language is not searched and parts != searched_parts:
            part = round(part * parts / searched_parts)
        part = min(part, parts - 1)
        while part > 0 and begins_with_an_item(by_language[language][part].text):
            part -= 1
        return part


def _share_of_lesson(section: SectionKey, scores: Mapping[SectionKey, float]) -> float:
    """The best score in a section's lesson as a share of the best of all."""
    own = max(score for one, score in scores.items() if one.lesson_id == section.lesson_id)
    return own / (max(scores.values()) or 1.0)


def _best(scores: Mapping[SectionKey, float]) -> list[SectionKey]:
    return [section for _, section in sorted((-score, section) for section, score in scores.items())]


def _language(asked: QuestionTokens) -> Locale:
    return Locale.ZH_CN if asked.is_chinese else Locale.EN


def _own_way(asked: QuestionTokens) -> Way:
    return Way.WORD if asked.is_chinese else Way.STEM


def _other_way(asked: QuestionTokens) -> Way:
    return Way.STEM if asked.is_chinese else Way.WORD


def _own_words(asked: QuestionTokens) -> tuple[str, ...]:
    return asked.words if asked.is_chinese else asked.stems


def _across(asked: QuestionTokens, translated: Mapping[str, _Alternatives]) -> list[_Alternatives]:
    """What is looked for in the other language: names stay as they are, words are translated where the table has them."""
    written = {word: {word: 1.0} for word in asked.words if word not in asked.stems}
    if asked.is_chinese:
        stays = {word: {word: 1.0} for word in asked.words if word in asked.stems}
        return [translated.get(word) or stays.get(word) or {} for word in asked.words]
    if written:  # An English question about Chinese words: these are what it is about.
        return list(written.values())
    return [translated.get(stem) or {stem: 1.0} for stem in asked.stems]


def _terms(way: Way, asked: Iterable[_Alternatives], servers: Sequence[int]) -> list[Mapping[str, float]]:
    return [
        {term(server, way, token): share for token, share in same.items() for server in servers}
        for same in asked
    ]
