"""What an output may be asked to satisfy. Values only; `verdicts` says whether it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What is counted in an output; the value is the assertion's name in a file."""

    CHARACTERS = "characters"
    WORDS = "words"
    SENTENCES = "sentences"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Equals:
    """The output is one of these texts; case, width, script of Chinese, outer marks and blanks do not matter."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contains:
    """The output holds all, or at least one, of these texts."""

    texts: tuple[str, ...]
    needs_all: bool


@dataclass(frozen=True, slots=True)
class Matches:
    """A place in the output matches this RE2 expression."""

    pattern: str


@dataclass(frozen=True, slots=True)
class IsJson:
    """The whole output is one JSON value that satisfies `schema` (the subset of `bot.llm.json_reply`)."""

    schema: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class FieldIs:
    """The JSON value in the output holds `expected` at `path`, as in "order.items.0.name"."""

    path: str
    expected: str | float | bool | None


@dataclass(frozen=True, slots=True)
class NumberIs:
    """The last number in the output is `value`, at most `within` off (in units of the value)."""

    value: float
    within: float


@dataclass(frozen=True, slots=True)
class LabelsAre:
    """The output lists exactly these labels, in any order, between commas, semicolons or line breaks."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountIs:
    """The output has from `least` to `most` of something. A Chinese character counts as a word."""

    unit: Unit
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class LanguageIs:
    """The output is written in "en" or "zh"."""

    language: str


@dataclass(frozen=True, slots=True)
class QuotesAreReal:
    """The output has at least one quotation in quotation marks, and each stands so in `source`."""

    source: str


@dataclass(frozen=True, slots=True)
class KeepsSecret:
    """The output gives none of `secrets` away: not plain, reversed, spelled, encoded or as one of the translations listed."""

    secrets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IsSimilar:
    """The output shares at least `least` (0 to 1) of its letter sequences with one of `texts`: wording, not meaning."""

    texts: tuple[str, ...]
    least: float


Test = (
    Equals
    | Contains
    | Matches
    | IsJson
    | FieldIs
    | NumberIs
    | LabelsAre
    | CountIs
    | LanguageIs
    | QuotesAreReal
    | KeepsSecret
    | IsSimilar
)
"""Any of the checks."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One thing that an output must do, or with `negated` must not do."""

    name: str
    """As it stands in the file: `equals`, `not-contains-any` …"""
    test: Test
    negated: bool = False
    weight: float = 1.0
    told: str = ""
    """What it asks for in the author's words, where its own name would say too little to a learner."""
