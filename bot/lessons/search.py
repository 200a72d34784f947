"""One question's search: what is looked for, how the rankings are joined, and whether the best is enough."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import numpy.typing as npt

from bot.lessons import examples, naming, numbered, refusal, search_store
from bot.lessons.bilingual import WordTable
from bot.lessons.closeness import closeness
from bot.lessons.everyday import in_lessons
from bot.lessons.index import Way, term
from bot.lessons.links.values import Link
from bot.lessons.places import moved
from bot.lessons.ranking import Ranking, Scores, SectionKey, as_shares, rank
from bot.lessons.refusal import Signals
from bot.lessons.search_memory import Known, Memory
from bot.lessons.shelf import LANGUAGE, Shelf
from bot.lessons.tokens import QuestionTokens, chinese_words, english_stems, normalise
from bot.lessons.values import BUILT_IN
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
_Term = tuple[str, int, float]
"""A term, the number of its server's first section on the shelf, and how surely it stands for a token of the question."""


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

    @property
    def language(self) -> Locale:
        """The question's, as lessons are written and searched."""
        return _language(self.asked)

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
        ways: dict[Way, Sequence[_Alternatives]] = {
            _own_way(asked): [in_lessons(word) for word in _own_words(asked)],
            Way.PAIR: [{pair: 1.0} for pair in asked.pairs],
            _other_way(asked): _across(asked, translated),
        }
        terms = {way: _terms(way, stand_in, shelf) for way, stand_in in ways.items()}
        near = nearby(
            shelf.meanings,
            dict.fromkeys((*asked.stems, *asked.words)),
            _language(asked),
            len(shelf.sections),
        )
        places = await known.where(
            connection, shelf, {one for by_token in terms.values() for same in by_token for one, _, _ in same}
        )

        named: frozenset[tuple[int, str]] = frozenset()
        if asked.lesson_number is not None:
            in_order = await search_store.lessons_in_order(connection, servers[-1], now.hidden)
            named = numbered.lessons_of_number(asked.lesson_number, in_order)

        def ranking(way: Way) -> Ranking:
            question = [
                [(moved(places[one], begins), surely) for one, begins, surely in same] for same in terms[way]
            ]
            return rank(question, shelf.spaces[way])

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
            scores[self._those(self._is_hidden)] = 0.0
        if lesson_id is not None:
            scores[self._those(lambda section: section.lesson_id != lesson_id)] = 0.0
        if self.lessons:
            named = self._those(lambda section: numbered.is_of(section, self.lessons))
            scores[named & (scores > 0)] += numbered.SHARE
        considered = self._considered(scores)
        closer = await self._look_closely(connection, scores, considered)
        best = sorted(considered, key=lambda section: (-closer[section], section))[:_RANKED]
        ranked = tuple((self.shelf.sections[section], closer[section] / _MOST_SCORE) for section in best)
        signals, probability = self._judge(ranked, best)
        if self.lessons and ranked and numbered.is_of(ranked[0][0], self.lessons):
            probability = max(probability, NAMED)
        elif probability >= ENOUGH and await self._is_example_alone(connection, best[0]):
            probability = EXAMPLE_ALONE
        return Found(ranked, signals, probability)

    async def _look_closely(
        self, connection: Connection, scores: Scores, considered: Sequence[int]
    ) -> dict[int, float]:
        """The scores of some sections with what only a closer look tells: how close words stand, and what names say."""
        found_by = {
            section: self.own if self.own.scores[section] > 0 else self.across for section in considered
        }
        close = {ranking: closeness(ranking, considered) for ranking in set(found_by.values())}
        together = {section: float(close[by].together[section]) for section, by in found_by.items()}
        beside = {section: float(close[by].side_by_side[section]) for section, by in found_by.items()}
        most_beside = max(beside.values(), default=0.0) or 1.0
        weights = dict(zip(_own_words(self.asked), self.own.weights, strict=True))
        meant = {token for word in weights for token in in_lessons(word)}
        # No name of the others has a word in common with the question.
        called = [section for section in considered if self.own.named[:, section].any()]
        names = await self.known.names(connection, self.shelf, called, _own_way(self.asked))
        kinds = [
            section
            for section in names
            if self.shelf.recurring[section] and any(name <= meant for name in names[section].heading)
        ]
        shares = self._shares_of_lessons(scores) if kinds else {}
        closer = {}
        for section in considered:
            closer[section] = (
                float(scores[section])
                + TOGETHER_SHARE * together[section]
                + SIDE_BY_SIDE_SHARE * beside[section] / most_beside
                + (naming.named(weights, names[section]) if section in names else 0.0)
            )
            if section in kinds:
                closer[section] += naming.KIND_SHARE * shares[self.shelf.sections[section].lesson_id]
            elif self.shelf.recurring[section]:
                closer[section] = max(closer[section] - naming.RECURRING_COST, 0.0)
        return closer

    async def _is_example_alone(self, connection: Connection, best: int) -> bool:
        """Whether a short question's words, which name no section, stand in the best one only in examples."""
        asked = _own_words(self.asked)
        if len(asked) > _SHORT or self.own.scores[best] == 0 or self.own.named_share > _ABOUT:
            return False
        section = self.shelf.sections[best]
        written = await search_store.written(connection, section, _language(self.asked))
        text = " ".join(examples.said(f"{heading}\n\n{piece}") for heading, piece in written)
        weights = self.own.weights
        held = [int(place) for place in self.own.held[:, best].nonzero()[0]]
        wanted = {token for place in held for token in in_lessons(asked[place])}
        said = _words_among(wanted, text) if self.asked.is_chinese else set(english_stems(text))
        of_them_said = sum(weights[place] for place in held if not said.isdisjoint(in_lessons(asked[place])))
        return of_them_said < _SAID * sum(weights[place] for place in held)

    def _whole_lesson(self) -> Found:
        """The sections of the lesson that is asked about as a whole ("What is lesson 2 about?"), in their order."""
        of_lesson = self._those(lambda section: numbered.is_of(section, self.lessons)).nonzero()[0].tolist()
        chunks = sorted(
            (int(by_language[number]), self.shelf.sections[number])
            for by_language in self.shelf.first_chunks.values()
            for number in of_lesson
            if by_language[number]
        )
        in_order = list(dict.fromkeys(section for _, section in chunks))
        return Found(tuple((section, NAMED) for section in in_order[:_RANKED]), refusal.NOTHING, NAMED)

    def _is_hidden(self, section: SectionKey) -> bool:
        return section.server_id == BUILT_IN and section.lesson_id in self.hidden

    def _those(self, wanted: Callable[[SectionKey], bool]) -> npt.NDArray[np.bool_]:
        """Which of the shelf's sections are wanted."""
        return np.fromiter(map(wanted, self.shelf.sections), dtype=np.bool_, count=len(self.shelf.sections))

    def _shares_of_lessons(self, scores: Scores) -> Mapping[str, float]:
        """The best score in each lesson as a share of the best of all."""
        most = float(scores.max(initial=0.0)) or 1.0
        shares: dict[str, float] = {}
        for section in scores.nonzero()[0].tolist():
            lesson = self.shelf.sections[section].lesson_id
            shares[lesson] = max(shares.get(lesson, 0.0), float(scores[section]) / most)
        return shares

    def _judge(
        self, ranked: Sequence[tuple[SectionKey, float]], best: Sequence[int]
    ) -> tuple[Signals, float]:
        """What tells whether the best sections are good, by the language in which they were found."""
        asked = _own_words(self.asked)
        if best and self.own.scores[best[0]] == 0 and self.across.scores[best[0]] > 0:
            found = refusal.signals(
                asked, ranked, best, self.across, None, self.near, partial(self._kin, self.across)
            )
            return found, refusal.probability(found, is_chinese=not self.asked.is_chinese)
        pairs = self.pairs if self.asked.is_chinese else None
        found = refusal.signals(asked, ranked, best, self.own, pairs, self.near, partial(self._kin, self.own))
        return found, refusal.probability(found, is_chinese=self.asked.is_chinese)

    def _kin(self, ranking: Ranking, best: Sequence[int]) -> Kinship:
        return kinship(self.shelf.meanings, _own_words(self.asked), ranking.unknown, best)

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

    def _considered(self, scores: Scores) -> list[int]:
        """The best by score, and those whose names hold half of the question or more."""
        ordered = _best(scores)[:_CONSIDERED]
        named = np.zeros_like(scores)
        for section in self.own.named_for(sum(self.own.weights) / 2):
            named[section] = scores[section]
        named[ordered] = 0.0
        return (ordered + _best(named))[:_MOST_CONSIDERED]

    def _scores(self) -> Scores:
        own, across = self.own.scores, self.across.scores
        if self.asked.is_chinese:
            lexical = 0.5 * as_shares(own) + 0.5 * as_shares(self.pairs.scores)
        elif self.asked.words:
            # The Chinese words of an English question are part of it, so both scores add up before they are shares.
            lexical = as_shares(own + across)
        else:
            lexical = as_shares(own)
        translated = as_shares(across)
        both = np.where(lexical > 0, lexical + TRANSLATED_SHARE * translated, 0.0)
        lexical = np.where(translated > 0, np.maximum(both, ACROSS * translated), lexical)
        if self.meaning:
            return 0.5 * as_shares(lexical) + 0.5 * as_shares(self._by_meaning())
        return lexical + NEARBY_SHARE * self.near.shares

    def _by_meaning(self) -> Scores:
        scores = np.zeros(len(self.shelf.sections))
        for section, nearness in self.meaning.items():
            number = self.shelf.number(section)
            if number is not None:
                scores[number] = nearness
        return scores


def _best(scores: Scores) -> list[int]:
    """The sections that have a score, the best first, and of those alike in their order."""
    ordered: list[int] = np.argsort(-scores, kind="stable").tolist()
    return ordered[: int(np.count_nonzero(scores > 0))]


_BETWEEN = re.compile(r"[\n。、,:;?!]+")
"""Stands between words, however Chinese is cut; the signs as `normalise` leaves them."""


def _words_among(wanted: Collection[str], text: str) -> set[str]:
    """The Chinese words of a text so far as they are wanted; others may be among them.

    Only what holds one of their characters is cut into words: for the text of a whole section that takes a millisecond.
    """
    pieces = _BETWEEN.split(normalise(text))
    return {
        word
        for piece in pieces
        # The stem of a Latin word differs from it in its end alone, and has one letter at most that the word lacks.
        if any((one[:-1] if one.isascii() else one) in piece for one in wanted)
        for word in chinese_words(piece)
    }


def _language(asked: QuestionTokens) -> Locale:
    return Locale.ZH_CN if asked.is_chinese else Locale.EN


def _own_way(asked: QuestionTokens) -> Way:
    return Way.WORD if asked.is_chinese else Way.STEM


def _other_way(asked: QuestionTokens) -> Way:
    return Way.STEM if asked.is_chinese else Way.WORD


def _own_words(asked: QuestionTokens) -> tuple[str, ...]:
    return asked.words if asked.is_chinese else asked.stems


def _across(asked: QuestionTokens, translated: WordTable) -> list[_Alternatives]:
    """What is looked for in the other language: names stay as they are, words are translated where the table has them."""
    written = {word: {word: 1.0} for word in asked.words if word not in asked.stems}
    if asked.is_chinese:
        stays = {word: {word: 1.0} for word in asked.words if word in asked.stems}
        return [translated.get(word) or stays.get(word) or {} for word in asked.words]
    if written:  # An English question about Chinese words: these are what it is about.
        return list(written.values())
    return [translated.get(stem) or {stem: 1.0} for stem in asked.stems]


def _terms(way: Way, asked: Iterable[_Alternatives], shelf: Shelf) -> list[list[_Term]]:
    """For each token the terms to look up."""
    begins = [(server, shelf.begins[server]) for server in shelf.writes.get(LANGUAGE[way], ())]
    return [
        [
            (term(server, way, token), begin, surely)
            for token, surely in same.items()
            for server, begin in begins
        ]
        for same in asked
    ]
