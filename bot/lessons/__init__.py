"""Lessons: Markdown in, versions, chunks, index, retrieval, citations."""
