"""Which of a learner's turns a question is about: by its words, by words that mean alike, and by what whole turns mean.

Every statement names a `LearnerKey`; nothing is read across learners or servers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.learners.values import LearnerKey
from bot.memory import recall, store
from bot.memory.index import store as index
from bot.memory.meanings.meanings import Meanings
from bot.memory.sums import store as sums_store
from bot.memory.values import TEACHING, Turn
from bot.memory.vectors import Vectors
from bot.storage import Connection

MANY = 1_500
"""Turns of a learner from which on they are not counted, nor looked for by what they mean, to stay quick."""

_MOST_WORDS, _MOST_ALIKE = 24, 24
"""Words of a question, and words that mean alike, that are looked for at most."""
_LISTED, _LISTED_OF_MANY, _ALIKE_LISTED = 400, 150, 40
"""Turns that may hold a word which still tells something; fewer of a learner with very many, and of words of like meaning."""
_AMONG, _AMONG_OF_MORE, _NEAREST = 700, 400, 100
"""Turns that are held against what a question means, of a learner who has no more; else so many, the newest; and the nearest of them that
are looked at."""
_SELDOM = 1
"""Turns that hold a word at most, where others that mean alike are looked for, too: it may have been said with those."""
_LOOKED_AT = 3
"""Turns that are read for each that is found: what was said twice is told once."""
_TRIED, _NEWEST = 6, 24
"""Words, and turns of each, that are looked at where none tells anything."""

Terms = Callable[[str], Sequence[str]]
"""Cuts a text into the terms by which it is found; given from outside, since languages are another room's subject."""

Alike = Callable[[Sequence[str]], Sequence[str]]
"""Terms that mean what others mean, the nearest first; given from outside, too."""

VectorOf = Callable[[Sequence[str]], Vectors | None]
"""What terms mean together, as a vector of length 1 that no model is asked for; None where none of them is known."""


def none_alike(terms: Sequence[str]) -> Sequence[str]:
    """Where nothing is known of meanings."""
    return ()


def no_vector(terms: Sequence[str]) -> Vectors | None:
    """Where nothing is known of meanings."""
    return None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is looked for; made before the database is asked, as a unit of work must not compute long."""

    text: str
    terms: tuple[str, ...]
    by_words: Vectors | None
    """What its words mean together."""
    by_model: Vectors | None
    """What it means, where there is a model for that which answers."""


class Searching:
    """Finds turns."""

    def __init__(self, terms: Terms, alike: Alike, vector_of: VectorOf, meanings: Meanings | None) -> None:
        self._terms = terms
        self._alike = alike
        self._vector_of = vector_of
        self._meanings = meanings

    async def asked(self, question: str) -> Asked:
        """The question, ready to be looked for."""
        terms = tuple(dict.fromkeys(self._terms(question)))[:_MOST_WORDS]
        by_model = await self._meanings.of_question(question) if self._meanings else None
        return Asked(question, terms, None if by_model is not None else self._vector_of(terms), by_model)

    async def find(
        self,
        connection: Connection,
        key: LearnerKey,
        asked: Asked,
        most: int,
        at_hand: Sequence[Turn] = (),
    ) -> tuple[Turn, ...]:
        """The turns that a question is about, best first, without those that are at hand; what was said twice comes once."""
        scores = await self._scores(connection, key, asked)
        if not scores:
            return ()
        hits = recall.best_of(scores, recall.HITS * most)
        spots = await store.around(connection, hits, reach=recall.REACH)
        here = {(turn.conversation_id, turn.place) for turn in at_hand}
        ranked = recall.best(scores, spots, leaving_out=here)
        likely = list(ranked)[: _LOOKED_AT * most]
        turns = await store.numbered(connection, key, likely)
        said = {number: turns[number].question for number in likely if turns[number].outcome in TEACHING}
        found: dict[tuple[str, str], Turn] = {}
        for number in recall.by_speaker(ranked, said, asked.text):
            turn = turns[number]
            found.setdefault((turn.question, turn.answer), turn)
        return tuple(found.values())[:most]

    async def _scores(self, connection: Connection, key: LearnerKey, asked: Asked) -> dict[int, float]:
        """How likely the question is about each of the learner's turns, by number."""
        among = await store.count_up_to(connection, key, MANY)
        scores = await self._by_words(connection, key, asked.terms, among)
        if asked.by_model is not None and self._meanings is not None:
            near = await self._meanings.near(connection, key, asked.by_model)
            return recall.joined(scores, recall.in_shares(near), share=recall.BY_MODEL)
        if asked.by_words is not None and among < MANY:
            newest = _AMONG if among <= _AMONG else _AMONG_OF_MORE
            near = await sums_store.nearest(connection, key, asked.by_words, among=newest, most=_NEAREST)
            return recall.joined(scores, near, share=recall.BY_SUMS)
        return scores

    async def _by_words(
        self, connection: Connection, key: LearnerKey, terms: Sequence[str], among: int
    ) -> dict[int, float]:
        many = among == MANY
        most = _LISTED_OF_MANY if many else _LISTED
        listed = await index.listed(connection, key, terms, most=most)
        words = [held for held in listed.values() if held]
        if listed and not words:
            # Where even the rarest word is everywhere, the newest turns that hold the most of them are as good as any.
            telling = sorted(terms, key=len, reverse=True)[:_TRIED]  # of words, the long ones tell most
            words = list((await index.newest(connection, key, telling, most=_NEWEST)).values())
        seldom = [term for term, held in listed.items() if held and len(held) <= recall.SELDOM_ENOUGH]
        asked = await index.in_question(connection, key, seldom)
        if many:
            return recall.by_words(words, (), asked=asked, among=among)
        unsaid = [
            term for term in terms if (held := listed.get(term, ())) is not None and len(held) <= _SELDOM
        ]
        elsewise = (
            [term for term in self._alike(unsaid) if term not in listed][:_MOST_ALIKE] if unsaid else ()
        )
        alike = await index.listed(connection, key, elsewise, most=_ALIKE_LISTED)
        return recall.by_words(words, [held for held in alike.values() if held], asked=asked, among=among)
