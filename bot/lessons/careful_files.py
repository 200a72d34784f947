"""Reads files that people wrote, and notes every mistake instead of stopping at the first.

Whatever a file holds, nothing here raises: a value that is wrong is noted, and a harmless one takes its place.
"""

import re
from pathlib import Path

import yaml

from bot.lessons import yaml_lines
from bot.lessons.mistakes import Mistake
from bot.lessons.yaml_lines import Lined

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 64


class CarefulFiles:
    """The files under one folder, and what was wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.mistakes: list[Mistake] = []

    def wrong(self, where: str, line: int, what: str) -> None:
        """Note a mistake; `line` is from 1, or 0 for the whole file."""
        self.mistakes.append(Mistake(where, line, what))

    def read(self, where: str) -> str | None:
        """The text of a file, without a byte order mark; None where it cannot be had."""
        try:
            return (self.root / where).read_text("utf-8-sig")
        except FileNotFoundError:
            self.wrong(where, 0, "this file is missing")
        except (OSError, UnicodeDecodeError) as error:
            self.wrong(where, 0, f"this file cannot be read as UTF-8 text ({type(error).__name__})")
        return None

    def yaml(self, where: str, text: str, *, first_line: int = 1) -> object:
        """The data of a YAML text that begins on `first_line` of its file; an empty mapping where it is none."""
        try:
            return yaml_lines.load(text, first_line=first_line)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + first_line if error.problem_mark else 0
            self.wrong(where, line, f"not YAML: {error.problem}")
        except yaml.YAMLError as error:
            self.wrong(where, 0, f"not YAML: {error}")
        return Lined()

    def mapping_file(self, where: str) -> Lined:
        """A YAML file that holds one mapping."""
        text = self.read(where)
        data = self.yaml(where, text) if text is not None else Lined()
        if isinstance(data, Lined):
            return data
        self.wrong(where, 1, "the file must hold `name: value` lines")
        return Lined()

    def text(self, where: str, entry: Lined, name: str) -> str:
        """A value that must be a text with something in it."""
        value = entry.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.wrong(where, entry.line, f"`{name}` must be a text")
        return ""

    def texts(self, where: str, entry: Lined, name: str) -> tuple[str, ...]:
        """A value that must be a list of texts; none where it is left out."""
        value = entry.get(name, [])
        if isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
            return tuple(one.strip() for one in value)
        self.wrong(where, entry.line, f"`{name}` must be a list of texts (numbers, yes and no need quotes)")
        return ()

    def minutes(self, where: str, entry: Lined) -> int:
        """How long an entry takes to read, 1 to 240."""
        value = entry.get("minutes")
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 240:
            return value
        self.wrong(where, entry.line, "`minutes` must be a whole number from 1 to 240")
        return 1

    def id(self, where: str, entry: Lined) -> str:
        """The id of an entry: small letters, digits and hyphens, 64 characters at most."""
        value = entry.get("id")
        if isinstance(value, str) and _ID.fullmatch(value) and len(value) <= _LONGEST_ID:
            return value
        self.wrong(where, entry.line, f"`id` must be small letters, digits and hyphens, not {value!r}")
        return str(value)
