"""What may not be said yet: the answers to questions that the learner still works on, in a quiz or on a ladder of hints.

A question of a quiz that is put to the tutor gets no model call at all. A reply on something near it is held until it is whole, and
is not shown where it tells the answer, in whatever words of the lesson. What a reply never may hold word for word goes to the
release gate as well.
"""

import re
from collections.abc import Sequence
from typing import Protocol

from bot.learners.values import LearnerKey
from bot.lessons.values import Passage
from bot.quiz.attempts.sealing import OpenItem
from bot.storage import Connection
from bot.texts.locales import Locale
from bot.tutor.checks import Checks
from bot.tutor.markup import without_markup
from bot.tutor.terms import Terms
from bot.tutor.values import Mode
from bot.tutor.work import Work

_SAME_QUESTION = 0.75
"""Share of the terms of an open question, or of an answer to it, from which on a message puts that question."""
_NEAR_QUESTION = 0.5
_TELLS = 0.5
"""Share of the terms which tell an answer from its question that say it."""
_PHRASE = 3
"""Terms from which on an answer is a phrase: a single word ("temperature") occurs in much that gives nothing away."""
_SENTENCE = re.compile(r"[^.!?。！？\n]+")


class OpenQuestions(Protocol):
    """What another room has asked a learner who has not answered yet."""

    async def open_in(self, connection: Connection, key: LearnerKey) -> tuple[OpenItem, ...]:
        """Those questions in every language, as part of a unit of work."""
        ...


async def none_open(connection: Connection, key: LearnerKey) -> tuple[OpenItem, ...]:
    """Where no other room asks anything."""
    return ()


class Sealing:
    """Decides what is sealed in a turn, and whether a text breaks the seal."""

    def __init__(self, checks: Checks, terms: Terms) -> None:
        self._checks = checks
        self._terms = terms

    async def seal(self, work: Work, *, with_ladder: bool = True) -> None:
        """Note what may not be said in this turn; the ladder's question only until it is climbed to its end."""
        here = await self._of_ladder(work) if with_ladder else ()
        said = without_markup(work.verdict.text)
        near = tuple(item for item in work.open_items if self._is_near(item, said, work.passages))
        climbs = work.ask.mode is Mode.HINT
        work.guarded = (*near, *(item for item in here if climbs or self._is_near(item, said, work.passages)))
        far = [
            answer
            for item in work.open_items
            if item not in near
            for answer in item.answers
            if len(set(self._terms(answer))) >= _PHRASE
        ]
        keys = [answer for item in (*near, *here) for answer in item.answers]
        work.sealed = tuple(dict.fromkeys([*keys, *far]))

    def puts_open_question(self, work: Work) -> bool:
        """Whether the learner hands the tutor a question of an open quiz, with its options or without."""
        said = set(self._terms(without_markup(work.verdict.text)))
        return any(self._is_put(item, said) for item in work.open_items)

    def tells(self, work: Work, text: str) -> bool:
        """Whether a text says the answer to what is guarded: within two sentences, in whatever order."""
        if not work.guarded:
            return False
        sentences = [set(self._terms(one)) for one in _SENTENCE.findall(text)]
        spans = [one | other for one, other in zip(sentences, [*sentences[1:], set()], strict=True)]
        asked = set(self._terms(work.verdict.text))
        for item in work.guarded:
            known = asked | set(self._terms(item.asks))
            for answer in item.answers:
                telling = set(self._terms(answer)) - known
                least = max(min(2, len(telling)), _TELLS * len(telling))
                if telling and any(len(telling & span) >= least for span in spans):
                    return True
        return False

    def harmless(self, work: Work) -> tuple[Passage, ...]:
        """Those of the turn's passages that may be quoted."""
        return tuple(passage for passage in work.passages if not self.tells(work, passage.text))

    def _is_put(self, item: OpenItem, said: set[str]) -> bool:
        asks = set(self._terms(item.asks))
        if asks and (asks == said or (len(asks) > 1 and len(asks & said) >= _SAME_QUESTION * len(asks))):
            return True
        answers = (set(self._terms(answer)) for answer in item.answers)
        return any(len(one) >= _PHRASE and len(one & said) >= _SAME_QUESTION * len(one) for one in answers)

    def _is_near(self, item: OpenItem, said: str, passages: Sequence[Passage]) -> bool:
        if any((one.lesson_id, one.section_id) == (item.lesson_id, item.section_id) for one in passages):
            return True
        asks = set(self._terms(item.asks))
        return bool(asks) and len(asks & set(self._terms(said))) >= _NEAR_QUESTION * len(asks)

    async def _of_ladder(self, work: Work) -> tuple[OpenItem, ...]:
        """The check of the section that the ladder stands at, in every language."""
        ladder, server_id = work.ladder, work.ask.key.server_id
        if ladder is None:
            return ()
        found = []
        for locale in Locale:
            check = await self._checks.of(server_id, ladder.lesson_id, ladder.section_id, locale)
            if check is not None:
                keys = (check.options[check.answer], check.explain[check.answer])
                found.append(OpenItem(ladder.lesson_id, ladder.section_id, check.question, keys))
        return tuple(found)
