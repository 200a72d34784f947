"""Encodings and tricks of spelling, undone: what somebody could have written plainly and did not.

Each function returns other readings of a text; none of them is ever shown or sent on.
"""

import base64
import binascii
import codecs
import html
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
_HEX = re.compile(r"(?:(?:0x|\\x)?[0-9A-Fa-f]{2}[\s:,]?){6,}")
_HEX_MARKS = re.compile(r"0x|\\x|[\s:,]")
_BINARY = re.compile(r"(?:[01]{8}\s?){3,}")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2}){2,}|%20")
_ESCAPE = re.compile(r"(?:\\u[0-9A-Fa-f]{4}){2,}")
_CIPHER_WORD = re.compile(
    r"rot-?\s?13|caesar|cipher|decode|decrypt|backwards?|revers|凯撒|解码|解密|密文|倒过来|倒序|反过来"
)
_LEET_NEAR_LETTER = re.compile(r"[a-z][013457@$|8!+]+[a-z]|\b[013457@$8|]+[a-z]{2}|[a-z]{2}[013457@$8|]+\b")
_LEET_WORD = re.compile(r"[a-z013457@$|8!+]*[a-z][a-z013457@$|8!+]*")
_LEET_ANY = re.compile(r"[a-z013457@$|8!+]+")
_MANY = 4
"""Words with digits for letters from which on even a word of digits alone is taken for one."""
_LEET_I = str.maketrans("013457@$|8!+", "oieastasibit")
_LEET_L = str.maketrans("013457@$|8!+", "oleastaslblt")
_SPACED = re.compile(r"(?<![a-z0-9])(?:[a-z0-9@$!][ .\-/,*|~^+]{1,3}){3,}[a-z0-9@$!](?![a-z0-9])")
_GAP = re.compile(r"[ .\-/,*|~^+]+")
_LONGEST_WORD = 14


def decoded(text: str) -> Iterator[str]:
    """What base64, hexadecimal, binary, percent, HTML or Unicode escapes in `text` say.

    Each found segment is read once and yielded alone; text with escapes is yielded as a whole.
    """
    for segment in _BASE64.findall(text):
        if (said := _base64(segment)) is not None:
            yield said
    for found in _HEX.finditer(text):
        digits = _HEX_MARKS.sub("", found.group())
        if (said := _utf8(binascii.unhexlify(digits[: len(digits) // 2 * 2]))) is not None:
            yield said
    for found in _BINARY.finditer(text):
        bits = re.sub(r"\s", "", found.group())
        octets = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))
        if (said := _utf8(octets)) is not None:
            yield said
    if _PERCENT.search(text):
        yield unquote(text, errors="ignore")
    if _ESCAPE.search(text):
        yield _ESCAPE.sub(lambda found: found.group().encode().decode("unicode_escape", "ignore"), text)
    if "&#" in text or "&lt;" in text:
        yield html.unescape(text)


def turned(text: str, known: Collection[str]) -> Iterator[str]:
    """`text` in ROT13 and backwards, where it looks like one of them.

    It does where the text speaks of a cipher, or where turning it makes more words `known` than it had.
    """
    words = text.split()
    spoken_of = _CIPHER_WORD.search(text) is not None
    if not spoken_of and (len(words) < 2 or sum(word in known for word in words) * 4 > len(words)):
        return
    for other in (codecs.encode(text, "rot13"), text[::-1]):
        hits = sum(word.strip(".,!?") in known for word in other.split())
        if spoken_of or hits >= max(2, len(words) // 3):
            yield other


def respelt(text: str, known: Collection[str]) -> Iterator[str]:
    """`text` (folded, lower-case) with spaced-out letters joined and digits for letters undone."""
    joined = _SPACED.sub(lambda found: _join(found.group(), known), text) if _SPACED.search(text) else text
    if joined != text:
        yield joined
    if _LEET_NEAR_LETTER.search(joined) is None:
        return
    words = _LEET_ANY if len(_LEET_NEAR_LETTER.findall(joined)) >= _MANY else _LEET_WORD
    as_i = words.sub(lambda found: found.group().translate(_LEET_I), joined)
    yield as_i
    if "1" in joined or "|" in joined or "!" in joined:
        as_l = words.sub(lambda found: found.group().translate(_LEET_L), joined)
        if as_l != as_i:
            yield as_l


def _join(run: str, known: Collection[str]) -> str:
    gaps = _GAP.findall(run)
    if any(gap.isspace() for gap in gaps) and not all(gap.isspace() for gap in gaps):
        gaps = ["  " if gap.isspace() else "." for gap in gaps]  # dots between letters, spaces between words
    narrow = min(len(gap) for gap in gaps)
    words = [""]
    for letter, gap in zip(_GAP.split(run), [*gaps, ""], strict=True):
        words[-1] += letter
        if len(gap) > narrow:
            words.append("")
    if len(words) > 1:
        return " ".join(words)
    return " ".join(split_words(words[0], known))


def split_words(letters: str, known: Collection[str]) -> list[str]:
    """Cut letters written without gaps into the fewest words, unknown letters counting as a word each.

    Stretches of unknown letters come back as one piece. Linear in the length of `letters`.
    """
    best: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(letters) + 1):
        choice = (best[end - 1][0] + 3, end - 1)
        for start in range(max(0, end - _LONGEST_WORD), end):
            cost = best[start][0] + 1
            if cost < choice[0] and letters[start:end] in known:
                choice = (cost, start)
        best.append(choice)
    pieces: list[str] = []
    unknown = ""
    end = len(letters)
    while end > 0:
        start = best[end][1]
        piece = letters[start:end]
        if piece in known:
            if unknown:
                pieces.append(unknown)
                unknown = ""
            pieces.append(piece)
        else:
            unknown = piece + unknown
        end = start
    if unknown:
        pieces.append(unknown)
    return pieces[::-1]


def _base64(segment: str) -> str | None:
    bare = segment.rstrip("=").replace("-", "+").replace("_", "/")
    if len(bare) % 4 == 1:
        bare = bare[:-1]
    try:
        return _utf8(base64.b64decode(bare + "=" * (-len(bare) % 4)))
    except binascii.Error:
        return None


def _utf8(octets: bytes) -> str | None:
    try:
        said = octets.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return said if said.isprintable() or said.replace("\n", "").isprintable() else None
