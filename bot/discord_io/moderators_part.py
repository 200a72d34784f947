"""What every group of moderators' commands shares: the rooms at hand, and that only moderators come in."""

from typing import Any, ClassVar

import discord
from discord import app_commands

from bot.discord_io.face import Face
from bot.discord_io.moderators import Power, check_moderator
from bot.servers.acting import Signature
from bot.texts.kinds import Released


class ModeratorsPart(app_commands.Group):
    """Some commands with their buttons and forms.

    Commands are checked here. A route (`@route`) goes past this check and needs `@only(…)`, and so does an
    autocomplete: `moderates` first, since drafts have names.
    """

    power: ClassVar[Power] = Power.EVERYTHING
    """What it takes to run a command of this part."""

    def __init__(self, client: Face) -> None:
        super().__init__(description="…")  # what people read is in commands.ftl
        self._client = client
        self._services = client.services
        self._say = client.services.texts.say

    async def interaction_check(self, interaction: discord.Interaction[Any]) -> bool:
        """Raises when somebody else than a moderator runs a command."""
        return await check_moderator(interaction, self.power)

    def _by(self, interaction: discord.Interaction) -> Signature:
        """The moderator, for the record of changes."""
        services = self._services
        return Signature(
            interaction.guild_id or 0, interaction.user.id, services.ids.new(), services.clock.now()
        )

    def _quoted(self, words: str) -> Released:
        return self._services.guard.quote(words)
