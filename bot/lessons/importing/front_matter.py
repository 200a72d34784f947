"""The lines between two `---` at the top of a file: title, summary, goals and the like. What is not YAML is passed over."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import yaml

from bot.lessons import yaml_lines
from bot.lessons.yaml_lines import Lined

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 40
_LONGEST = 100
"""Lines; what is longer is no front matter."""
_MOST_ALIASES = 20


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What it said, and where the text begins."""

    title: str = ""
    summary: str = ""
    goals: tuple[str, ...] = ()
    as_of: date | None = None
    language: str = ""
    lesson_id: str = ""
    """Empty where it gives none that can be one."""
    end_line: int = 0
    """The line, from 0, on which the text begins."""
    is_broken: bool = False


def front_matter(lines: list[str]) -> FrontMatter:
    """Read the front matter of a text; an empty one where it has none."""
    if not lines or lines[0].rstrip() != "---":
        return FrontMatter()
    end = next((n for n in range(1, min(len(lines), _LONGEST)) if lines[n].rstrip() in ("---", "...")), None)
    if end is None or not any(":" in line for line in lines[1:end]):
        return FrontMatter()
    text = "\n".join(lines[1:end])
    data = safe_yaml(text)
    if not isinstance(data, Lined):
        return FrontMatter(end_line=end + 1, is_broken=True)
    as_of = next((day for name in ("as_of", "date", "updated") if (day := _day(data.get(name)))), None)
    return FrontMatter(
        title=_one(data, "title"),
        summary=_one(data, "summary", "description"),
        goals=_many(data, "goals", "objectives"),
        as_of=as_of,
        language=_one(data, "language", "lang", "locale"),
        lesson_id=_id(data.get("id")),
        end_line=end + 1,
    )


def safe_yaml(text: str) -> object:
    """The data of a YAML text, or None where it is none. Anchors are bounded: they can multiply without end."""
    if text.count("*") + text.count("&") > _MOST_ALIASES and ("&" in text and "*" in text):
        text = text.replace("&", "＆")
    try:
        return yaml_lines.load(text)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, OverflowError, AttributeError, KeyError):
        return None


def _id(value: object) -> str:
    return value if isinstance(value, str) and len(value) <= _LONGEST_ID and _ID.fullmatch(value) else ""


def _one(data: Mapping[str, object], *names: str) -> str:
    for name in names:
        value = data.get(name)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return " ".join(str(value).split())[:400]
    return ""


def _many(data: Mapping[str, object], *names: str) -> tuple[str, ...]:
    for name in names:
        value = data.get(name)
        if isinstance(value, list):
            return tuple(str(one).strip() for one in value if isinstance(one, str | int | float))[:20]
    return ()


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
