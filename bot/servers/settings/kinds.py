"""What sorts of values settings have: how each is read from words, written so that it can be read again, and kept.

A value that the operator's ceiling came down on after it was set is cut to the ceiling when it is read.
"""

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Generic, TypeVar

from bot.settings import Settings
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.zones import minute_from, zone_from

T = TypeVar("T")

NONE = "none"
"""Stands for no value at all, in every language."""
MOST_PLACES = 25
"""Channels or roles in one setting: as many as Discord lets somebody choose at once."""

_NOTHING = frozenset({NONE, "-", "off", "无", "無", "没有", "沒有", "关", "關"})
_YES = frozenset({"yes", "on", "true", "1", "是", "开", "開", "对", "對"})
_NO = frozenset({"no", "off", "false", "0", "否", "关", "關", "不"})
_CENT = Decimal("0.01")


class NotANumber(PersonError):
    """The setting takes a whole number between two bounds."""

    key = "server-settings-misfit-number"


class NotAnAmount(PersonError):
    """The setting takes an amount of money between two bounds."""

    key = "server-settings-misfit-amount"


class NotAChoice(PersonError):
    """The setting takes one of a few words."""

    key = "server-settings-misfit-choice"


class NotPlaces(PersonError):
    """The setting takes channels."""

    key = "server-settings-misfit-channels"


class NotRoles(PersonError):
    """The setting takes roles."""

    key = "server-settings-misfit-roles"


class TooLong(PersonError):
    """The words are longer than the setting takes."""

    key = "server-settings-misfit-words"


class Kind(ABC, Generic[T]):
    """One sort of value."""

    @abstractmethod
    def read(self, words: str, operator: Settings) -> T:
        """The value that words mean. Raises a `PersonError` that says what would do. May read files."""

    @abstractmethod
    def words(self, value: T) -> str:
        """Words that `read` takes back to the same value."""

    def pack(self, value: T) -> Any:
        """The value as JSON keeps it."""
        return value

    def unpack(self, data: Any, operator: Settings) -> T:
        """The value out of JSON, within the operator's bounds. Raises ValueError for what cannot be one."""
        return self.read(str(data), operator)

    def bounds(self, operator: Settings) -> str:
        """The least and the most, or the choices, for a table; empty where there is nothing to say."""
        return ""


@dataclass(frozen=True, slots=True)
class WholeNumber(Kind[int]):
    """A whole number from `least` to what the operator allows."""

    least: int
    most: Callable[[Settings], int]

    def read(self, words: str, operator: Settings) -> int:
        """Raises `NotANumber`."""
        typed = re.sub(r"[\s,_']", "", unicodedata.normalize("NFKC", words))
        most = self.most(operator)
        if re.fullmatch(r"\d{1,15}", typed) is None or not self.least <= int(typed) <= most:
            raise NotANumber(least=self.least, most=most)
        return int(typed)

    def words(self, value: int) -> str:
        return str(value)

    def unpack(self, data: Any, operator: Settings) -> int:
        return max(self.least, min(int(data), self.most(operator)))

    def bounds(self, operator: Settings) -> str:
        return f"{self.least} – {self.most(operator)}"


@dataclass(frozen=True, slots=True)
class Amount(Kind[Decimal]):
    """An amount of US dollars, in cents, from 0 to what the operator allows."""

    most: Callable[[Settings], Decimal]

    def read(self, words: str, operator: Settings) -> Decimal:
        """Raises `NotAnAmount`."""
        typed = re.sub(r"[\s,$]|USD", "", unicodedata.normalize("NFKC", words), flags=re.IGNORECASE)
        most = self.most(operator)
        wrong = NotAnAmount(most=plain(f"{most:f}"))
        if re.fullmatch(r"\d{1,9}(\.\d{1,4})?", typed) is None:
            raise wrong
        try:
            value = Decimal(typed).quantize(_CENT)
        except InvalidOperation:
            raise wrong from None
        if value > most:
            raise wrong
        return value

    def words(self, value: Decimal) -> str:
        return f"{value:f}"

    def pack(self, value: Decimal) -> str:
        return f"{value:f}"

    def unpack(self, data: Any, operator: Settings) -> Decimal:
        return min(Decimal(str(data)), self.most(operator))

    def bounds(self, operator: Settings) -> str:
        return f"0 – {self.most(operator):f} USD"


@dataclass(frozen=True, slots=True)
class Choice(Kind[str]):
    """One of a few words."""

    options: Callable[[Settings], tuple[str, ...]]
    fallback: str
    """What holds when a choice is no longer offered."""

    def read(self, words: str, operator: Settings) -> str:
        """Raises `NotAChoice`."""
        typed, options = words.strip().casefold(), self.options(operator)
        found = next((one for one in options if one.casefold() == typed), None)
        if found is None:
            raise NotAChoice(choices=plain(", ".join(f"`{one}`" for one in options[:25])))
        return found

    def words(self, value: str) -> str:
        return value

    def unpack(self, data: Any, operator: Settings) -> str:
        return data if data in self.options(operator) else self.fallback

    def bounds(self, operator: Settings) -> str:
        return ", ".join(self.options(operator))


@dataclass(frozen=True, slots=True)
class YesNo(Kind[bool]):
    """Yes or no."""

    def read(self, words: str, operator: Settings) -> bool:
        """Raises `NotAChoice`."""
        typed = words.strip().casefold()
        if typed not in _YES | _NO:
            raise NotAChoice(choices=plain("`yes`, `no`"))
        return typed in _YES

    def words(self, value: bool) -> str:
        return "yes" if value else "no"

    def unpack(self, data: Any, operator: Settings) -> bool:
        return data is True

    def bounds(self, operator: Settings) -> str:
        return "yes, no"


@dataclass(frozen=True, slots=True)
class Marks(Kind[frozenset[int]]):
    """Channels or roles, by id; `sign` is what stands before the id in Discord's own way to write one."""

    sign: str
    error: type[PersonError]
    most: int = MOST_PLACES

    def read(self, words: str, operator: Settings) -> frozenset[int]:
        """Raises `NotPlaces` or `NotRoles`."""
        typed = words.strip()
        if typed.casefold() in _NOTHING:
            return frozenset()
        parts = [part for part in re.split(r"[\s,，、;；]+", typed) if part]
        found = [re.fullmatch(rf"(?:<{self.sign}(\d{{5,20}})>|(\d{{5,20}}))", part) for part in parts]
        ids = frozenset(int(one[1] or one[2]) for one in found if one is not None)
        if not parts or None in found or len(ids) > self.most:
            raise self.error(most=self.most)
        return ids

    def words(self, value: frozenset[int]) -> str:
        return " ".join(f"<{self.sign}{one}>" for one in sorted(value)) or NONE

    def pack(self, value: frozenset[int]) -> list[int]:
        return sorted(value)

    def unpack(self, data: Any, operator: Settings) -> frozenset[int]:
        return frozenset(int(one) for one in data)

    def bounds(self, operator: Settings) -> str:
        return f"≤ {self.most}"


CHANNELS = Marks("#", NotPlaces)
ONE_CHANNEL = Marks("#", NotPlaces, most=1)
ROLES = Marks("@&", NotRoles)


@dataclass(frozen=True, slots=True)
class TimeOfDay(Kind[int | None]):
    """A minute of the day, 0 to 1439, or none."""

    def read(self, words: str, operator: Settings) -> int | None:
        """Raises `NoTime`."""
        return None if words.strip().casefold() in _NOTHING else minute_from(words)

    def words(self, value: int | None) -> str:
        return NONE if value is None else f"{value // 60:02}:{value % 60:02}"

    def unpack(self, data: Any, operator: Settings) -> int | None:
        return None if data is None else int(data) % 1440

    def bounds(self, operator: Settings) -> str:
        return f"00:00 – 23:59, {NONE}"


@dataclass(frozen=True, slots=True)
class Zone(Kind[str]):
    """The IANA name of a time zone."""

    def read(self, words: str, operator: Settings) -> str:
        """Raises `NoZone`. Reads files."""
        return zone_from(words)

    def words(self, value: str) -> str:
        return value

    def unpack(self, data: Any, operator: Settings) -> str:
        return str(data)

    def bounds(self, operator: Settings) -> str:
        return "IANA"


@dataclass(frozen=True, slots=True)
class Words(Kind[str]):
    """A sentence of the moderators', which has passed the filters before it is kept."""

    longest: int

    def read(self, words: str, operator: Settings) -> str:
        """Raises `TooLong`."""
        typed = " ".join(words.split())
        if len(typed) > self.longest:
            raise TooLong(most=self.longest)
        return "" if typed.casefold() in _NOTHING else typed

    def words(self, value: str) -> str:
        return value or NONE

    def unpack(self, data: Any, operator: Settings) -> str:
        return str(data)

    def bounds(self, operator: Settings) -> str:
        return f"≤ {self.longest}"
