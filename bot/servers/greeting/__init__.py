"""A server that invited the tutor is greeted once."""

from bot.servers.greeting.greeting import Greeting

__all__ = ["Greeting"]
