"""A toy language model: counts which word (in Chinese: which character) follows which in the course's own lessons.

It understands nothing and is named a toy wherever it is shown; but every candidate is known, so its arithmetic is exact.
Counting reads the lessons: run it in the workshop.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random

import opencc

from bot.explain.sampling import draw, reshape
from bot.lessons.commonmark import words_of
from bot.texts.locales import Locale

LONGEST_CONTEXT = 2
"""Words or characters that the next one depends on."""
_ENOUGH = 3
"""A context that occurred less often leaves the say to a shorter one."""
_ENGLISH = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|\d+(?:[.,]\d+)*|[.,;:!?]")
_CHINESE = re.compile(r"[\u3400-\u9fff]|[A-Za-z]+|\d+|[，。；：！？、]")
_NO_PROSE = re.compile(r"\A---\n.*?\n---\n|\{#[^}\s]+\}", re.DOTALL)
"""Front matter and the ids of headings."""

Followers = Mapping[tuple[str, ...], Counter[str]]
"""For each context, how often each word follows it."""


def next_words(course: Path, prompt: str, locale: Locale) -> tuple[tuple[str, float], ...]:
    """Every word that may follow, with its natural-log probability, the likeliest first."""
    counted = _counted(course, locale.is_chinese)
    words = pieces(prompt, locale)
    for length in range(min(LONGEST_CONTEXT, len(words)), -1, -1):
        followers = counted.get(tuple(words[len(words) - length :]))
        if followers is not None and (followers.total() >= _ENOUGH or length == 0):
            total = followers.total()
            ranked = sorted(followers.items(), key=lambda one: (-one[1], one[0]))
            return tuple((_written(word, locale), math.log(count / total)) for word, count in ranked)
    return ()


def continuation(
    course: Path, prompt: str, locale: Locale, *, temperature: float, top_p: float, seed: int, length: int
) -> str:
    """The prompt's next words, drawn one by one; the same `seed` draws the same ones."""
    chance = Random(seed)
    text = prompt
    written: list[str] = []
    for _ in range(length):
        shape = reshape(next_words(course, text, locale), temperature=temperature, top_p=top_p, complete=True)
        word = draw(shape.chances, chance)
        written.append(word)
        text = f"{text}{word}" if locale.is_chinese else f"{text} {word}"
    return _joined(written, locale)


def pieces(text: str, locale: Locale) -> list[str]:
    """A text as the toy reads it: small letters, simplified characters."""
    if locale.is_chinese:
        return _CHINESE.findall(_converter("t2s").convert(text).lower())
    return _ENGLISH.findall(text.lower().replace("’", "'"))


@cache
def _counted(course: Path, chinese: bool) -> Followers:
    locale = Locale.ZH_CN if chinese else Locale.EN
    counted: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for path in sorted((course / locale.value / "lessons").glob("*.md")):
        text = words_of(_NO_PROSE.sub("", path.read_text(encoding="utf-8")))
        words = pieces(text, locale)
        for place, word in enumerate(words):
            for length in range(min(LONGEST_CONTEXT, place) + 1):
                counted[tuple(words[place - length : place])][word] += 1
    return dict(counted)


def _written(word: str, locale: Locale) -> str:
    return str(_converter("s2tw").convert(word)) if locale is Locale.ZH_TW else word


def _joined(words: list[str], locale: Locale) -> str:
    if locale.is_chinese:
        return "".join(words)
    return re.sub(r" ([.,;:!?])", r"\1", " ".join(words))


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)
