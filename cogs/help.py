"""/help: what can be done here."""

from enum import StrEnum

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.face import Face
from bot.discord_io.moderators import Power, moderates
from bot.discord_io.places import PrivatePlace
from bot.discord_io.split import split_message
from bot.texts.kinds import joined
from bot.texts.locales import Locale


class Topic(StrEnum):
    """What help knows more about; moderators' topics last."""

    ASK = "ask"
    EXPLAIN = "explain"
    MODEL = "model"
    LESSON = "lesson"
    QUIZ = "quiz"
    PRACTICE = "practice"
    REVIEW = "review"
    PROGRESS = "progress"
    MEMORY = "memory"
    PRIVACY = "privacy"
    START = "start"
    TEACH = "teach"
    SERVER = "server"


_FOR_MODERATORS = {Topic.TEACH: Power.QUESTIONS, Topic.SERVER: Power.REVIEW}
"""What it takes at least to be told of a topic."""


class HelpCog(commands.Cog):
    """The menu."""

    def __init__(self, client: Face) -> None:
        self._client = client
        self._texts = client.services.texts

    @app_commands.command(name="help")
    @acknowledged()
    async def help(self, interaction: discord.Interaction, topic: str | None = None) -> None:
        """Says what can be done here, and only what this person may do."""
        locale = await self._client.languages.private(interaction)
        topics = await _topics_for(interaction)
        if topic in topics:
            text = self._texts.say(locale, f"help-{topic}-more")
        else:
            text = joined(
                "\n\n",
                [
                    self._texts.say(locale, "help-title"),
                    joined("\n", [self._texts.say(locale, f"help-{topic}") for topic in topics]),
                    self._texts.say(locale, "help-more"),
                ],
            )
        # Commands that can be pressed make the menu longer than one message.
        place = PrivatePlace.of(interaction)
        for number, piece in enumerate(split_message(text)):
            await place.send(number, piece, None, ())

    @help.autocomplete("topic")
    async def topics(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """The topics that this person may know of, in the language of their Discord."""
        locale = Locale.from_discord(interaction.locale.value)
        topics = await _topics_for(interaction)
        named = [(self._texts.say(locale, f"help-{topic}-name"), topic) for topic in topics]
        wanted = typed.strip().casefold()
        return [
            app_commands.Choice(name=name, value=topic.value)
            for name, topic in named
            if wanted in name.casefold() or wanted in topic.value
        ]


async def _topics_for(interaction: discord.Interaction) -> list[Topic]:
    return [
        topic
        for topic in Topic
        if topic not in _FOR_MODERATORS or await moderates(interaction, _FOR_MODERATORS[topic])
    ]


async def setup(client: Face) -> None:
    """Called by the client when it finds this file."""
    await client.add_cog(HelpCog(client))
