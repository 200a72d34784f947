"""Writes an item as the mapping in which `reading.read_item` finds it again, losing nothing.

What stands in the database and what our YAML files hold is this one form.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bot.quiz.items import Choice, Item, Kind, Matching, Numeric, Ordering, OwnWords, Short


def mapping_of(item: Item) -> dict[str, Any]:
    """The item as plain data, without what is empty; its lesson and its misconceptions' sentences stand outside."""
    written = {
        "id": item.id,
        "kind": item.kind.value,
        "section": item.section_id,
        "concepts": list(item.concepts),
        "level": item.level.value,
        "stem": item.stem,
        **_task(item),
        "why": item.why,
        "misconception": item.misconception,
    }
    if item.kind is Kind.TRUE_FALSE and isinstance(item.task, Choice):
        written |= _true_false(item.task)
    written["hints"] = list(item.hints)
    return _filled(written)


def plain_number(number: Decimal) -> int | float | str:
    """A number as a person would write it; as text where a float would change it."""
    if number == number.to_integral_value():
        return int(number)
    as_float = float(number)
    return as_float if Decimal(repr(as_float)) == number else format(number, "f")


def _task(item: Item) -> dict[str, Any]:
    task = item.task
    match task:
        case Choice() if item.kind is Kind.TRUE_FALSE:
            return {}
        case Choice():
            return {
                "options": [
                    {"text": option.text}
                    | _filled(
                        {
                            "right": option.right or None,
                            "why": option.why,
                            "misconception": option.misconception,
                        }
                    )
                    for option in task.options
                ]
            }
        case Ordering():
            return {"steps": list(task.steps)}
        case Matching():
            return {
                "pairs": [
                    _filled({"left": pair.left, "right": pair.right, "why": pair.why}) for pair in task.pairs
                ],
                "decoys": list(task.decoys),
            }
        case Numeric():
            return {
                "answer": plain_number(task.answer),
                "tolerance": (
                    f"{plain_number(task.tolerance * 100)}%"
                    if task.is_relative
                    else plain_number(task.tolerance)
                ),
                "unit": task.unit,
                "traps": [
                    _filled(
                        {
                            "answer": plain_number(trap.answer),
                            "why": trap.why,
                            "misconception": trap.misconception,
                        }
                    )
                    for trap in task.traps
                ],
            }
        case Short():
            return {
                "accepted": list(task.accepted),
                "traps": [
                    _filled(
                        {"answers": list(trap.answers), "why": trap.why, "misconception": trap.misconception}
                    )
                    for trap in task.traps
                ],
            }
        case OwnWords():
            return {
                "points": [{"text": point.text, "words": list(point.words)} for point in task.points],
                "needed": task.needed,
                "example": task.example,
            }


def _true_false(task: Choice) -> dict[str, Any]:
    true, false = task.options
    right, wrong = (true, false) if true.right else (false, true)
    return {
        "answer": true.right,
        "why": right.why,
        "why_not": wrong.why,
        "misconception": wrong.misconception,
    }


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """What says something: numbers and booleans always do."""
    return {name: value for name, value in values.items() if value not in (None, "", [])}
