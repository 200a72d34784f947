"""The book of turns under way: opened before work begins, closed when the learner has seen the end.

It is written before and after every message that a turn creates, so that after a crash it is known what the learner
may have seen.
"""

from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock
from bot.learners.values import LearnerKey
from bot.memory import store as memory_store
from bot.memory.values import Turn
from bot.storage import Connection, Database
from bot.tutor import store
from bot.tutor.ladder import STANDS_FOR as LADDER_STANDS_FOR
from bot.tutor.store import Interrupted, OpenTurn

TOKEN_LIFE = timedelta(minutes=15) - timedelta(seconds=10)
"""How long we use an interaction's token: a little less than Discord lets us ("Receiving and Responding")."""

ASK_AGAIN_FOR = timedelta(hours=24)
"""How long the question of a turn that was cut short is kept for *Ask again*."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A turn that a crash cut short, with its answer where that was remembered already."""

    open: OpenTurn
    turn: Turn | None


class OpenTurns:
    """Turns under way."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def open(self, turn: OpenTurn) -> None:
        """Write down that a turn begins."""
        await self._database.write(lambda connection: store.open_turn(connection, turn))

    async def planned(self, turn_id: str, part: int) -> None:
        """A message of the reply is about to be created."""
        await self._database.write(lambda connection: store.plan_part(connection, turn_id, part))

    async def sent(self, turn_id: str, part: int, message_id: int) -> None:
        """That message exists."""
        await self._database.write(lambda connection: store.note_part(connection, turn_id, part, message_id))

    async def close(self, turn_id: str) -> None:
        """The learner has seen the end; the token is forgotten."""
        await self._database.write(lambda connection: store.close_turn(connection, turn_id))

    async def keep_question(self, turn: OpenTurn) -> bool:
        """Keep the question of a turn that will get no answer, for *Ask again*.

        False when there is nothing to keep: the answer is in memory already, or everything was erased. The turn stays
        open until the learner has been told, so that they are told after a crash as well.
        """
        expires_at = self._clock.now() + ASK_AGAIN_FOR

        async def unit(connection: Connection) -> bool:
            opened = await store.unfinished(connection, turn.id)
            if not opened or opened[0].remembered or not turn.question:
                return False  # answered, erased, or asked while the learner's memory is paused
            await store.keep_interrupted(connection, turn, expires_at=expires_at)
            return True

        return await self._database.write(unit)

    async def forget_questions(self, key: LearnerKey, conversation_id: int | None = None) -> None:
        """Forget what the learner works on in hints, here or everywhere; and everywhere, what waits behind *Ask again*."""

        async def unit(connection: Connection) -> None:
            await store.forget_ladders(connection, key, conversation_id=conversation_id)
            if conversation_id is None:
                await store.forget_interrupted(connection, key)

        await self._database.write(unit)

    async def drop_old(self) -> None:
        """Forget questions and ladders that waited too long."""
        now = self._clock.now()
        await self._database.write(
            lambda connection: store.drop_old(connection, now=now, ladders_before=now - LADDER_STANDS_FOR)
        )

    async def take_interrupted(self, turn_id: str, key: LearnerKey) -> Interrupted | None:
        """The question of a turn that was cut short, once, for the learner who asked it."""
        now = self._clock.now()
        return await self._database.write(
            lambda connection: store.take_interrupted(connection, turn_id, key, now=now)
        )

    async def unfinished(self, turn_id: str | None = None) -> tuple[Unfinished, ...]:
        """What the last process left open; of that, only the turn that is named."""

        async def unit(connection: Connection) -> tuple[Unfinished, ...]:
            return tuple(
                [
                    Unfinished(
                        turn, await memory_store.load(connection, turn.id) if turn.remembered else None
                    )
                    for turn in await store.unfinished(connection, turn_id)
                ]
            )

        return await self._database.read(unit)
