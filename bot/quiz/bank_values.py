"""What the bank of items hands out and takes in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.learners.values import Level
from bot.quiz.items import Item, Kind
from bot.quiz.writing import mapping_of
from bot.texts.locales import Locale

FIRST_DIFFICULTY = {Level.ELI5: -0.8, Level.BEGINNER: 0.0, Level.PRACTITIONER: 0.8}
"""Logits from which the difficulty of a new item starts, by the level its author gave it."""


class ItemState(StrEnum):
    """Who gets to see an item."""

    DRAFT = "draft"
    """Moderators alone; not asked."""
    PUBLISHED = "published"
    """Learners are asked it."""
    RETIRED = "retired"
    """No new attempt gets it; those that have it keep it."""


@dataclass(frozen=True, slots=True)
class BankPlace:
    """Where an item is kept: ids are unique within a lesson of a bank."""

    bank_id: int
    """The server that owns it; 0 for the built-in bank."""
    lesson_id: str
    item_id: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An item without its texts: enough to choose by."""

    place: BankPlace
    version: int
    state: ItemState
    kind: Kind
    section_id: str
    concepts: tuple[str, ...]
    level: Level
    difficulty: float
    """Logits."""
    answers: int
    """First answers that the difficulty was learnt from."""


@dataclass(frozen=True, slots=True)
class NewVersion:
    """An item as it is to be stored."""

    kept: Mapping[str, Any]
    """The columns that make up a version."""
    difficulty: float
    author_id: int | None = None

    @classmethod
    def of(cls, texts: Mapping[Locale, Item], author_id: int | None = None) -> "NewVersion":
        """The item in its languages, at least one; what is the same in all is taken from the first."""
        first = next(iter(texts.values()))
        kept = {
            "kind": first.kind.value,
            "section_id": first.section_id,
            "concepts": list(first.concepts),
            "level": first.level.value,
            "texts": {
                language.value: {"item": mapping_of(item), "misconceptions": dict(item.misconceptions)}
                for language, item in texts.items()
            },
        }
        return cls(kept, FIRST_DIFFICULTY[first.level], author_id)
