"""One reply, streamed into as many messages as it needs.

The sink shows the newest text at Discord's pace, never holds up whoever writes the text, and always ends with
the whole of it. It accepts only released text and never mentions anybody. What must be known after a crash is
told to a `DeliveryLog` before and after each message is made.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, Protocol

import discord

from bot.clock import Clock
from bot.discord_io.components import View
from bot.discord_io.failures import NETWORK_FAILURES, Remedy, describe, remedy_for, wait_before_retry
from bot.discord_io.places import Place
from bot.discord_io.split import split_message
from bot.discord_io.traces import trace_without_content
from bot.texts.kinds import Released

_log = logging.getLogger(__name__)

PACE: Final = 1.25
"""Seconds between two streamed edits; with the final one at once, that makes five in any five seconds."""

_SLOWEST: Final = 10.0
_ATTEMPTS: Final = 5


class Delivery(Enum):
    """How a reply ended."""

    SHOWN = "shown"
    """Discord confirmed every message of the final text."""
    LOST = "lost"
    """Some of it cannot be shown any more: the token is over, the message or the permission is gone."""


class DeliveryLog(Protocol):
    """Who keeps in mind which messages a reply made. Parts count from 0."""

    async def planned(self, part: int) -> None:
        """A message is about to be made; it may or may not exist if nothing follows."""
        ...

    async def sent(self, part: int, message_id: int) -> None:
        """The message exists."""
        ...

    async def shown(self) -> None:
        """The final text stands in Discord, whole."""
        ...


class NoLog:
    """For replies that need not survive a crash."""

    async def planned(self, part: int) -> None:
        """Nothing to keep."""

    async def sent(self, part: int, message_id: int) -> None:
        """Nothing to keep."""

    async def shown(self) -> None:
        """Nothing to keep."""


@dataclass(slots=True)
class _Part:
    """One message of the reply, as Discord last confirmed it."""

    message_id: int
    content: str
    gone: bool = False
    has_meanwhile: bool = False
    """Whether the buttons of a reply that is being written stand under it."""


class ReplySink:
    """One reply to an interaction or to a message in a channel; see `places` for where it may go."""

    def __init__(
        self,
        place: Place,
        *,
        clock: Clock,
        log: DeliveryLog | None = None,
        give_way: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """`give_way` is waited for before a streamed edit, so that what is more urgent comes first."""
        self._place = place
        self._give_way = give_way
        self._clock = clock
        self._log: DeliveryLog = log or NoLog()
        self._parts: list[_Part] = []
        self._newest: Released | None = None
        self._meanwhile: View | None = None
        self._streamer: asyncio.Task[None] | None = None
        self._writing = asyncio.Lock()
        self._last_write = float("-inf")
        self._pace = PACE
        self._ended = False
        self._over = False

    @property
    def message_ids(self) -> tuple[int, ...]:
        """The messages made so far, in order."""
        return tuple(part.message_id for part in self._parts)

    async def show(self, text: Released, meanwhile: View | None = None) -> None:
        """Show the whole text so far, soon: returns at once; a newer text takes the place of one that waits.

        The buttons of `meanwhile` stand under it until it is finished.

        Never raises for what happens in Discord; after `finish` or `fail` it does nothing.
        """
        if self._ended or self._over or not text.strip():
            return
        self._newest = text
        self._meanwhile = self._meanwhile or meanwhile
        if self._streamer is None or self._streamer.done():
            self._streamer = asyncio.create_task(self._stream(), name="reply-stream")

    async def finish(
        self, text: Released, view: View | None = None, files: Sequence[discord.File] = ()
    ) -> Delivery:
        """Show the final text, split into as many messages as it needs, buttons and files on the last.

        Returns when Discord has confirmed it or it is certain that it cannot be shown. Call it once.
        """
        self._ended = True
        async with self._writing:  # a message that is being made right now must not be made twice
            if self._streamer is not None:
                self._streamer.cancel()
            if self._over:
                return Delivery.LOST
            return await self._write_final(text, view, files)

    async def fail(self, text: Released, view: View | None = None) -> Delivery:
        """Withdraw what was shown and say `text` in its place."""
        return await self.finish(text, view)

    async def _stream(self) -> None:
        while self._newest is not None and not self._ended and not self._over:
            await self._clock.sleep(max(0.0, self._last_write + self._pace - self._clock.monotonic()))
            if self._give_way is not None:
                await self._give_way()
            async with self._writing:
                text, self._newest = self._newest, None
                if self._ended or text is None:
                    return
                try:
                    await self._write(split_message(text), self._meanwhile, is_final=False)
                except NETWORK_FAILURES as error:
                    self._after_failed_edit(error, text)
                except Exception as error:  # the log of deliveries fails: `finish` tells whoever waits
                    _log.error("a streamed edit failed: %s", trace_without_content(error))
                self._last_write = self._clock.monotonic()

    def _after_failed_edit(self, error: Exception, text: Released) -> None:
        """A streamed edit was lost. The next one makes up for it, unless none can succeed."""
        match remedy_for(error):
            case Remedy.WAIT:
                self._pace = min(max(self._pace * 2, wait_before_retry(error)), _SLOWEST)
                self._newest = self._newest or text
            case Remedy.SKIP:
                self._newest = None
            case Remedy.GIVE_UP:
                self._over = True
                _log.warning("a reply cannot be shown any more: %s", describe(error))

    async def _write_final(
        self, text: Released, view: View | None, files: Sequence[discord.File]
    ) -> Delivery:
        pieces = split_message(text)
        if not pieces:
            if view is None and not files:
                return Delivery.SHOWN
            pieces = ("",)
        for attempt in range(_ATTEMPTS):
            try:
                await self._remove_after(len(pieces))
                await self._write(pieces, view, files)
            except NETWORK_FAILURES as error:
                last = attempt == _ATTEMPTS - 1
                if remedy_for(error) is not Remedy.WAIT or last:
                    self._over = True
                    _log.warning("a reply was not shown: %s", describe(error))
                    return Delivery.LOST
                await self._clock.sleep(max(wait_before_retry(error), 2.0**attempt))
            else:
                break
        if any(part.gone for part in self._parts):
            return Delivery.LOST
        await self._log.shown()
        return Delivery.SHOWN

    async def _write(
        self,
        pieces: Sequence[str],
        view: View | None = None,
        files: Sequence[discord.File] = (),
        *,
        is_final: bool = True,
    ) -> None:
        """Make Discord's messages equal to `pieces`, touching only those that differ."""
        for number, piece in enumerate(pieces):
            is_last = number == len(pieces) - 1
            its_view = view if is_last else None
            its_files = files if is_last else ()
            if number < len(self._parts):
                part = self._parts[number]
                if part.has_meanwhile:
                    its_view = None if is_last and not is_final else its_view or _no_buttons()
                await self._edit(part, piece, its_view, its_files)
            else:
                await self._log.planned(number)
                message_id = await self._place.send(number, piece, its_view, its_files)
                part = _Part(message_id, piece)
                self._parts.append(part)
                await self._log.sent(number, message_id)
            if its_view is not None:
                part.has_meanwhile = is_last and not is_final

    async def _edit(self, part: _Part, piece: str, view: View | None, files: Sequence[discord.File]) -> None:
        if part.gone or (part.content == piece and view is None and not files):
            return
        try:
            await self._place.edit(part.message_id, piece, view, files)
        except discord.HTTPException as error:
            if remedy_for(error) is not Remedy.SKIP:
                raise
            part.gone = True  # whoever deleted it does not want it back
        else:
            part.content = piece

    async def _remove_after(self, count: int) -> None:
        """Delete the messages that the final text no longer needs."""
        while len(self._parts) > count:
            part = self._parts[-1]
            if not part.gone:
                try:
                    await self._place.delete(part.message_id)
                except discord.HTTPException as error:
                    if remedy_for(error) is not Remedy.SKIP:
                        raise
            self._parts.pop()


def _no_buttons() -> View:
    """What takes the buttons off a message."""
    view = discord.ui.View()
    view.stop()
    return view
