"""Presses that are mostly answered in a few milliseconds: one request does for acknowledgement and answer.

Acknowledging first costs a second request for every press. Where the work is short, the answer itself is the acknowledgement; work
that takes longer than `PATIENCE` is acknowledged meanwhile, so nobody comes near the three seconds.
"""

import asyncio
import functools
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final, TypeVar, cast

import discord

from bot.discord_io.components import View
from bot.discord_io.failures import NETWORK_FAILURES, describe
from bot.texts.kinds import Released

_log = logging.getLogger(__name__)

PATIENCE: Final = 0.4
"""Seconds that a press may wait for its answer unacknowledged."""

_KEY: Final = "swift"
_Handler = TypeVar("_Handler", bound=Callable[..., Awaitable[None]])


class _Acknowledgement:
    """Acknowledges a press once its time is up, unless it was answered before; most cost no more than setting an alarm."""

    def __init__(self, interaction: discord.Interaction) -> None:
        self._interaction = interaction
        self._alarm = asyncio.get_running_loop().call_later(PATIENCE, self._begin)
        self._sending: asyncio.Task[None] | None = None

    async def settle(self) -> None:
        """From here on it is certain whether the press was acknowledged: at once where its time was not up."""
        self._alarm.cancel()
        if self._sending is not None:
            await asyncio.gather(self._sending, return_exceptions=True)

    def _begin(self) -> None:
        self._sending = asyncio.create_task(self._send(), name="acknowledge late")

    async def _send(self) -> None:
        try:
            await self._interaction.response.defer()
        except NETWORK_FAILURES as error:
            _log.info("a press could not be acknowledged: %s", describe(error))


def swiftly(handler: _Handler) -> _Handler:
    """For a route that shows its answer in place of the message with the button, by `show_in_place`.

    Goes directly above the method, where `@acknowledged(First.UPDATE)` would stand.
    """

    @functools.wraps(handler)
    async def handled(self: Any, interaction: discord.Interaction, *args: str | int) -> None:
        acknowledgement = _Acknowledgement(interaction)
        interaction.extras[_KEY] = acknowledgement
        try:
            await handler(self, interaction, *args)
        finally:
            await acknowledgement.settle()

    return cast(_Handler, handled)


async def show_in_place(
    interaction: discord.Interaction,
    *,
    content: Released | None,
    embeds: Sequence[discord.Embed],
    view: View,
) -> None:
    """Show this where the message with the button stands, or where "thinking…" does."""
    if (acknowledgement := interaction.extras.get(_KEY)) is not None:
        await cast(_Acknowledgement, acknowledgement).settle()
    if interaction.response.is_done():
        await interaction.edit_original_response(content=content, embeds=embeds, view=cast(Any, view))
    else:
        await interaction.response.edit_message(content=content, embeds=embeds, view=cast(Any, view))
