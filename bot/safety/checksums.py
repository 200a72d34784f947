"""Whether a stretch of digits and letters is what its shape suggests: checksums, ranges and the words before it.

Each check is given the stretch and the 40 characters before it, and keeps neither.
"""

import ipaddress
import re
from collections.abc import Callable

import phonenumbers

Check = Callable[[str, str], bool]

_PHONE_CUE = re.compile(
    r"(?i)phone|mobile|cell|call|tel\b|whatsapp|wechat|text me|sms|fax|contact|reach|number is|dial"
    r"|电话|電話|手机|手機|号码|號碼|联系|聯絡|致电|微信|拨打"
)
_NOT_PHONE = re.compile(
    r"(?i)(?:version|v|isbn|id|issue|pr|#|tokens?|seed|port|order|commit|build|rfc|epoch|timestamp)[ :=#]*$"
)
_REGIONS = ("US", "CN", "GB", "TW", "HK", "IN", "DE")
_VERSION_CUE = re.compile(r"(?i)(?:version|release|chrome/|firefox/|safari/|driver|build|\bv|版本|版)[ ]?$")
_PUBLIC_RESOLVERS = frozenset({"8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1", "9.9.9.9", "114.114.114.114"})
_PLACEHOLDER = re.compile(
    r"(?i)^(?:x+|\*+|<.*|\$.*|\{.*|\[.*|your.*|os\..*|getenv.*|process\.env.*|example.*|none|null|true|false|string|str|password.*|hash(?:ed)?\w*|required|secret.*)$"
)


def _digits(stretch: str) -> str:
    return "".join(character for character in stretch if character.isdigit())


def _luhn(stretch: str, before: str) -> bool:
    """Card numbers: first digit 2 to 6, 13 to 19 digits, check digit of ISO/IEC 7812-1 annex B."""
    digits = _digits(stretch)
    if not 13 <= len(digits) <= 19 or digits[0] not in "23456" or len(set(digits)) < 2:
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _iban(stretch: str, before: str) -> bool:
    """ISO 13616: country and check digits moved to the end, letters as 10 to 35, remainder 1 by 97."""
    bare = stretch.replace(" ", "").upper()
    if not 15 <= len(bare) <= 34 or not bare.isascii() or not bare.isalnum():
        return False
    return int("".join(str(int(character, 36)) for character in bare[4:] + bare[:4])) % 97 == 1


def _resident_id(stretch: str, before: str) -> bool:
    """The check character of the People's Republic's resident identity number (GB 11643-1999)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(stretch[:17], weights, strict=True))
    return "10X98765432"[total % 11] == stretch[17].upper()


def _taiwan_id(stretch: str, before: str) -> bool:
    """Taiwan's national identification number: letter as two digits, weights 1 9 8 … 1 1, divisible by 10."""
    letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".index(stretch[0]) + 10
    digits = [letter // 10, letter % 10, *(int(digit) for digit in stretch[1:])]
    return (
        sum(digit * weight for digit, weight in zip(digits, (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1), strict=True))
        % 10
        == 0
    )


def _ssn(stretch: str, before: str) -> bool:
    """United States social security numbers: areas 000, 666 and 900 up, group 00 and serial 0000 never exist."""
    digits = _digits(stretch)
    return (
        digits[:3] not in ("000", "666") and digits[0] != "9" and digits[3:5] != "00" and digits[5:] != "0000"
    )


def _ip(stretch: str, before: str) -> bool:
    try:
        address = ipaddress.ip_address(stretch)
    except ValueError:
        return False
    if not address.is_global or address.is_multicast or stretch in _PUBLIC_RESOLVERS:
        return False
    return _VERSION_CUE.search(before) is None


def _email(stretch: str, before: str) -> bool:
    return not stretch.lower().startswith(("git@", "noreply@", "no-reply@"))


def _phone(stretch: str, before: str) -> bool:
    digits = _digits(stretch)
    if (
        len(digits) < 7
        or before[-1:] in ("$", "€", "£", "¥", ".", ",", "/", "#", "_", "=")
        or (before[-1:].isascii() and before[-1:].isalnum())
    ):
        return False
    spoken_of = _PHONE_CUE.search(before) is not None
    if not spoken_of and (_NOT_PHONE.search(before) is not None):
        return False
    if stretch.startswith(("+", "00")):
        number = "+" + digits if stretch[0] == "+" else "+" + digits[2:]
        return _valid(number, None) or (spoken_of and len(digits) >= 10)
    if re.fullmatch(r"1[3-9]\d{9}|09\d{8}", digits) and (
        len(digits) == len(stretch) or "-" in stretch or " " in stretch
    ):
        return _valid(digits, "CN" if digits[0] == "1" else "TW")
    if spoken_of:
        return any(_valid(stretch, region) for region in _REGIONS) or len(digits) in (10, 11)
    if re.fullmatch(r"(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}.*", stretch):
        return _valid(stretch, "US") or "(" in stretch or stretch.count("-") == 2
    if re.fullmatch(r"\(?0\d{2,4}\)?[-. ]\d{3,4}[-. ]?\d{3,4}", stretch):
        return any(_valid(stretch, region) for region in ("CN", "GB", "TW", "DE"))
    return False


def _valid(number: str, region: str | None) -> bool:
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(parsed)


def _random(stretch: str, before: str) -> bool:
    return _PLACEHOLDER.match(stretch) is None and any(character.isdigit() for character in stretch)


def _password(stretch: str, before: str) -> bool:
    if _PLACEHOLDER.match(stretch):
        return False
    return any(not character.isalpha() for character in stretch.rstrip(".!?")) and "(" not in stretch


def _none(stretch: str, before: str) -> bool:
    return True


CHECKS: dict[str, Check] = {
    "luhn": _luhn,
    "iban": _iban,
    "resident-id": _resident_id,
    "taiwan-id": _taiwan_id,
    "ssn": _ssn,
    "ip": _ip,
    "email": _email,
    "phone": _phone,
    "random": _random,
    "password": _password,
    "none": _none,
}
