"""A Discord on loopback: what tests, benchmarks and the browser page drive the bot through.

Never binds to anything but 127.0.0.1, and imports nothing of the bot.
"""

from playground.people import Person
from playground.reply import DidNotRespond, NotShown, Reply
from playground.rest import Refusal, Seen
from playground.server import Playground
from playground.slash import File, NotPossible
from playground.state import Channel, Guild, Message
from playground.wire import Permission

__all__ = [
    "Channel",
    "DidNotRespond",
    "File",
    "Guild",
    "Message",
    "NotPossible",
    "NotShown",
    "Permission",
    "Person",
    "Playground",
    "Refusal",
    "Reply",
    "Seen",
]
