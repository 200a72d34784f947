"""The way from somebody in distress to the people whom their server chose for such moments, if it chose any.

Nobody hears anything unless the person in distress asks for it, by a button that they alone see. What goes out is who asks, never what they
wrote; it goes to a channel that not everybody can read, and nothing of it is kept.
"""

import logging
from collections import OrderedDict
from typing import Any, Final

import discord

from bot.clock import Clock
from bot.discord_io.components import Components, View
from bot.discord_io.failures import NETWORK_FAILURES, describe
from bot.discord_io.locale import Languages
from bot.servers.settings import ServerSettings
from bot.servers.settings.registry import CRISIS_CHANNEL, Setting
from bot.texts.catalogue import Texts, plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_log = logging.getLogger(__name__)

ONCE_IN: Final = 1800.0
"""Seconds within which a second wish of the same person is the first one again: the contact has heard it."""
_MOST_REMEMBERED: Final = 1000
_NEEDED: Final = discord.Permissions(view_channel=True, send_messages=True)


class NoContact(PersonError):
    """The server has no contact any more, or none that can be reached privately."""

    key = "safety-contact-gone"


class NotPrivate(PersonError):
    """A channel was to become the contact's that everybody can read, or that the tutor cannot write in."""

    key = "safety-contact-not-private"


class CrisisContact:
    """Offers a server's contact to whoever is in distress, and tells it what they ask for."""

    def __init__(
        self,
        settings: ServerSettings,
        texts: Texts,
        components: Components,
        languages: Languages,
        clock: Clock,
    ) -> None:
        self._settings = settings
        self._texts = texts
        self._components = components
        self._languages = languages
        self._clock = clock
        self._told: OrderedDict[tuple[int, int], float] = OrderedDict()
        """When whom of which server, on the process's own clock. In memory alone: a crisis leaves nothing behind."""

    async def with_offer(
        self, guild: discord.Guild | None, locale: Locale, support: Released
    ) -> tuple[Released, View | None]:
        """`support`, and below it the offer to tell the server's contact, with its button, where there is one."""
        if guild is None or await self._place(guild) is None:
            return support, None
        button = self._components.button(
            locale, "safety-contact-button", "listen.tell", guild.id, style=discord.ButtonStyle.primary
        )
        offer = self._texts.say(locale, "safety-contact-offer")
        return joined("\n", [support, offer]), self._components.view(button)

    async def tell(self, interaction: discord.Interaction[Any], server_id: int) -> Released:
        """Tell the contact of a server that whoever pressed would be glad of company; what to say to them about it.

        Works from a direct message too. Raises `NoContact`.
        """
        locale = await self._languages.private(interaction)
        guild = interaction.client.get_guild(server_id)
        place = await self._place(guild) if guild is not None else None
        if guild is None or place is None:
            raise NoContact
        who = (server_id, interaction.user.id)
        if self._clock.monotonic() - self._told.get(who, -ONCE_IN) >= ONCE_IN:
            text = self._texts.say(
                await self._languages.of_server(guild),
                "safety-contact-message",
                person=plain(interaction.user.mention),
            )
            self._note(who)  # before it is sent: a second press comes while the first is on its way
            try:
                await place.send(
                    text, nonce=str(interaction.id), allowed_mentions=discord.AllowedMentions.none()
                )
            except NETWORK_FAILURES as error:
                self._told.pop(who, None)
                _log.warning("the contact of a server could not be told: %s", describe(error))
                return self._texts.say(locale, "safety-contact-unreached")
        return self._texts.say(locale, "safety-contact-told")

    def _note(self, who: tuple[int, int]) -> None:
        self._told[who] = self._clock.monotonic()
        self._told.move_to_end(who)
        if len(self._told) > _MOST_REMEMBERED:
            self._told.popitem(last=False)

    async def _place(self, guild: discord.Guild) -> discord.TextChannel | None:
        here = await self._settings.get(guild.id)
        channels = here[CRISIS_CHANNEL]  # one at most
        chosen = next(iter(channels), None)
        return None if chosen is None else private_channel(guild, chosen)


def private_channel(guild: discord.Guild, channel_id: int) -> discord.TextChannel | None:
    """A channel of a server that the tutor can write in and that is hidden from @everyone; else None."""
    channel = guild.get_channel(channel_id)
    if not isinstance(channel, discord.TextChannel):
        return None
    if channel.permissions_for(guild.default_role).view_channel:
        return None
    return channel if channel.permissions_for(guild.me) >= _NEEDED else None


def require_private(setting: Setting[Any], words: str | None, guild: discord.Guild | None) -> None:
    """Before a setting is set to `words`: where it is the contact's channel, it must be private. Raises `NotPrivate`.

    What is no channel at all is left to the setting itself to refuse.
    """
    if setting is not CRISIS_CHANNEL or words is None or guild is None:
        return
    named = [channel for channel in guild.channels if str(channel.id) in words]
    if any(private_channel(guild, channel.id) is None for channel in named):
        raise NotPrivate
