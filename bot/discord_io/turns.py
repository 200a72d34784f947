"""Carries one turn from the tutor to Discord, and keeps the book of turns so that a crash leaves none open.

It decides nothing about content: it shows what the tutor gives out, where the learner wanted it.
"""

import asyncio
import logging
from dataclasses import dataclass
from datetime import timedelta

import discord

from bot.clock import Clock
from bot.discord_io.acknowledge import Acknowledgements
from bot.discord_io.answer_view import AnswerView
from bot.discord_io.failures import NETWORK_FAILURES, describe
from bot.discord_io.places import PrivatePlace, SharedPlace
from bot.discord_io.reply import ReplySink
from bot.texts.catalogue import Texts
from bot.texts.kinds import Released, block_quote, joined
from bot.texts.locales import Locale
from bot.tutor.open_turns import TOKEN_LIFE, OpenTurns
from bot.tutor.store import OpenTurn
from bot.tutor.tutor import Tutor
from bot.tutor.values import Accepted, Answer, Ask, Progress

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Book:
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
        await self.turns.close(self.turn_id)


class Turns:
    """Turns under way in this process."""

    def __init__(
        self,
        *,
        tutor: Tutor,
        open_turns: OpenTurns,
        texts: Texts,
        view: AnswerView,
        acknowledgements: Acknowledgements,
        clock: Clock,
    ) -> None:
        self._tutor = tutor
        self._open_turns = open_turns
        self._texts = texts
        self._view = view
        self._acknowledgements = acknowledgements
        self._clock = clock
        self._running: set[asyncio.Task[None]] = set()

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
        """Let the turns under way finish within `patience` seconds, then end the others with a sentence."""
        if not self._running:
            return
        _, late = await asyncio.wait(self._running, timeout=patience)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=patience)

    async def _run(self, interaction: discord.Interaction, ask: Ask) -> None:
        turn = _open_turn(interaction, ask, self._clock)
        sink = ReplySink(
            PrivatePlace.of(interaction),
            clock=self._clock,
            log=_Book(self._open_turns, ask.turn_id, shared=False),
        )
        try:
            await self._acknowledgements.settled()
            await self._open_turns.open(turn)
            heading = Released("")
            async for event in self._tutor.answer(ask):
                match event:
                    case Accepted(question) if ask.shared:
                        heading = block_quote(question)
                        sink = self._shared_sink(interaction, ask)
                    case Accepted():
                        pass
                    case Progress(text):
                        await sink.show(joined("\n\n", [heading, text]))
                    case Answer(text, answered):
                        view = self._view.of(ask.locale, answered)
                        await sink.finish(joined("\n\n", [heading, text]), view)
            await self._open_turns.close(ask.turn_id)
        except asyncio.CancelledError:
            await self._cut_short(sink, turn, "ask-stopping")
            raise
        except Exception:
            await self._open_turns.close(ask.turn_id)
            raise

    def _shared_sink(self, interaction: discord.Interaction, ask: Ask) -> ReplySink:
        notice = self._texts.say(ask.locale, "ask-shared-notice")
        return ReplySink(
            SharedPlace.of(interaction, notice),
            clock=self._clock,
            log=_Book(self._open_turns, ask.turn_id, shared=True),
        )

    async def _cut_short(self, sink: ReplySink, turn: OpenTurn, key: str) -> None:
        """End a turn whose process is about to stop; its question is kept for *Ask again*."""
        await self._open_turns.cut_short(turn)
        try:
            await sink.fail(self._texts.say(turn.locale, key), self._view.again(turn.locale, turn.id))
        except NETWORK_FAILURES as error:
            log.warning("a turn that was cut short could not say so: %s", describe(error))


def _open_turn(interaction: discord.Interaction, ask: Ask, clock: Clock) -> OpenTurn:
    return OpenTurn(
        id=ask.turn_id,
        key=ask.key,
        channel_id=interaction.channel_id or 0,
        interaction_id=interaction.id,
        application_id=interaction.application_id,
        token=interaction.token,
        token_expires_at=clock.now() + TOKEN_LIFE - timedelta(seconds=10),
        locale=Locale(ask.locale),
        question=ask.question,
        lesson_id=ask.lesson_id,
        style=ask.style.value,
        shared=ask.shared,
    )
