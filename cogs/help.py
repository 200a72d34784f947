"""/help: what can be done here."""

from enum import StrEnum

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.face import Face
from bot.texts.kinds import joined


class Topic(StrEnum):
    """What help knows more about; moderators' topics last."""

    ASK = "ask"
    LESSON = "lesson"
    MEMORY = "memory"
    PRIVACY = "privacy"
    START = "start"
    SERVER = "server"


_FOR_MODERATORS = frozenset({Topic.SERVER})


class HelpCog(commands.Cog):
    """The menu."""

    def __init__(self, client: Face) -> None:
        self._client = client
        self._texts = client.services.texts

    @app_commands.command(name="help")
    @app_commands.choices(topic=[app_commands.Choice(name=topic.value, value=topic.value) for topic in Topic])
    @acknowledged()
    async def help(self, interaction: discord.Interaction, topic: str | None = None) -> None:
        """Says what can be done here, and only what this person may do."""
        locale = await self._client.languages.private(interaction)
        moderates = interaction.guild is not None and interaction.permissions.manage_guild
        if topic is not None and (moderates or Topic(topic) not in _FOR_MODERATORS):
            text = self._texts.say(locale, f"help-{topic}-more")
        else:
            topics = [topic for topic in Topic if moderates or topic not in _FOR_MODERATORS]
            text = joined(
                "\n\n",
                [
                    self._texts.say(locale, "help-title"),
                    joined("\n", [self._texts.say(locale, f"help-{topic}") for topic in topics]),
                    self._texts.say(locale, "help-more"),
                ],
            )
        await interaction.edit_original_response(content=text)


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(HelpCog(client))
