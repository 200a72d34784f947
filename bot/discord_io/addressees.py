"""Whom a turn answers: somebody who used a command or a button, or somebody who wrote a message.

They differ in where a reply may stand and in what may be said there; the turn itself is the same.
"""

from collections.abc import Sequence
from typing import Protocol

import discord

from bot.clock import Clock
from bot.discord_io.answer_view import AnswerView
from bot.discord_io.components import View
from bot.discord_io.failures import NETWORK_FAILURES
from bot.discord_io.places import ChannelPlace, Place, PrivatePlace, SharedPlace
from bot.memory.values import Outcome, Turn
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released, block_quote, joined
from bot.tutor.open_turns import TOKEN_LIFE
from bot.tutor.store import OpenTurn
from bot.tutor.values import Ask

_FOR_ONE = frozenset({Outcome.REFUSED, Outcome.SUPPORTED})


class Addressee(Protocol):
    """Where the reply of one turn goes."""

    books_every_part: bool
    """Whether every message must be written down; else the first stands in the deferral's place, which has a name."""

    @property
    def guild(self) -> discord.Guild | None:
        """The server that it was asked in; None in direct messages."""
        ...

    def open_turn(self, ask: Ask, clock: Clock) -> OpenTurn:
        """What to write down when the turn begins."""
        ...

    def place(self) -> Place:
        """Where the reply goes before it is known whether the question passed the filters."""
        ...

    async def shared_place(self, ask: Ask, notes: Sequence[Released]) -> Place:
        """Where an answer for all to see goes; `notes` are told to the learner alone."""
        ...

    def heading(self, question: Released) -> Released:
        """What stands above an answer for all to see."""
        ...

    def ending(self, ask: Ask, turn: Turn, text: Released, view: View | None) -> tuple[Released, View | None]:
        """The end of the reply as it may stand where it goes."""
        ...


class ByInteraction:
    """Somebody used a command, a button or a form, which was deferred privately."""

    books_every_part = False

    def __init__(self, interaction: discord.Interaction, texts: Texts) -> None:
        self._interaction = interaction
        self._texts = texts

    @property
    def guild(self) -> discord.Guild | None:
        return self._interaction.guild

    def open_turn(self, ask: Ask, clock: Clock) -> OpenTurn:
        interaction = self._interaction
        return _opened(
            ask,
            clock,
            channel_id=interaction.channel_id or 0,
            source_id=interaction.id,
            application_id=interaction.application_id,
            token=interaction.token,
        )

    def place(self) -> Place:
        return PrivatePlace.of(self._interaction)

    async def shared_place(self, ask: Ask, notes: Sequence[Released]) -> Place:
        notice = joined("\n\n", [self._texts.say(ask.locale, "ask-shared-notice"), *notes])
        return SharedPlace.of(self._interaction, notice)

    def heading(self, question: Released) -> Released:
        return block_quote(question)

    def ending(self, ask: Ask, turn: Turn, text: Released, view: View | None) -> tuple[Released, View | None]:
        return text, view


class ByMessage:
    """Somebody wrote a direct message, mentioned the tutor or replied to it; the answer is a reply to that."""

    books_every_part = True

    def __init__(self, message: discord.Message, application_id: int, texts: Texts, view: AnswerView) -> None:
        self._message = message
        self._application_id = application_id
        self._texts = texts
        self._view = view
        self._nonce = ""

    @property
    def guild(self) -> discord.Guild | None:
        return self._message.guild

    def open_turn(self, ask: Ask, clock: Clock) -> OpenTurn:
        self._nonce = ask.turn_id
        return _opened(
            ask,
            clock,
            channel_id=self._message.channel.id,
            source_id=self._message.id,
            application_id=self._application_id,
            token="",
        )

    def place(self) -> Place:
        return ChannelPlace.of(self._message, self._nonce)

    async def shared_place(self, ask: Ask, notes: Sequence[Released]) -> Place:
        for note in notes:
            try:
                await self._message.author.send(note)
            except NETWORK_FAILURES:
                break  # they take no direct messages; the channel is no place for it
        return self.place()

    def heading(self, question: Released) -> Released:
        return Released("")  # the question stands right above, as the message that is replied to

    def ending(self, ask: Ask, turn: Turn, text: Released, view: View | None) -> tuple[Released, View | None]:
        """In a channel, what is for one person alone waits behind a button."""
        if self._message.guild is None or turn.outcome not in _FOR_ONE:
            return text, view
        around = ask.public_locale
        if turn.outcome is Outcome.SUPPORTED:  # of which nothing is kept that could be shown again
            waiting = self._view.support(around, turn.locale)
        else:
            waiting = self._view.open(around, turn.id)
        return self._texts.say(around, "ask-for-you-alone"), waiting


class InThread:
    """Somebody used a command and wanted a thread for the conversation; the answer is that thread's first message."""

    books_every_part = True

    def __init__(self, interaction: discord.Interaction, thread: discord.Thread) -> None:
        self._interaction = interaction
        self._thread = thread
        self._nonce = ""

    @property
    def guild(self) -> discord.Guild | None:
        return self._interaction.guild

    def open_turn(self, ask: Ask, clock: Clock) -> OpenTurn:
        self._nonce = ask.turn_id
        return _opened(
            ask,
            clock,
            channel_id=self._thread.id,
            source_id=self._interaction.id,
            application_id=self._interaction.application_id,
            token="",
        )

    def place(self) -> Place:
        return ChannelPlace(self._thread, self._nonce)

    async def shared_place(self, ask: Ask, notes: Sequence[Released]) -> Place:
        if notes:
            await self._interaction.followup.send(joined("\n\n", notes), ephemeral=True)
        return self.place()

    def heading(self, question: Released) -> Released:
        return block_quote(question)

    def ending(self, ask: Ask, turn: Turn, text: Released, view: View | None) -> tuple[Released, View | None]:
        return text, view


def _opened(
    ask: Ask, clock: Clock, *, channel_id: int, source_id: int, application_id: int, token: str
) -> OpenTurn:
    return OpenTurn(
        id=ask.turn_id,
        key=ask.key,
        channel_id=channel_id,
        interaction_id=source_id,
        application_id=application_id,
        token=token,
        token_expires_at=clock.now() + TOKEN_LIFE,
        locale=ask.locale,
        question=ask.clean_question,
        lesson_id=ask.lesson_id,
        style=ask.style.value,
        mode=ask.mode.value,
        shared=ask.shared,
    )
