"""The first word in a new server, to the one person who can do something with it."""

import asyncio
import logging

import discord
from discord.ext import commands

from bot.discord_io.face import Face
from bot.discord_io.failures import NETWORK_FAILURES, Remedy, describe, remedy_for
from bot.discord_io.inviting import inviter
from bot.texts.kinds import Released
from bot.texts.locales import Locale

_log = logging.getLogger(__name__)
_NEVER = discord.AllowedMentions.none()


class JoiningCog(commands.Cog):
    """Greets a server once."""

    def __init__(self, client: Face) -> None:
        self._client = client
        self._services = client.services
        self._started = client.services.clock.now()
        self._telling = asyncio.Lock()
        """Several events may speak of one server."""

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server joined while nobody was connected comes with those that were there before."""
        joined, since = guild.me.joined_at, await self._services.greeting.since(self._started)
        if joined is not None and joined >= since:
            await self._greet(guild)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """A server joined at any other time."""
        await self._greet(guild)

    async def _greet(self, guild: discord.Guild) -> None:
        """Tells whoever invited the tutor how to begin; where they take no messages, the server's own channel for news.

        A process that dies between telling and noting it tells it again with the same nonce, by which Discord keeps one.
        """
        async with self._telling:
            if not await self._services.greeting.is_due(guild.id):
                return
            locale = Locale.from_discord(guild.preferred_locale.value)
            said = self._client.services.texts.say
            text = said(locale, "joining-hello", server=self._services.guard.quote(guild.name))
            try:
                if not await self._tell_host(guild, text):
                    await self._tell_server(guild, text)
            except NETWORK_FAILURES as error:
                _log.info("a server could not be greeted: %s", describe(error))
                if remedy_for(error) is Remedy.WAIT:  # the next connection tries again
                    return
            await self._services.greeting.done(guild.id)

    async def _tell_host(self, guild: discord.Guild, text: Released) -> bool:
        host = await inviter(guild, guild.me) or guild.owner_id
        if host is None:
            return False
        try:
            channel = await self._client.create_dm(discord.Object(host))
            await channel.send(text, nonce=_nonce(guild), allowed_mentions=_NEVER)
        except (discord.Forbidden, discord.NotFound):  # takes no messages, or is gone
            return False
        return True

    async def _tell_server(self, guild: discord.Guild, text: Released) -> None:
        for channel in (guild.system_channel, *guild.text_channels):
            if channel is not None and channel.permissions_for(guild.me).send_messages:
                await channel.send(text, nonce=_nonce(guild), allowed_mentions=_NEVER)
                return


def _nonce(guild: discord.Guild) -> str:
    return f"hi-{guild.id}"


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(JoiningCog(client))
