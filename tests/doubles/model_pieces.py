"""How a model server cuts texts into pieces, counts them, and turns them into vectors."""

import hashlib
import itertools
import math
import re

DIMENSIONS = 64


def split(text: str) -> list[str]:
    """Pieces as a model streams them: words with the space before them, Chinese two characters at a time."""
    return re.findall(r"\s*[\u3400-\u9fff]{1,2}|\s*[^\s\u3400-\u9fff]+|\s+$", text) or (
        [text] if text else []
    )


def count_tokens(text: str) -> int:
    """What this server bills: one token for each piece."""
    return len(split(text))


def embed(text: str) -> list[float]:
    """A unit vector in which texts that share character pairs are near: enough for retrieval tests."""
    vector = [0.0] * DIMENSIONS
    lowered = f" {text.lower()} "
    for pair in itertools.pairwise(lowered):
        digest = hashlib.blake2b("".join(pair).encode(), digest_size=4).digest()
        vector[digest[0] % DIMENSIONS] += 1.0 if digest[1] & 1 else -1.0
    norm = math.sqrt(sum(value * value for value in vector)) or 1.0
    return [value / norm for value in vector]
