"""What of a lesson's text can be asked for: its sentences, and the terms in them. Pure functions of a section.

First comes what the author marked, what a sentence defines and what the heading names; then the words that say most. Slow the first time
(dictionaries load): not on the event loop.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from bot.lessons.commonmark import inline_words, parse
from bot.lessons.naming import names_in
from bot.lessons.tokens import chinese_words, english_stems
from bot.lessons.values import Section
from bot.lessons.vectors import words as word_vectors

_MARKS = ("strong_open", "em_open")
_ENDS = re.compile(r"(?<=[。！？])|(?<=[.!?])(?=\s)")
_LEAST, _LEAST_CHINESE, _MOST = 24, 10, 400
"""Characters of a sentence that something can be left out of."""
_TERM = re.compile(r"[^\W\d_][\w’'+#./-]*(?:[ -][\w’'+#./-]+){0,3}")
_LONGEST_TERM, _LONGEST_CHINESE = 40, 10
_HAN = re.compile(r"[\u3400-\u9fff]")
_POINTS_BACK = re.compile(
    r"(?:it|this|that|these|those|they|he|she|such|so|here|there|both|each of|one of them|then)\b|[它这這那其他她此]|因此|所以|[于於]是|同[样樣]|前者|[后後]者|例如|比如",
    re.IGNORECASE,
)
"""How a sentence begins that needs the one before it."""
_DEFINES = re.compile(
    r"^(?:an?\s|the\s)?\s*(?P<begins>[A-Za-z][\w-]*(?:[ -][\w-]+){0,3}?)(?:\s\([^)]*\))?\s+"
    r"(?:(?:is|are)\s+(?:an?|the|one|any|how|when|where)\s|means\b|refers\s+to\b|describes\b|stands\s+for\b)"
    r"|\b(?:is|are)\s+(?:called|known\s+as|named)\s+(?:an?\s|the\s)?(?P<called>[\w-]+(?:[ -][\w-]+)?)"
    r"|^(?P<zh_begins>[\w\u3400-\u9fff -]{2,14}?)(?:（[^）]*）)?(?:是指|指的是|就是|是[说說]|是一[种種类類个個套]|的意思是)"
    r"|(?:叫做|叫作|[称稱](?:为|為|作|之为|之為))[“「]?(?P<zh_called>[\w\u3400-\u9fff-]{2,12})",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“「](?P<quoted>[^”」]{2,6}|[^”」\u3400-\u9fff]{2,20})[”」]")
_PAIRED = (("“", "”"), ("「", "」"), ("(", ")"), ("（", "）"))
_SAYS_MUCH, _UNKNOWN = 1.0, 3.0
"""Inverse document frequency from which a word is worth being asked for, and that of a word which is not known."""
_LETTERS = 4
"""Letters at least of an English word that nobody marked."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A term that can be left out of a sentence of a section."""

    term: str
    """As it stands in the sentence, once."""
    sentence: str
    section: Section


def named_gaps(section: Section) -> Iterator[Gap]:
    """Gaps for terms that the author marked, defined, quoted or put into the heading; one for each term."""
    found = _text_of(section)
    defined = [
        term for one in found.sentences for match in _DEFINES.finditer(one) for term in match.groups() if term
    ]
    quoted = [match["quoted"] for one in found.sentences for match in _QUOTED.finditer(one)]
    yield from _gaps(
        [*found.marked, *defined, *quoted, *names_in([section.heading])], found.sentences, section
    )


def telling_gaps(section: Section) -> Iterator[Gap]:
    """Gaps for the words that say most by themselves, in what they say and how often the section says them."""
    found = _text_of(section)
    text = "\n".join(found.sentences)
    counts: Counter[str] = Counter()
    if _HAN.search(text):
        counts.update(word for word in chinese_words(text) if len(word) > 1 and _HAN.match(word))
    forms: dict[str, str] = {}
    for word in re.findall(r"[A-Za-z][A-Za-z-]+", text):
        stems = english_stems(word)
        if len(stems) == 1 and len(word) >= _LETTERS:
            forms.setdefault(stems[0], word)
            counts[stems[0]] += 1
    weighed = {token: _weight(token) for token in counts}
    telling = [token for token in counts if weighed[token] >= _SAYS_MUCH]
    telling.sort(key=lambda token: -counts[token] * weighed[token])
    yield from _gaps([forms.get(token, token) for token in telling], found.sentences, section)


@dataclass(frozen=True, slots=True)
class _Text:
    sentences: tuple[str, ...]
    marked: tuple[str, ...]


def _text_of(section: Section) -> _Text:
    """The sentences of paragraphs and lists that stand by themselves, and what is bold or slanted in them."""
    sentences: list[str] = []
    marked: list[str] = []
    is_prose = True
    for token in parse(section.markdown):
        if token.type in ("heading_open", "table_open"):
            is_prose = False
        elif token.type in ("heading_close", "table_close"):
            is_prose = True
        elif token.type == "inline" and is_prose:
            sentences += _sentences(" ".join(inline_words(token).split()))
            marked += _marked(token)
    return _Text(tuple(sentences), tuple(marked))


def _sentences(text: str) -> Iterator[str]:
    for sentence in map(str.strip, _ENDS.split(text)):
        least = _LEAST_CHINESE if _HAN.search(sentence) else _LEAST
        if (
            least <= len(sentence) <= _MOST
            and not _POINTS_BACK.match(sentence)
            and not sentence.endswith(("?", "？", ":", "："))
            and "://" not in sentence
            and all(sentence.count(left) == sentence.count(right) for left, right in _PAIRED)
        ):
            yield sentence


def _marked(inline: Token) -> Iterator[str]:
    children = inline.children or []
    for at, child in enumerate(children):
        if child.type in _MARKS:
            ends = child.type.replace("open", "close")
            words = []
            for inside in children[at + 1 :]:
                if inside.type == ends:
                    break
                words.append(inside.content)
            yield "".join(words)


def _gaps(terms: Iterable[str], sentences: tuple[str, ...], section: Section) -> Iterator[Gap]:
    seen: set[str] = set()
    for term in (one.strip(" :：.。,，、;；“”\"'「」") for one in terms):
        if term.casefold() in seen or not _may_be_asked_for(term):
            continue
        fitting = [one for one in sentences if _fits(term, one)]
        if fitting:
            seen.add(term.casefold())
            yield Gap(term, min(fitting, key=lambda one: not defines(term, one)), section)


def _may_be_asked_for(term: str) -> bool:
    if _HAN.search(term):
        return 2 <= len(term) <= _LONGEST_CHINESE and bool(chinese_words(term))
    if not 2 <= len(term) <= _LONGEST_TERM or _TERM.fullmatch(term) is None:
        return False
    first, *_, last = [term.split()[0], term.split()[-1]]
    return bool(english_stems(first) and english_stems(last))


def _fits(term: str, sentence: str) -> bool:
    """Whether the term stands in the sentence once, as whole words, and most of the sentence is left without it."""
    return len(list(_standing(term, sentence))) == 1 and len(term) * 3 < len(sentence)


def _standing(term: str, sentence: str) -> Iterator[re.Match[str]]:
    """Where a term stands, in any case; one in Latin letters not within another word."""
    words = re.escape(term)
    whole = words if _HAN.search(term) else f"(?<![A-Za-z0-9]){words}(?![A-Za-z0-9])"
    return re.finditer(whole, sentence, re.IGNORECASE)


def without(gap: Gap, blank: str) -> str:
    """The sentence of a gap with a blank in the place of the term."""
    (there,) = _standing(gap.term, gap.sentence)
    return gap.sentence[: there.start()] + blank + gap.sentence[there.end() :]


def defines(term: str, sentence: str) -> bool:
    """Whether the sentence says what the term is."""
    return any(
        term.casefold() == found.casefold().strip()
        for match in _DEFINES.finditer(sentence)
        for found in match.groups()
        if found
    )


def _weight(token: str) -> float:
    table = word_vectors.load()
    row = word_vectors.row_of(table, token)
    return _UNKNOWN if row is None else float(table.weights[row])
