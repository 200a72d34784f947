"""Markdown that Discord can show.

It never cuts: splitting into messages is the caller's task.
"""


def show(markdown: str) -> str:
    """The same text without what Discord cannot draw (tables, images, HTML, footnotes, maths)."""
    raise NotImplementedError
