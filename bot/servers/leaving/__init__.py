"""What becomes of a server's data when the tutor is removed from it."""

from bot.servers.leaving.leaving import KEPT_FOR, Leaving

__all__ = ["KEPT_FOR", "Leaving"]
