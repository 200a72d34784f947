"""The answers of an item as texts that nothing may say while it is open."""

from dataclasses import dataclass, field

from bot.quiz.items import Choice, Item, Matching, Numeric, Ordering, OwnWords, Short
from bot.quiz.writing import plain_number


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A question that a learner has before them, in one language, as other rooms must know it."""

    lesson_id: str
    section_id: str
    asks: str
    """What it asks, without its options."""
    answers: tuple[str, ...] = field(repr=False)
    """What gives it away."""


def open_item(item: Item) -> OpenItem:
    """An item as one that is open."""
    return OpenItem(item.lesson_id, item.section_id, item.stem, sealed_texts(item))


def sealed_texts(item: Item) -> tuple[str, ...]:
    """What gives the item away when a tutor says it: its right options and their reasons, answers, examples."""
    task = item.task
    match task:
        case Choice():
            found = [text for option in task.options if option.right for text in (option.text, option.why)]
        case Ordering():
            found = [" ".join(task.steps)]
        case Matching():
            found = [f"{pair.left} {pair.right}" for pair in task.pairs]
        case Numeric():
            found = [
                f"{plain_number(task.answer)} {task.unit}".strip(),
                f"{task.answer:,} {task.unit}".strip(),
            ]
        case Short():
            found = list(task.accepted)
        case OwnWords():
            found = [task.example]
    return tuple(text for text in [*found, item.why] if text)
