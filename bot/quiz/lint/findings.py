"""What the lint says: codes, how grave each is, and where in an item it was found."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a finding means for publishing."""

    CRITICAL = "critical"
    """The item cannot be published so."""
    WARNING = "warning"
    """The author should look again."""


class Code(StrEnum):
    """What may be wrong with an item. The sentence for each is `lint-<code>`."""

    NO_KEY = "no-key"
    TWO_KEYS = "two-keys"
    NO_DISTRACTOR = "no-distractor"
    TOO_FEW_OPTIONS = "too-few-options"
    EMPTY_OPTION = "empty-option"
    DUPLICATE_OPTIONS = "duplicate-options"
    NO_EXPLANATION = "no-explanation"
    WRONG_KEY_NAMED = "wrong-key-named"
    ANSWER_IN_STEM = "answer-in-stem"
    ANSWER_IN_HINT = "answer-in-hint"
    LETTER_NAMED = "letter-named"
    ALL_OF_THE_ABOVE = "all-of-the-above"
    LONGEST_KEY = "longest-key"
    NEGATIVE_STEM = "negative-stem"
    WORD_IN_STEM = "word-in-stem"
    GRAMMAR = "grammar"
    ABSOLUTE_WORDS = "absolute-words"
    MIXED_SCRIPT = "mixed-script"
    MACHINE_TRANSLATION = "machine-translation"
    NO_MISCONCEPTION = "no-misconception"
    NO_HINT = "no-hint"

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return Severity.CRITICAL if self in _CRITICAL else Severity.WARNING


_CRITICAL = frozenset(
    {
        Code.NO_KEY,
        Code.TWO_KEYS,
        Code.NO_DISTRACTOR,
        Code.TOO_FEW_OPTIONS,
        Code.EMPTY_OPTION,
        Code.DUPLICATE_OPTIONS,
        Code.NO_EXPLANATION,
        Code.WRONG_KEY_NAMED,
        Code.ANSWER_IN_STEM,
        Code.ANSWER_IN_HINT,
    }
)


class Part(StrEnum):
    """Where in an item. The phrase for each is `lint-part-<part>`."""

    ITEM = "item"
    STEM = "stem"
    OPTION = "option"
    EXPLANATION = "explanation"
    """Of an option, by its number; of the key where there is none."""
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Place:
    """A part of an item."""

    part: Part
    number: int = 0
    """Of the option, trap, point or hint, from 1; 0 where there is but one such part."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with an item."""

    code: Code
    place: Place
    words: str = ""
    """What was found there, as the author wrote it."""

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.code.severity
