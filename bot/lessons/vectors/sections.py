"""What a section means by the vectors of its words, from the terms that the index holds of it. Pure arithmetic."""

from collections.abc import Iterable

from bot.lessons.index import HEADING_END, NAME_END, Way, token_of, way_of
from bot.lessons.vectors import words

_MARKS = (NAME_END, HEADING_END)


def vector_of_terms(heading_terms: Iterable[str], body_terms: Iterable[str]) -> bytes | None:
    """As `words.section_bytes` stores it; None where no word is known.

    The terms are those of the section's names, with the marks between them, and of all its chunks.
    """
    named = list(heading_terms)
    heading = named[: named.index(HEADING_END)] if HEADING_END in named else []
    everything = dict.fromkeys(term for term in named if term not in _MARKS)
    return words.section_bytes(
        dict.fromkeys(_tokens(term for term in heading if term not in _MARKS)),
        _tokens((*everything, *body_terms)),
    )


def _tokens(terms: Iterable[str]) -> list[str]:
    """Tokens of the terms that are words: pairs of characters have no vector."""
    return [token_of(term) for term in terms if way_of(term) is not Way.PAIR]
