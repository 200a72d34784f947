"""What a new process does first: end every reply that the last one left open, without showing an answer twice.

An answer that is in memory is shown where it belongs; a question without an answer is told to be interrupted and kept
for *Ask again*. Where it is unknown whether a message exists, none is made: its text waits behind a button. What was
only acknowledged is told to be lost.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

import discord

from bot.clock import Clock
from bot.discord_io.answer_view import AnswerView
from bot.discord_io.failures import (
    NETWORK_FAILURES,
    Remedy,
    describe,
    remedy_for,
    wait_before_retry,
)
from bot.discord_io.locale import LanguageChoices
from bot.discord_io.owed import Owed, OwedAnswers
from bot.discord_io.places import ChannelPlace, Place, PrivatePlace, SharedPlace, replies_in_channel
from bot.discord_io.split import split_message
from bot.discord_io.turns import Book, as_shown
from bot.memory.values import Turn
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.tutor.open_turns import OpenTurns, Unfinished
from bot.tutor.store import OpenTurn

log = logging.getLogger(__name__)

_FIRST_WAIT, _LONGEST_WAIT = 1.0, 30.0
"""Seconds before another try where Discord could not be reached."""


class Recovery:
    """Ends the replies that a crash left open."""

    def __init__(
        self,
        client: discord.Client,
        *,
        open_turns: OpenTurns,
        owed: OwedAnswers,
        choices: LanguageChoices,
        texts: Texts,
        guard: Guard,
        view: AnswerView,
        clock: Clock,
    ) -> None:
        self._client = client
        self._open_turns = open_turns
        self._owed = owed
        self._choices = choices
        self._texts = texts
        self._guard = guard
        self._view = view
        self._clock = clock

    async def run(self, unfinished: Sequence[Unfinished]) -> None:
        """End every open reply. One that fails does not keep the others waiting."""
        known_as_turns = {one.open.interaction_id for one in unfinished}
        await asyncio.gather(
            *(self._end_turn(one.open) for one in unfinished),
            *(
                self._end_owed(owed, is_turn=owed.interaction_id in known_as_turns)
                for owed in self._owed.left
            ),
        )

    async def _end_turn(self, turn: OpenTurn) -> None:
        async def attempt() -> None:
            for one in await self._open_turns.unfinished(
                turn.id
            ):  # anew, with what an earlier try wrote down
                if one.turn is None:
                    await self._interrupted(one.open)
                else:
                    await self._show(one.open, one.turn)

        await self._until_told(attempt, turn.token_expires_at)
        await self._open_turns.close(turn.id)

    async def _end_owed(self, owed: Owed, *, is_turn: bool) -> None:
        async def attempt() -> None:
            place = PrivatePlace.stored(self._client, owed.application_id, owed.token)
            if await place.is_thinking():
                chosen = await self._choices.of_learner(owed.server_id, owed.user_id)
                sentence = self._texts.say(chosen or owed.locale, "common-restarted")
                await place.send(0, sentence, None, ())

        if not is_turn:
            await self._until_told(attempt, owed.token_expires_at)
        self._owed.paid(owed.interaction_id)

    async def _until_told(self, attempt: Callable[[], Awaitable[None]], expires_at: datetime) -> None:
        """Try until Discord took it or will never take it."""
        wait = _FIRST_WAIT
        while self._clock.now() < expires_at:
            try:
                return await attempt()
            except NETWORK_FAILURES as error:
                log.warning("what a crash left open could not be ended: %s", describe(error))
                if remedy_for(error) is not Remedy.WAIT:
                    return
                await self._clock.sleep(max(wait, wait_before_retry(error)))
                wait = min(2 * wait, _LONGEST_WAIT)
            except Exception as error:  # a fault of ours must not keep the other replies waiting
                log.error("what a crash left open could not be ended: %s", describe(error))
                return

    async def _interrupted(self, turn: OpenTurn) -> None:
        """Withdraw what was shown of an answer that nobody remembers, and offer to ask again."""
        await self._open_turns.keep_question(turn)
        if not turn.token:
            await self._interrupted_in_channel(turn)
            return
        place = self._place(turn, shared=turn.shared)
        exist, unsure = await self._messages(turn)
        for message_id in exist.values():
            await _while_it_exists(place.delete(message_id))
        sentence = self._texts.say(turn.locale, "ask-interrupted-partly" if unsure else "ask-interrupted")
        await self._private(turn).send(0, sentence, self._view.again(turn.locale, turn.id), ())

    async def _interrupted_in_channel(self, turn: OpenTurn) -> None:
        """The same for a reply to a message: its first message says so, the others go."""
        place = self._place(turn, shared=turn.shared)
        exist, _ = await self._messages(turn)
        sentence = self._texts.say(turn.locale, "ask-interrupted")
        view = self._view.again(turn.locale, turn.id)
        if 0 in exist:
            await _while_it_exists(place.edit(exist[0], sentence, view, ()))
        else:
            await place.send(0, sentence, view, ())
        for part, message_id in exist.items():
            if part > 0:
                await _while_it_exists(place.delete(message_id))

    async def _show(self, turn: OpenTurn, remembered: Turn) -> None:
        """Show a remembered answer: in the messages that exist, and in new ones where none can exist yet."""
        pieces = split_message(as_shown(remembered, self._guard))
        exist, unsure = await self._messages(turn)
        certain = next((number for number in range(len(pieces)) if number in unsure), len(pieces))
        last_view = (
            self._view.of(turn.locale, remembered)
            if certain == len(pieces)
            else self._view.rest(turn.locale, turn.id, certain)
        )
        place = self._place(turn, shared=remembered.shared)
        book = Book(self._open_turns, turn.id, shared=remembered.shared)
        for number, piece in enumerate(pieces[:certain]):
            view = last_view if number == certain - 1 else None
            if number in exist:
                await _while_it_exists(place.edit(exist[number], piece, view, ()))
            else:
                await book.planned(number)
                await book.sent(number, await place.send(number, piece, view, ()))
        for number, message_id in exist.items():
            if number >= len(pieces):
                await _while_it_exists(place.delete(message_id))
        if certain == 0:
            notice = self._texts.say(turn.locale, "ask-shared-notice")
            await self._private(turn).send(0, notice, last_view, ())

    async def _messages(self, turn: OpenTurn) -> tuple[Mapping[int, int], frozenset[int]]:
        """The turn's messages that exist, by part, and the parts of which nobody knows whether they do.

        In a channel, what the last process did not live to write down is looked up; private messages cannot be.
        """
        exist = {part.part: part.message_id for part in turn.deliveries if part.message_id is not None}
        unsure = frozenset(part.part for part in turn.deliveries) - exist.keys()
        if not turn.token:
            return exist, frozenset()  # sent again with its nonce, a message does not come twice
        if turn.shared and unsure:
            found = await replies_in_channel(self._client, turn.channel_id, turn.interaction_id)
            if found is not None:
                return dict(enumerate(found)), frozenset()
        return exist, unsure

    def _private(self, turn: OpenTurn) -> PrivatePlace:
        return PrivatePlace.stored(self._client, turn.application_id, turn.token)

    def _place(self, turn: OpenTurn, *, shared: bool) -> Place:
        if not turn.token:
            return ChannelPlace.stored(self._client, turn.channel_id, turn.interaction_id, turn.id)
        if shared:
            notice = self._texts.say(turn.locale, "ask-shared-notice")
            return SharedPlace.stored(self._client, turn.application_id, turn.token, notice)
        return self._private(turn)


async def _while_it_exists(change: Awaitable[None]) -> None:
    """Change a message, unless somebody has deleted it."""
    try:
        await change
    except discord.HTTPException as error:
        if remedy_for(error) is not Remedy.SKIP:
            raise
