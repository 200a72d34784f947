"""Vectors of words for sections that were published before these vectors came, or with the vectors of older data.

Searches go on meanwhile, and find such sections by their words alone.
"""

import asyncio
from collections.abc import Sequence
from functools import partial

from bot.lessons.vectors import store
from bot.lessons.vectors.sections import vector_of_terms
from bot.lessons.vectors.store import Indexed
from bot.storage import Database


async def make_again(database: Database) -> int:
    """Give every published section its vector that has none of today's; the number of sections that got one."""
    done = after = 0
    while batch := await database.read(partial(store.without_words, after=after)):
        after = batch[-1].chunk_id
        made = await asyncio.to_thread(_vectors, batch)
        done += await database.write(partial(store.keep_words, made=made))
    return done


def _vectors(batch: Sequence[Indexed]) -> list[tuple[int, bytes]]:
    made = ((one.chunk_id, vector_of_terms(one.heading, one.body)) for one in batch)
    return [(chunk_id, vector) for chunk_id, vector in made if vector is not None]
