"""Tracebacks for the log, without the exceptions' own words.

An exception's message may repeat what a person or a model wrote; where it happened and what kind it was never does.
"""

import logging
import traceback
from types import TracebackType


class TraceFormatter(logging.Formatter):
    """A log formatter whose tracebacks carry no content, for libraries' lines as well as ours."""

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """The traceback of a log record."""
        return "" if ei[1] is None else trace_without_content(ei[1])


def trace_without_content(error: BaseException) -> str:
    """The traceback with its causes, without the exceptions' own words: those may be a person's."""
    lines: list[str] = []
    current: BaseException | None = error
    seen: set[int] = set()
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.StackSummary.extract(traceback.walk_tb(current.__traceback__))
        lines[:0] = [*(line.rstrip("\n") for line in frames.format()), type(current).__qualname__]
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(lines)
