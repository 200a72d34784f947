"""Each server's settings, version by version: by key, only those that were set."""

from bot.servers.versions import Stored, Version, Versions

__all__ = ["Stored", "Version", "add_version", "newest", "servers_with_settings", "settings", "versions"]

_KEPT = Versions("server_settings", "settings")
settings = _KEPT.table
newest, add_version, versions, servers_with_settings = _KEPT.newest, _KEPT.add, _KEPT.latest, _KEPT.servers
