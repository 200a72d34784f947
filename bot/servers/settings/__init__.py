"""What moderators can set in each server."""

from bot.servers.settings.settings import (
    RESUMING,
    Changed,
    ManagersOnly,
    Moderator,
    Retention,
    ServerSettings,
    SettingUnknown,
    WordsRefused,
    pausing,
)
from bot.servers.settings.snapshot import Snapshot

__all__ = [
    "RESUMING",
    "Changed",
    "ManagersOnly",
    "Moderator",
    "Retention",
    "ServerSettings",
    "SettingUnknown",
    "Snapshot",
    "WordsRefused",
    "pausing",
]
