"""Learns the word table of the built-in course and keeps it in the database: in the background, once for each course."""

import asyncio
from collections.abc import Mapping, Sequence
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


async def learn_words(database: Database) -> bool:
    """Learn the words of the built-in course anew where it has changed; True when it did."""
    course = await database.read(partial(store.to_learn, server_id=BUILT_IN))
    if course is None:
        return False
    learnt = await asyncio.to_thread(_learn, course.pairs)
    await database.write(partial(store.keep, server_id=BUILT_IN, digest=course.digest, learnt=learnt))
    return True


async def learn_words_apart(database: Database, url: str) -> bool:
    """The same in a process that gives its memory back at its end: for what runs for months.

    `url` is that of `database`, which is only asked whether there is anything to learn.
    """
    if not await database.read(partial(store.has_changed, server_id=BUILT_IN)):
        return False
    return await apart(_learn_in, url)


def _learn_in(url: str) -> bool:
    return asyncio.run(_open_and_learn(url))


async def _open_and_learn(url: str) -> bool:
    database = await Database.open(url)
    try:
        return await learn_words(database)
    finally:
        await database.close()


def _learn(pairs: Sequence[TextPair]) -> Tables:
    cut = [(english_stems(words_of(one)), chinese_words(words_of(other))) for one, other in pairs]
    there = [Twin(tuple(one), tuple(other)) for one, other in cut]
    back = [Twin(twin.other, twin.one) for twin in there]
    return {Locale.EN: learn(there), Locale.ZH_CN: learn(back)}
