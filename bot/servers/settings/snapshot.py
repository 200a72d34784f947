"""What a server has set, at one moment, and what follows from it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast

from bot.servers.settings import registry
from bot.servers.settings.registry import AUTOMATIC, BY_KEY, Setting
from bot.settings import Settings
from bot.texts.locales import Locale
from bot.texts.zones import zone

T = TypeVar("T")

_MOST_MINUTES = 10_080
_LONGEST_SILENCE = timedelta(minutes=_MOST_MINUTES - 60)
"""An hour before Discord would archive a thread at the latest: whoever locks threads must come first."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One server's settings: what was set, and the default for the rest. Never changes."""

    server_id: int
    version: int
    """Counts the changes; 0 before the first."""
    data: Mapping[str, Any]
    """What was set, by key, as it is kept."""
    values: Mapping[str, object]
    """Every setting's value, by key, within the operator's bounds."""

    @classmethod
    def of(cls, server_id: int, version: int, data: Mapping[str, Any], operator: Settings) -> "Snapshot":
        """Read what is kept; what cannot be read any more counts as not set."""
        values: dict[str, object] = {}
        for setting in registry.REGISTRY:
            values[setting.key] = setting.default(operator)
            if setting.key in data:
                try:
                    values[setting.key] = setting.kind.unpack(data[setting.key], operator)
                except (TypeError, ValueError, ArithmeticError):
                    continue
        return cls(server_id, version, {key: data[key] for key in data if key in BY_KEY}, values)

    def __getitem__(self, setting: Setting[T]) -> T:
        return cast(T, self.values[setting.key])

    def is_set(self, setting: Setting[Any]) -> bool:
        """Whether moderators set it; else the default holds."""
        return setting.key in self.data

    @property
    def language(self) -> Locale | None:
        """What public replies are written in; None for Discord's own setting of the server."""
        chosen = self[registry.LANGUAGE]
        return None if chosen == AUTOMATIC else Locale(chosen)

    @property
    def model(self) -> str | None:
        """The chat model that answers here; None for the operator's."""
        chosen = self[registry.MODEL]
        return None if chosen == AUTOMATIC else chosen

    @property
    def thread_silence(self) -> timedelta:
        """How long nobody writes in a thread of the tutor's until it is put away."""
        return min(timedelta(hours=int(self[registry.THREAD_HOURS])), _LONGEST_SILENCE)

    @property
    def thread_minutes(self) -> int:
        """After how many minutes of silence Discord itself is to archive a thread: 60, 1440, 4320 or 10080.

        The most where threads are to be locked: Discord locks none, and what it has archived cannot be locked any more.
        """
        return _MOST_MINUTES if self[registry.THREAD_LOCK] else int(self[registry.THREAD_HOURS]) * 60

    def may_speak_in(self, places: Sequence[int]) -> bool:
        """Whether the tutor may be read by all in a channel.

        `places` are the ids of the channel, then of what it lies in: a thread's channel, a channel's category. The
        first that is named decides; where none is, an empty list of allowed channels means everywhere.
        """
        allowed, denied = self[registry.CHANNELS_ALLOWED], self[registry.CHANNELS_DENIED]
        for place in places:
            if place in denied:
                return False
            if place in allowed:
                return True
        return not allowed

    def may_learn(self, roles: Collection[int]) -> bool:
        """Whether somebody with these roles may use the tutor here; with no role named, everybody may."""
        wanted = self[registry.LEARNER_ROLES]
        return not wanted or not wanted.isdisjoint(roles)

    def is_quiet(self, now: datetime) -> bool:
        """Whether no live round may begin at this moment. Reads the time zone's file the first time."""
        start, end = self[registry.QUIET_FROM], self[registry.QUIET_UNTIL]
        if start is None or end is None or start == end:
            return False
        local = now.astimezone(zone(self[registry.TIME_ZONE]))
        minute = 60 * local.hour + local.minute
        return start <= minute < end if start < end else minute >= start or minute < end
