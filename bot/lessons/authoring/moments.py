"""Reads when something is to happen, as people write it: "tomorrow 9:00", "in 2 hours", `2026-12-01 09:00`, 明天 9:00. Pure.

What cannot be read surely is not guessed. Times without a zone are in the zone that the caller names.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MORNING = time(9)
"""What a day without a time means."""
_LONGEST = 80

_WEEKDAYS = {
    name: day
    for day, names in enumerate(
        (
            "monday mon 周一 星期一 礼拜一",
            "tuesday tue tues 周二 星期二 礼拜二",
            "wednesday wed 周三 星期三 礼拜三",
            "thursday thu thur thurs 周四 星期四 礼拜四",
            "friday fri 周五 星期五 礼拜五",
            "saturday sat 周六 星期六 礼拜六",
            "sunday sun 周日 周天 星期日 星期天 礼拜天 礼拜日",
        )
    )
    for name in names.split()
}
_DAYS = {
    "today": 0, "tonight": 0, "tomorrow": 1, "the day after tomorrow": 2, "day after tomorrow": 2,
    "今天": 0, "今日": 0, "今晚": 0, "明天": 1, "明日": 1, "明晚": 1, "后天": 2, "後天": 2, "大后天": 3, "大後天": 3,
}  # fmt: skip
_MONTHS = {
    name: place for place, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_UNITS = {
    "minute": timedelta(minutes=1), "min": timedelta(minutes=1), "分钟": timedelta(minutes=1),
    "hour": timedelta(hours=1), "h": timedelta(hours=1), "小时": timedelta(hours=1),
    "day": timedelta(days=1), "天": timedelta(days=1), "week": timedelta(weeks=1), "周": timedelta(weeks=1),
    "星期": timedelta(weeks=1), "礼拜": timedelta(weeks=1),
}  # fmt: skip
_SAME = str.maketrans("鐘時週點後個禮號兩", "钟时周点后个礼号两")
_NAMED_ZONES = {
    "北京时间": timezone(timedelta(hours=8)), "台北时间": timezone(timedelta(hours=8)),
    "臺北时间": timezone(timedelta(hours=8)), "台湾时间": timezone(timedelta(hours=8)), "utc": UTC, "gmt": UTC, "z": UTC,
}  # fmt: skip
_NUMBERS = {
    "一": "1", "二": "2", "两": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9", "十": "10",
    "半": "0.5", "a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "half an": "0.5",
}  # fmt: skip
_NUMBER = r"(?P<number>\d{1,4}(?:\.\d)?|half an|an|a|one|two|three|[一二两三四五六七八九十半])"
_IN = re.compile(rf"in {_NUMBER} ?(?P<unit>minute|min|hour|h|day|week)s?")
_LATER = re.compile(rf"{_NUMBER} ?个?(?P<unit>分钟|小时|天|周|星期|礼拜)(?:以|之)?后")
_OFFSET = re.compile(r"(?:(?<=[\d ])|(?:utc|gmt) ?)(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?$")
_PLACE = re.compile(r"\b(?P<place>[a-z]+(?:/[a-z_+-]+)+|utc|gmt)$|(?<=\d)z$")
_DATE = re.compile(r"(?:(?P<year>\d{4})[-/.年])?(?P<month>\d{1,2})[-/月](?P<day>\d{1,2})[日号]?")
_ENGLISH_DATE = re.compile(
    r"(?:(?P<month>[a-z]{3})[a-z]* (?P<day>\d{1,2})(?:st|nd|rd|th)?|(?P<day2>\d{1,2})(?:st|nd|rd|th)? (?P<month2>[a-z]{3})[a-z]*)"
    r"(?:,? (?P<year>\d{4}))?"
)
_CLOCK = re.compile(
    r"(?P<half>上午|早上|早晨|凌晨|中午|下午|傍晚|晚上|晚)? ?"
    r"(?P<hour>\d{1,2})(?:(?::|点|h)(?P<minute>\d{1,2}|半)?(?::\d\d)?分?)? ?(?P<ampm>[ap]\.?m\.?)?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """When, and in which zone it was read."""

    at: datetime
    """In UTC."""
    zone: tzinfo
    """The zone that the words were read in."""


def read_moment(words: str, *, now: datetime, zone: tzinfo = UTC) -> Moment | None:
    """The moment that the words name; None where they name none. It may lie in the past: that is the caller's to say."""
    text = " ".join(
        words[:_LONGEST].strip().lower().translate(_SAME).replace("：", ":").replace("，", " ").split()
    )
    text = re.sub(r"^(?:on|at) |(?<= )at (?=\d)", "", text)
    for pattern in (_IN, _LATER):
        if found := pattern.fullmatch(text):
            number = float(_NUMBERS.get(found["number"], found["number"]))
            return Moment((now + number * _UNITS[found["unit"]]).astimezone(UTC), zone)
    text, zone = _zone(text, zone)
    here = now.astimezone(zone)
    try:
        day, rest = _day(text, here)
        clock = _clock(
            rest.removeprefix("t").strip(" ,"), evening=text.startswith(("tonight", "今晚", "明晚"))
        )
    except ValueError:
        return None
    if clock is None or (day is None and not rest):
        return None
    if day is None:
        at = datetime.combine(here.date(), clock, zone)
        at = at if at > here else datetime.combine(here.date() + timedelta(days=1), clock, zone)
    else:
        at = datetime.combine(day, clock, zone)
    return Moment(at.astimezone(UTC), zone)


def _zone(text: str, default: tzinfo) -> tuple[str, tzinfo]:
    """The text without the zone at its end, and that zone."""
    for name, zone in _NAMED_ZONES.items():
        if name.isascii():
            continue
        if text.startswith(name) or text.endswith(name):
            return text.replace(name, "").strip(), zone
    if found := _OFFSET.search(text):
        if ":" in text[: found.start()] or "utc" in found[0] or "gmt" in found[0] or "点" in text:
            minutes = int(found["hours"]) * 60 + int(found["minutes"] or 0)
            if minutes <= 14 * 60:
                signed = minutes if found["sign"] == "+" else -minutes
                return text[: found.start()].strip(), timezone(timedelta(minutes=signed))
    if found := _PLACE.search(text):
        if (named := _NAMED_ZONES.get(found[0])) is not None:
            return text[: found.start()].strip(), named
        try:
            place = "/".join(part.title() if "_" not in part else part for part in found[0].split("/"))
            place = re.sub(r"(^|[/_])([a-z])", lambda one: one[1] + one[2].upper(), place)
            return text[: found.start()].strip(), ZoneInfo(place)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return text, default
    return text, default


def _day(text: str, here: datetime) -> tuple[date | None, str]:
    """The day that the text begins with, and what follows. Raises ValueError for a day that no calendar has."""
    today = here.date()
    for name, days in sorted(_DAYS.items(), key=lambda item: -len(item[0])):
        if (rest := _after(text, name)) is not None:
            return today + timedelta(days=days), rest
    for prefix, weeks in (
        ("next ", 0),
        ("this ", 0),
        ("下下", 2),
        ("下个", 1),
        ("下", 1),
        ("这", 0),
        ("本", 0),
        ("", 0),
    ):
        if not text.startswith(prefix):
            continue
        for name in sorted(_WEEKDAYS, key=len, reverse=True):
            if (rest := _after(text[len(prefix) :], name)) is not None:
                return _weekday(today, _WEEKDAYS[name], weeks if prefix else None), rest
    if found := _DATE.match(text):
        return _date(today, found["year"], int(found["month"]), int(found["day"])), text[
            found.end() :
        ].strip()
    if found := _ENGLISH_DATE.match(text):
        month = _MONTHS.get(found["month"] or found["month2"] or "")
        if month is not None:
            number = int(found["day"] or found["day2"])
            return _date(today, found["year"], month, number), text[found.end() :].strip()
    return None, text


def _after(text: str, name: str) -> str | None:
    """What follows a name at the beginning of a text; None where it does not begin so."""
    if not text.startswith(name):
        return None
    rest = text[len(name) :]
    return None if name.isascii() and rest[:1].isalpha() else rest.strip(" ,的")


def _weekday(today: date, weekday: int, weeks: int | None) -> date:
    """Without a week the next such day; Chinese "下周五" counts from the Monday of the week."""
    if weeks:
        return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks, days=weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _date(today: date, year: str | None, month: int, day: int) -> date:
    if year is not None:
        return date(int(year), month, day)
    found = date(today.year, month, day)
    return found if found >= today else date(today.year + 1, month, day)


_NAMED_TIMES: dict[str, time] = {
    "noon": time(12),
    "midnight": time(0),
    "中午": time(12),
    "零点": time(0),
    "正午": time(12),
}
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚"})
_TO_24: dict[str, Callable[[int], int]] = {
    "am": lambda hour: hour % 12,
    "pm": lambda hour: hour % 12 + 12,
}


def _clock(text: str, *, evening: bool) -> time | None:
    """A time of the day; the morning where nothing is said. Raises ValueError for one that no clock shows."""
    if not text:
        return time(20) if evening else MORNING
    if text in _NAMED_TIMES:
        return _NAMED_TIMES[text]
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    hour, said = int(found["hour"]), found["minute"]
    minute = 30 if said == "半" else int(said or 0)
    if found["ampm"]:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = _TO_24[found["ampm"].replace(".", "")](hour)
    elif (found["half"] in _AFTERNOON or evening) and 1 <= hour < 12:
        hour += 12
    elif found["half"] == "中午" and 1 <= hour <= 3:
        hour += 12
    return time(hour, minute)
