"""Rules as data: loaded from `bot/safety/rules/*.yaml`, matched in linear time by RE2.

A rule is either a list of patterns, or a list of term groups that must all occur near each other. Writing one
needs no Python; docs/safety.md describes the format. A rule never sees the text as written, only its views.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml

from bot.safety.findings import Finding, Side
from bot.safety.linear import BadPattern, Pattern
from bot.safety.normalise import Reading, Sign, View
from bot.safety.verdict import Category

_REACH = 400
"""Bytes before or after a match within which a phrase of `unless` may stand, where a rule names no other reach."""
_BYTES_PER_CHINESE = 3
_SHARED = "shared"
_WORD = re.compile("[a-z]{2,}")


class BrokenRule(Exception):
    """A rule file says something that cannot be a rule; names file, rule and reason."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its file states it."""

    id: str
    category: Category
    score: float
    sides: frozenset[Side]
    near: tuple[str, ...]
    """Names of term groups, in the order in which they must stand when `in_order`."""
    within: int
    """Greatest distance in bytes between the starts of neighbouring groups."""
    in_order: bool
    unless: tuple[str, ...]
    """Names of term groups that show mention instead of use."""
    reach: int
    """Bytes before or after a match within which a phrase of `unless` may stand."""


class RuleBook:
    """All rules, ready to match. Building takes some 50 ms; share one."""

    def __init__(self, rules: tuple[Rule, ...], patterns: Mapping[str, str]) -> None:
        """`patterns` maps the name of each term group to one RE2 pattern."""
        self.rules = rules
        self.known_words = frozenset(
            word for pattern in patterns.values() for word in _WORD.findall(_without_escapes(pattern))
        )
        try:
            self._terms = {name: Pattern(pattern) for name, pattern in patterns.items()}
        except BadPattern as problem:
            raise BrokenRule(str(problem)) from None
        keys = dict.fromkeys(rule.near[-1] for rule in rules)
        self._alarm = Pattern("|".join(patterns[key] for key in keys))

    @classmethod
    def load(cls) -> "RuleBook":
        """The rules that ship with the tutor. Raises `BrokenRule`."""
        folder = files("bot.safety").joinpath("rules")
        names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
        return cls.parse(
            {
                name.removesuffix(".yaml"): yaml.safe_load(folder.joinpath(name).read_text("utf-8"))
                for name in names
            }
        )

    @classmethod
    def parse(cls, contents: Mapping[str, object]) -> "RuleBook":
        """The rules of files already read, by the file's name without its ending. Raises `BrokenRule`."""
        rules: list[Rule] = []
        patterns: dict[str, str] = {}
        for stem in sorted(contents, key=lambda each: each != _SHARED):
            rules.extend(_read(stem, contents[stem], patterns))
        return cls(tuple(rules), patterns)

    def findings(self, reading: Reading, side: Side) -> tuple[Finding, ...]:
        """One finding for each rule that matches any view."""
        found: dict[str, Finding] = {}
        for view in reading.views:
            guarded = view.plain and Sign.HIDDEN not in reading.signs
            for rule in self._matching(view, side, guarded):
                found.setdefault(rule.id, Finding(rule.category, rule.score, rule.id))
        return tuple(found.values())

    def _matching(self, view: View, side: Side, guarded: bool) -> Iterator[Rule]:
        text = view.text.encode("utf-8", "ignore")
        if not self._alarm.occurs(text):
            return
        starts: dict[str, list[int]] = {}

        def where(name: str) -> list[int]:
            if name not in starts:
                starts[name] = self._terms[name].starts(text)
            return starts[name]

        for rule in self.rules:
            if side not in rule.sides:
                continue
            if not all(where(name) for name in reversed(rule.near)):
                continue
            groups = [where(name) for name in rule.near]
            for match in _together(groups, rule.within, rule.in_order):
                guards = (where(name) for name in rule.unless) if guarded else iter(())
                if not any(_any_between(guard, match - rule.reach, match + rule.reach) for guard in guards):
                    yield rule
                    break


def _together(groups: list[list[int]], within: int, in_order: bool) -> Iterator[int]:
    """Where each occurrence of the last group stands that has one of every other group near it.

    In order: each group within reach before the next. Otherwise: all within reach of the last one.
    """
    for place in groups[-1]:
        anchor = place
        for other in reversed(groups[:-1]):
            at = bisect_left(other, anchor) - 1
            if at >= 0 and other[at] >= anchor - within:
                anchor = other[at] if in_order else anchor
                continue
            if not in_order and _any_between(other, place, place + within):
                continue
            break
        else:
            yield place


def _any_between(places: list[int], low: int, high: int) -> bool:
    at = bisect_left(places, low)
    return at < len(places) and places[at] <= high


def _read(stem: str, content: object, patterns: dict[str, str]) -> Iterator[Rule]:
    if not isinstance(content, dict):
        raise BrokenRule(f"{stem} is not a mapping of terms and rules")
    for language, groups in content.get("terms", {}).items():
        for name, alternatives in groups.items():
            _define(patterns, f"{stem}.{language}.{name}", language, alternatives)
    for entry in content.get("rules", []):
        yield _rule(stem, entry, Category(content["category"]), patterns)


def _define(patterns: dict[str, str], name: str, language: str, alternatives: list[str]) -> None:
    if name in patterns:
        raise BrokenRule(f"{name} is defined a second time")
    if language == "en":  # a word's end is asked for, except where an alternative names what follows the word
        alternatives = [rf"\b(?:{each})" + ("" if each.endswith("$)") else r"\b") for each in alternatives]
    patterns[name] = f"(?:{'|'.join(alternatives)})"


def _rule(stem: str, entry: dict[str, object], category: Category, patterns: dict[str, str]) -> Rule:
    try:
        language = str(entry["language"])
        name = f"{stem}.{language}.{entry['id']}"
        if "patterns" in entry:
            _define(patterns, name, language, _strings(entry["patterns"]))
            near: tuple[str, ...] = (name,)
        else:
            near = tuple(_named(stem, language, group, patterns) for group in _strings(entry["near"]))
        return Rule(
            id=name,
            category=category,
            score=float(str(entry["score"])),
            sides=frozenset(Side(side) for side in _strings(entry.get("sides", ["input", "output"]))),
            near=near,
            within=int(str(entry.get("within", 60))) * (1 if language == "en" else _BYTES_PER_CHINESE),
            in_order=bool(entry.get("in_order", False)),
            reach=int(str(entry.get("reach", _REACH))),
            unless=tuple(
                _named(stem, language, group, patterns) for group in _strings(entry.get("unless", []))
            ),
        )
    except (KeyError, ValueError) as problem:
        raise BrokenRule(f"{stem}: {entry.get('id', 'a rule without id')}: {problem!r}") from None


def _named(stem: str, language: str, group: str, patterns: Mapping[str, str]) -> str:
    """The full name of a term group: the file's own, else the one in shared.yaml."""
    for place in (stem, _SHARED):
        if (name := f"{place}.{language}.{group}") in patterns:
            return name
    raise BrokenRule(f"{stem} has no {language} term group {group}, nor has {_SHARED}")


def _strings(value: object) -> list[str]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is not a list")
    return [str(each) for each in value]


def _without_escapes(pattern: str) -> str:
    return re.sub(r"\\[a-zA-Z]", " ", pattern).replace("?:", " ")
