"""The content policy of each server, and what the filters did there."""

from bot.servers.filters.filters import FloorHolds, NotForThis, ServerFilters, choices_for
from bot.servers.filters.server_guard import ServerGuard
from bot.servers.filters.store import HitCount

__all__ = ["FloorHolds", "HitCount", "NotForThis", "ServerFilters", "ServerGuard", "choices_for"]
