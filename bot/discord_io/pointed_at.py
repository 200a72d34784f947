"""A message that somebody points at by its menu: what it says, and which of the tutor's answers it carries."""

import discord

from bot.reports.review import Review

_WITH_TURN = ("ask.more:", "ask.report:")


async def turn_behind(message: discord.Message, me: discord.abc.User | None, review: Review) -> str | None:
    """The turn whose answer the message carries: its buttons know, or the book of messages."""
    if me is None or message.author.id != me.id:
        return None
    for row in message.components:
        for item in getattr(row, "children", ()):
            custom_id = str(getattr(item, "custom_id", "") or "")
            if custom_id.startswith(_WITH_TURN):
                return custom_id.split(":")[1]
    return await review.turn_behind(message.id)


def words_of(message: discord.Message) -> str:
    """Everything that can be read in a message; its cards count too."""
    cards = [part for embed in message.embeds for part in (embed.title, embed.description) if part]
    return "\n".join(filter(None, [message.content.strip(), *cards]))
