"""The one place that speaks to RE2, whose Python package carries no types.

RE2 matches in time linear in the text, whatever the pattern: a crafted message cannot stall the bot.
"""

from collections.abc import Iterator

import re2  # type: ignore[import-untyped]  # google-re2 ships neither stubs nor py.typed

_MEMORY = 32 << 20


class BadPattern(ValueError):
    """Not a pattern that RE2 takes; the message is RE2's."""


class Pattern:
    """A compiled RE2 pattern. Syntax: https://github.com/google/re2/wiki/Syntax (no look-around, no back-references)."""

    def __init__(self, pattern: str) -> None:
        """Raises `BadPattern`."""
        options = re2.Options()
        options.max_mem = _MEMORY
        options.log_errors = False
        try:
            self._bytes = re2.compile(pattern.encode(), options)
        except re2.error as problem:
            raise BadPattern(f"{pattern[:80]}: {problem}") from None
        self._grouped = bool(self._bytes.groups)

    def occurs(self, text: bytes) -> bool:
        """Whether it matches anywhere in UTF-8 `text`."""
        return self._bytes.search(text) is not None

    def starts(self, text: bytes) -> list[int]:
        """Where in UTF-8 `text` it matches, in bytes."""
        return [found.start() for found in self._bytes.finditer(text)]

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Stretches of `text`, in characters, of its first group where that took part, else of the whole match."""
        data, at, characters = text.encode(), 0, 0
        for found in self._bytes.finditer(data):
            start, end = found.span(1) if self._grouped and found.span(1) != (-1, -1) else found.span()
            first = characters + len(data[at:start].decode())
            at, characters = end, first + len(data[start:end].decode())
            yield first, characters
