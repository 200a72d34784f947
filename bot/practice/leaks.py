"""Whether a text gives a secret away, in whatever dress. Pure; it knows no translation but those it is told.

A disguise is undone where it has one way back (encodings, order of letters); paraphrase and riddles are beyond it.
"""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from urllib.parse import unquote

from bot.practice.folding import folded, has_han, holds, squeezed

_LATIN_LEAST, _HAN_LEAST = 6, 3
"""Shorter secrets are looked for as whole words only: their letters stand together by chance."""
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{8,}={0,2}")
_HEX = re.compile(r"(?:0x)?(?:[0-9a-fA-F]{2}[\s:,\\x]{0,3}){4,}")
_BINARY = re.compile(r"(?:[01]{7,8}[\s,]*){4,}")
_NUMBERS = re.compile(r"(?:\d{2,6}[\s,;-]+){3,}\d{2,6}")
_MORSE = re.compile(r"(?:[.\-·–—]{1,6}[ /|]+){3,}[.\-·–—]{1,6}")
_ESCAPES = re.compile(r"(?:\\u[0-9a-fA-F]{4}|&#x?[0-9a-fA-F]+;|\\x[0-9a-fA-F]{2})")
_LEET = str.maketrans("013457@$!|", "oieastasil")
_CODES = dict(
    zip(
        ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. "
        "----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----.".split(),
        "abcdefghijklmnopqrstuvwxyz0123456789",
        strict=True,
    )
)


def gives_away(text: str, secret: str) -> bool:
    """Whether `text` holds `secret`: plain, reversed, spelled, as first letters, or encoded."""
    if holds(text, secret):
        return True
    wanted = squeezed(secret)
    if len(wanted) < (_HAN_LEAST if has_han(wanted) else _LATIN_LEAST):
        return any(holds(view, secret) for view in _decoded(text))
    forms = {wanted, wanted[::-1]}
    letters = "".join(character for character in wanted if not character.isdigit())
    if len(letters) >= (_HAN_LEAST if has_han(letters) else _LATIN_LEAST):
        forms |= {letters, letters[::-1]}
    return any(form in view for view in _views(text) for form in forms)


def _views(text: str) -> Iterator[str]:
    """The ways to read a text, letters and digits alone."""
    for one in (text, *_decoded(text)):
        plain = squeezed(one)
        yield plain
        yield squeezed(plain.translate(_LEET))
        yield squeezed(codecs.encode(plain, "rot13"))
    yield from _initials(text)


def _initials(text: str) -> Iterator[str]:
    """First letters of lines, of words, and the last ones of lines."""
    lines = [squeezed(line) for line in text.splitlines()]
    yield "".join(line[:1] for line in lines)
    yield "".join(line[-1:] for line in lines)
    yield "".join(squeezed(word)[:1] for word in text.split())


def _decoded(text: str) -> Iterator[str]:
    for found in _BASE64.findall(text):
        core = found.rstrip("=").replace("-", "+").replace("_", "/")
        try:
            yield base64.b64decode(core + "=" * (-len(core) % 4), validate=True).decode("utf-8")
        except (binascii.Error, ValueError):
            pass
    for found in _HEX.findall(text):
        digits = re.sub(r"0x|[^0-9a-fA-F]", "", found)
        yield _text_of(bytes.fromhex(digits[: len(digits) // 2 * 2]))
    for found in _BINARY.findall(text):
        groups = re.findall(r"[01]{7,8}", found)
        yield _text_of(bytes(int(group, 2) for group in groups))
    for found in _NUMBERS.findall(text):
        numbers = [int(one) for one in re.findall(r"\d+", found)]
        yield "".join(chr(one) for one in numbers if 32 <= one < 0xFFFF)
        yield "".join(chr(96 + one) for one in numbers if 1 <= one <= 26)
    for found in _MORSE.findall(text):
        signs = re.split(r"[ /|]+", found.translate(str.maketrans("·–—", ".--")))
        yield "".join(_CODES.get(sign, "") for sign in signs)
    if "%" in text:
        yield unquote(text)
    if _ESCAPES.search(text):
        yield _ESCAPES.sub(lambda found: _unescaped(found.group()), text)


def _unescaped(code: str) -> str:
    digits = re.sub(r"[^0-9a-fA-F]", "", code.removeprefix("\\u").removeprefix("\\x"))
    base = 16 if code.startswith("\\") or "x" in code.lower() else 10
    try:
        return chr(int(digits, base))
    except (ValueError, OverflowError):
        return ""


def _text_of(raw: bytes) -> str:
    return folded(raw.decode("utf-8", "ignore"))
