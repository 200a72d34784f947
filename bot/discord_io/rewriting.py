"""Puts another answer in the place of one that stands in a channel or in direct messages already."""

import logging
from typing import cast

import discord

from bot.discord_io.answer_view import AnswerView
from bot.discord_io.failures import NETWORK_FAILURES, describe
from bot.discord_io.split import split_message
from bot.discord_io.turns import as_shown
from bot.memory.values import Turn
from bot.safety import Guard
from bot.tutor.shown.store import Shown

log = logging.getLogger(__name__)


class Rewriting:
    """Edits the messages of an answer."""

    def __init__(self, guard: Guard, view: AnswerView) -> None:
        self._guard = guard
        self._view = view

    async def put(self, client: discord.Client, turn: Turn, shown: tuple[Shown, ...]) -> int:
        """Show the turn's answer as it is remembered now; gives how many messages could not be changed.

        What does not fit into the old messages goes into new ones after them; old ones that are left over are deleted.
        """
        pieces = split_message(as_shown(turn, self._guard))
        failed = 0
        for number, old in enumerate(shown):
            message = client.get_partial_messageable(old.channel_id).get_partial_message(old.message_id)
            try:
                if number >= len(pieces):
                    await message.delete()
                    continue
                last = number == len(pieces) - 1
                view = self._view.of(turn.locale, turn) if last else None
                await message.edit(
                    content=pieces[number],
                    view=cast(discord.ui.View | None, view),
                    allowed_mentions=discord.AllowedMentions.none(),
                )
            except NETWORK_FAILURES as error:
                log.info("a message could not be corrected: %s", describe(error))
                failed += 1
        if shown:
            for number in range(len(shown), len(pieces)):
                try:
                    view = self._view.of(turn.locale, turn) if number == len(pieces) - 1 else None
                    await client.get_partial_messageable(shown[-1].channel_id).send(
                        pieces[number],
                        view=cast(discord.ui.View, view or discord.utils.MISSING),
                        allowed_mentions=discord.AllowedMentions.none(),
                    )
                except NETWORK_FAILURES as error:
                    log.info("the rest of a correction could not be shown: %s", describe(error))
                    failed += 1
        return failed
