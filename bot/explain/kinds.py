"""What there is to show, and the section of the course that tells the same in words."""

from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """An explainer; the value stands in stored rows and in sentence keys."""

    TOKENS = "tokens"
    SAMPLING = "sampling"
    EMBEDDINGS = "embeddings"
    RETRIEVAL = "retrieval"


SECTIONS = MappingProxyType(
    {
        Kind.TOKENS: ("how-llms-work", "tokens"),
        Kind.SAMPLING: ("how-llms-work", "probability-and-sampling"),
        Kind.EMBEDDINGS: ("embeddings-and-search", "what-an-embedding-is"),
        Kind.RETRIEVAL: ("retrieval-augmented-generation", "what-rag-is"),
    }
)
"""Lesson and section of each."""

CONCEPTS = MappingProxyType(
    {
        "token": Kind.TOKENS,
        "tokenizer": Kind.TOKENS,
        "next-token-prediction": Kind.SAMPLING,
        "probability-distribution": Kind.SAMPLING,
        "sampling": Kind.SAMPLING,
        "temperature": Kind.SAMPLING,
        "top-p": Kind.SAMPLING,
        "non-determinism": Kind.SAMPLING,
        "embeddings": Kind.EMBEDDINGS,
        "semantic-search": Kind.EMBEDDINGS,
        "vector-database": Kind.EMBEDDINGS,
        "rag": Kind.RETRIEVAL,
        "chunking": Kind.RETRIEVAL,
        "metaprompt-grounding": Kind.RETRIEVAL,
    }
)
"""Concepts that an explainer shows."""
