"""What people write to the tutor without a command: a mention, a reply that pings it, a direct message.

All of these carry their text without the message-content intent. Where the operator has been granted that intent, whoever has talked
with the tutor in a thread of its own simply writes on there. Nobody else's messages are read.
"""

import re
from typing import Any, cast

import discord
from discord.ext import commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.conversation import is_question
from bot.discord_io.face import Face
from bot.discord_io.once import SeenOnce
from bot.discord_io.router import route
from bot.learners.values import LearnerKey
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
        if me is None or not (self._client.is_addressed(message) or await self._goes_on(message)):
            return
        if not self._seen.is_new(message.id):
            return
        question = re.sub(rf"<@!?{me.id}>", " ", message.content).strip()
        await self._client.desk.conversation.ask_by_message(message, question, me.id)

    async def _goes_on(self, message: discord.Message) -> bool:
        """Whether somebody writes on in a thread in which the tutor has answered them; thanks and the like need no answer."""
        if not self._client.may_go_on(message) or message.guild is None or not is_question(message.content):
            return False
        key = LearnerKey(message.guild.id, message.author.id)
        return await self._services.memory.has_talked(key, message.channel.id)

    @route("listen.support")
    @acknowledged()
    async def support(self, interaction: discord.Interaction, language: str) -> None:
        """What is for one person alone, where direct messages are closed."""
        said, offer = await self._client.desk.crisis.support(interaction.guild, Locale(language))
        await interaction.edit_original_response(content=said, view=cast(Any, offer))

    @route("listen.tell")
    @acknowledged()
    async def tell(self, interaction: discord.Interaction, server_id: int, language: str) -> None:
        """Tells a server's contact, for somebody in distress who asked for it; answers in the language of the support."""
        said = await self._client.desk.crisis.tell(interaction, server_id, Locale(language))
        await interaction.edit_original_response(content=said)


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(ListenCog(client))
