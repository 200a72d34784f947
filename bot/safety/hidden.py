"""Characters that a reader does not see: found, taken out, and read where they spell something.

What is left must look exactly as before to a person; emoji keep the joiners and selectors they are made of.
"""

import re
import unicodedata
from dataclasses import dataclass

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_JOINER, _EMOJI_STYLE, _TEXT_STYLE = "\u200d", "\ufe0f", "\ufe0e"
_TAGS = range(0xE0020, 0xE007F)
_SELECTORS_LOW = range(0xFE00, 0xFE10)
_SELECTORS_HIGH = range(0xE0100, 0xE01F0)
_HARMLESS = frozenset("\ufeff\u00ad\r\x00")
"""Left behind by editors and copying; not a sign that somebody hides something."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as a person sees it."""

    text: str
    """Without hidden characters; line ends are "\\n"."""
    suspicious: bool
    """Whether characters were hidden that ordinary writing does not contain."""
    smuggled: str
    """What tag characters or variation selectors spelt out, "" for nothing."""


def without_hidden(text: str) -> Seen:
    """Take out what cannot be seen. Linear in the length of `text`."""
    if "\r" in text or not text.isascii():
        text = _LINE_ENDS.sub("\n", text)
    if _INVISIBLE.search(text) is None:
        return Seen(text, suspicious=False, smuggled="")
    kept: list[str] = []
    smuggled: list[str] = []
    smuggled_bytes = bytearray()
    suspicious = False
    last = 0
    for found in _INVISIBLE.finditer(text):
        place, character = found.start(), found.group()
        kept.append(text[last:place])
        last = place + 1
        if _belongs_to_emoji(text, place):
            kept.append(character)
            continue
        code = ord(character)
        if code in _TAGS:
            smuggled.append(chr(code - 0xE0000))
        elif code in _SELECTORS_LOW:
            smuggled_bytes.append(code - 0xFE00)
        elif code in _SELECTORS_HIGH:
            smuggled_bytes.append(code - 0xE0100 + 16)
        if character not in _HARMLESS and unicodedata.category(character) != "Cc":
            suspicious = True
    kept.append(text[last:])
    spelt = "".join(smuggled) + smuggled_bytes.decode("utf-8", "ignore")
    return Seen("".join(kept), suspicious, spelt)


def _belongs_to_emoji(text: str, place: int) -> bool:
    character = text[place]
    before = text[place - 1] if place else ""
    if character in (_EMOJI_STYLE, _TEXT_STYLE):
        return before != "" and (_pictures(before) or before in "0123456789#*")
    if character == _JOINER:
        after = text[place + 1] if place + 1 < len(text) else ""
        return bool(before and after) and (_pictures(before) or before == _EMOJI_STYLE) and _pictures(after)
    return False


def _pictures(character: str) -> bool:
    return character > "\u00a8" and unicodedata.category(character) in ("So", "Sk", "Sm", "Po")
