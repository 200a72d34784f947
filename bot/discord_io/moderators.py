"""Who moderates a server: decided here and nowhere else, at every command, press, choice and form.

Discord's default permission only hides a command, and a button outlives the rights of whoever it was shown to. Whom
Discord lets manage the server may do everything; the server's settings lend parts of that to roles.
"""

import functools
from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any, TypeVar, cast

import discord
from discord import app_commands

from bot.servers.settings import Moderator, Snapshot
from bot.servers.settings.registry import AUTHOR_ROLES, MODERATOR_ROLES, REVIEWER_ROLES
from bot.texts.errors import PersonError

_Handler = TypeVar("_Handler", bound=Callable[..., Awaitable[None]])


class Power(Enum):
    """What somebody may do; the value is the settings whose roles may, beside the moderators."""

    EVERYTHING = ()
    WRITE = (AUTHOR_ROLES,)
    """Lessons and challenges."""
    QUESTIONS = (AUTHOR_ROLES, REVIEWER_ROLES)
    REVIEW = (REVIEWER_ROLES,)
    """Reported replies."""


class NotModerator(PersonError):
    """Somebody who does not moderate this server wants what only moderators may do."""

    key = "common-moderators-only"


class ServersOnly(PersonError):
    """What only a server has was asked for in direct messages."""

    key = "common-server-only"


async def settings_here(interaction: discord.Interaction) -> Snapshot:
    """What holds in the server that the person is in."""
    client: Any = interaction.client  # whatever client it is: the bot's has services
    snapshot: Snapshot = await client.services.server_settings.get(interaction.guild_id or 0)
    return snapshot


def roles_of(person: discord.User | discord.Member) -> frozenset[int]:
    """The ids of the roles that somebody has in the server they act in, as Discord says at this moment."""
    # As they came with what the person did; `roles` has only those that the cache happens to know.
    return frozenset(person._roles) if isinstance(person, discord.Member) else frozenset()


def manages(interaction: discord.Interaction) -> bool:
    """Whether Discord itself lets the person manage the server that they are in."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


def may_moderate(member: discord.Member, here: Snapshot) -> bool:
    """Whether somebody moderates their server, asked without an interaction of theirs: by its roles as the member knows them."""
    return member.guild_permissions.manage_guild or not here[MODERATOR_ROLES].isdisjoint(roles_of(member))


async def moderates(interaction: discord.Interaction, power: Power = Power.EVERYTHING) -> bool:
    """Whether the person has this power in the server that they are in, by the rights they have at this moment."""
    if interaction.guild_id is None:
        return False
    if manages(interaction):
        return True
    here = await settings_here(interaction)
    enough = frozenset().union(*(here[setting] for setting in (MODERATOR_ROLES, *power.value)))
    return not enough.isdisjoint(roles_of(interaction.user))


async def require_moderator(interaction: discord.Interaction, power: Power = Power.EVERYTHING) -> int:
    """The id of the server in which the person has this power. Raises `ServersOnly` or `NotModerator`."""
    if interaction.guild_id is None:
        raise ServersOnly
    if not await moderates(interaction, power):
        raise NotModerator
    return interaction.guild_id


async def acting(interaction: discord.Interaction) -> Moderator:
    """The person as the one who changes this server's settings. Raises `ServersOnly` or `NotModerator`."""
    server_id = await require_moderator(interaction)
    return Moderator(server_id, interaction.user.id, manages=manages(interaction))


async def check_moderator(interaction: discord.Interaction[Any], power: Power = Power.EVERYTHING) -> bool:
    """The same as the `interaction_check` of a cog or group; raises what discord.py takes there."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    if not await moderates(interaction, power):
        raise app_commands.MissingPermissions(["manage_guild"])
    return True


def moderators_only(handler: _Handler) -> _Handler:
    """Let only moderators press, choose or submit. Goes directly above the method, below `@acknowledged()`."""
    return only(Power.EVERYTHING)(handler)


def only(power: Power) -> Callable[[_Handler], _Handler]:
    """Let only people with this power press, choose or submit; stands where `moderators_only` would."""

    def guarded(handler: _Handler) -> _Handler:
        @functools.wraps(handler)
        async def checked(self: Any, interaction: discord.Interaction, *args: str | int) -> None:
            await require_moderator(interaction, power)
            await handler(self, interaction, *args)

        return cast(_Handler, checked)

    return guarded
