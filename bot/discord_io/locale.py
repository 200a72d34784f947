"""Whose language a reply is in.

Private replies use the learner's language, public ones the server's. A language that somebody chose goes
before the one their Discord is set to. Asking must never fail: without an answer, Discord's own setting
holds.
"""

import logging
from typing import Protocol

import discord

from bot.texts.language import language_of
from bot.texts.locales import Locale

_log = logging.getLogger(__name__)


class LanguageChoices(Protocol):
    """Where languages that people chose are kept."""

    async def of_learner(self, server_id: int, user_id: int) -> Locale | None:
        """What the learner chose; None when nothing. `server_id` is 0 in DMs."""
        ...

    async def of_server(self, server_id: int) -> Locale | None:
        """What the server's moderators chose; None when nothing."""
        ...


class NoChoices:
    """Nobody has chosen anything: Discord's own settings hold."""

    async def of_learner(self, server_id: int, user_id: int) -> Locale | None:
        return None

    async def of_server(self, server_id: int) -> Locale | None:
        return None


class Languages:
    """The language of each reply."""

    def __init__(self, choices: LanguageChoices) -> None:
        self._choices = choices

    async def private(self, interaction: discord.Interaction) -> Locale:
        """The language of what only this person sees."""
        chosen = await self._of_learner(interaction.guild_id or 0, interaction.user.id)
        return chosen or Locale.from_discord(interaction.locale.value)

    async def of_person(self, user_id: int) -> Locale:
        """The language of a direct message that answers nothing; English where the person chose none."""
        return await self._of_learner(0, user_id) or Locale.EN

    async def of_member(self, guild: discord.Guild, user_id: int) -> Locale:
        """The language of a direct message about a server; the server's where the person chose none."""
        return await self._of_learner(guild.id, user_id) or await self.of_server(guild)

    async def of_server(self, guild: discord.Guild) -> Locale:
        """The language of what a server's channels see."""
        return await self._of_server(guild.id, guild.preferred_locale.value)

    async def public(self, interaction: discord.Interaction) -> Locale:
        """The language of what the channel sees; in a DM the same as `private`."""
        if interaction.guild_id is None:
            return await self.private(interaction)
        guild_locale = interaction.guild_locale
        return await self._of_server(interaction.guild_id, guild_locale.value if guild_locale else None)

    async def of_message(self, message: discord.Message) -> Locale:
        """The language of an answer in a channel to a message; Discord does not tell its author's.

        In a DM the learner's choice, else the language they write in; in a server the server's.
        """
        if message.guild is not None:
            return await self._of_server(message.guild.id, message.guild.preferred_locale.value)
        chosen = await self._of_learner(0, message.author.id)
        return chosen or language_of(message.content, preferred=Locale.EN)

    async def _of_learner(self, server_id: int, user_id: int) -> Locale | None:
        """What a learner chose; None as well where that cannot be read."""
        try:
            return await self._choices.of_learner(server_id, user_id)
        except Exception:  # logged; a reply in the client's language is better than none
            _log.exception("no language choice of a learner could be read")
            return None

    async def _of_server(self, server_id: int, discord_code: str | None) -> Locale:
        try:
            chosen = await self._choices.of_server(server_id)
        except Exception:  # logged; the server's language in Discord will do
            _log.exception("no language choice of a server could be read")
            chosen = None
        return chosen or Locale.from_discord(discord_code)
