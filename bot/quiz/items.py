"""What a question is: one item in one language, of eight kinds.

Values only. All text is as its author wrote it: plain `str`, never shown before the edge has made it harmless.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from bot.learners.values import Level

OPTIONS = range(3, 6)
"""How many options an item has that is written for the course; imports may bring two to `MOST_OPTIONS`."""
MOST_OPTIONS = 8
PARTS = range(3, 6)
"""Steps or pairs of an item: a form in Discord has five fields."""
MOST_DECOYS = 2
MOST_HINTS = 3


class Kind(StrEnum):
    """How an item is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true-false"
    ORDERING = "ordering"
    MATCHING = "matching"
    NUMERIC = "numeric"
    SHORT = "short"
    OWN_WORDS = "own-words"


@dataclass(frozen=True, slots=True)
class Option:
    """One line to choose."""

    text: str
    right: bool
    why: str
    """Why it is right, or why it is not."""
    misconception: str | None = None
    """Id of what somebody believes who chooses it wrongly."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Single choice, multiple choice; true or false, whose two options have no text: first true, then false."""

    options: tuple[Option, ...]

    @property
    def key(self) -> frozenset[int]:
        """Indexes of the right options, from 0."""
        return frozenset(number for number, option in enumerate(self.options) if option.right)


@dataclass(frozen=True, slots=True)
class Ordering:
    """Steps to be put into their order."""

    steps: tuple[str, ...]
    """In the right order."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What belongs together."""

    left: str
    right: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Matching:
    """Left sides, to each of which one right side belongs."""

    pairs: tuple[Pair, ...]
    decoys: tuple[str, ...] = ()
    """Right sides that belong to nothing."""

    @property
    def rights(self) -> tuple[str, ...]:
        """All right sides: those of the pairs in their order, then the decoys."""
        return (*(pair.right for pair in self.pairs), *self.decoys)


@dataclass(frozen=True, slots=True)
class NumberTrap:
    """A wrong number that people arrive at."""

    answer: Decimal
    why: str
    misconception: str | None = None


@dataclass(frozen=True, slots=True)
class Numeric:
    """A number."""

    answer: Decimal
    tolerance: Decimal = Decimal(0)
    """How far off an answer may be: in units of the answer, or a share of it (0.05 for 5 %) when `is_relative`."""
    is_relative: bool = False
    unit: str = ""
    traps: tuple[NumberTrap, ...] = ()

    @property
    def margin(self) -> Decimal:
        """How far off an answer may be, in units of the answer."""
        return abs(self.answer) * self.tolerance if self.is_relative else self.tolerance


@dataclass(frozen=True, slots=True)
class WordTrap:
    """Wrong words that people type."""

    answers: tuple[str, ...]
    why: str
    misconception: str | None = None


@dataclass(frozen=True, slots=True)
class Short:
    """A word or phrase to type."""

    accepted: tuple[str, ...]
    """Synonyms; the first is shown as the answer."""
    traps: tuple[WordTrap, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a good answer says."""

    text: str
    words: tuple[str, ...]
    """The point counts as made when one of these stands in the answer."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Some sentences of one's own."""

    points: tuple[Point, ...]
    needed: int
    """So many points make the answer right."""
    example: str


Task = Choice | Ordering | Matching | Numeric | Short | OwnWords


@dataclass(frozen=True, slots=True)
class Item:
    """A question in one language, with everything that is said about it afterwards."""

    id: str
    kind: Kind
    lesson_id: str
    section_id: str
    concepts: tuple[str, ...]
    level: Level
    stem: str
    task: Task
    why: str = ""
    """The explanation of the key; empty for single and multiple choice, where each option has its own."""
    misconception: str | None = None
    """Behind any wrong answer, where wrong answers are not listed one by one."""
    hints: tuple[str, ...] = ()
    """From a nudge to nearly there."""
    misconceptions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """A sentence for each misconception that the item names, where there is one."""
    line: int = field(default=0, compare=False)
    """Where it stood in its file, from 1; 0 where it stood in none."""


def words_of(item: Item) -> str:
    """Everything that a learner may ever read of a question, one text a line."""
    return "\n".join(
        [item.stem, *_strings(asdict(item.task)), item.why, *item.hints, *item.misconceptions.values()]
    )


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _strings(one)


def structure(item: Item) -> Mapping[str, object]:
    """What two languages of one item must have in common, by the name under which it is written."""
    return {
        "kind": item.kind.value,
        "section": item.section_id,
        "concepts": item.concepts,
        "level": item.level.value,
        "misconception": item.misconception,
        "hints": len(item.hints),
        **_shape(item.task),
    }


def _shape(task: Task) -> Mapping[str, object]:
    match task:
        case Choice():
            return {
                "right options": sorted(task.key),
                "options": len(task.options),
                "misconceptions of the options": [option.misconception for option in task.options],
            }
        case Ordering():
            return {"steps": len(task.steps)}
        case Matching():
            return {"pairs": len(task.pairs), "decoys": len(task.decoys)}
        case Numeric():
            traps = [(trap.answer, trap.misconception) for trap in task.traps]
            return {
                "answer": task.answer,
                "tolerance": (task.tolerance, task.is_relative),
                "traps": traps,
            }
        case Short():
            return {"traps": [trap.misconception for trap in task.traps]}
        case OwnWords():
            return {"points": len(task.points), "needed": task.needed}
