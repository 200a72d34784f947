"""/server: what moderators run. What can be done with it stands in the modules beside this one.

A module declares a `Part` and joins with one line below.
"""

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.face import Face
from bot.discord_io.moderators import check_moderator
from cogs.server.audit import AuditPart
from cogs.server.diagnose import DiagnosePart
from cogs.server.filters import FiltersPart
from cogs.server.insights import InsightsPart
from cogs.server.moving import MovingPart
from cogs.server.part import Part
from cogs.server.queue import QueuePart
from cogs.server.quota import QuotaPart
from cogs.server.settings import SettingsPart
from cogs.server.settings_shortcuts import ShortcutsPart
from cogs.server.setup import SetupPart
from cogs.server.undo import UndoPart

PARTS: tuple[type[Part], ...] = (
    AuditPart,
    DiagnosePart,
    FiltersPart,
    MovingPart,
    QueuePart,
    SetupPart,
    QuotaPart,
    InsightsPart,
    SettingsPart,
    ShortcutsPart,
    UndoPart,
)
"""Parts whose commands stand directly below /server."""


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class ServerCog(commands.GroupCog, name="server"):
    """Holds the parts together."""

    def __init__(self, client: Face) -> None:
        super().__init__()
        assert self.app_command is not None  # a GroupCog has one
        for make in PARTS:
            part = make(client)
            for command in part.commands:
                self.app_command.add_command(command)
            client.router.collect(part)

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """For commands of the cog's own; each part checks its commands itself."""
        return await check_moderator(interaction)


async def setup(client: Face) -> None:
    """Called by the client when it finds this package."""
    await client.add_cog(ServerCog(client))
