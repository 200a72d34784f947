"""Vectors of chunks, kept as blobs and compared with numpy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
from sqlalchemy import and_, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons import index
from bot.lessons.ranking import Numbers, SectionKey
from bot.lessons.store import chunks, vectors
from bot.lessons.vectors import words
from bot.texts.locales import Locale

Vectors = npt.NDArray[np.float32]
BATCH = 64
"""Chunks in one call to the model."""


async def without_vector(connection: AsyncConnection, model: str) -> list[tuple[int, str]]:
    rows = await connection.execute(
        select(chunks.c.id, chunks.c.heading, chunks.c.text)
        .outerjoin(vectors, and_(vectors.c.chunk_id == chunks.c.id, vectors.c.model == model))
        .where(vectors.c.chunk_id.is_(None), chunks.c.language != Locale.ZH_TW.value)
        .order_by(chunks.c.id)
        .limit(BATCH)
    )
    return [(chunk_id, f"{heading}\n\n{text}") for chunk_id, heading, text in rows]


async def keep(connection: AsyncConnection, rows: Sequence[Mapping[str, object]]) -> None:
    # A lesson may have been replaced while the model answered: vectors of chunks that are gone are dropped.
    there = set(
        await connection.scalars(
            select(chunks.c.id).where(chunks.c.id.in_([row["chunk_id"] for row in rows]))
        )
    )
    kept = [row for row in rows if row["chunk_id"] in there]
    if kept:
        await connection.execute(insert(vectors), kept)


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index holds of a section in one language."""

    chunk_id: int
    """Of its first chunk."""
    heading: list[str]
    body: list[str]


_fields = index.fields()
_other = chunks.alias("other")
_other_fields = index.fields().alias("other_fields")


async def without_words(connection: AsyncConnection, after: int) -> list[Indexed]:
    """The next sections without a vector of their words as `words.NAME` stores it, by the number of their first chunk."""
    rows = await connection.execute(
        select(chunks.c.id, _fields.c.heading, func.group_concat(_other_fields.c.body, " "))
        .join(_fields, _fields.c.chunk_id == chunks.c.id)
        .join(
            _other,
            and_(
                _other.c.server_id == chunks.c.server_id,
                _other.c.lesson_id == chunks.c.lesson_id,
                _other.c.section_id == chunks.c.section_id,
                _other.c.language == chunks.c.language,
            ),
        )
        .join(_other_fields, _other_fields.c.chunk_id == _other.c.id)
        .outerjoin(vectors, and_(vectors.c.chunk_id == chunks.c.id, vectors.c.model == words.NAME))
        .where(
            chunks.c.id > after,
            chunks.c.part == 0,
            chunks.c.language.in_([Locale.EN.value, Locale.ZH_CN.value]),
            vectors.c.chunk_id.is_(None),
        )
        .group_by(chunks.c.id)
        .order_by(chunks.c.id)
        .limit(BATCH)
    )
    return [Indexed(chunk_id, heading.split(), body.split()) for chunk_id, heading, body in rows]


async def keep_words(connection: AsyncConnection, made: Sequence[tuple[int, bytes]]) -> int:
    """Store vectors of words in place of older ones, for the sections that are still there; how many those are."""
    ids = [chunk_id for chunk_id, _ in made]
    there = set(await connection.scalars(select(chunks.c.id).where(chunks.c.id.in_(ids))))
    await connection.execute(
        delete(vectors).where(
            vectors.c.chunk_id.in_(there), vectors.c.model.in_((words.NAME, *words.OLDER_NAMES))
        )
    )
    rows = [
        {"chunk_id": chunk_id, "model": words.NAME, "vector": vector}
        for chunk_id, vector in made
        if chunk_id in there
    ]
    if rows:
        await connection.execute(insert(vectors), rows)
        await index.renew(connection)  # searches remember vectors as long as the index stays as it is
    return len(rows)


@dataclass(frozen=True)
class SectionVectors:
    """What sections mean in one language, by the vectors of their words; a row for each that has one."""

    numbers: Numbers
    """Of the sections, ascending."""
    rows: words.Bytes
    """Of all that they say."""
    headings: words.Bytes

    @cached_property
    def lengths(self) -> tuple[words.Vector, words.Vector]:
        """Of the rows and of the headings."""
        return words.lengths_of(self.rows), words.lengths_of(self.headings)

    def near(self, asked: words.Vector) -> words.Vector:
        """Nearness of all that each section says, as `words.nearness` tells it."""
        return words.nearness(self.rows, asked, self.lengths[0])

    def named(self, asked: words.Vector) -> words.Vector:
        """Nearness of each heading."""
        return words.nearness(self.headings, asked, self.lengths[1])

    def moved(self, by: int) -> "SectionVectors":
        """The same of sections whose numbers are so much higher."""
        return replace(self, numbers=self.numbers + by) if by else self


async def nearest(
    connection: AsyncConnection, model: str, asked: Vectors, servers: Sequence[int]
) -> dict[SectionKey, float]:
    rows = await connection.execute(
        select(chunks.c.server_id, chunks.c.lesson_id, chunks.c.section_id, vectors.c.vector)
        .join(vectors, vectors.c.chunk_id == chunks.c.id)
        .where(chunks.c.server_id.in_(servers), vectors.c.model == model)
    )
    nearest: dict[SectionKey, float] = {}
    for server, lesson, section, blob in rows:
        vector = np.frombuffer(blob, dtype=np.float32)
        if vector.shape == asked.shape:
            key = SectionKey(server, lesson, section)
            nearest[key] = max(nearest.get(key, 0.0), float(vector @ asked))
    return nearest
