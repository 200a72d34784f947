"""One form for answers that mean the same: width, case, script of Chinese, spaces, marks and a leading article do not matter.

Nothing is cut into words, so it works the same in Chinese. Dictionaries load on first use: not on the event loop.
"""

import re
import unicodedata

from bot.lessons.tokens import normalise
from bot.lessons.traditional import to_simplified

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORDS = re.compile(r"[^\W_\u3400-\u9fff\uf900-\ufaff]+|[+#%=<>&@/*]+|[\u3400-\u9fff\uf900-\ufaff]+")
_ARTICLE = re.compile(r"^\s*(?:an?|the)\s+(?=\S)")
_KEPT = frozenset("+#%=<>&@/*")
"""Marks that tell answers apart: C, C++ and C#."""


def folded(text: str) -> str:
    """The form in which answers are compared; may be empty where there was nothing but marks."""
    plain = normalise(text)
    if _HAN.search(plain):
        plain = to_simplified(plain)
    plain = _ARTICLE.sub("", plain)
    return "".join(one for one in plain if _counts(one))


def same(one: str, other: str) -> bool:
    """Whether two answers are the same one."""
    return folded(one) == folded(other) != ""


def stands_in(word: str, text: str) -> bool:
    """Whether a word or phrase stands in a text: in Latin script as whole words, in Chinese anywhere."""
    wanted = folded(word)
    if not wanted:
        return False
    if _HAN.search(wanted) or not wanted.isascii():
        return wanted in folded(text)
    words = _WORDS.findall(normalise(text))
    return any(_begins(words[start:], wanted) for start in range(len(words)))


def _begins(words: list[str], wanted: str) -> bool:
    """Whether some of the first words, written together, are the wanted ones; a plural is the same word."""
    so_far = ""
    for word in words:
        so_far += word
        if so_far in (wanted, wanted + "s", wanted + "es"):
            return True
        if len(so_far) > len(wanted) + 2:
            return False
    return False


def _counts(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM" or character in _KEPT
