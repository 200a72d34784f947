"""A text as the tokens of OpenAI's vocabularies: ids, bytes, and how each token can be shown.

Cutting loads a vocabulary (75 MB): run it in the workshop. Everything else is plain arithmetic.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Protocol

SPACE, BREAK, TAB = "·", "↵", "⇥"
"""What stands for a space, a line break and a tab."""


class Encoding(StrEnum):
    """A vocabulary; the value is what a learner chooses."""

    O200K = "o200k"
    """GPT-4o and later."""
    CL100K = "cl100k"
    """GPT-3.5 and GPT-4."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a text."""

    id: int
    raw: bytes

    @property
    def text(self) -> str | None:
        """Its characters; None where it is a part of a character."""
        try:
            return self.raw.decode("utf-8")
        except UnicodeDecodeError:
            return None

    @property
    def visible(self) -> str:
        """How it is shown: blanks and line breaks as signs, parts of characters and what has no shape as codes."""
        text = self.text
        if text is None:
            return " ".join(f"{byte:02X}" for byte in self.raw)
        return "".join(map(_visible, text))


class _Vocabulary(Protocol):
    """What is used of the package's encodings."""

    def encode_ordinary(self, text: str) -> list[int]: ...

    def decode_single_token_bytes(self, token: int) -> bytes: ...


def cut(text: str, encoding: Encoding) -> tuple[Token, ...]:
    """The tokens of a text; text that looks like a control token is ordinary text. Slow the first time."""
    vocabulary = _vocabulary(encoding)
    return tuple(
        Token(one, vocabulary.decode_single_token_bytes(one)) for one in vocabulary.encode_ordinary(text)
    )


@cache
def _vocabulary(encoding: Encoding) -> _Vocabulary:
    import bpe_openai  # type: ignore[import-untyped]  # it says nothing of its types

    vocabulary: _Vocabulary = bpe_openai.get_encoding(f"{encoding.value}_base")
    return vocabulary


def parts_of_characters(tokens: Sequence[Token]) -> int:
    """How many of the tokens hold only a part of a character."""
    return sum(token.text is None for token in tokens)


def _visible(character: str) -> str:
    if character == " ":
        return SPACE
    if character == "\n":
        return BREAK
    if character == "\t":
        return TAB
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Zl", "Zp", "Zs"):
        return f"⟨{ord(character):04X}⟩"
    return character
