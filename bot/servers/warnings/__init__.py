"""That most of a server's limit is used: noted once in a period, told to one moderator, whatever restarts come between."""

from bot.servers.warnings.store import Warned
from bot.servers.warnings.warnings import Warnings

__all__ = ["Warned", "Warnings"]
