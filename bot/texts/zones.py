"""Time zones and times of day as people name them. Reads files: not on the event loop."""

import re
import unicodedata
from datetime import UTC, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from bot.texts.errors import PersonError
from bot.texts.locales import Locale

USUAL: Final = {Locale.EN: "UTC", Locale.ZH_CN: "Asia/Shanghai", Locale.ZH_TW: "Asia/Taipei"}
"""Where somebody is taken to be who has not said it."""
_COMMON: Final = (
    "UTC",
    "Asia/Shanghai",
    "Asia/Taipei",
    "Asia/Hong_Kong",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Paris",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Africa/Lagos",
    "Australia/Sydney",
)
_CHINESE: Final = {
    "北京": "Asia/Shanghai",
    "上海": "Asia/Shanghai",
    "中国": "Asia/Shanghai",
    "台北": "Asia/Taipei",
    "臺北": "Asia/Taipei",
    "台湾": "Asia/Taipei",
    "台灣": "Asia/Taipei",
    "香港": "Asia/Hong_Kong",
    "澳门": "Asia/Macau",
    "新加坡": "Asia/Singapore",
    "东京": "Asia/Tokyo",
    "東京": "Asia/Tokyo",
    "伦敦": "Europe/London",
    "倫敦": "Europe/London",
    "柏林": "Europe/Berlin",
    "巴黎": "Europe/Paris",
    "纽约": "America/New_York",
    "紐約": "America/New_York",
    "洛杉矶": "America/Los_Angeles",
    "洛杉磯": "America/Los_Angeles",
    "悉尼": "Australia/Sydney",
    "雪梨": "Australia/Sydney",
}
_WESTERN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?")
_EASTERN = re.compile(r"(早上|上午|中午|下午|晚上|凌晨)?\s*(\d{1,2})\s*(?:[点點时時:]\s*(半|\d{1,2})?\s*分?)")
_LATER_HALF = frozenset({"下午", "晚上"})


class NoTime(PersonError):
    """What was typed is no time of day."""

    key = "review-cards-no-time"


class NoZone(PersonError):
    """There is no such time zone."""

    key = "review-cards-no-zone"


@cache
def zone_names() -> tuple[str, ...]:
    """Every IANA name of a place, in order."""
    return (
        "UTC",
        *sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")),
    )


@cache
def zone(name: str) -> tzinfo:
    """The time zone of an IANA name; UTC where this machine does not know it any more."""
    return ZoneInfo(name) if name in zone_names() else UTC


def zone_from(typed: str) -> str:
    """The IANA name that somebody means. Raises `NoZone` where that is not sure."""
    found = zones_like(typed)
    exact = [name for name in found if _folded(name) == _folded(typed)]
    if exact or len(found) == 1:
        return (exact or found)[0]
    raise NoZone


def zones_like(typed: str) -> list[str]:
    """The names that what was typed may mean, the likeliest first."""
    wanted = _folded(typed)
    if not wanted:
        return list(_COMMON)
    named = [name for word, name in _CHINESE.items() if wanted in word]
    city = [name for name in zone_names() if _folded(name.rpartition("/")[2]).startswith(wanted)]
    rest = [name for name in zone_names() if wanted in _folded(name)]
    return list(dict.fromkeys([*named, *city, *rest]))


def minute_from(typed: str) -> int:
    """The minute of the day, 0 to 1439, that “19:30”, “7.30 pm” or “晚上7点半” names. Raises `NoTime`."""
    words = unicodedata.normalize("NFKC", typed).strip().casefold()
    if found := _WESTERN.fullmatch(words):
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "")
        if half and not 1 <= hour <= 12:
            raise NoTime
        hour = hour % 12 + 12 * (half == "pm") if half else hour
    elif found := _EASTERN.fullmatch(words):
        hour, minute = int(found[2]), 30 if found[3] == "半" else int(found[3] or 0)
        if (found[1] in _LATER_HALF and hour < 12) or (found[1] == "中午" and hour < 3):
            hour += 12
    else:
        raise NoTime
    if hour > 23 or minute > 59:
        raise NoTime
    return 60 * hour + minute


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().casefold().replace(" ", "_")
