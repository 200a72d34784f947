"""Rules for application commands: names, options, how they nest, 8,000 characters with every localisation.

Source: Discord's reference, "Application Commands".
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from playground.errors import Problems
from playground.rules import lengths
from playground.wire import CommandKind, Json, OptionKind

CHARACTERS = 8000
OPTIONS = 25
CHOICES = 25
PER_SCOPE = {CommandKind.CHAT: 100, CommandKind.USER: 15, CommandKind.MESSAGE: 15}
LOCALES = frozenset(
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th "
    "zh-CN ja zh-TW ko".split()
)

Path = tuple[str | int, ...]

_DEVANAGARI_THAI = re.compile("[\u0900-\u097f\ua8e0-\ua8ff\u0e01-\u0e3a\u0e40-\u0e5b]")
_NESTED = (OptionKind.SUBCOMMAND, OptionKind.GROUP)
_WITH_CHOICES = (OptionKind.STRING, OptionKind.INTEGER, OptionKind.NUMBER)
_NUMBERS = (OptionKind.INTEGER, OptionKind.NUMBER)


def check_all(problems: Problems, commands: Any) -> None:
    """A bulk overwrite: each command, names once per kind, and how many of each kind a scope holds."""
    if not isinstance(commands, list):
        problems.add((), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        return
    seen: set[tuple[Any, Any]] = set()
    counts: dict[Any, int] = {}
    for index, command in enumerate(commands):
        check(problems, command, (index,))
        kind = command.get("type") or 1
        if (kind, command.get("name")) in seen:
            problems.add(
                (index, "name"),
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                f"{command.get('name')!r} is used twice",
            )
        seen.add((kind, command.get("name")))
        counts[kind] = counts.get(kind, 0) + 1
    for kind, most in PER_SCOPE.items():
        if counts.get(kind, 0) > most:
            problems.add(
                (),
                "APPLICATION_COMMAND_TOO_MANY",
                f"{counts[kind]} commands of type {int(kind)} (at most {most})",
            )


def check(problems: Problems, command: Json, path: Path) -> None:
    """One command."""
    kind = command.get("type") or 1
    if kind == CommandKind.CHAT:
        _chat_names(problems, command, path)
        _descriptions(problems, command, path)
        options = command.get("options")
        if options is not None:
            _options(problems, options, (*path, "options"), depth=0)
    else:
        for where, name in _localised(problems, command, "name", path):
            lengths.text(problems, where, name, 1, 32, required=True)
        if command.get("description"):
            problems.add(
                (*path, "description"), "APPLICATION_COMMAND_MENU_DESCRIPTION", "a menu has no description"
            )
        if command.get("options"):
            problems.add((*path, "options"), "APPLICATION_COMMAND_MENU_OPTIONS", "a menu has no options")
    total = characters(command)
    if total > CHARACTERS:
        problems.add(path, "APPLICATION_COMMAND_TOO_LARGE", f"{total} characters (at most {CHARACTERS})")


def characters(command: Json) -> int:
    """Characters of names, descriptions and choice values, the longest localisation of each counting."""
    total = _longest(command, "name") + _longest(command, "description")
    for choice in command.get("choices") or ():
        total += _longest(choice, "name") + lengths.length(str(choice.get("value", "")))
    return total + sum(characters(option) for option in command.get("options") or ())


def is_chat_name(name: str) -> bool:
    r"""``^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`` and lower case where letters have a case."""
    return (
        1 <= len(name) <= 32
        and name == name.lower()
        and all(
            character in "-_'"
            or unicodedata.category(character)[0] in "LN"
            or _DEVANAGARI_THAI.match(character) is not None
            for character in name
        )
    )


def _chat_names(problems: Problems, thing: Json, path: Path) -> None:
    for where, name in _localised(problems, thing, "name", path):
        if not isinstance(name, str) or not is_chat_name(name):
            problems.add(where, "APPLICATION_COMMAND_INVALID_NAME", f"Command name is invalid: {name!r}")


def _descriptions(problems: Problems, thing: Json, path: Path) -> None:
    for where, words in _localised(problems, thing, "description", path):
        lengths.text(problems, where, words, 1, 100, required=True)


def _localised(problems: Problems, thing: Json, key: str, path: Path) -> list[tuple[Path, Any]]:
    """The text and all its localisations with their places."""
    found: list[tuple[Path, Any]] = [((*path, key), thing.get(key))]
    for locale, words in (thing.get(f"{key}_localizations") or {}).items():
        where = (*path, f"{key}_localizations", locale)
        if locale not in LOCALES:
            problems.add(where, "ENUM_TYPE_COERCE", f"Discord has no locale {locale!r}")
        found.append((where, words))
    return found


def _options(problems: Problems, options: Any, path: Path, *, depth: int) -> None:
    """*depth* 0 in a command, 1 in a group, 2 in a subcommand."""
    if not lengths.count(options, problems, path, 0, OPTIONS):
        return
    nested = [it.get("type") in _NESTED for it in options]
    if any(nested) and not all(nested):
        problems.add(
            path, "APPLICATION_COMMAND_OPTIONS_MIXED", "subcommands and options cannot stand side by side"
        )
    _unique(problems, options, "name", path, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS")
    optional_before = False
    for index, option in enumerate(options):
        where = (*path, index)
        _chat_names(problems, option, where)
        _descriptions(problems, option, where)
        kind = option.get("type")
        if (kind == OptionKind.GROUP and depth > 0) or (kind == OptionKind.SUBCOMMAND and depth > 1):
            problems.add((*where, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "nested too deep")
        elif kind == OptionKind.GROUP:
            inner = option.get("options") or []
            if any(it.get("type") != OptionKind.SUBCOMMAND for it in inner):
                problems.add(
                    (*where, "options"),
                    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    "a group holds subcommands",
                )
            _options(problems, inner, (*where, "options"), depth=1)
        elif kind == OptionKind.SUBCOMMAND:
            _options(problems, option.get("options") or [], (*where, "options"), depth=2)
        else:
            if option.get("required") and optional_before:
                problems.add(
                    where,
                    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options",
                )
            optional_before = optional_before or not option.get("required")
            _option(problems, option, where)


def _option(problems: Problems, option: Json, path: Path) -> None:
    kind = option.get("type")
    choices = option.get("choices")
    if choices:
        if option.get("autocomplete"):
            problems.add(
                (*path, "autocomplete"),
                "APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES",
                "no autocomplete beside choices",
            )
        if kind not in _WITH_CHOICES:
            problems.add(
                (*path, "choices"), "APPLICATION_COMMAND_OPTIONS_CHOICES_TYPE", "this type takes no choices"
            )
        check_choices(problems, choices, (*path, "choices"), kind)
    if option.get("autocomplete") and kind not in _WITH_CHOICES:
        problems.add(
            (*path, "autocomplete"),
            "APPLICATION_COMMAND_AUTOCOMPLETE_TYPE",
            "this type takes no autocomplete",
        )
    for least, most, kinds in (
        ("min_value", "max_value", _NUMBERS),
        ("min_length", "max_length", (OptionKind.STRING,)),
    ):
        low, high = option.get(least), option.get(most)
        if (low is not None or high is not None) and kind not in kinds:
            problems.add(
                (*path, least), "APPLICATION_COMMAND_OPTIONS_BOUNDS_TYPE", f"this type takes no {least}"
            )
        if low is not None and high is not None and low > high:
            problems.add((*path, least), "APPLICATION_COMMAND_OPTIONS_BOUNDS", f"{least} exceeds {most}")


def check_choices(problems: Problems, choices: Any, path: Path, kind: Any) -> None:
    """Choices of an option, and the answer to an autocomplete (*kind* None: any type)."""
    if not lengths.count(choices, problems, path, 0, CHOICES):
        return
    for index, choice in enumerate(choices):
        where = (*path, index)
        for place, name in _localised(problems, choice, "name", where):
            lengths.text(problems, place, name, 1, 100, required=True)
        value = choice.get("value")
        if kind == OptionKind.STRING or (kind is None and isinstance(value, str)):
            lengths.text(problems, (*where, "value"), value, 1, 100, required=True)
        elif isinstance(value, bool) or not isinstance(value, int | float):
            problems.add((*where, "value"), "NUMBER_TYPE_COERCE", f"{value!r} is no number")
    if kind is not None:
        _unique(problems, choices, "name", path, "APPLICATION_COMMAND_OPTIONS_CHOICES_NAME_ALREADY_EXISTS")


def _unique(problems: Problems, things: list[Json], key: str, path: Path, code: str) -> None:
    """Names once among siblings, in the default language and in every other."""
    for locale in (None, *sorted(LOCALES)):
        seen: set[str] = set()
        for index, thing in enumerate(things):
            own = thing.get(key) if locale is None else (thing.get(f"{key}_localizations") or {}).get(locale)
            if own is None:
                continue
            if own in seen:
                problems.add(
                    (*path, index, key),
                    code,
                    f"{own!r} is used twice{'' if locale is None else f' ({locale})'}",
                )
            seen.add(own)


def _longest(thing: Json, key: str) -> int:
    words = [thing.get(key) or "", *(thing.get(f"{key}_localizations") or {}).values()]
    return max(lengths.length(str(it)) for it in words)
