"""The sentences themselves: read once from the Fluent files, then only looked up.

Nothing here may be given a person's or a model's words: a variable is a number or text that was released
already.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final, cast

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from bot.texts.babel_data import keep_numbers_alone
from bot.texts.command_names import COMMAND, CommandIds, NameCommands
from bot.texts.kinds import Released
from bot.texts.locales import Locale

_HERE: Final = Path(__file__).parent
_GROUPED: Final = 1000
"""From here on languages write numbers in groups of digits."""


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
        keep_numbers_alone()

    def say(self, locale: Locale, key: str, **values: Released | float) -> Released:
        """The sentence `key` in the language `locale`, its variables filled in.

        Numbers are written as that language writes them (1,200). Raises `MissingText` for an unknown key or a
        variable that was not given.
        """
        sentences = self._sentences[locale]
        if (words := sentences.fixed.get(key)) is not None:
            return words
        if (filled := sentences.filled(key, values)) is not None:
            return filled
        bundle = sentences.with_message(key)
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
        return self._sentences[locale].has(key)


class _Sentences:
    """Those of one language.

    Three of four have nothing to be filled in and are mere text. The others wait as they stand in their file, and become
    one of Fluent's trees, which take ten times the memory, when they are said for the first time.
    """

    def __init__(self, locale: Locale, command: Callable[[str], str]) -> None:
        self.fixed: dict[str, Released] = {}
        self._waiting: dict[str, str] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._bundle = FluentBundle(
            [locale.value], functions={COMMAND: cast(Any, command)}, use_isolating=False
        )

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self.fixed or key in self._waiting or self._bundle.has_message(key)

    def take(self, entry: ast.Message, source: str) -> None:
        """Take a sentence in, with what stands in the file for it. Raises `MissingText` where it is there already."""
        if self.has(entry.id.name):
            raise MissingText(f"{entry.id.name!r} exists twice")
        words = _fixed(NameCommands().visit(entry))
        if words is not None:
            self.fixed[entry.id.name] = words
        else:
            self._waiting[entry.id.name] = source

    def filled(self, key: str, values: Mapping[str, Released | float]) -> Released | None:
        """The sentence with its values, where it was said before and nothing but words is put between words.

        Fluent takes fifty times as long for that. Numbers from a thousand on are its own: each language writes them in its way.
        """
        if (parts := self._parts.get(key)) is None:
            return None
        said = list(parts)
        for at in range(1, len(said), 2):
            value = values.get(said[at])
            if isinstance(value, str):
                said[at] = value
            elif type(value) is int and -_GROUPED < value < _GROUPED:
                said[at] = str(value)
            else:
                return None
        return Released("".join(said))

    def with_message(self, key: str) -> FluentBundle:
        """Fluent's bundle, with the sentence `key` in it if there is one."""
        if (source := self._waiting.get(key)) is not None:
            resource = NameCommands().visit(FluentParser(with_spans=False).parse(source))
            self._bundle.add_resource(resource)
            if (parts := _parts(resource.body[0])) is not None:
                self._parts[key] = parts
            self._waiting.pop(key, None)  # another thread may have been as quick
        return self._bundle


def _read(locale: Locale, folder: Path, command: Callable[[str], str]) -> _Sentences:
    sentences, parser = _Sentences(locale, command), FluentParser()
    for file in sorted(folder.glob("*.ftl")):
        source = file.read_text(encoding="utf-8")
        for entry in parser.parse(source).body:
            if isinstance(entry, ast.Junk):
                raise MissingText(f"{locale}/{file.name}: not Fluent: {(entry.content or '').strip()[:80]!r}")
            if isinstance(entry, ast.Message) and entry.span is not None:
                try:
                    sentences.take(entry, source[entry.span.start : entry.span.end])
                except MissingText as error:
                    raise MissingText(f"{locale}/{file.name}: {error}") from None
    return sentences


def _fixed(entry: ast.EntryType) -> Released | None:
    """The words of a sentence that is nothing but words."""
    if not isinstance(entry, ast.Message) or entry.value is None or entry.attributes:
        return None
    match entry.value.elements:
        case [ast.TextElement(value=words)]:
            return Released(words)
    return None


def _parts(entry: ast.EntryType) -> tuple[str, ...] | None:
    """The words of a sentence and the names of what stands between them, in turn; None where it is more than that."""
    if not isinstance(entry, ast.Message) or entry.value is None:
        return None
    parts = [""]
    for element in entry.value.elements:
        match element:
            case ast.TextElement(value=words):
                parts[-1] += words
            case ast.Placeable(expression=ast.VariableReference(id=name)):
                parts += (name.name, "")
            case _:
                return None
    return tuple(parts)
