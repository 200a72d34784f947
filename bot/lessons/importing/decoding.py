"""Turns bytes into text with one kind of line end and no characters that hide. Never guesses where it cannot know."""

import re
from dataclasses import dataclass

from bot.lessons.importing.remarks import ImportRefused, Subject

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Invisible and meaningless in prose, or turning the direction of what follows, or carrying hidden text (tags).
_HIDDEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc\U000e0000-\U000e007f"
    "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]"
)
_ODD_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")
_LINE_ENDS = re.compile("\r\n|[\r\x0c\x85]")
_HAN = re.compile("[\u4e00-\u9fff]")
_MOST_CONTROLS = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, its lines as many as before."""

    text: str
    encoding_was_guessed: bool
    cleaned: int
    """Invisible characters that were taken out."""


def decode(path: str, content: bytes) -> Decoded:
    """UTF-8, UTF-16 with its mark, or GB18030 where that gives Chinese. Raises `ImportRefused`."""
    text, guessed = _text(path, content)
    text = _LINE_ENDS.sub("\n", text)
    controls = sum(text.count(chr(code)) for code in (0, 1, 2, 3, 4, 5, 6, 7, 8))
    if controls > len(text) * _MOST_CONTROLS:
        raise ImportRefused(Subject.NOT_TEXT, path)
    clean, cleaned = _HIDDEN.subn("", text)
    return Decoded(_ODD_BLANKS.sub(" ", clean), guessed, cleaned)


def _text(path: str, content: bytes) -> tuple[str, bool]:
    try:
        for mark, encoding in _BYTE_ORDER_MARKS:
            if content.startswith(mark):
                return content.decode(encoding), False
        return content.decode("utf-8"), False
    except UnicodeError:
        pass
    try:
        text = content.decode("gb18030")
    except UnicodeError:
        raise ImportRefused(Subject.NOT_TEXT, path) from None
    # Any bytes at all are often valid GB18030; only text that is Chinese then was Chinese before.
    strange = sum(1 for character in text if ord(character) > 0x7F)
    if len(_HAN.findall(text)) < strange * 0.7 or _PRIVATE.search(text):
        raise ImportRefused(Subject.NOT_TEXT, path)
    return text, True


_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
