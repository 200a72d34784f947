"""How many tokens a text has, about, without loading a vocabulary.

Used to reserve budget before a call, to hold our own cut-off while a reply streams, and to count what a
server does not. Never shown to a learner as a count: where a figure is shown, it comes from a tokenizer or
the server.

The constants were fitted by least squares (weighted by 1/count) to OpenAI's o200k vocabulary over 145,000
characters of English lessons, 74,000 of Chinese ones and 268,000 of Python source. Over texts of 500 to 6,000
characters the mean ratio of estimate to count is 1.01 for English, 1.00 for Chinese and 0.96 for code; single
texts lie between 0.73 and 1.31 (tables and banners are worst). The older cl100k vocabulary needs 1.4 times as
many for Chinese.
"""

import re
from copy import copy

_RUNS = re.compile(
    r"(?P<word>[A-Za-z]+)"
    r"|(?P<digits>[0-9]+)"
    r"|(?P<lines>[ \t]*\n\s*)"
    r"|(?P<blanks>[ \t]+)"
    r"|(?P<han>[\u2e80-\u2fff\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)"
    r"|(?P<wide>[\u3000-\u3004\u3008-\u303f\uff00-\uffef\u2010-\u2027]+)"
    r"|(?P<picture>[\u2190-\u2bff\U0001f000-\U0001ffff]+)"
    r"|(?P<letters>[^\W\d_A-Za-z]+)"
    r"|(?P<sign>[\s\S])"
)
_WORD = 1.02  # an English word with the space before it
_LONG_LETTER = 0.1  # each letter of a word beyond the seventh
_LONG_AFTER = 7
_DIGITS_PER_TOKEN = 3
_LINES = 1.2  # a run of line breaks with the indentation after it
_BLANKS = 0.7  # two or more blanks; a single one belongs to the next word
_HAN = 0.71  # each Chinese character
_WIDE = 0.6  # each full-width or typographic mark
_PICTURE = 2.0  # each emoji or arrow
_LETTER = 0.6  # each letter of any other script
_SIGN = 0.55  # each ASCII mark; many join a neighbour

MESSAGE_OVERHEAD = 4
"""Tokens that the chat format itself takes for each message."""


def _cost(kind: str, length: int) -> float:
    if length == 0:
        return 0.0
    match kind:
        case "word":
            return _WORD + _LONG_LETTER * max(0, length - _LONG_AFTER)
        case "digits":
            return float(-(-length // _DIGITS_PER_TOKEN))
        case "lines":
            return _LINES
        case "blanks":
            return _BLANKS if length > 1 else 0.0
        case "han":
            return _HAN * length
        case "wide":
            return _WIDE * length
        case "picture":
            return _PICTURE * length
        case "letters":
            return _LETTER * length
        case _:
            return _SIGN * length


class TokenCounter:
    """Counts a text that arrives in pieces; a word cut between two pieces counts once."""

    def __init__(self) -> None:
        self._exact = 0.0
        self._kind = ""
        self._run = 0

    @property
    def total(self) -> int:
        """Estimated tokens so far, rounded up."""
        return int(-(-self._exact // 1))

    def feed(self, text: str) -> None:
        """Count one more piece."""
        exact, before, run = self._exact, self._kind, self._run
        for found in _RUNS.finditer(text):
            kind, start, end = str(found.lastgroup), found.start(), found.end()
            length = end - start
            if kind == before:
                exact += _cost(kind, run + length) - _cost(kind, run)
                run += length
                continue
            if kind == "blanks" and length == 1:  # half of all runs: a shortcut, since a prompt has thousands
                pass
            elif kind == "word" and length <= _LONG_AFTER:
                exact += _WORD
            else:
                exact += _cost(kind, length)
            before, run = kind, length
        self._exact, self._kind, self._run = exact, before, run

    def take(self, text: str, limit: int) -> str:
        """Count the longest start of `text` that keeps the total within `limit`, and return it."""
        before = self._exact, self._kind, self._run
        self.feed(text)
        if self.total <= limit:
            return text
        self._exact, self._kind, self._run = before
        low, high = 0, len(text) - 1
        while low < high:
            middle = (low + high + 1) // 2
            trial = copy(self)
            trial.feed(text[:middle])
            if trial.total <= limit:
                low = middle
            else:
                high = middle - 1
        self.feed(text[:low])
        return text[:low]


def estimate_tokens(text: str) -> int:
    """Estimated tokens of a whole text."""
    counter = TokenCounter()
    counter.feed(text)
    return counter.total
