"""Carries one turn from the tutor to Discord, and keeps the book of turns so that a crash leaves none open.

It decides nothing about content: it shows what the tutor gives out, where the learner wanted it.
"""

import asyncio
import logging
from dataclasses import dataclass, field

import discord

from bot.clock import Clock
from bot.discord_io.acknowledge import Acknowledgements
from bot.discord_io.addressees import Addressee, ByInteraction, ByMessage, InThread
from bot.discord_io.answer_view import AnswerView
from bot.discord_io.components import View
from bot.discord_io.crisis import CrisisContact
from bot.discord_io.errors import ErrorHandler
from bot.discord_io.places import Place
from bot.discord_io.reply import ReplySink
from bot.discord_io.router import NotYourButton
from bot.learners.values import LearnerKey
from bot.memory.values import Outcome, Turn
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, block_quote, joined
from bot.tutor.open_turns import OpenTurns
from bot.tutor.stopping import Stopping
from bot.tutor.store import OpenTurn
from bot.tutor.tutor import Tutor
from bot.tutor.values import Accepted, Answer, Ask, Progress, TurnEvent

log = logging.getLogger(__name__)

_TO_SAY_SO = 2.0
"""Seconds that turns which are cut short at a stop have to tell their learners."""


def as_shown(turn: Turn, guard: Guard) -> Released:
    """A remembered answer as it was shown: under its question where everybody saw it."""
    heading = [block_quote(guard.quote_for_all(turn.question))] if turn.shared else []
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

    to: Addressee
    sink: ReplySink
    heading: Released = field(default=Released(""))
    is_public: bool = False
    stop: View | None = None
    """The button under it while it is being written."""
    remembered: bool = False
    """Whether its answer is in memory; from then on it is shown sooner or later, by the next process if need be."""


class AlreadyWritten(PersonError):
    """Somebody wants to stop a reply that is not being written any more."""

    key = "ask-stop-too-late"


@dataclass(slots=True, eq=False)
class _Queue:
    """A learner's questions: one is answered, the others wait their turn."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    length: int = 0


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
        crisis: CrisisContact,
        clock: Clock,
    ) -> None:
        self._tutor = tutor
        self._open_turns = open_turns
        self._texts = texts
        self._view = view
        self._errors = errors
        self._acknowledgements = acknowledgements
        self._crisis = crisis
        self._clock = clock
        self._running: set[asyncio.Task[None]] = set()
        self._queues: dict[LearnerKey, _Queue] = {}
        self._stoppings: dict[str, tuple[int, Stopping]] = {}
        self._stopping = False

    async def run(self, interaction: discord.Interaction, ask: Ask) -> None:
        """Answer `ask` in reply to an interaction that was deferred privately; returns when the end is shown."""
        await self._in_a_task(ByInteraction(interaction, self._texts), ask)

    async def run_in_thread(self, interaction: discord.Interaction, thread: discord.Thread, ask: Ask) -> None:
        """Answer `ask` in a thread of its own, whose learner was told of it; returns when the end is shown."""
        await self._in_a_task(InThread(interaction, thread), ask)

    async def run_for_message(self, message: discord.Message, application_id: int, ask: Ask) -> None:
        """Answer `ask` as a reply to a message; returns when the end is shown."""
        await self._in_a_task(ByMessage(message, application_id, self._texts, self._view), ask)

    async def _in_a_task(self, to: Addressee, ask: Ask) -> None:
        """Run a turn in a task of its own, so that a stop of the process can wait for it and then cut it short."""
        task = asyncio.create_task(self._in_order(to, ask), name="turn")
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        try:
            await task
        except asyncio.CancelledError:
            if not task.cancelled():
                raise

    def stop_writing(self, turn_id: str, user_id: int) -> None:
        """End the writing of a reply for the learner who asked; what was shown stays, and is remembered.

        Raises `AlreadyWritten` or `NotYourButton`.
        """
        owner, stopping = self._stoppings.get(turn_id, (user_id, None))
        if owner != user_id:
            raise NotYourButton
        if stopping is None or not stopping.ask():
            raise AlreadyWritten

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

    async def _in_order(self, to: Addressee, ask: Ask) -> None:
        """One question of a learner after the other, in the order in which they came, each where it was asked."""
        queue = self._queues.setdefault(ask.key, _Queue())
        queue.length += 1
        try:
            async with queue.lock:
                await self._run(to, ask)
        finally:
            queue.length -= 1
            if queue.length == 0:
                del self._queues[ask.key]

    async def _run(self, to: Addressee, ask: Ask) -> None:
        turn = to.open_turn(ask, self._clock)
        reply = _Reply(to, self._sink(to.place(), turn.id, books_every_part=to.books_every_part))
        try:
            await self._acknowledgements.settled()
            await self._open_turns.open(turn)
            self._acknowledgements.owed.paid(turn.interaction_id)  # from now on the open turn stands for it
            if self._stopping:
                raise asyncio.CancelledError
            await self._show(ask, reply)
        except asyncio.CancelledError:
            if not reply.remembered:
                await self._cut_short(reply, turn)
            raise
        except Exception as error:
            if reply.remembered:
                raise
            await reply.sink.fail(self._errors.sentence(ask.locale, error))
        await self._open_turns.close(turn.id)

    async def _show(self, ask: Ask, reply: _Reply) -> None:
        stopping = Stopping()
        self._stoppings[ask.turn_id] = (ask.key.user_id, stopping)
        try:
            async for event in self._tutor.answer(ask, stopping):
                await self._tell(event, ask, reply)
        finally:
            del self._stoppings[ask.turn_id]

    async def _tell(self, event: TurnEvent, ask: Ask, reply: _Reply) -> None:
        match event:
            case Accepted(question, notes) if ask.shared:
                reply.heading = reply.to.heading(question)
                reply.is_public = True
                place = await reply.to.shared_place(ask, notes)
                reply.sink = self._sink(place, ask.turn_id, books_every_part=True)
            case Accepted():
                pass
            case Progress(text):
                locale = ask.public_locale if reply.is_public else ask.locale
                reply.stop = reply.stop or self._view.stop(locale, ask.turn_id)
                await reply.sink.show(joined("\n\n", [reply.heading, text]), reply.stop)
            case Answer(text, answered, remembered):
                reply.remembered = True
                locale = ask.public_locale if reply.is_public else ask.locale
                if answered.outcome is Outcome.SUPPORTED:
                    text, view = await self._crisis.support(reply.to.guild, answered.locale)
                elif remembered:
                    view = self._view.of(locale, answered)
                else:
                    view = self._view.paused(locale)
                    text = joined("\n", [text, self._texts.say(locale, "ask-paused")])
                text, view = reply.to.ending(ask, answered, text, view)
                await reply.sink.finish(joined("\n\n", [reply.heading, text]), view)

    def _sink(self, place: Place, turn_id: str, *, books_every_part: bool) -> ReplySink:
        book = Book(self._open_turns, turn_id, shared=books_every_part)
        return ReplySink(place, clock=self._clock, log=book, give_way=self._acknowledgements.settled)

    async def _cut_short(self, reply: _Reply, turn: OpenTurn) -> None:
        """End a turn whose process is about to stop; its question is kept for *Ask again*."""
        kept = await self._open_turns.keep_question(turn)
        if not kept and await self._open_turns.unfinished(turn.id):
            return  # its answer was remembered in this very moment: the next process shows it
        again = self._view.again(turn.locale, turn.id) if kept else None
        await reply.sink.fail(self._texts.say(turn.locale, "ask-stopping"), again)
        await self._open_turns.close(turn.id)
