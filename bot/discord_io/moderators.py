"""Who moderates a server: decided here and nowhere else, at every command, press, choice and form.

Discord's default permission only hides a command, and a button outlives the rights of whoever it was shown to.
"""

import functools
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, cast

import discord
from discord import app_commands

from bot.texts.errors import PersonError

_Handler = TypeVar("_Handler", bound=Callable[..., Awaitable[None]])


class NotModerator(PersonError):
    """Somebody who does not moderate this server wants what only moderators may do."""

    key = "common-moderators-only"


class ServersOnly(PersonError):
    """What only a server has was asked for in direct messages."""

    key = "common-server-only"


async def moderates(interaction: discord.Interaction) -> bool:
    """Whether the person moderates the server that they are in, by the rights they have at this moment."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


async def require_moderator(interaction: discord.Interaction) -> int:
    """The id of the server that the person moderates. Raises `ServersOnly` or `NotModerator`."""
    if interaction.guild_id is None:
        raise ServersOnly
    if not await moderates(interaction):
        raise NotModerator
    return interaction.guild_id


async def check_moderator(interaction: discord.Interaction[Any]) -> bool:
    """The same as the `interaction_check` of a cog or group; raises what discord.py takes there."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    if not await moderates(interaction):
        raise app_commands.MissingPermissions(["manage_guild"])
    return True


def moderators_only(handler: _Handler) -> _Handler:
    """Let only moderators press, choose or submit. Goes directly above the method, below `@acknowledged()`."""

    @functools.wraps(handler)
    async def checked(self: Any, interaction: discord.Interaction, *args: str | int) -> None:
        await require_moderator(interaction)
        await handler(self, interaction, *args)

    return cast(_Handler, checked)
