"""What a server set, version by version, whatever it is."""

from bot.servers.versions.store import Stored, Version, Versions

__all__ = ["Stored", "Version", "Versions"]
