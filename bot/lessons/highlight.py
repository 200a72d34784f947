"""The part of a passage that a search was about, with the words that were found.

It looks for what the index looks for: the same stems, the same Chinese words. What it gives out is text in pieces, so
that whoever shows it chooses the marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.lessons.commonmark import words_of
from bot.lessons.tokens import QuestionTokens, english_stems, question_tokens
from bot.lessons.traditional import to_simplified

EXCERPT = 240
"""Characters of an excerpt."""

_LATIN_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’-]*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])|\n+")
_SHORTEST_PAIR = 2


class Piece(NamedTuple):
    """A stretch of an excerpt."""

    text: str
    is_match: bool
    """Whether it is one of the words that were searched for."""


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    token: str


def excerpt(markdown: str, query: str, room: int = EXCERPT) -> tuple[Piece, ...]:
    """The stretch of a passage in which most of the query's words occur, `room` characters at most and two ellipses.

    It begins with a sentence; with the passage's first where no word of the query occurs, as when a passage was found by
    its meaning or in another language.
    """
    text = words_of(markdown)
    matches = sorted(_matches(text, question_tokens(query)), key=lambda match: (match.start, -match.end))
    start = max(_sentence_starts(text), key=lambda begin: _told(matches, begin, begin + room))
    end = _end_of_word(text, start + room)
    body = [match for match in matches if start <= match.start and match.end <= end]
    pieces = list(_pieces(text, body, start, end))
    before = [Piece("… ", False)] if start > 0 else []
    after = [Piece(" …", False)] if end < len(text) else []
    return tuple(Piece(" ".join(text.split("\n")), match) for text, match in [*before, *pieces, *after])


def _matches(text: str, asked: QuestionTokens) -> Iterator[_Match]:
    stems = set(asked.stems)
    for word in _LATIN_WORD.finditer(text):
        for stem in english_stems(word[0]):
            if stem in stems:
                yield _Match(word.start(), word.end(), stem)
                break
    plain = to_simplified(text)
    if len(plain) != len(text):  # a word that has more characters in one script than in the other
        return
    words = {*asked.words, *asked.as_written}
    for token in {*words, *asked.pairs}:
        if not token.isascii() and (len(token) >= _SHORTEST_PAIR or token in words):
            for found in re.finditer(re.escape(token), plain):
                yield _Match(found.start(), found.end(), token)


def _sentence_starts(text: str) -> list[int]:
    return [0, *(gap.end() for gap in _SENTENCE.finditer(text) if gap.end() < len(text))]


def _told(matches: list[_Match], start: int, end: int) -> tuple[int, int, bool, int]:
    """How much of the query a stretch holds: distinct words, then all; of equals the beginning, or the one nearest to them."""
    inside = [match for match in matches if start <= match.start and match.end <= end]
    return len({match.token for match in inside}), len(inside), start == 0, start if inside else 0


def _end_of_word(text: str, end: int) -> int:
    """Where to cut so that no Latin word is cut in two."""
    if end >= len(text):
        return len(text)
    cut = end
    while cut > end - 30 and text[cut - 1].isascii() and text[cut - 1].isalnum() and text[cut].isalnum():
        cut -= 1
    return cut if cut > end - 30 else end


def _pieces(text: str, matches: list[_Match], start: int, end: int) -> Iterator[Piece]:
    """The stretch in turns of found and other text; matches that touch or overlap are one."""
    place = start
    spans: list[list[int]] = []
    for match in matches:
        if spans and match.start <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], match.end)
        else:
            spans.append([match.start, match.end])
    for first, last in spans:
        if first > place:
            yield Piece(text[place:first], False)
        yield Piece(text[first:last], True)
        place = last
    if place < end:
        yield Piece(text[place:end].rstrip(), False)
