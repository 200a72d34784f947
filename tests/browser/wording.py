"""What a step of a test types, presses or looks for, in the language of the person at the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bot.texts import catalogue
from bot.texts.catalogue import Texts, plain
from bot.texts.locales import Locale

TEXTS = Texts()
_VARIABLES = {
    name
    for file in (Path(catalogue.__file__).parent / "en").glob("*.ftl")
    for name in re.findall(r"\$([\w-]+)", file.read_text(encoding="utf-8"))
}

_PLACE = "\x1f"
_NOT_LITERAL = re.compile(rf"{_PLACE}|`[^`]*`|[*_~>#\n]+|^-# ?|^- ", re.MULTILINE)
"""What the page draws otherwise than it is written: values, commands, Markdown."""


@dataclass(frozen=True, slots=True)
class Both:
    """Words of a person's, or words to look for, in each language in which commands are tried."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Key:
    """A sentence of the bot's, by its key in `bot/texts`."""

    name: str
    public: bool = False
    """Whether it stands where all can see it, and so in the server's language, English."""


Words = Both | Key | str


def in_words(what: Words, locale: Locale) -> str:
    """What to type or press. Of a sentence it is the longest piece without values and Markdown: enough to know it by."""
    match what:
        case str():
            return what
        case Both(en, zh):
            return en if locale is Locale.EN else zh
        case Key(name, public):
            return _core(name, Locale.EN if public else locale)


def _core(key: str, locale: Locale) -> str:
    pieces = [it.strip() for it in _NOT_LITERAL.split(_with(_PLACE, key, locale))]
    counted = [_with(count, key, locale) for count in (0, 1)]
    lasting = [it for it in pieces if all(it in other for other in counted)]
    core = max(lasting, key=len, default="")
    assert core, f"the text {key} has nothing that always stands there: look for something else"
    return core


def _with(value: str | int, key: str, locale: Locale) -> str:
    """A sentence with one value in all its places."""
    said = plain(value) if isinstance(value, str) else value
    return TEXTS.say(locale, key, **dict.fromkeys(_VARIABLES, said))


BROKEN = re.compile("|".join(re.escape(in_words(Key("common-incident"), it)) for it in Locale))
"""What the bot says, to one or to all, when something broke on its side."""
