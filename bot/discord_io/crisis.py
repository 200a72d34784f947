"""Support for somebody in distress, and the way from there to the people whom their server chose for such moments, if it chose any.

Whatever they typed, and wherever, they are answered from here, seen by nobody else. Nobody hears anything unless they ask for it, by a button
that they alone see. What goes out is who asks, never what they wrote; it goes to a channel that not everybody can read, and nothing of it is kept.
"""

import asyncio
import hashlib
import logging
from collections import OrderedDict
from typing import Any, Final
from weakref import WeakValueDictionary

import discord

from bot.clock import Clock
from bot.discord_io.components import Components, View
from bot.discord_io.errors import tell
from bot.discord_io.failures import NETWORK_FAILURES, describe
from bot.discord_io.locale import Languages
from bot.safety import Verdict
from bot.servers.settings import ServerSettings
from bot.servers.settings.registry import CRISIS_CHANNEL, Setting
from bot.storage import StorageError
from bot.texts.catalogue import Texts, plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.language import language_of
from bot.texts.locales import Locale

_log = logging.getLogger(__name__)

ONCE_IN: Final = 1800.0
"""Seconds within which a second wish of the same person is the first one again: the contact has heard it."""
PATIENCE: Final = 10.0
"""Seconds that somebody in distress waits at most to hear whether the contact was told."""
_MOST_REMEMBERED: Final = 1000
_NEEDED: Final = discord.Permissions(view_channel=True, send_messages=True)


class NotPrivate(PersonError):
    """A channel was to become the contact's that everybody can read, or that the tutor cannot write in."""

    key = "safety-contact-not-private"


class CrisisContact:
    """Gives support, offers a server's contact with it, and tells that contact what the person asks for."""

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
        self._telling: WeakValueDictionary[tuple[int, int], asyncio.Lock] = WeakValueDictionary()

    async def answer(self, interaction: discord.Interaction[Any], verdict: Verdict) -> None:
        """Support for whoever typed what `verdict` is about, in the language that they typed it in."""
        around = await self._languages.private(interaction)
        await tell(
            interaction,
            *await self.support(interaction.guild, language_of(verdict.text, preferred=around)),
        )

    async def support(self, guild: discord.Guild | None, language: Locale) -> tuple[Released, View | None]:
        """Support with places to turn to, and where the server chose a contact, the offer to tell it with its button."""
        support = self._texts.say(language, "safety-support")
        if guild is None or await self._offered_place(guild) is None:
            return support, None
        button = self._components.button(
            language,
            "safety-contact-button",
            "listen.tell",
            guild.id,
            language.value,
            style=discord.ButtonStyle.primary,
        )
        offer = self._texts.say(language, "safety-contact-offer")
        return joined("\n", [support, offer]), self._components.view(button)

    async def tell(self, interaction: discord.Interaction[Any], server_id: int, language: Locale) -> Released:
        """Tell the contact of a server that whoever pressed would be glad of company; what to say to them about it.

        Works from a direct message too, for whoever is still on that server.
        """
        guild, person = interaction.client.get_guild(server_id), interaction.user
        if guild is None:  # left by the tutor, or out of Discord's reach for now
            return self._with_places(language, "safety-contact-unreached")
        who = (server_id, person.id)
        lock = self._telling.setdefault(who, asyncio.Lock())
        async with lock:  # of two presses at once, the second hears what came of the first
            if self._clock.monotonic() - self._told.get(who, -ONCE_IN) < ONCE_IN:
                return self._texts.say(language, "safety-contact-told")
            try:
                async with asyncio.timeout(PATIENCE):
                    if interaction.guild_id != server_id:  # else Discord says itself that they are there
                        await guild.fetch_member(person.id)
                    place = await self._place(guild)
                    if place is None:
                        return self._with_places(language, "safety-contact-gone")
                    await self._send(place, guild, who, person.mention)
            except discord.NotFound as error:
                if error.code in _NOT_THERE:
                    return self._with_places(language, "safety-contact-left")
                return self._unreached(language, error)
            except (*NETWORK_FAILURES, StorageError) as error:
                return self._unreached(language, error)
            self._note(who)
        return self._texts.say(language, "safety-contact-told")

    async def _send(
        self, place: discord.TextChannel, guild: discord.Guild, who: tuple[int, int], mention: str
    ) -> None:
        text = self._texts.say(
            await self._languages.of_server(guild), "safety-contact-message", person=plain(mention)
        )
        await place.send(text, nonce=_nonce(who), allowed_mentions=discord.AllowedMentions.none())

    def _unreached(self, language: Locale, error: Exception) -> Released:
        _log.warning("the contact of a server could not be told: %s", describe(error))
        return self._with_places(language, "safety-contact-unreached")

    def _with_places(self, language: Locale, key: str) -> Released:
        """What stands in the way, and whom they can turn to all the same."""
        say = self._texts.say
        return joined("\n", [say(language, key), say(language, "safety-contact-places")])

    def _note(self, who: tuple[int, int]) -> None:
        self._told[who] = self._clock.monotonic()
        self._told.move_to_end(who)
        if len(self._told) > _MOST_REMEMBERED:
            self._told.popitem(last=False)

    async def _offered_place(self, guild: discord.Guild) -> discord.TextChannel | None:
        """The contact's channel; None as well where the settings cannot be read: support waits for no database."""
        try:
            return await self._place(guild)
        except StorageError as error:
            _log.warning("whether a server has a contact could not be read: %s", error)
            return None

    async def _place(self, guild: discord.Guild) -> discord.TextChannel | None:
        here = await self._settings.get(guild.id)
        channels = here[CRISIS_CHANNEL]  # one at most
        chosen = next(iter(channels), None)
        return None if chosen is None else private_channel(guild, chosen)


_NOT_THERE: Final = frozenset({10007, 10013})
"""Discord's codes for somebody who is no member of a server."""


def _nonce(who: tuple[int, int]) -> str:
    """One and the same for one person and one server: what may have arrived after all is not posted again by a second press."""
    return hashlib.blake2b(f"{who[0]}:{who[1]}".encode(), digest_size=12).hexdigest()


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
