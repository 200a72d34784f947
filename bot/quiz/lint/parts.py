"""The texts of an item by their place, in the shapes in which the checks look at them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.quiz.items import Choice, Item, Kind, Matching, Numeric, Ordering, OwnWords, Short
from bot.quiz.lint.findings import Part, Place

_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|「[^」]*」|『[^』]*』|‘[^’]*’|(?<!\w)'[^'\n]*'(?!\w)")
HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One text of an item."""

    place: Place
    text: str


def without_code(text: str) -> str:
    """The text with a gap where code stood."""
    return _CODE.sub(" ` ", text)


def prose(text: str) -> str:
    """The text with a gap where code or a quotation stood."""
    return _QUOTED.sub(" “” ", without_code(text))


def texts_of(item: Item) -> Iterator[PlacedText]:
    """Every text of an item that a learner may read."""
    yield PlacedText(Place(Part.STEM), item.stem)
    task = item.task
    match task:
        case Choice():
            for number, option in enumerate(task.options, 1):
                yield PlacedText(Place(Part.OPTION, number), option.text)
                yield PlacedText(Place(Part.EXPLANATION, number), option.why)
        case Ordering():
            for number, step in enumerate(task.steps, 1):
                yield PlacedText(Place(Part.OPTION, number), step)
        case Matching():
            for number, pair in enumerate(task.pairs, 1):
                yield PlacedText(Place(Part.OPTION, number), pair.left)
                yield PlacedText(Place(Part.OPTION, number), pair.right)
                yield PlacedText(Place(Part.EXPLANATION, number), pair.why)
            for decoy in task.decoys:
                yield PlacedText(Place(Part.OPTION), decoy)
        case Numeric() | Short():
            for number, why in enumerate([trap.why for trap in task.traps], 1):
                yield PlacedText(Place(Part.EXPLANATION, number), why)
        case OwnWords():
            for number, point in enumerate(task.points, 1):
                yield PlacedText(Place(Part.OPTION, number), point.text)
            yield PlacedText(Place(Part.EXPLANATION), task.example)
    yield PlacedText(Place(Part.EXPLANATION), item.why)
    for number, hint in enumerate(item.hints, 1):
        yield PlacedText(Place(Part.HINT, number), hint)


def worded_choice(item: Item) -> Choice | None:
    """The options of an item whose options are texts; None for every other kind."""
    return item.task if isinstance(item.task, Choice) and item.kind is not Kind.TRUE_FALSE else None
