"""Holds an answer against the passages it was written from, without a model.

A number, a quotation or a link that no passage has is marked as not from the course. A paragraph that cites nothing, but says
what a passage says, gets that passage's number; one that does neither is told apart below the answer. It adds marks of ours
and takes nothing away, and it looks at words alone: a wrong sentence in the words of a passage goes by.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.lessons.values import Passage
from bot.texts.kinds import Released

ATTRIBUTED = 0.6
"""Share of a paragraph's words that one passage must have, for the paragraph to be taken as drawn from it."""
_FEWEST_WORDS = 6
"""A paragraph with fewer different words than this claims too little to need a source ("Here is how:")."""

_FENCE = re.compile(r"(```.*?(?:```|\Z))", re.DOTALL)
_BREAK = re.compile(r"(\n\s*\n)")
_SENTENCE = re.compile(
    r"(?:\s*(?:[-*]\s+)?\**\d{1,2}[.)、]\**\s)?[^\n。！？!?.]*(?:[.](?=\w)[^\n。！？!?.]*)*"
    r"(?:[。！？!?.]+[\"'”’」』)*_]*(?:\s?\[\d{1,2}\])*|\n|\Z)"
)
_CITED = re.compile(r"\[\d{1,2}(?:\s*[,，、]\s*\d{1,2})*\]")
_ORDINAL = re.compile(r"(?m)^\s*(?:[-*]\s+)?\**\d{1,2}[.)、]\**\s")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w]*\w*://)")
_QUOTED = re.compile(r"“([^“”\n]{2,300})”|\"([^\"\n]{2,300})\"|「([^「」\n]{2,200})」|『([^『』\n]{2,200})』")
_LINK = re.compile(r"https?://[^\s<>()`\]]+|`((?:[\w-]+\.)+[a-z]{2,}/[^\s`]*)`")
_WORD = re.compile(r"[a-z]{4,}|\d+")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_NO_LETTERS = re.compile(r"[\W_]+")
_IN_WORDS = {
    **{
        word: str(number)
        for number, word in enumerate("zero one two three four five six seven eight nine ten".split())
    },
    **{word: str(number) for number, word in enumerate("零一二三四五六七八九十")},
    "twelve": "12",
    "两": "2",
    "兩": "2",
    "half": "50",
    "hundred": "100",
    "thousand": "1000",
    "百": "100",
    "千": "1000",
}
_SPELT = re.compile(r"[a-z]+|[零一二两兩三四五六七八九十百千]")
_FEWEST_QUOTED_WORDS, _FEWEST_QUOTED_CHARACTERS = 3, 6
"""Quotation marks around less than this name a term and quote nothing."""


@dataclass(frozen=True, slots=True)
class Grounded:
    """An answer with its marks."""

    text: Released
    has_own_words: bool
    """Whether a paragraph claims something, cites nothing and is like no passage."""


def ground(body: Released, passages: Sequence[Passage], question: str, *, mark: Released) -> Grounded:
    """`body` with `mark` after each sentence that holds a number, quotation or link which neither passages nor question have.

    `passages` are numbered from 1, as the answer cites them. Code is left as it is.
    """
    source = _Source.of([*(passage.text for passage in passages), question])
    words = [_words(f"{passage.heading}\n{passage.text}") for passage in passages]
    own = False
    parts: list[str] = []
    for at, part in enumerate(_FENCE.split(body)):
        if at % 2:
            parts.append(part)
            continue
        for place, block in enumerate(_BREAK.split(part)):
            if place % 2 or not block.strip():
                parts.append(block)
                continue
            block, claimed = _attributed(block, words)
            own = own or claimed
            parts.append(_marked(block, source, mark))
    return Grounded(Released("".join(parts)), own)


def hosts_of(passages: Sequence[Passage]) -> frozenset[str]:
    """The hosts that passages link to; only links to them may stay links."""
    return frozenset(
        host
        for passage in passages
        for found in _LINK.finditer(passage.text)
        if found[0].startswith("http") and (host := urlsplit(found[0]).hostname)
    )


@dataclass(frozen=True, slots=True)
class _Source:
    """What may be said without a mark."""

    numbers: frozenset[str]
    letters: str
    text: str

    @classmethod
    def of(cls, texts: Sequence[str]) -> "_Source":
        text = "\n".join(texts).lower()
        numbers = {_plain(found[0]) for found in _NUMBER.finditer(text)}
        numbers.update(re.findall(r"\d+", text))
        numbers.update(_IN_WORDS[found[0]] for found in _SPELT.finditer(text) if found[0] in _IN_WORDS)
        return cls(frozenset(numbers), _letters(text), text)

    def has_all(self, sentence: str) -> bool:
        said = _ORDINAL.sub("", _CITED.sub("", sentence))
        for link in _LINK.finditer(said):
            if (link[1] or link[0].split("://", 1)[1]).rstrip(".,;:").lower() not in self.text:
                return False
        said = _LINK.sub(" ", said)
        if any(_plain(found[0]) not in self.numbers for found in _NUMBER.finditer(said)):
            return False
        quoted = (next(filter(None, found.groups())) for found in _QUOTED.finditer(said))
        return all(_letters(each) in self.letters for each in quoted if _is_quotation(each))


def _marked(block: str, source: _Source, mark: Released) -> str:
    marked: list[str] = []
    for found in _SENTENCE.finditer(block):
        sentence = found[0]
        if not sentence.strip() or source.has_all(sentence):
            marked.append(sentence)
            continue
        kept = sentence.rstrip()
        space = "" if _HAN.search(kept[-3:]) or kept.endswith(("。", "！", "？")) else " "
        marked.append(f"{kept}{space}{mark}{sentence[len(kept) :]}")
    return "".join(marked)


def _attributed(block: str, passages: Sequence[frozenset[str]]) -> tuple[str, bool]:
    """The paragraph, cited where it follows a passage; and whether it claims something of its own."""
    said = _words(block)
    asks = block.rstrip().endswith(("?", "？", ":", "："))
    if _CITED.search(block) or asks or len(said) < _FEWEST_WORDS:
        return block, False
    shares = [len(said & words) / len(said) for words in passages]
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    if best is None or shares[best] < ATTRIBUTED:
        return block, True
    kept = block.rstrip()
    return f"{kept} [{best + 1}]{block[len(kept) :]}", False


def _words(text: str) -> frozenset[str]:
    """Longer words, numbers, and pairs of Chinese characters."""
    lower = text.lower()
    pairs = (run[place : place + 2] for run in _HAN.findall(lower) for place in range(len(run) - 1))
    return frozenset([*_WORD.findall(lower), *pairs])


def _plain(number: str) -> str:
    whole = number.replace(",", "")
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text.lower())


def _is_quotation(words: str) -> bool:
    han = sum(map(len, _HAN.findall(words)))
    return han >= _FEWEST_QUOTED_CHARACTERS or len(words.split()) >= _FEWEST_QUOTED_WORDS
