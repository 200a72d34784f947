"""What differs between two versions of a lesson: by section, and in a section by words, in English and in Chinese.

Pure and slow (a Chinese text loads a dictionary): run it in a thread.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bot.lessons.authoring.changes import Written, details_of, section_of
from bot.lessons.course import CourseLesson
from bot.texts.locales import Locale

_HAN = re.compile("[\u3400-\u9fff]+")
_TOKEN = re.compile(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+(?:['’-][^\W\u3400-\u9fff]+)*|\s+|.", re.DOTALL)
_PARAGRAPH = re.compile(r"[^\n]*(?:\n\s*|$)")
_MOST_TOKENS = 2_000
"""Tokens on one side; beyond that, texts are told apart by paragraphs alone: comparing takes time by the square."""
_LEFT_IN = 0.35
"""Share of words that two paragraphs must have in common to be shown as one that was changed."""
_NOT_WORDS = re.compile(r"[\W_]+")


class Kind(StrEnum):
    """What happened to a run of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words with the same fate."""

    kind: Kind
    text: str


class Part(StrEnum):
    """What of a lesson changed."""

    DETAILS = "details"
    SECTION = "section"


class Fate(StrEnum):
    """What happened to a section."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs, in one language."""

    part: Part
    fate: Fate
    language: Locale
    heading: str
    """Of the section, as it is now or was last; empty for what the lesson says of itself."""
    runs: tuple[Run, ...]


def changes(old: CourseLesson | None, new: CourseLesson) -> tuple[Change, ...]:
    """Everything that differs, in the order of the newer lesson. Both in the languages that they were written in."""
    found: list[Change] = []
    for language in Locale:
        if language not in new.texts and (old is None or language not in old.texts):
            continue
        found += _details(old, new, language)
        found += _sections(old, new, language)
    return tuple(found)


def compare(old: str, new: str) -> tuple[Run, ...]:
    """The words of two texts as one text: kept, gone, new."""
    if old == new:
        return (Run(Kind.SAME, new),) if new else ()
    before, after = _paragraphs(old), _paragraphs(new)
    runs: list[Run] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, came = "".join(before[a:b]), "".join(after[c:d])
        if tag == "equal":
            runs.append(Run(Kind.SAME, came))
        else:
            runs += _by_words(gone, came)
    return _joined(runs)


def count_words(runs: Sequence[Run], kind: Kind) -> int:
    """How many words (Chinese: characters) are of this kind."""
    text = "".join(run.text for run in runs if run.kind is kind)
    han = sum(map(len, _HAN.findall(text)))
    return han + len([word for word in _NOT_WORDS.split(_HAN.sub(" ", text)) if word])


def _details(old: CourseLesson | None, new: CourseLesson, language: Locale) -> list[Change]:
    before = details_of(old, language) if old else None
    after = details_of(new, language)
    if before == after:
        return []
    fate = Fate.ADDED if before is None else Fate.REMOVED if after is None else Fate.CHANGED
    runs = compare(
        "\n".join((before.title, before.summary, *before.goals)) if before else "",
        "\n".join((after.title, after.summary, *after.goals)) if after else "",
    )
    return [Change(Part.DETAILS, fate, language, "", runs)]


def _sections(old: CourseLesson | None, new: CourseLesson, language: Locale) -> Iterator[Change]:
    order = [one.id for one in new.plan]
    order += [one.id for one in (old.plan if old else ()) if one.id not in set(order)]
    for section_id in order:
        before = section_of(old, language, section_id) if old else Written("", "")
        after = section_of(new, language, section_id)
        if before == after:
            continue
        fate = Fate.ADDED if before.is_empty else Fate.REMOVED if after.is_empty else Fate.CHANGED
        runs = compare(_whole(before), _whole(after))
        yield Change(Part.SECTION, fate, language, after.heading or before.heading, runs)


def _whole(section: Written) -> str:
    return f"{section.heading}\n\n{section.markdown}" if section.heading else section.markdown


def _by_words(old: str, new: str) -> list[Run]:
    before, after = _tokens(old), _tokens(new)
    if not before or not after or max(len(before), len(after)) > _MOST_TOKENS:
        return [Run(Kind.GONE, old), Run(Kind.NEW, new)]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _LEFT_IN:
        return [Run(Kind.GONE, old), Run(Kind.NEW, new)]
    runs = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            runs.append(Run(Kind.SAME, "".join(after[c:d])))
        else:
            runs += [Run(Kind.GONE, "".join(before[a:b])), Run(Kind.NEW, "".join(after[c:d]))]
    return runs


def _tokens(text: str) -> list[str]:
    """Words with the blanks behind them; put together they are the text."""
    found: list[str] = []
    for token in _TOKEN.findall(text):
        if token.isspace() and found:
            found[-1] += token
        elif _HAN.match(token):
            import rjieba  # loads a dictionary: only where Chinese is met

            found += rjieba.cut(token)
        else:
            found.append(token)
    return found


def _paragraphs(text: str) -> list[str]:
    return [found for found in _PARAGRAPH.findall(text) if found]


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Without empty runs, and neighbours of a kind as one."""
    made: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if made and made[-1].kind is run.kind:
            made[-1] = Run(run.kind, made[-1].text + run.text)
        else:
            made.append(run)
    return tuple(made)
