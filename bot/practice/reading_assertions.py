"""Reads the assertions of a challenge from the mappings in which they are written.

Nothing here raises: what is wrong is reported with its line. The format is described in `docs/practice.md`.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import re2  # type: ignore[import-untyped]  # google-re2 ships neither stubs nor py.typed

from bot.llm.json_reply import refuse_unknown
from bot.practice.assertions import (
    Assertion,
    Contains,
    CountIs,
    Equals,
    FieldIs,
    IsJson,
    IsSimilar,
    KeepsSecret,
    LabelsAre,
    LanguageIs,
    Matches,
    NumberIs,
    QuotesAreReal,
    Test,
    Unit,
)
from bot.practice.mistakes import Mistake, Wrong

Report = Callable[[int, Mistake], None]
"""Told the line of a mistake (from 1; 0 where there is none) and what it is."""

NOT = "not-"
"""Before the name of a check: it must not hold."""
NAMES = (
    "equals",
    "contains-all",
    "contains-any",
    "matches",
    "is-json",
    "field",
    "number",
    "labels",
    *Unit,
    "language",
    "quotes",
    "keeps-secret",
    "similar",
)
"""The names of the checks."""
_MOST_PATTERN = 500
_LONGEST_TOLD = 120
_LANGUAGES = ("en", "zh")


class _Refused(Exception):
    """What is wrong with one assertion."""

    def __init__(self, wrong: Wrong, **values: str | int) -> None:
        super().__init__(wrong)
        self.wrong, self.values = wrong, values


def read_assertions(
    entries: object, values: Mapping[str, object], language: str, case: str, line: int, report: Report
) -> tuple[Assertion, ...]:
    """The assertions of a list; `values` are what `$name` stands for, `language` is "en" or "zh", `case` is the case's id."""
    if not isinstance(entries, list):
        report(line, Mistake.of(Wrong.CHECKS_LIST, case))
        return ()
    found: list[Assertion] = []
    for entry in entries:
        at = getattr(entry, "line", line)
        try:
            found.append(_read(entry, values, language))
        except _Refused as refused:
            report(at, Mistake.of(refused.wrong, case, **refused.values))
    return tuple(found)


def fill(value: object, values: Mapping[str, object]) -> object:
    """The value with what `$name` stands for in its place, at any depth. Raises KeyError for an unknown name."""
    if isinstance(value, str) and value.startswith("$") and len(value) > 1:
        return values[value[1:]]
    if isinstance(value, list):
        return [fill(one, values) for one in value]
    if isinstance(value, Mapping):
        return {name: fill(one, values) for name, one in value.items()}
    return value


def _read(entry: object, values: Mapping[str, object], language: str) -> Assertion:
    if not isinstance(entry, Mapping):
        raise _Refused(Wrong.CHECK_ENTRY)
    named = [name for name in entry if name not in ("weight", "told")]
    if len(named) != 1:
        raise _Refused(Wrong.CHECK_ONE_NAME)
    name = named[0]
    plain = name.removeprefix(NOT)
    if plain not in NAMES:
        raise _Refused(Wrong.NO_CHECK, name=str(name), choices=", ".join(NAMES))
    weight = entry.get("weight", 1)
    if not _is_number(weight) or not 0 < weight <= 100:
        raise _Refused(Wrong.WEIGHT)
    try:
        given, told = fill(entry[name], values), fill(entry.get("told", ""), values)
    except KeyError as error:
        raise _Refused(Wrong.NO_VALUE, name=str(error.args[0])) from None
    if not isinstance(told, str) or len(told) > _LONGEST_TOLD:
        raise _Refused(Wrong.TOLD, most=_LONGEST_TOLD)
    return Assertion(name, _test(plain, given, values, language), name != plain, float(weight), told.strip())


def _test(name: str, given: object, values: Mapping[str, object], language: str) -> Test:
    match name:
        case "equals":
            return Equals(_texts(name, given))
        case "contains-all" | "contains-any":
            return Contains(_texts(name, given), name == "contains-all")
        case "matches":
            return Matches(_pattern(given))
        case "is-json":
            return IsJson(_schema(given))
        case "field":
            return _field(_mapping(name, given, {"path", "is"}))
        case "number":
            return _number(given)
        case "labels":
            return LabelsAre(_texts(name, given))
        case "language":
            if given == "same":
                return LanguageIs(language)
            if given not in _LANGUAGES:
                raise _Refused(Wrong.LANGUAGE)
            return LanguageIs(str(given))
        case "quotes":
            source = values.get("input", "") if given == "input" else given
            if not isinstance(source, str) or not source.strip():
                raise _Refused(Wrong.QUOTES)
            return QuotesAreReal(source)
        case "keeps-secret":
            return KeepsSecret(_texts(name, given))
        case "similar":
            whole = _mapping(name, given, {"to", "least"})
            least = whole.get("least", 0.5)
            if not _is_number(least) or not 0 < float(least) <= 1:
                raise _Refused(Wrong.LEAST)
            return IsSimilar(_texts("to", whole.get("to")), float(least))
        case _:
            return _count(Unit(name), given)


def _texts(name: str, given: object) -> tuple[str, ...]:
    """One text or a list of them; a list within the list, as `$name` may bring, is spread."""
    spread: list[object] = []
    for one in given if isinstance(given, list) else [given]:
        spread.extend(one if isinstance(one, list) else [one])
    if not spread or not all(isinstance(one, str) and one.strip() for one in spread):
        raise _Refused(Wrong.TEXTS, name=name)
    return tuple(str(one).strip() for one in spread)


def _pattern(given: object) -> str:
    if not isinstance(given, str) or not given or len(given) > _MOST_PATTERN:
        raise _Refused(Wrong.PATTERN_LONG, most=_MOST_PATTERN)
    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(given, options)
    except re2.error:
        raise _Refused(Wrong.PATTERN) from None
    return given


def _schema(given: object) -> Mapping[str, object] | None:
    if given is True:
        return None
    if not isinstance(given, Mapping):
        raise _Refused(Wrong.SCHEMA)
    try:
        refuse_unknown(given)
    except ValueError as error:
        raise _Refused(Wrong.SCHEMA_PROBLEM, problem=str(error)) from None
    return given


def _field(given: Mapping[str, Any]) -> FieldIs:
    path, expected = given.get("path"), given.get("is")
    if not isinstance(path, str) or not path.strip():
        raise _Refused(Wrong.FIELD_PATH)
    if expected is not None and not isinstance(expected, str | int | float | bool):
        raise _Refused(Wrong.FIELD_IS)
    return FieldIs(path.strip(), expected)


def _number(given: object) -> NumberIs:
    whole = _mapping("number", given, {"is", "within"}) if isinstance(given, Mapping) else {"is": given}
    value, within = whole.get("is"), whole.get("within", 0)
    if not _is_number(value) or not _is_number(within) or float(str(within)) < 0:
        raise _Refused(Wrong.NUMBER)
    return NumberIs(float(str(value)), float(str(within)))


def _count(unit: Unit, given: object) -> CountIs:
    whole = _mapping(unit, given, {"least", "most"})
    least, most = whole.get("least", 0), whole.get("most")
    if not _is_count(least) or (most is not None and not (_is_count(most) and most >= least)):
        raise _Refused(Wrong.COUNT_FORM, name=unit.value)
    if not whole:
        raise _Refused(Wrong.COUNT_EMPTY, name=unit.value)
    return CountIs(unit, least, most)


def _mapping(name: str, given: object, names: set[str]) -> Mapping[str, Any]:
    if not isinstance(given, Mapping) or given.keys() - names:
        raise _Refused(Wrong.ONLY_NAMES, name=name, names=", ".join(f"`{one}`" for one in sorted(names)))
    return given


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def names_used(entries: object) -> Sequence[str]:
    """The names of values (`$name`) that a list of checks uses, at any depth."""
    if isinstance(entries, str):
        return [entries[1:]] if entries.startswith("$") and len(entries) > 1 else []
    if isinstance(entries, Mapping):
        return [name for one in entries.values() for name in names_used(one)]
    if isinstance(entries, list):
        return [name for one in entries for name in names_used(one)]
    return []
