"""A Discord bot that does nothing but defer: as fast as discord.py acknowledges. What `benchmarks.ack` compares with.

DISCORD_TOKEN and DISCORD_API_BASE as the tutor takes them.
"""

import os

import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket


class BareBot(discord.Client):
    """One command, one deferral."""

    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.tree = app_commands.CommandTree(self)

        @self.tree.command(description="Defers, and that is all")
        async def ask(interaction: discord.Interaction, question: str) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)

    async def setup_hook(self) -> None:
        await self.tree.sync()


def main() -> None:
    """Connect and serve until the process is ended."""
    api_base = os.environ["DISCORD_API_BASE"]
    discord.http.Route.BASE = api_base
    gateway = api_base.replace("http://", "ws://").removesuffix("/api/v10") + "/gateway"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    BareBot().run(os.environ["DISCORD_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main()
