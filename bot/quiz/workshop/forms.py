"""A question as a moderator types it into a form, and back. Pure functions.

One answer on a line: `* right | because …`, `- wrong | because …`, `= a word that is right`, and `# why` for the whole. What cannot be
said so is written as YAML (`docs/quizzes.md`).
"""

from collections.abc import Mapping
from typing import Any

from bot.quiz.items import Choice, Item, Kind, Short
from bot.quiz.writing import mapping_of

_TRUE = frozenset({"true", "对", "正确", "對", "正確"})


def entry_from(stem: str, answers: str, hints: str) -> dict[str, Any]:
    """The mapping that `reading.read_item` takes, without id, section, concepts and level."""
    options: list[dict[str, Any]] = []
    accepted: list[str] = []
    whys: list[str] = []
    for line in filter(None, map(str.strip, answers.splitlines())):
        mark, rest = (line[0], line[1:].strip()) if line[0] in "*-=#" else ("-", line)
        if mark == "=":
            accepted.append(rest)
        elif mark == "#":
            whys.append(rest)
        else:
            text, _, why = (part.strip() for part in rest.replace("｜", "|").partition("|"))
            options.append({"text": text, "right": mark == "*", "why": why})
    entry: dict[str, Any] = {
        "stem": stem.strip(),
        "hints": [one.strip() for one in hints.splitlines() if one.strip()],
    }
    if whys:
        entry["why"] = " ".join(whys)
    if accepted and not options:
        return entry | {"kind": Kind.SHORT.value, "accepted": accepted}
    several = sum(option["right"] for option in options) > 1
    return entry | {"kind": (Kind.MULTIPLE if several else Kind.SINGLE).value, "options": options}


def answers_text(item: Item) -> str | None:
    """What stands in the form's box for an item; None where only YAML says all of it."""
    lines: list[str] = []
    match item.task:
        case Choice() if item.kind is not Kind.TRUE_FALSE:
            for option in item.task.options:
                why = f" | {option.why}" if option.why else ""
                lines.append(f"{'*' if option.right else '-'} {option.text}{why}")
        case Short() if not item.task.traps:
            lines = [f"= {word}" for word in item.task.accepted]
        case _:
            return None
    if item.why:
        lines.append(f"# {item.why}")
    return "\n".join(lines)


def kept_beside(entry: Mapping[str, Any], before: Item) -> dict[str, Any]:
    """The entry with what a form cannot say and the item had: the misconceptions of options that stayed the same."""
    old = mapping_of(before)
    named = {option["text"]: option.get("misconception") for option in old.get("options", [])}
    options = [
        option
        | (
            {"misconception": named[option["text"]]}
            if named.get(option["text"]) and not option["right"]
            else {}
        )
        for option in entry.get("options", [])
    ]
    return {**entry, **({"options": options} if options else {})}
