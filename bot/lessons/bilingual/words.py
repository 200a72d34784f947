"""Learns the word table of the built-in course and keeps it in the database: in the background, once for each course."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from bot.apart import apart
from bot.lessons.bilingual import store
from bot.lessons.bilingual.learning import Translation, Twin, learn
from bot.lessons.bilingual.store import TextPair
from bot.lessons.commonmark import words_of
from bot.lessons.tokens import chinese_words, english_stems
from bot.lessons.values import BUILT_IN
from bot.storage import Database
from bot.texts.locales import Locale

Tables = Mapping[Locale, Sequence[Translation]]
Learning = Callable[[Sequence[TextPair]], Awaitable[Tables]]
"""How the tables are made from texts."""


async def in_a_thread(pairs: Sequence[TextPair]) -> Tables:
    """Learn here: quick to begin, but the process keeps the memory that it takes."""
    return await asyncio.to_thread(_learn, pairs)


async def in_a_process(pairs: Sequence[TextPair]) -> Tables:
    """Learn in a process that gives back its memory at its end: for what runs for months."""
    return await apart(_learn, pairs)


async def learn_words(database: Database, learning: Learning = in_a_thread) -> bool:
    """Learn the words of the built-in course anew where it has changed; True when it did."""
    course = await database.read(partial(store.to_learn, server_id=BUILT_IN))
    if course is None:
        return False
    learnt = await learning(course.pairs)
    await database.write(partial(store.keep, server_id=BUILT_IN, digest=course.digest, learnt=learnt))
    return True


def _learn(pairs: Sequence[TextPair]) -> Tables:
    cut = [(english_stems(words_of(one)), chinese_words(words_of(other))) for one, other in pairs]
    there = [Twin(tuple(one), tuple(other)) for one, other in cut]
    back = [Twin(twin.other, twin.one) for twin in there]
    return {Locale.EN: learn(there), Locale.ZH_CN: learn(back)}
