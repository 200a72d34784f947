"""Questions whose section a moderator has named."""

from bot.lessons.links.links import Links

__all__ = ["Links"]
