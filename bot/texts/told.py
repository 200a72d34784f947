"""Sentences about somebody's file that are found deep down, where no language is known, and said in one further up.

In a log and a terminal they read as English; nothing that stood in the file is shown but through `quote`.
"""

from collections.abc import Callable, Mapping
from typing import Self

from bot.texts.catalogue import Texts
from bot.texts.kinds import Released
from bot.texts.locales import Locale


class Told(str):
    """An English sentence that knows its key, and what goes into it."""

    key: str
    values: Mapping[str, str | int]
    about: tuple[str, str]
    """The key of a sentence that names what this is about, and the name (`$item`, before `$what`); two empty texts for none."""

    @classmethod
    def telling(
        cls, english: str, key: str, values: Mapping[str, str | int], about: tuple[str, str] = ("", "")
    ) -> Self:
        """A sentence; `english` has the places of the values in braces."""
        shown = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        sentence = english.format_map(shown)
        made = cls(f"{about[1]}: {sentence}" if about[1] else sentence)
        made.key, made.values, made.about = key, dict(values), about
        return made


def told_in(locale: Locale, what: str, texts: Texts, quote: Callable[[str], Released]) -> Released:
    """A sentence in a language, if it can be said in one; `quote` makes harmless what stood in the file."""
    if not isinstance(what, Told):
        return quote(what)
    values: dict[str, Released | float] = {
        name: quote(value) if isinstance(value, str) else value for name, value in what.values.items()
    }
    sentence = texts.say(locale, what.key, **values)
    key, name = what.about
    return texts.say(locale, key, item=quote(name), what=sentence) if name else sentence
