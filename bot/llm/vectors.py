"""Embeddings and moderation scores as servers send them, read defensively into what we use."""

import base64
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.llm.errors import Reason
from bot.llm.estimate import estimate_tokens
from bot.llm.failures import Failure

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

BATCH_TEXTS = 64
BATCH_TOKENS = 50_000
"""Well below OpenAI's 2,048 texts and 300,000 tokens a request, and small enough to read in one go on the loop."""


def batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The texts in order, in batches that a server takes. A single long text is a batch of its own."""
    batch: list[str] = []
    tokens = 0
    for text in texts:
        size = estimate_tokens(text)
        if batch and (len(batch) >= BATCH_TEXTS or tokens + size > BATCH_TOKENS):
            yield batch
            batch, tokens = [], 0
        batch.append(text)
        tokens += size
    if batch:
        yield batch


def read_vectors(answer: Any, count: int) -> "npt.NDArray[np.float32]":
    """The vectors in the order of their index, base64 or lists. Raises `Failure` BROKEN_REPLY."""
    import numpy as np

    data = getattr(answer, "data", None)
    if not isinstance(data, list) or len(data) != count:
        raise Failure(Reason.BROKEN_REPLY)
    rows: list[npt.NDArray[np.float32] | None] = [None] * count
    for at, entry in enumerate(data):
        index = getattr(entry, "index", None)
        index = index if isinstance(index, int) and 0 <= index < count else at
        rows[index] = _vector(getattr(entry, "embedding", None))
    filled = [row for row in rows if row is not None and row.size]
    if len(filled) != count or len({row.size for row in filled}) != 1:
        raise Failure(Reason.BROKEN_REPLY)
    matrix = np.stack(filled)
    if not np.isfinite(matrix).all():
        raise Failure(Reason.BROKEN_REPLY)
    return matrix


def _vector(value: object) -> "npt.NDArray[np.float32] | None":
    import numpy as np

    try:
        if isinstance(value, str):
            return np.frombuffer(base64.b64decode(value, validate=True), dtype="<f4").astype(np.float32)
        if isinstance(value, list):
            return np.asarray(value, dtype=np.float32)
    except (ValueError, TypeError):
        pass
    return None


def read_scores(answer: Any) -> Mapping[str, float]:
    """Category scores of the first result, under the provider's own names. Raises `Failure` BROKEN_REPLY."""
    results = getattr(answer, "results", None)
    scores = getattr(results[0], "category_scores", None) if isinstance(results, list) and results else None
    if scores is None:
        raise Failure(Reason.BROKEN_REPLY)
    read = {
        name: float(score)
        for name, score in scores.model_dump(by_alias=True).items()
        if isinstance(score, (int, float)) and math.isfinite(score)
    }
    if not read:
        raise Failure(Reason.BROKEN_REPLY)
    return read
