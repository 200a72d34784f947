"""Carries one turn from the tutor to Discord, and keeps the book of turns so that a crash leaves none open.

It decides nothing about content: it shows what the tutor gives out, where the learner wanted it.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

import discord

from bot.clock import Clock
from bot.discord_io.acknowledge import Acknowledgements
from bot.discord_io.answer_view import AnswerView
from bot.discord_io.errors import ErrorHandler
from bot.discord_io.places import PrivatePlace, SharedPlace
from bot.discord_io.reply import ReplySink
from bot.memory.values import Turn
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released, block_quote, joined
from bot.texts.locales import Locale
from bot.tutor.open_turns import TOKEN_LIFE, OpenTurns
from bot.tutor.store import OpenTurn
from bot.tutor.tutor import Tutor
from bot.tutor.values import Accepted, Answer, Ask, Progress

log = logging.getLogger(__name__)

_TO_SAY_SO = 2.0
"""Seconds that turns which are cut short at a stop have to tell their learners."""


def as_shown(turn: Turn, guard: Guard) -> Released:
    """A remembered answer as it was shown: under its question where everybody saw it."""
    heading = [block_quote(guard.quote(turn.question))] if turn.shared else []
    return joined("\n\n", [*heading, turn.answer])


@dataclass(slots=True)
class Book:
    """Writes down which messages a turn makes.

    The first message of a private reply takes the deferral's place, which is known by its name after a crash as well,
    so it needs no entry.
    """

    turns: OpenTurns
    turn_id: str
    shared: bool

    async def planned(self, part: int) -> None:
        if self.shared or part > 0:
            await self.turns.planned(self.turn_id, part)

    async def sent(self, part: int, message_id: int) -> None:
        if self.shared or part > 0:
            await self.turns.sent(self.turn_id, part, message_id)

    async def shown(self) -> None:
        """Whoever carries the turn closes it."""


@dataclass(slots=True)
class _Reply:
    """How far the reply of one turn is."""

    sink: ReplySink
    heading: Released = field(default=Released(""))
    remembered: bool = False
    """Whether its answer is in memory; from then on it is shown sooner or later, by the next process if need be."""


class Turns:
    """Turns under way in this process."""

    def __init__(
        self,
        *,
        tutor: Tutor,
        open_turns: OpenTurns,
        texts: Texts,
        view: AnswerView,
        errors: ErrorHandler,
        acknowledgements: Acknowledgements,
        clock: Clock,
    ) -> None:
        self._tutor = tutor
        self._open_turns = open_turns
        self._texts = texts
        self._view = view
        self._errors = errors
        self._acknowledgements = acknowledgements
        self._clock = clock
        self._running: set[asyncio.Task[None]] = set()
        self._stopping = False

    async def run(self, interaction: discord.Interaction, ask: Ask) -> None:
        """Answer `ask` in reply to an interaction that was deferred privately; returns when the end is shown.

        Runs in a task of its own, so that a stop of the process can wait for it and then cut it short.
        """
        task = asyncio.create_task(self._run(interaction, ask), name="turn")
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        try:
            await task
        except asyncio.CancelledError:
            if not task.cancelled():
                raise

    async def stop(self, *, patience: float) -> None:
        """Let the turns under way finish within `patience` seconds, then end the others with a sentence.

        A turn that comes meanwhile gets that sentence at once. Called when the process is about to end.
        """
        self._stopping = True
        if self._running:
            await asyncio.wait(self._running, timeout=patience)
        for task in self._running:
            task.cancel()
        if self._running:
            await asyncio.wait(self._running, timeout=_TO_SAY_SO)

    async def _run(self, interaction: discord.Interaction, ask: Ask) -> None:
        turn = _open_turn(interaction, ask, self._clock)
        place = PrivatePlace.of(interaction)
        reply = _Reply(ReplySink(place, clock=self._clock, log=Book(self._open_turns, turn.id, shared=False)))
        try:
            await self._acknowledgements.settled()
            await self._open_turns.open(turn)
            self._acknowledgements.owed.paid(interaction.id)  # from now on the open turn stands for it
            if self._stopping:
                raise asyncio.CancelledError
            await self._show(interaction, ask, reply)
        except asyncio.CancelledError:
            if not reply.remembered:
                await self._cut_short(reply, turn)
            raise
        except Exception as error:
            if reply.remembered:
                raise
            await reply.sink.fail(self._errors.sentence(ask.locale, error))
        await self._open_turns.close(turn.id)

    async def _show(self, interaction: discord.Interaction, ask: Ask, reply: _Reply) -> None:
        async for event in self._tutor.answer(ask):
            match event:
                case Accepted(question, notes) if ask.shared:
                    reply.heading = block_quote(question)
                    reply.sink = self._shared_sink(interaction, ask, notes)
                case Accepted():
                    pass
                case Progress(text):
                    await reply.sink.show(joined("\n\n", [reply.heading, text]))
                case Answer(text, answered):
                    reply.remembered = True
                    view = self._view.of(ask.public_locale if reply.heading else ask.locale, answered)
                    await reply.sink.finish(joined("\n\n", [reply.heading, text]), view)

    def _shared_sink(
        self, interaction: discord.Interaction, ask: Ask, notes: Sequence[Released]
    ) -> ReplySink:
        notice = joined("\n\n", [self._texts.say(ask.locale, "ask-shared-notice"), *notes])
        return ReplySink(
            SharedPlace.of(interaction, notice),
            clock=self._clock,
            log=Book(self._open_turns, ask.turn_id, shared=True),
        )

    async def _cut_short(self, reply: _Reply, turn: OpenTurn) -> None:
        """End a turn whose process is about to stop; its question is kept for *Ask again*."""
        kept = await self._open_turns.keep_question(turn)
        if not kept and await self._open_turns.unfinished(turn.id):
            return  # its answer was remembered in this very moment: the next process shows it
        again = self._view.again(turn.locale, turn.id) if kept else None
        await reply.sink.fail(self._texts.say(turn.locale, "ask-stopping"), again)
        await self._open_turns.close(turn.id)


def _open_turn(interaction: discord.Interaction, ask: Ask, clock: Clock) -> OpenTurn:
    return OpenTurn(
        id=ask.turn_id,
        key=ask.key,
        channel_id=interaction.channel_id or 0,
        interaction_id=interaction.id,
        application_id=interaction.application_id,
        token=interaction.token,
        token_expires_at=clock.now() + TOKEN_LIFE,
        locale=Locale(ask.locale),
        question=ask.question,
        lesson_id=ask.lesson_id,
        style=ask.style.value,
        shared=ask.shared,
    )
