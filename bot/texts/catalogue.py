"""The sentences themselves: read once from the Fluent files, then only looked up.

Nothing here may be given a person's or a model's words: a variable is a number or text that was released
already.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final, cast

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from bot.texts.command_names import COMMAND, CommandIds, NameCommands
from bot.texts.kinds import Released
from bot.texts.locales import Locale

_HERE: Final = Path(__file__).parent


class MissingText(LookupError):
    """A sentence, or a variable it needs, that does not exist: a fault of ours, found by the tests."""


def plain(value: str) -> Released:
    """A value of our own (an id, a date, a model's name) as text that may be shown.

    Never for a person's or a model's words: those pass the release gate.
    """
    return Released(value)


class Texts:
    """Every sentence of the bot in every language it speaks."""

    def __init__(self, folder: Path = _HERE) -> None:
        """Read `<folder>/<locale>/<family>.ftl`; raises `MissingText` for a broken or doubled entry."""
        self.commands = CommandIds()
        self._sentences = {
            locale: _read(locale, folder / locale.value, partial(self.command, locale)) for locale in Locale
        }

    def say(self, locale: Locale, key: str, **values: Released | float) -> Released:
        """The sentence `key` in the language `locale`, its variables filled in.

        Numbers are written as that language writes them (1,200). Raises `MissingText` for an unknown key or a
        variable that was not given.
        """
        fixed, bundle = self._sentences[locale]
        if key in fixed:
            return fixed[key]
        try:
            pattern = bundle.get_message(key).value
        except LookupError:
            raise MissingText(f"{locale}: no text {key!r}") from None
        if pattern is None:
            raise MissingText(f"{locale}: text {key!r} is empty")
        text, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise MissingText(f"{locale}: text {key!r}: {errors[0]}")
        return Released(str(text))

    def command(self, locale: Locale, name: str) -> str:
        """A command as a sentence names it: to be pressed where its id is known, else by its name in that language."""
        if (mention := self.commands.mention(name)) is not None:
            return mention
        words = name.split(" ")
        keys = ["-".join(("commands", *words[: at + 1], "name")) for at in range(len(words))]
        local = [
            self.say(locale, key) if self.has(locale, key) else word
            for key, word in zip(keys, words, strict=True)
        ]
        return f"`/{' '.join(local)}`"

    def has(self, locale: Locale, key: str) -> bool:
        """Whether the sentence exists in that language."""
        fixed, bundle = self._sentences[locale]
        return key in fixed or bundle.has_message(key)


def _read(
    locale: Locale, folder: Path, command: Callable[[str], str]
) -> tuple[dict[str, Released], FluentBundle]:
    """The sentences in which nothing is ever filled in, and Fluent's bundle of the others.

    Three of four are of the first kind; as mere text they take a tenth of the memory of Fluent's trees.
    """
    fixed: dict[str, Released] = {}
    bundle = FluentBundle([locale.value], functions={COMMAND: cast(Any, command)}, use_isolating=False)
    parser = FluentParser(with_spans=False)  # positions are a third of the tree, and nobody asks for them
    seen: set[str] = set()
    for file in sorted(folder.glob("*.ftl")):
        resource = parser.parse(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise MissingText(f"{locale}/{file.name}: not Fluent: {(entry.content or '').strip()[:80]!r}")
            if isinstance(entry, ast.Message):
                if entry.id.name in seen:
                    raise MissingText(f"{locale}/{file.name}: {entry.id.name!r} exists twice")
                seen.add(entry.id.name)
        named = NameCommands().visit(resource)
        fixed |= {entry.id.name: text for entry in named.body if (text := _fixed(entry)) is not None}
        named.body = [entry for entry in named.body if _fixed(entry) is None]
        bundle.add_resource(named)
    return fixed, bundle


def _fixed(entry: ast.EntryType) -> Released | None:
    """The words of a sentence that is nothing but words."""
    if not isinstance(entry, ast.Message) or entry.value is None or entry.attributes:
        return None
    match entry.value.elements:
        case [ast.TextElement(value=words)]:
            return Released(words)
    return None
