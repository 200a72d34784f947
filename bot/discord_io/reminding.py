"""Sends the daily messages that people asked for. Silent where somebody's direct messages are closed."""

import asyncio
import logging

import discord

from bot.clock import Clock
from bot.discord_io.face import Face
from bot.discord_io.failures import NETWORK_FAILURES, describe
from bot.quiz.reviews.values import Reminder

_log = logging.getLogger(__name__)

EVERY = 30.0
"""Seconds between two looks."""


class Reminding:
    """One loop beside the bot, from the cog's coming to its going."""

    def __init__(self, client: Face, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look."""
        self._task = asyncio.create_task(self._for_ever(), name="reminders")

    async def stop(self) -> None:
        """End; what was not sent yet is sent by the next process, if it is not too late."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def send_due(self) -> int:
        """Send everything that is due now; how many messages arrived."""
        sent = 0
        for wanted in await self._client.services.reminders.take_due():
            count = await self._client.services.reviews.count_due(wanted.key, wanted.language)
            if count and await self._send(wanted, count):
                sent += 1
        return sent

    async def _for_ever(self) -> None:
        while True:
            await self._clock.sleep(EVERY)
            try:
                await self.send_due()
            except Exception:  # looked at again in a moment; the tutor works without it
                _log.exception("reminders could not be sent")

    async def _send(self, wanted: Reminder, count: int) -> bool:
        say, make = self._client.services.texts.say, self._client.components
        locale, key = wanted.language, wanted.key
        streak = await self._client.services.reviews.streak(key, locale)
        text = say(locale, "review-cards-reminder", count=count, days=streak.days)
        view = make.view(
            make.button(
                locale,
                "review-cards-button-begin",
                "review.begin",
                key.server_id,
                key.user_id,
                style=discord.ButtonStyle.primary,
            ),
            make.button(locale, "review-cards-button-stop", "review.stop", key.user_id),
        )
        try:
            channel = await self._client.create_dm(discord.Object(key.user_id))
            await channel.send(text, view=view, allowed_mentions=discord.AllowedMentions.none())
        except (discord.HTTPException, *NETWORK_FAILURES) as error:
            _log.info("a reminder did not arrive: %s", describe(error))
            return False
        return True
