"""Tracebacks for the log, without the exceptions' own words.

An exception's message may repeat what a person or a model wrote; where it happened and what kind it was never does.
"""

import asyncio
import logging
import traceback
from types import TracebackType
from typing import Any

_log = logging.getLogger(__name__)


class TraceFormatter(logging.Formatter):
    """A log formatter whose tracebacks carry no content, for libraries' lines as well as ours."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and the traceback where there is one."""
        record.exc_text = None  # what another formatter may have left there for the next
        return super().format(record)

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


def log_without_content(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """The event loop's handler of what nobody waited for; its own would log the exception's words with the task."""
    error = context.get("exception")
    _log.error("%s", context["message"], exc_info=error if isinstance(error, BaseException) else None)
