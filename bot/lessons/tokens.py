"""Our own search tokens: stems for English, words and character pairs for Chinese.

The index and the question must go through the same functions, or nothing is found. Text comes in as
plain words (no Markdown); whatever script it is in, it never raises.
"""

import re
import threading
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import Stemmer  # type: ignore[import-not-found]  # a compiled module without types

from bot.lessons.numbered import named_lesson
from bot.lessons.traditional import in_mainland_words, to_simplified

QUESTION_CHARACTERS = 1_000
"""Characters of a question that are looked at; keeps the work for one question bounded."""

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN_CHARACTER = re.compile(f"[{_HAN}]")
_LATIN_WORD = re.compile(r"[^\W_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_RUN = re.compile(f"[{_HAN}]+|" + _LATIN_WORD.pattern)
_LONGEST_WORD = 40
_FREQUENT = 10_000
"""How often a word of ours is taken to occur, so that it is not cut."""
_GRAMMAR = frozenset(
    "用要有不会能个把被让跟和与就都还也又再很太更最往从对给为谁是在到得地着过了的这那去来想可"
)
"""Characters that are taken off the ends of what is no word; others, such as 后 of 后端, may be part of one."""
_LONGEST_GRAMMAR = 3
"""Characters of the longest stop word that is taken off."""
_MOST_TOKENS = 64  # of one question, in each way of cutting it


def _words(name: str) -> frozenset[str]:
    return frozenset((Path(__file__).parent / "data" / name).read_text("utf-8").split())


# Words that carry no subject: grammar, and the ways a question is put ("what is", "can you explain").
_ENGLISH_STOP_WORDS = _words("stop_words_en.txt")
_CHINESE_STOP_WORDS = _words("stop_words_zh.txt")
# A Snowball stemmer keeps the word it works on in itself, so each thread has its own.
_stemmers = threading.local()


@dataclass(frozen=True, slots=True)
class QuestionTokens:
    """What a question asks about: its distinct tokens in each way of cutting text, without question words."""

    is_chinese: bool
    stems: tuple[str, ...]
    """Latin words of the question, whatever its language."""
    words: tuple[str, ...]
    """Chinese words, and the Latin words between them."""
    pairs: tuple[str, ...]
    """Pairs of neighbouring Chinese characters, and the Latin words between them."""
    as_written: tuple[str, ...] = ()
    """Chinese words of a question in Taiwan's words, in simplified characters: lessons are searched in the mainland's."""
    lesson_number: int | None = None
    """The lesson that the question names by its number; the words that do so are in no token."""

    @property
    def is_empty(self) -> bool:
        """Nothing to search for: no letters, or question words alone."""
        return not (self.stems or self.words)


def question_tokens(question: str) -> QuestionTokens:
    """The tokens of a question in English, Simplified or Traditional Chinese, or a mixture."""
    text, lesson_number = named_lesson(normalise(question[:QUESTION_CHARACTERS]))
    has_chinese = _HAN_CHARACTER.search(text) is not None
    is_chinese = has_chinese and not _is_mostly_latin(text)
    as_written: list[str] = []
    if has_chinese:
        written, text = to_simplified(text), in_mainland_words(text)
        as_written = chinese_words(written) if written != text else []
    return QuestionTokens(
        is_chinese=is_chinese,
        stems=_distinct(english_stems(text)),
        words=_distinct(chinese_words(text)) if has_chinese else (),
        pairs=_distinct(chinese_pairs(text)) if has_chinese else (),
        as_written=_distinct(as_written),
        lesson_number=lesson_number,
    )


def normalise(text: str) -> str:
    """One form for what looks alike: NFKC, case folded, without zero-width and other invisible characters."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if unicodedata.category(c) != "Cf")


def english_stems(text: str) -> list[str]:
    """Stems of the Latin words (Snowball's), without stop words; other scripts are left out."""
    words = (word[:_LONGEST_WORD] for word in _LATIN_WORD.findall(normalise(text)))
    return [_stem(word) for word in words if word not in _ENGLISH_STOP_WORDS]


def chinese_words(text: str) -> list[str]:
    """Chinese words by jieba's dictionary, with stems of the Latin words between them, without stop words."""
    segmenter = _segmenter()

    tokens: list[str] = []
    for piece in segmenter.cut(normalise(text)):
        if _HAN_CHARACTER.match(piece):
            word = piece if segmenter.has_word(piece) else _without_grammar(piece)
            if word and word not in _CHINESE_STOP_WORDS:
                tokens.append(word)
        else:
            tokens += english_stems(piece)
    return tokens


@cache
def _segmenter() -> Any:
    """Cuts Chinese into words; loads a dictionary of 30 MB in 0.1 s, so only where Chinese is met."""
    import rjieba

    for word in _words("chinese_terms.txt"):
        rjieba.add_word(word, _FREQUENT, "n")
    return rjieba


def _without_grammar(piece: str) -> str:
    """A word that stands in no dictionary, without the stop words at its ends: the segmenter takes them for a part of it ("链要")."""
    while piece:
        for length in range(min(len(piece), _LONGEST_GRAMMAR), 0, -1):
            if _is_grammar(piece[:length]):
                piece = piece[length:]
                break
            if _is_grammar(piece[-length:]):
                piece = piece[:-length]
                break
        else:
            return piece
    return piece


def _is_grammar(part: str) -> bool:
    return part in _GRAMMAR if len(part) == 1 else part in _CHINESE_STOP_WORDS


def chinese_pairs(text: str) -> list[str]:
    """Each two neighbouring Chinese characters, with stems of the Latin words, without stop words."""
    tokens: list[str] = []
    for run in _RUN.findall(normalise(text)):
        if _HAN_CHARACTER.match(run):
            pairs = (run[i : i + 2] for i in range(len(run) - 1))
            tokens += [pair for pair in pairs if pair not in _CHINESE_STOP_WORDS]
        elif run not in _ENGLISH_STOP_WORDS:
            tokens.append(_stem(run[:_LONGEST_WORD]))
    return tokens


def warm_up() -> None:
    """Load the dictionaries; slow, so never on the event loop."""
    question_tokens("什麼是大型語言模型？")


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    if not hasattr(_stemmers, "english"):
        _stemmers.english = Stemmer.Stemmer("english")
    return str(_stemmers.english.stemWord(word))


def _is_mostly_latin(text: str) -> bool:
    """`What does 幻觉 mean in this course?` is an English question."""
    return len(_LATIN_WORD.findall(text)) > max(2, len(_HAN_CHARACTER.findall(text)))


def _distinct(tokens: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tokens))[:_MOST_TOKENS]
