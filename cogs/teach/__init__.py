"""/teach: the moderators' workshop. What can be done in it stands in the modules beside this one.

A module declares a `Part` and joins with one line below.
"""

from collections.abc import Mapping

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.face import Face
from bot.discord_io.moderators import check_moderator
from cogs.teach.challenge import ChallengePart
from cogs.teach.coverage import CoveragePart
from cogs.teach.lesson_files import FilesPart
from cogs.teach.lesson_past import PastPart
from cogs.teach.lesson_preview import PreviewPart
from cogs.teach.lesson_publishing import PublishingPart
from cogs.teach.lesson_writing import WritingPart
from cogs.teach.part import Part
from cogs.teach.plan import PlanPart
from cogs.teach.question import QuestionsPart

SUBGROUPS: Mapping[str, tuple[type[Part], ...]] = {
    "challenge": (ChallengePart,),
    "lesson": (WritingPart, FilesPart, PreviewPart, PublishingPart, PastPart),
    "question": (QuestionsPart,),
}
"""What stands below /teach as a group of its own, by its name: `/teach lesson …`."""
COMMANDS: tuple[type[Part], ...] = (CoveragePart, PlanPart)
"""Parts whose commands stand directly below /teach."""


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class TeachCog(commands.GroupCog, name="teach"):
    """Holds the parts together."""

    def __init__(self, client: Face) -> None:
        super().__init__()
        self._client = client
        assert self.app_command is not None  # a GroupCog has one
        for name, parts in SUBGROUPS.items():
            group = app_commands.Group(name=name, description="…", parent=self.app_command)
            for make in parts:
                self._add(group, make(client))
        for make in COMMANDS:
            self._add(self.app_command, make(client))

    def _add(self, group: app_commands.Group, part: Part) -> None:
        for command in part.commands:
            group.add_command(command)
        self._client.router.collect(part)

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """For commands of the cog's own; each part checks its commands itself."""
        return await check_moderator(interaction)


async def setup(client: Face) -> None:
    """Called by the client when it finds this package."""
    await client.add_cog(TeachCog(client))
