"""That most of a server's limit is used: told once, as soon as it is so.

In the channel that moderators chose for news; else by direct message to one who can do something about it; where nobody takes messages,
after the next interaction of a moderator of that server. It never raises, and never comes before an answer.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from hashlib import sha256
from typing import Final

import discord

from bot.clock import Clock
from bot.discord_io.failures import NETWORK_FAILURES, Remedy, describe, remedy_for
from bot.discord_io.inviting import inviter
from bot.discord_io.locale import Languages
from bot.discord_io.moderators import may_moderate, moderates
from bot.discord_io.notices import TAKES_FOLLOW_UPS
from bot.llm.errors import BudgetScope
from bot.safety import Guard
from bot.servers.quota import Watched, starts_afresh
from bot.servers.settings import ServerSettings
from bot.servers.settings.registry import NEWS_CHANNEL
from bot.servers.warnings import Warned, Warnings
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

log = logging.getLogger(__name__)

AGAIN_AFTER: Final = 60.0
"""Seconds after which a message is tried again that Discord could not take at that moment."""
_STOP_PATIENCE: Final = 2.0
_MOST_TRIED: Final = 5
"""People who are written to at most until one takes the message."""
_NOBODY: Final = discord.AllowedMentions.none()


class LimitNews:
    """Tells one moderator, once in a period.

    What is told is noted when it was sent. A process that dies in between sends it again with the same nonce, by which Discord knows
    it for some minutes and keeps one.
    """

    def __init__(
        self,
        warnings: Warnings,
        settings: ServerSettings,
        clock: Clock,
        texts: Texts,
        guard: Guard,
        languages: Languages,
    ) -> None:
        self._warnings = warnings
        self._settings = settings
        self._clock = clock
        self._texts = texts
        self._guard = guard
        self._languages = languages
        self._telling = asyncio.Lock()
        """Held while something is told, so that two ways never tell the same."""
        self._task: asyncio.Task[None] | None = None

    async def start(self, client: discord.Client) -> None:
        """Begin, after the login; first with what another process left untold."""
        await self._warnings.load()
        self._task = asyncio.create_task(self._tell_for_ever(client), name="limit-news")

    async def stop(self) -> None:
        """End; what is being sent at this moment is finished first."""
        if self._task is None:
            return
        try:
            async with asyncio.timeout(_STOP_PATIENCE), self._telling:
                self._task.cancel()
        except TimeoutError:
            self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def tell(self, interaction: discord.Interaction) -> None:
        """After an interaction was answered: tell a moderator what waits for one of this server."""
        server_id = interaction.guild_id
        if server_id is None or not self._warnings.is_waiting(server_id):
            return
        if interaction.response.type not in TAKES_FOLLOW_UPS or not await moderates(interaction):
            return
        async with self._telling:
            claimed: Sequence[Warned] = ()
            try:
                claimed = await self._warnings.claim(server_id)
                locale = await self._languages.private(interaction)
                text = joined("\n\n", [self._in_words(locale, one) for one in self._holding(claimed)])
                if text:
                    await interaction.followup.send(text, ephemeral=True, allowed_mentions=_NOBODY)
            except Exception as error:  # the interaction itself was answered; the next moderator hears it
                log.warning("a limit nearly used up could not be told: %s", describe(error))
                await self._warnings.give_back(claimed)

    async def _tell_for_ever(self, client: discord.Client) -> None:
        while True:
            server_id = await self._warnings.next()
            try:
                if not await self._told(client, server_id):
                    await self._clock.sleep(AGAIN_AFTER)
                    self._warnings.arose(server_id)
            except Exception as error:  # the next moderator who does anything hears it
                log.warning("a limit nearly used up could not be written of: %s", describe(error))

    async def _told(self, client: discord.Client, server_id: int) -> bool:
        """Whether nothing is left to try; False where the same may work in a while."""
        async with self._telling:
            warned = await self._warnings.untold(server_id)
            holding = self._holding(warned)
            try:
                if holding and not await self._written(client, server_id, holding):
                    log.info("nobody of a server takes messages: its next moderator hears of the limit")
                    return True
            except NETWORK_FAILURES as error:
                if remedy_for(error) is Remedy.WAIT:
                    return False
                raise
            await self._warnings.told(warned)
            return True

    async def _written(self, client: discord.Client, server_id: int, warned: Sequence[Warned]) -> bool:
        """Whether it stands where a moderator reads it."""
        guild = await client.fetch_guild(server_id, with_counts=False)  # as it is now; roles come with it
        nonce = _nonce(warned)
        here = await self._settings.get(server_id)
        channels = here[NEWS_CHANNEL]  # one at most
        chosen = next(iter(channels), None)
        if chosen is not None:
            locale = await self._languages.of_server(guild)
            text = joined("\n\n", [self._in_words(locale, one) for one in warned])
            if await _sent(client.get_partial_messageable(chosen), text, nonce):
                return True
        tried = 0
        me = await guild.fetch_member(client.user.id) if client.user is not None else None
        async for user_id in self._people(guild, me):
            if tried == _MOST_TRIED:
                break
            try:
                member = await guild.fetch_member(user_id)
            except discord.NotFound:  # has left
                continue
            if not may_moderate(member, here):
                continue
            tried += 1
            locale = await self._languages.of_member(guild, user_id)
            if await _sent(member, self._letter(locale, guild, warned, chosen), nonce):
                return True
        return False

    async def _people(self, guild: discord.Guild, me: discord.Member | None) -> AsyncIterator[int]:
        """Who is asked first, and next: whoever set a limit last, who invited the tutor, who owns the server."""
        seen = set[int]()
        for user_id in await self._warnings.who_set_limits(guild.id):
            seen.add(user_id)
            yield user_id
        for user in (await inviter(guild, me) if me is not None else None, guild.owner_id):
            if user is not None and user not in seen:
                seen.add(user)
                yield user

    def _letter(
        self, locale: Locale, guild: discord.Guild, warned: Sequence[Warned], closed: int | None
    ) -> Released:
        """The direct message; `closed` is a channel that was chosen for such news and takes none."""
        say = self._texts.say
        parts = [say(locale, "quota-warning-where", server=self._guard.quote(guild.name))]
        parts += [self._in_words(locale, one) for one in warned]
        if closed is None:
            parts.append(say(locale, "quota-warning-why"))
        else:
            parts.append(say(locale, "quota-warning-closed", channel=plain(f"<#{closed}>")))
        return joined("\n\n", parts)

    def _holding(self, warned: Sequence[Warned]) -> list[Warned]:
        """Those whose period is not over."""
        today = self._clock.now().date()
        first = today.replace(day=1)
        return [one for one in warned if one.period == (today if one.kind == Watched.TOKENS else first)]

    def _in_words(self, locale: Locale, warned: Warned) -> Released:
        scope = BudgetScope.SERVER if warned.kind == Watched.TOKENS else BudgetScope.SERVER_MONTH
        until = starts_afresh(scope, self._clock.now())
        return self._texts.say(
            locale,
            f"quota-warning-{Watched(warned.kind)}",
            percent=warned.percent,
            when=plain(f"<t:{int(until.timestamp())}:f>"),
        )


async def _sent(place: discord.abc.Messageable, text: Released, nonce: str) -> bool:
    """Whether the message was taken; False where it never will be, such as by who takes none."""
    try:
        await place.send(text, nonce=nonce, allowed_mentions=_NOBODY)
    except discord.HTTPException as error:
        if remedy_for(error) is Remedy.WAIT:
            raise
        log.info("a limit could not be written of: %s", describe(error))
        return False
    return True


def _nonce(warned: Sequence[Warned]) -> str:
    """The same for the same news, in every process."""
    named = ",".join(f"{one.server_id}:{one.kind}:{one.period.isoformat()}" for one in warned)
    return sha256(named.encode()).hexdigest()[:24]
