"""How the facts of a model are written: one table for the course's files and for the rows that are made of them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from bot.explain.models.values import Access, Architecture, Medium, State, Task, Tuning

LONGEST_NAME: Final = 60
"""Characters of a name or of a fact in words."""
VOCABULARIES: Final = ("o200k", "cl100k")
"""Vocabularies that a model may be said to have."""
_WHEN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_E = TypeVar("_E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Form:
    """How one fact is written."""

    read: Callable[[object], object]
    """The value as the code knows it; None for what it cannot be."""
    meant: str
    """What to write, for whoever wrote something else."""


def _when(value: object) -> str | None:
    written = value.isoformat() if isinstance(value, date) else str(value)
    return written if _WHEN.fullmatch(written) else None


def _text(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_NAME else None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _vocabulary(value: object) -> str | None:
    return str(value) if value in VOCABULARIES else None


def _one_of(kind: type[_E]) -> Form:
    return Form(
        lambda value: kind(str(value)) if value in list(kind) else None, f"write one of {', '.join(kind)}"
    )


def _some_of(kind: type[_E]) -> Form:
    known = list(kind)

    def read(value: object) -> tuple[_E, ...] | None:
        if not isinstance(value, list) or not value or any(one not in known for one in value):
            return None
        return tuple(map(kind, value))

    return Form(read, f"write a list of {', '.join(kind)}")


_A_DAY: Final = Form(_when, "write a year, a month or a day such as 2026-11-22")
_A_NAME: Final = Form(_text, f"write a text of at most {LONGEST_NAME} characters")

FORMS: Final[Mapping[str, Form]] = {
    "state": _one_of(State),
    "released": _A_DAY,
    "ends": _A_DAY,
    "cutoff": _A_DAY,
    "architecture": _one_of(Architecture),
    "tuning": _one_of(Tuning),
    "access": _one_of(Access),
    "licence": _A_NAME,
    "parameters": _A_NAME,
    "reads": _some_of(Medium),
    "writes": _some_of(Medium),
    "tasks": _some_of(Task),
    "context": Form(_count, "write a number of tokens"),
    "vocabulary": Form(_vocabulary, f"write one of {', '.join(VOCABULARIES)}"),
}
"""Every fact by its name. All but `tasks` are fields of `Facts`."""
