"""Nearness in meaning, where a model gives embeddings. Without one, nothing here does anything.

Vectors are kept as blobs beside the chunks and compared with numpy: at the size of a course that is faster than
an extension, and runs wherever Python does.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

import numpy as np

from bot.lessons.ranking import SectionKey
from bot.lessons.vectors import store
from bot.lessons.vectors.store import Vectors
from bot.storage import Database


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
    while batch := await database.read(lambda connection: store.without_vector(connection, embedder.name)):
        made = await embedder.embed([text for _, text in batch])
        if made is None:
            break
        rows = [
            {"chunk_id": chunk_id, "model": embedder.name, "vector": _unit(row).tobytes()}
            for (chunk_id, _), row in zip(batch, made, strict=True)
        ]
        await database.write(partial(store.keep, rows=rows))
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
    return await database.read(lambda connection: store.nearest(connection, embedder.name, asked, servers))


def _unit(vector: Vectors) -> Vectors:
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / length if length else vector, dtype=np.float32)
