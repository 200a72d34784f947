"""What a server owns, as it travels. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.quiz.bank_values import ItemState
from bot.quiz.items import Item
from bot.texts.locales import Locale


@dataclass(frozen=True, slots=True)
class MovedQuestion:
    """A question in the languages that it has."""

    lesson_id: str
    item_id: str
    state: ItemState
    texts: Mapping[Locale, Item]


@dataclass(frozen=True, slots=True)
class MovedChallenge:
    """A challenge as its text."""

    id: str
    text: str
    published: bool


@dataclass(frozen=True, slots=True)
class Belongings:
    """Everything that a server can take along."""

    settings: Mapping[str, Any] = field(default_factory=dict)
    """By key, as they are kept; without what names a channel, a role or a model of the old place."""
    filters: Mapping[str, Any] = field(default_factory=dict)
    """The content policy, as it is kept."""
    hidden: tuple[str, ...] = ()
    """Ids of built-in lessons that learners do not see there."""
    lessons: bytes | None = None
    """The newest versions, as lesson import takes them."""
    published: frozenset[str] = frozenset()
    """Ids of lessons whose newest version learners see."""
    questions: tuple[MovedQuestion, ...] = ()
    taken_out: tuple[tuple[str, str], ...] = ()
    """Questions of the built-in course that are not asked there, each by its lesson and id."""
    challenges: tuple[MovedChallenge, ...] = ()
