"""Nearness in meaning, where a model gives embeddings."""

from bot.lessons.vectors.meaning import Embedder, embed_lessons, similarities

__all__ = ["Embedder", "embed_lessons", "similarities"]
