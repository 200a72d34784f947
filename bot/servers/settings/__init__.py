"""What moderators can set in each server."""

from bot.servers.settings.settings import (
    RESUMING,
    Changed,
    ChangedSince,
    ManagersOnly,
    Moderator,
    ServerSettings,
    SettingUnknown,
    WordsRefused,
    pausing,
)
from bot.servers.settings.snapshot import Snapshot

__all__ = [
    "RESUMING",
    "Changed",
    "ChangedSince",
    "ManagersOnly",
    "Moderator",
    "ServerSettings",
    "SettingUnknown",
    "Snapshot",
    "WordsRefused",
    "pausing",
]
