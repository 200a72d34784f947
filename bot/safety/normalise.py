"""One text, read as a person means it: the views that rules are matched against.

Views are for matching alone. They are never shown, stored or sent to a model; what goes on is `Reading.seen`.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

import opencc
import yaml

from bot.safety.disguise import decoded, respelt, turned
from bot.safety.hidden import without_hidden


class Sign(StrEnum):
    """What normalising a text brought to light."""

    HIDDEN = "hidden"
    """Characters that nobody sees, beyond what editors leave behind."""
    LOOKALIKE = "lookalike"
    """Letters of another alphabet inside a Latin word."""
    RESPELT = "respelt"
    """Digits for letters, or letters set apart."""
    ENCODED = "encoded"
    """A segment in base64, hexadecimal, ROT13 and the like that says something."""


@dataclass(frozen=True, slots=True)
class View:
    """One way to read the text: folded to lower case, simplified Chinese, single spaces."""

    text: str
    plain: bool
    """Whether this is the text itself, and not what a disguise was undone to."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with all its views. The first view is the plain one."""

    seen: str
    """The text as written, without hidden characters."""
    views: tuple[View, ...]
    signs: frozenset[Sign]
    language: str
    """"zh" when a good part of the letters are Chinese, else "en"."""


_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile("[A-Za-z]")
_ACCENTS = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_MIXED_WORD = re.compile("[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]")
_LONG_LIGATURES = {0xFDFA: " ", 0xFDFB: " "}
"""NFKC makes 18 letters of one of these: the only way to blow a message up."""
_OBJECTS = re.compile(r"<a?:(\w{2,32}):\d{5,25}>|<(?:@[!&]?|#|id:)[\w]{1,25}>|</[^:<>]{1,99}:\d{5,25}>")
_MARKUP = str.maketrans({"*": "", "|": "", "`": "", "~": "", "_": " ", "\u3000": " "})
_SPACES = re.compile(r"\s+")
_CHINESE_GAPS = re.compile("(?<=[\u3400-\u9fff])[ .\\-_*/|·•~^+#@&,'\"=\\\\]{1,3}(?=[\u3400-\u9fff])")
_AROUND_MARKS = re.compile(
    "(?<=[\u3400-\u9fff])[ ·•.*]+(?=[,。!?;:、“”])|(?<=[,。!?;:、“”])[ ·•*]+(?=[\u3400-\u9fff])"
)
_APART = re.compile(r"(?:[a-z0-9@$!][ .\-/,*|~^+]{1,3}){5,}")


class Normaliser:
    """Makes readings. Holds the tables (about 5 MB for OpenCC, 15 ms to build); share one."""

    def __init__(self, known_words: Collection[str] = ()) -> None:
        """`known_words`: words that rules look for, so that letters without gaps can be cut into them."""
        self._known = frozenset(known_words) | _COMMON_WORDS
        self._lookalikes = _read_lookalikes()
        self._simplify = opencc.OpenCC("t2s").convert

    def read(self, text: str) -> Reading:
        """All views of `text`. Time is linear in its length."""
        seen = without_hidden(text)
        signs: set[Sign] = {Sign.HIDDEN} if seen.suspicious or seen.smuggled else set()
        plain = self.fold(seen.text)
        if _MIXED_WORD.search(seen.text):
            signs.add(Sign.LOOKALIKE)
        others: list[str] = []
        loose = self._fold(seen.text) if _APART.search(plain) else plain
        respellings = (_SPACES.sub(" ", each) for each in respelt(loose, self._known))
        self._add(others, (each for each in respellings if each != plain), signs, Sign.RESPELT)
        hidden_words = [seen.smuggled] if seen.smuggled else []
        self._add(others, (self.fold(said) for said in hidden_words), signs, Sign.HIDDEN)
        said = [each for each in decoded(seen.text) if _worth_reading(each)]
        said += [inner for each in said for inner in decoded(each) if _worth_reading(inner)]
        self._add(others, (self.fold(each) for each in said), signs, Sign.ENCODED)
        self._add(others, turned(plain, self._known), signs, Sign.ENCODED)
        views = [View(plain, plain=True)]
        views += [View(other, plain=False) for other in dict.fromkeys(others) if other != plain]
        return Reading(seen.text, tuple(views), frozenset(signs), language_of(seen.text))

    def fold(self, text: str) -> str:
        """One view of `text`: compatibility forms, accents, look-alikes, markup, case and script folded."""
        return _SPACES.sub(" ", self._fold(text)).strip()

    def _fold(self, text: str) -> str:
        """As `fold`, every space kept: between letters set apart, a wider gap ends a word."""
        text = _OBJECTS.sub(r"\1", text) if "<" in text else text
        if not text.isascii():
            text = unicodedata.normalize("NFKD", text.translate(_LONG_LIGATURES))
            text = unicodedata.normalize("NFKC", _ACCENTS.sub("", text)).translate(self._lookalikes)
            if _CHINESE.search(text):
                text = _AROUND_MARKS.sub("", _CHINESE_GAPS.sub("", self._simplify(text)))
        return text.translate(_MARKUP).lower()

    @staticmethod
    def _add(others: list[str], found: Iterable[str], signs: set[Sign], sign: Sign) -> None:
        before = len(others)
        others.extend(found)
        if len(others) > before:
            signs.add(sign)


def language_of(text: str) -> str:
    """ "zh" when at least one letter in seven is Chinese, else "en"."""
    chinese = len(_CHINESE.findall(text))
    if not chinese:
        return "en"
    return "zh" if chinese * 6 >= len(_LATIN.findall(text)) else "en"


def _worth_reading(said: str) -> bool:
    letters = sum(character.isalpha() for character in said)
    return letters >= 4 and letters * 2 >= len(said)


def _read_lookalikes() -> dict[int, str]:
    table = yaml.safe_load(files("bot.safety").joinpath("data", "lookalikes.yaml").read_text("utf-8"))
    return {ord(other): letter for letter, others in table.items() for other in others}


_COMMON_WORDS = frozenset(
    "a about all and are as at be but by can do does for from give have how i if in is it me my no not now of on"
    " one or out please say show so tell that the then this to up us want was we what when who will with you your"
    " ignore previous instructions prompt system print reveal forget everything above make build kill myself".split()
)
