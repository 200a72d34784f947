"""What all formats share: bounds, defaults, and the way in which what a format cannot say travels beside a question."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.learners.values import Level
from bot.lessons.yaml_lines import Lined
from bot.quiz.items import Item
from bot.quiz.mistakes import Mistake, Wrong
from bot.quiz.writing import mapping_of

MOST_BYTES = 1_000_000
"""Bytes of a file that are read."""
MOST_ITEMS = 500
"""Questions of a file that are taken at once."""


class FileFormat(StrEnum):
    """Files that questions come in."""

    GIFT = "gift"
    MOODLE = "moodle"
    JSON = "json"
    """The quizzes of Microsoft's courses for beginners."""
    CSV = "csv"
    YAML = "yaml"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for questions whose file does not say it."""

    lesson_id: str
    section_id: str
    concepts: tuple[str, ...]
    level: Level = Level.BEGINNER


@dataclass(frozen=True, slots=True, order=True)
class FileMistake:
    """What is wrong with a file."""

    line: int
    """From 1; 0 for the whole file."""
    what: Mistake


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file gave."""

    items: tuple[Item, ...]
    mistakes: tuple[FileMistake, ...]
    """Nothing of a file with mistakes is to be stored."""


@dataclass(slots=True)
class Writing:
    """What a reader has found so far."""

    defaults: Defaults
    entries: list[Lined] = field(default_factory=list)
    misconceptions: dict[str, str] = field(default_factory=dict)
    mistakes: list[FileMistake] = field(default_factory=list)

    def wrong(self, line: int, what: Mistake) -> None:
        """Note a mistake."""
        if len(self.mistakes) < 100:
            self.mistakes.append(FileMistake(line, what))

    def add(self, entry: Mapping[str, Any], line: int, beside: str | None = None) -> None:
        """Take in one question: what the format says of it, and what travelled beside it."""
        whole: dict[str, Any] = {
            "id": f"question-{len(self.entries) + 1}",
            "section": self.defaults.section_id,
            "concepts": list(self.defaults.concepts),
            "level": self.defaults.level.value,
            **{name: value for name, value in entry.items() if value not in (None, "", [])},
        }
        if beside:
            whole = self._joined(whole, beside, line)
        lined = Lined(whole)
        lined.line = line
        self.entries.append(lined)

    def _joined(self, whole: dict[str, Any], beside: str, line: int) -> dict[str, Any]:
        try:
            rest = json.loads(beside)
        except (ValueError, RecursionError):
            rest = None
        if not isinstance(rest, dict):
            self.wrong(line, Mistake.of(Wrong.BESIDE))
            return whole
        sentences = rest.pop("misconceptions", {})
        if isinstance(sentences, dict):
            self.misconceptions |= {
                str(name): text for name, text in sentences.items() if isinstance(text, str)
            }
        for name in rest.pop("without", ()):
            whole.pop(name, None)
        return _overlaid(whole, rest)


def with_all(item: Item, render: Callable[[Item, str], str], read: Callable[[str, Writing], None]) -> str:
    """The item as `render` writes it, with everything beside it that `read` would not find in what a format says."""
    found = Writing(Defaults("", "", ()))
    read(render(item, "{}"), found)
    return render(item, _beside(item, found.entries[0] if found.entries else {}))


def _beside(item: Item, said: Mapping[str, Any]) -> str:
    """What a format that says only `said` of an item leaves out, as one line of JSON."""
    whole = mapping_of(item)
    rest = _rest(whole, said)
    if item.misconceptions:
        rest["misconceptions"] = dict(item.misconceptions)
    if unsaid := sorted(said.keys() - whole.keys()):
        rest["without"] = unsaid
    return json.dumps(rest, ensure_ascii=False, separators=(",", ":"))


def id_from(name: str) -> str | None:
    """An item's id from the name that another program gives a question; None where nothing of it can be kept."""
    made = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:64].strip("-")
    return made or None


def _rest(whole: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    rest: dict[str, Any] = {}
    for name, value in whole.items():
        other = said.get(name)
        if other == value and type(other) is type(value):
            continue
        if _are_alike(value, other):
            rest[name] = [_rest(ours, theirs) for ours, theirs in zip(value, other or [], strict=True)]
        else:
            rest[name] = value
    return rest


def _overlaid(whole: Mapping[str, Any], rest: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(whole)
    for name, value in rest.items():
        there = found.get(name)
        if _are_alike(value, there):
            found[name] = [_overlaid(ours, theirs) for ours, theirs in zip(there or [], value, strict=True)]
        elif not (_is_entries(value) and _is_entries(there)):
            found[name] = value
        # Otherwise entries were added or taken away by hand: what stands in the file counts.
    return found


def _are_alike(one: object, other: object) -> bool:
    return _is_entries(one) and _is_entries(other) and len(one) == len(other)  # type: ignore[arg-type]  # lists by then


def _is_entries(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, Mapping) for one in value)
