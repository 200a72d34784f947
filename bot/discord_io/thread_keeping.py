"""Puts the tutor's threads away when nobody has written there for as long as their server's settings say.

Never a thread of somebody else's. Nothing is kept for it: what Discord tells at the start of a connection, and of every
message since, says when a thread was last written in.
"""

import logging
from datetime import datetime, timedelta
from typing import Final

import discord

from bot.clock import Clock
from bot.discord_io.failures import NETWORK_FAILURES, Remedy, describe, remedy_for
from bot.servers.settings import ServerSettings
from bot.servers.settings.registry import THREAD_LOCK

_log = logging.getLogger(__name__)

EVERY: Final = timedelta(minutes=10)
"""How often to look."""
_BREATH: Final = 1.0
"""Seconds between two threads: nobody waits for this, and others need the same connection."""


class ThreadKeeping:
    """Looks after the threads of all servers."""

    def __init__(self, client: discord.Client, settings: ServerSettings, clock: Clock) -> None:
        self._client = client
        self._settings = settings
        self._clock = clock

    async def tidy(self) -> None:
        """Archive, and lock where moderators want it, every thread of the tutor's that has been silent long enough.

        Ends early where Discord has to be waited for; the next time goes on.
        """
        for guild in tuple(self._client.guilds):
            ours = [thread for thread in guild.threads if self._is_ours(thread)]
            here = await self._settings.get(guild.id) if ours else None
            for thread in ours:
                if here is None or last_sign(thread) + here.thread_silence > self._clock.now():
                    continue
                try:
                    await _put_away(thread, lock=here[THREAD_LOCK])
                except NETWORK_FAILURES as error:
                    _log.info("a thread could not be put away: %s", describe(error))
                    if remedy_for(error) is Remedy.WAIT:
                        return
                await self._clock.sleep(_BREATH)

    def _is_ours(self, thread: discord.Thread) -> bool:
        user = self._client.user
        return user is not None and thread.owner_id == user.id and not thread.archived


def last_sign(thread: discord.Thread) -> datetime:
    """When a thread was last written in, opened, or brought back."""
    newest = max(thread.id, thread.last_message_id or 0)
    return max(discord.utils.snowflake_time(newest), thread.archive_timestamp)


async def _put_away(thread: discord.Thread, *, lock: bool) -> None:
    """Whoever opened a thread may archive it; to lock it takes a permission that `/server diagnose` asks for."""
    if lock:
        try:
            await thread.edit(archived=True, locked=True)
        except discord.Forbidden:
            _log.info("a thread is put away and not locked: that is not allowed here")
        else:
            return
    await thread.edit(archived=True)
