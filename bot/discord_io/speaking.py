"""Where the tutor may be read by all, and who may learn here: what the server's settings say, held at every road.

Private replies work everywhere. In direct messages nothing of this holds.
"""

import logging
from collections.abc import Sequence
from typing import Any

import discord

from bot.discord_io.failures import NETWORK_FAILURES
from bot.discord_io.moderators import manages, roles_of, settings_here
from bot.servers.settings import ServerSettings, Snapshot
from bot.servers.settings.registry import CHANNELS_ALLOWED, LEARNER_ROLES, MODERATOR_ROLES
from bot.texts.catalogue import Texts, plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined

_log = logging.getLogger(__name__)

_SHOWN = 8
"""Channels or roles that a sentence names at most."""

ALWAYS_OPEN = frozenset({"ask", "help", "listen", "memory", "privacy", "queue", "report", "server", "teach"})
"""Commands and routes, by their first word, that no learners' role is needed for: one's own data, and moderators' work.

What is asked is looked at first: whoever is in distress is answered, whatever roles they have.
"""


class NotHere(PersonError):
    """Moderators do not let the tutor speak in this channel."""

    key = "server-channels-not-here"


class OnlyThere(PersonError):
    """Moderators let the tutor speak in other channels."""

    key = "server-channels-only-there"


class NotALearner(PersonError):
    """Moderators let only people with certain roles learn here."""

    key = "server-channels-not-a-learner"


def places_of(channel: Any) -> tuple[int, ...]:
    """The ids of a channel and of what it lies in, the nearest first."""
    parent = getattr(channel, "parent_id", None)
    category = getattr(channel, "category_id", None)
    if parent is not None and category is None:
        category = getattr(getattr(channel, "parent", None), "category_id", None)
    return tuple(one for one in (getattr(channel, "id", None), parent, category) if one)


def require_place(here: Snapshot, channel: Any) -> None:
    """Raises `NotHere` or `OnlyThere` where the tutor may not be read by all in a channel."""
    if here.may_speak_in(places_of(channel)):
        return
    allowed = here[CHANNELS_ALLOWED]
    if not allowed:
        raise NotHere
    raise OnlyThere(channels=named("<#{}>", sorted(allowed)))


async def require_public_place(interaction: discord.Interaction) -> None:
    """Before anything is shown to all where an interaction came from. Raises `NotHere` or `OnlyThere`."""
    if interaction.guild_id is not None:
        require_place(await settings_here(interaction), interaction.channel)


async def admit(interaction: discord.Interaction, name: str) -> None:
    """Before a command or route of this name runs. Raises `NotALearner`."""
    if name.casefold().replace(".", " ").split(" ")[0] not in ALWAYS_OPEN:
        await require_learner(interaction)


async def require_learner(interaction: discord.Interaction) -> None:
    """Before somebody is taught. Raises `NotALearner`."""
    if interaction.guild_id is None or manages(interaction):
        return
    _require_role(await settings_here(interaction), interaction.user)


class Hearing:
    """Whether what somebody says in a channel may be answered there."""

    def __init__(self, settings: ServerSettings, texts: Texts) -> None:
        self._settings = settings
        self._texts = texts

    async def may_answer(self, message: discord.Message) -> PersonError | None:
        """What stands in the way of a public answer to a message; None where nothing does."""
        if message.guild is None:
            return None
        here = await self._settings.get(message.guild.id)
        try:
            require_place(here, message.channel)
            if not message.author.guild_permissions.manage_guild:  # type: ignore[union-attr]  # in a server
                _require_role(here, message.author)
        except PersonError as error:
            return error
        return None

    async def decline(self, message: discord.Message, text: Released) -> None:
        """Say by direct message why nothing is answered in the channel; where they are closed, nothing is said."""
        try:
            await message.author.send(text, allowed_mentions=discord.AllowedMentions.none())
        except (discord.Forbidden, *NETWORK_FAILURES):
            _log.info("somebody could not be told why they were not answered in a channel")


def named(pattern: str, ids: Sequence[int]) -> Released:
    """Channels or roles as Discord shows them, the first few."""
    shown = [plain(pattern.format(one)) for one in ids[:_SHOWN]]
    if len(ids) > _SHOWN:
        shown.append(plain("…"))
    return joined(" ", shown)


def _require_role(here: Snapshot, person: discord.User | discord.Member) -> None:
    roles = roles_of(person)
    if not here.may_learn(roles) and here[MODERATOR_ROLES].isdisjoint(roles):
        wanted = here[LEARNER_ROLES]
        raise NotALearner(roles=named("<@&{}>", sorted(wanted)))
