"""/teach: the moderators' workshop. What can be done in it stands in the modules beside this one.

A module declares a `Part` and joins with one line below.
"""

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.face import Face
from bot.discord_io.moderators import check_moderator
from cogs.teach.lesson import LessonPart
from cogs.teach.part import Part

SUBGROUPS: tuple[type[Part], ...] = (LessonPart,)
"""Parts that are a group below /teach: `/teach <name of the part> …`."""
COMMANDS: tuple[type[Part], ...] = ()
"""Parts whose commands stand directly below /teach."""


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class TeachCog(commands.GroupCog, name="teach"):
    """Holds the parts together."""

    def __init__(self, client: Face) -> None:
        super().__init__()
        assert self.app_command is not None  # a GroupCog has one
        for make in SUBGROUPS:
            part = make(client)
            self.app_command.add_command(part)
            client.router.collect(part)
        for make in COMMANDS:
            part = make(client)
            for command in part.commands:
                self.app_command.add_command(command)
            client.router.collect(part)

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """For commands of the cog's own; each part checks its commands itself."""
        return await check_moderator(interaction)


async def setup(client: Face) -> None:
    """Called by the client when it finds this package."""
    await client.add_cog(TeachCog(client))
