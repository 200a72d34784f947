"""What people write to the tutor without a command: a mention, a reply that pings it, a direct message.

All of these carry their text without the message-content intent. Nobody else's messages are read.
"""

import re

import discord
from discord.ext import commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.face import Face
from bot.discord_io.once import SeenOnce
from bot.discord_io.router import route
from bot.texts.locales import Locale


class ListenCog(commands.Cog):
    """Messages to the tutor."""

    def __init__(self, client: Face) -> None:
        self._client = client
        self._services = client.services
        self._seen = SeenOnce()

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answers a message that is for the tutor, once."""
        me = self._client.user
        if me is None or not self._client.is_addressed(message) or not self._seen.is_new(message.id):
            return
        question = re.sub(rf"<@!?{me.id}>", " ", message.content).strip()
        await self._client.desk.conversation.ask_by_message(message, question, me.id)

    @route("listen.support")
    @acknowledged()
    async def support(self, interaction: discord.Interaction, language: str) -> None:
        """What is for one person alone, where direct messages are closed."""
        text = self._services.texts.say(Locale(language), "safety-support")
        await interaction.edit_original_response(content=text)


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(ListenCog(client))
