"""Nearness in meaning, where a model gives embeddings. Without one, nothing here does anything.

Vectors are kept as blobs beside the chunks and compared with numpy: at the size of a course that is faster than
an extension, and runs wherever Python does.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

import numpy as np
import numpy.typing as npt
from sqlalchemy import and_, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lessons.ranking import SectionKey
from bot.lessons.store import chunks, vectors
from bot.storage import Database
from bot.texts.locales import Locale

Vectors = npt.NDArray[np.float32]
BATCH = 64
"""Chunks in one call to the model."""


class Embedder(Protocol):
    """A model that turns texts into vectors."""

    @property
    def name(self) -> str:
        """The model's name; vectors of different models are never compared."""
        ...

    async def embed(self, texts: Sequence[str]) -> Vectors | None:
        """One row a text; None where the model does not answer, and the search goes on without it."""
        ...


async def embed_lessons(database: Database, embedder: Embedder) -> int:
    """Give every searchable chunk a vector that has none of this model; the number of chunks that got one."""
    done = 0
    while batch := await database.read(lambda connection: _without_vector(connection, embedder.name)):
        made = await embedder.embed([text for _, text in batch])
        if made is None:
            break
        rows = [
            {"chunk_id": chunk_id, "model": embedder.name, "vector": _unit(row).tobytes()}
            for (chunk_id, _), row in zip(batch, made, strict=True)
        ]
        await database.write(partial(_keep, rows=rows))
        done += len(rows)
    return done


async def similarities(
    database: Database, embedder: Embedder | None, question: str, servers: Sequence[int]
) -> Mapping[SectionKey, float]:
    """Cosine of the question and the nearest chunk of each section; empty where no model answers."""
    if embedder is None or not question.strip():
        return {}
    made = await embedder.embed([question])
    if made is None:
        return {}
    asked = _unit(made[0])
    return await database.read(lambda connection: _nearest(connection, embedder.name, asked, servers))


async def _without_vector(connection: AsyncConnection, model: str) -> list[tuple[int, str]]:
    rows = await connection.execute(
        select(chunks.c.id, chunks.c.heading, chunks.c.text)
        .outerjoin(vectors, and_(vectors.c.chunk_id == chunks.c.id, vectors.c.model == model))
        .where(vectors.c.chunk_id.is_(None), chunks.c.language != Locale.ZH_TW.value)
        .order_by(chunks.c.id)
        .limit(BATCH)
    )
    return [(chunk_id, f"{heading}\n\n{text}") for chunk_id, heading, text in rows]


async def _keep(connection: AsyncConnection, rows: Sequence[Mapping[str, object]]) -> None:
    # A lesson may have been replaced while the model answered: vectors of chunks that are gone are dropped.
    there = set(
        await connection.scalars(
            select(chunks.c.id).where(chunks.c.id.in_([row["chunk_id"] for row in rows]))
        )
    )
    kept = [row for row in rows if row["chunk_id"] in there]
    if kept:
        await connection.execute(insert(vectors), kept)


async def _nearest(
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


def _unit(vector: Vectors) -> Vectors:
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / length if length else vector, dtype=np.float32)
