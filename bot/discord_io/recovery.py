"""What a new process does first: end every turn that the last one left open, without showing an answer twice.

An answer that is in memory is shown where it belongs; a question without an answer is told to be interrupted and kept
for *Ask again*. Where it is unknown whether a message exists, none is made: its text waits behind a button.
"""

import logging
from collections.abc import Mapping, Sequence

import discord

from bot.clock import Clock
from bot.discord_io.answer_view import AnswerView
from bot.discord_io.failures import NETWORK_FAILURES, describe
from bot.discord_io.places import Place, PrivatePlace, SharedPlace, replies_in_channel
from bot.discord_io.split import split_message
from bot.memory.values import Turn
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released, block_quote, joined
from bot.tutor.open_turns import OpenTurns, Unfinished
from bot.tutor.store import OpenTurn

log = logging.getLogger(__name__)


class Recovery:
    """Ends the turns that a crash left open."""

    def __init__(
        self,
        client: discord.Client,
        *,
        open_turns: OpenTurns,
        texts: Texts,
        guard: Guard,
        view: AnswerView,
        clock: Clock,
    ) -> None:
        self._client = client
        self._guard = guard
        self._open_turns = open_turns
        self._texts = texts
        self._view = view
        self._clock = clock

    async def run(self, unfinished: Sequence[Unfinished]) -> None:
        """End every open turn. One that fails does not keep the others waiting."""
        for one in unfinished:
            try:
                await self._end(one)
            except NETWORK_FAILURES as error:
                log.warning("an open turn could not be shown: %s", describe(error))
                await self._open_turns.close(one.open.id)

    async def _end(self, one: Unfinished) -> None:
        turn = one.open
        if turn.token_expires_at <= self._clock.now():
            await self._open_turns.close(turn.id)
        elif one.turn is None:
            await self._interrupted(turn)
        else:
            await self._show(turn, one.turn)
            await self._open_turns.close(turn.id)

    async def _interrupted(self, turn: OpenTurn) -> None:
        """Withdraw what was shown of an answer that nobody remembers, and offer to ask again."""
        await self._open_turns.cut_short(turn)
        known = await self._known_messages(turn)
        place = self._place(turn)
        for message_id in known.values():
            await place.delete(message_id)
        sentence = self._texts.say(turn.locale, "ask-interrupted")
        await self._private(turn).send(0, sentence, self._view.again(turn.locale, turn.id), ())

    async def _show(self, turn: OpenTurn, remembered: Turn) -> None:
        """Show a remembered answer: in the messages that exist, and in new ones where none can exist yet."""
        pieces = split_message(self._text(remembered))
        known = await self._known_messages(turn)
        unsure = {part.part for part in turn.deliveries} - known.keys()
        certain = next((number for number in range(len(pieces)) if number in unsure), len(pieces))
        last_view = (
            self._view.of(turn.locale, remembered)
            if certain == len(pieces)
            else self._view.rest(turn.locale, turn.id, certain)
        )
        place = self._place(turn)
        for number in range(certain):
            view = last_view if number == certain - 1 else None
            if number in known:
                await place.edit(known[number], pieces[number], view, ())
            else:
                await place.send(number, pieces[number], view, ())
        if certain == 0:
            notice = self._texts.say(turn.locale, "ask-shared-notice")
            await self._private(turn).send(0, notice, last_view, ())

    async def _known_messages(self, turn: OpenTurn) -> Mapping[int, int]:
        """The turn's messages that are known to exist, by part.

        In a channel, what the last process did not live to write down is looked up; private messages cannot be.
        """
        known = {part.part: part.message_id for part in turn.deliveries if part.message_id is not None}
        if not turn.shared or len(known) == len(turn.deliveries):
            return known
        found = await replies_in_channel(self._client, turn.channel_id, turn.interaction_id)
        return dict(enumerate(found)) if found is not None else known

    def _private(self, turn: OpenTurn) -> PrivatePlace:
        return PrivatePlace.stored(self._client, turn.application_id, turn.token)

    def _place(self, turn: OpenTurn) -> Place:
        if turn.shared:
            return SharedPlace.stored(self._client, turn.application_id, turn.token)
        return self._private(turn)

    def _text(self, turn: Turn) -> Released:
        """A remembered answer as it is shown: under its question where everybody sees it."""
        heading = [block_quote(self._guard.quote(turn.question))] if turn.shared else []
        return joined("\n\n", [*heading, turn.answer])
