"""The first word in a new server, to the one person who can do something with it."""

import logging

import discord
from discord.ext import commands

from bot.discord_io.face import Face
from bot.discord_io.failures import NETWORK_FAILURES, describe
from bot.texts.kinds import Released
from bot.texts.locales import Locale

_log = logging.getLogger(__name__)
_NEVER = discord.AllowedMentions.none()


class JoiningCog(commands.Cog):
    """Greets a server once."""

    def __init__(self, client: Face) -> None:
        self._client = client
        self._services = client.services
        self._since = client.services.clock.now()

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server that is joined while the connection is being made comes with those that were there before."""
        joined = guild.me.joined_at
        if joined is not None and joined >= self._since:
            await self._greet(guild)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """A server joined at any other time."""
        await self._greet(guild)

    async def _greet(self, guild: discord.Guild) -> None:
        """Tells whoever invited the tutor how to begin; where they take no messages, the server's own channel for news."""
        if not await self._services.greeting.claim(guild.id):
            return
        locale = Locale.from_discord(guild.preferred_locale.value)
        said = self._client.services.texts.say
        text = said(locale, "joining-hello", server=self._services.guard.quote(guild.name))
        try:
            if not await self._tell_host(guild, text):
                await self._tell_server(guild, text)
        except NETWORK_FAILURES as error:
            _log.info("a server could not be greeted: %s", describe(error))

    async def _tell_host(self, guild: discord.Guild, text: Released) -> bool:
        host = await _inviter(guild) or guild.owner_id
        if host is None:
            return False
        try:
            channel = await self._client.create_dm(discord.Object(host))
            await channel.send(text, allowed_mentions=_NEVER)
        except (discord.Forbidden, discord.NotFound):  # takes no messages, or is gone
            return False
        return True

    async def _tell_server(self, guild: discord.Guild, text: Released) -> None:
        for channel in (guild.system_channel, *guild.text_channels):
            if channel is not None and channel.permissions_for(guild.me).send_messages:
                await channel.send(text, allowed_mentions=_NEVER)
                return


async def _inviter(guild: discord.Guild) -> int | None:
    """Who added the tutor, where it may look that up."""
    if not guild.me.guild_permissions.view_audit_log:
        return None
    async for entry in guild.audit_logs(limit=5, action=discord.AuditLogAction.bot_add):
        if entry.target is not None and entry.target.id == guild.me.id and entry.user is not None:
            return entry.user.id
    return None


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(JoiningCog(client))
