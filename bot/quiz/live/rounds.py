"""Live rounds: every step is one unit of work, decided by what is stored and by the clock, never by what a process remembers.

`advance` does whatever is due; `Round.task` then says what the channel has to be shown. A process that is killed between any two
steps finds the same task again. Nothing here reads or changes what is kept of a learner's own quizzes.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from random import Random

from bot.clock import Clock
from bot.ids import Ids
from bot.lessons.library import Library
from bot.lessons.values import BUILT_IN
from bot.quiz import store as bank_store
from bot.quiz.attempts import choosing
from bot.quiz.items import Choice
from bot.quiz.live import store
from bot.quiz.live.values import (
    KINDS,
    LiveAnswer,
    NothingToAsk,
    NotJoined,
    NotYourRound,
    Pace,
    Phase,
    Player,
    Round,
    RoundOver,
    RoundRunning,
    Scoring,
    Taken,
    Tally,
    TooLate,
)
from bot.quiz.quizzes import UnknownLesson
from bot.storage import Connection, Database
from bot.texts.locales import Locale

_SEEDS = 2**53


class LiveRounds:
    """Rounds by channel."""

    def __init__(
        self,
        database: Database,
        library: Library,
        clock: Clock,
        ids: Ids,
        chance: Random,
        *,
        pace: Pace | None = None,
    ) -> None:
        self._database = database
        self._library = library
        self._clock = clock
        self._ids = ids
        self._chance = chance
        self.pace = pace or Pace()

    # Beginning and ending

    async def begin(
        self,
        *,
        server_id: int,
        channel_id: int,
        host_id: int,
        language: Locale,
        lesson_id: str | None,
        length: int,
        seconds: int,
        scoring: Scoring,
        teams: int,
    ) -> Round:
        """A new round in its lobby, at most as long as there are questions; not in the channel yet.

        Without a lesson it asks about all that the server's learners see. Raises `RoundRunning`, `UnknownLesson` or
        `NothingToAsk`.
        """
        lessons = await self._lessons(server_id, language, lesson_id)
        now = self._clock.now()
        new = Round(
            id=self._ids.new(),
            server_id=server_id,
            channel_id=channel_id,
            host_id=host_id,
            lessons=() if lesson_id is None else (lesson_id,),
            language=language,
            scoring=scoring,
            teams=teams,
            length=length,
            seconds=seconds,
            seed=self._chance.randrange(_SEEDS),
            phase=Phase.LOBBY,
            number=0,
            due_at=now + self.pace.lobby,
            is_told=False,
            is_done=False,
            lobby_id=None,
            started_at=now,
            players=0,
            answers=0,
            asked=None,
        )

        async def unit(connection: Connection) -> Round:
            if await store.is_busy(connection, channel_id):
                raise RoundRunning
            pool = [
                entry
                for entry in await bank_store.entries(connection, {BUILT_IN, server_id}, lesson_ids=lessons)
                if entry.kind in KINDS
            ]
            if not pool:
                raise NothingToAsk
            chosen = choosing.drawn(pool, length, Random(new.seed))
            begun = replace(new, length=len(chosen))
            await store.add(connection, begun, chosen)
            return begun

        return await self._database.write(unit)

    async def start_now(self, round_id: str, user_id: int, *, moderates: bool) -> Round:
        """Wait for nobody else. Raises `RoundOver`, `NotYourRound`."""
        now = self._clock.now()

        async def unit(connection: Connection) -> Round:
            one = await _going_on(connection, round_id)
            _require_host(one, user_id, moderates=moderates)
            if one.phase is Phase.LOBBY:
                await store.change(connection, round_id, due_at=now)
            return one

        return await self._database.write(unit)

    async def stop(self, round_id: str, user_id: int, *, moderates: bool) -> Round:
        """End a round early. Raises `RoundOver`, `NotYourRound`."""

        async def unit(connection: Connection) -> Round:
            one = await _going_on(connection, round_id)
            _require_host(one, user_id, moderates=moderates)
            await store.change(connection, round_id, phase=Phase.STOPPED.value)
            return replace(one, phase=Phase.STOPPED)

        return await self._database.write(unit)

    # Playing

    async def join(self, round_id: str, user_id: int, name: str) -> tuple[Round, Player, bool]:
        """Play, or go on playing; whether the person is new. Raises `RoundOver`."""
        now = self._clock.now()

        async def unit(connection: Connection) -> tuple[Round, Player, bool]:
            one = await _going_on(connection, round_id)
            return one, *await store.join(connection, one, user_id, name, now)

        return await self._database.write(unit)

    async def leave(self, round_id: str, user_id: int) -> bool:
        """Play no more, and take all answers of this round along; False where the person did not play."""
        return await self._database.write(lambda connection: store.leave(connection, round_id, user_id))

    async def answer(self, round_id: str, number: int, user_id: int, line: int, millis: int) -> Taken:
        """Answer the open question with a line of its message; the first answer counts.

        `millis` is the time since the question by Discord's clock, so that nobody loses by our being busy. Raises `RoundOver`,
        `TooLate`, `NotJoined`.
        """
        now = self._clock.now()

        async def unit(connection: Connection) -> Taken:
            one = await store.load(connection, round_id)
            if one is None or one.phase.is_over:
                raise RoundOver
            if one.phase is not Phase.ASKING or one.number != number or one.asked is None:
                raise TooLate
            asked = one.asked
            if await store.player(connection, round_id, user_id) is None:
                raise NotJoined
            if not 0 <= line < len(asked.order) or not isinstance(asked.item.task, Choice):
                raise TooLate
            chosen = asked.order[line]
            new = LiveAnswer(
                number, user_id, chosen, asked.item.task.options[chosen].right, _within(millis, one.seconds)
            )
            before = await store.keep_answer(connection, one, new, now)
            if before is not None:
                return Taken(asked, asked.order.index(before.chosen), is_new=False, everybody=False)
            return Taken(asked, line, is_new=True, everybody=one.answers + 1 >= one.players)

        return await self._database.write(unit)

    # What the channel is shown

    async def advance(self, round_id: str) -> Round | None:
        """Do what is due by the clock, and give the round as it stands then; None where it was erased."""
        now = self._clock.now()

        async def unit(connection: Connection) -> Round | None:
            one = await store.load(connection, round_id)
            changed = _due(one, now, self.pace) if one is not None else {}
            if not changed:
                return one
            await store.change(connection, round_id, **changed)
            return await store.load(connection, round_id)

        return await self._database.write(unit)

    async def shown_lobby(self, round_id: str, message_id: int) -> None:
        """The lobby stands in the channel."""
        await self._change(round_id, lobby_id=message_id)

    async def shown_question(self, one: Round, message_id: int) -> None:
        """The question stands in the channel, and its time begins."""
        due_at = self.question_due(one)

        async def unit(connection: Connection) -> None:
            await store.note_message(connection, one.id, one.number, message_id)
            current = await store.load(connection, one.id)
            if current is not None and current.phase is Phase.ASKING and current.number == one.number:
                await store.change(connection, one.id, due_at=due_at)

        await self._database.write(unit)

    def question_due(self, one: Round) -> datetime:
        """When a question that is shown now is over."""
        return self._clock.now() + one.time

    async def shown_answer(self, one: Round) -> None:
        """The answer stands in the channel, and the time for reading it begins."""
        due_at = self._clock.now() + self.pace.pause

        async def unit(connection: Connection) -> None:
            current = await store.load(connection, one.id)
            if current is not None and current.phase is Phase.TOLD and current.number == one.number:
                await store.change(connection, one.id, is_told=True, due_at=due_at)

        await self._database.write(unit)

    async def shown_end(self, round_id: str) -> None:
        """Its end stands in the channel."""
        await self._change(round_id, is_done=True)

    async def lost(self, round_id: str) -> None:
        """The channel takes no more messages."""
        await self._change(round_id, phase=Phase.LOST.value, is_done=True)

    async def see(self, round_id: str) -> Round:
        """A round as it stands. Raises `RoundOver` where it was erased."""
        one = await self._database.read(lambda connection: store.load(connection, round_id))
        if one is None:
            raise RoundOver
        return one

    async def tally(self, round_id: str) -> Tally:
        """How the newest question was answered, and how everybody stands."""

        async def unit(connection: Connection) -> Tally:
            one = await store.load(connection, round_id)
            if one is None:
                return Tally((), (), ())
            given = await store.all_answers(connection, round_id)
            options = len(one.asked.order) if one.asked is not None else 0
            counts = [0] * options
            for answer in given:
                if answer.number == one.number and answer.chosen < options:
                    counts[answer.chosen] += 1
            return Tally(tuple(counts), await store.all_players(connection, round_id), given)

        return await self._database.read(unit)

    async def unfinished(self) -> tuple[str, ...]:
        """The rounds that the last process left, by id."""
        return await self._database.read(store.unfinished)

    async def forget_before(self, moment: datetime, server_id: int | None = None) -> int:
        """Remove rounds that began before a moment, of one server where it is named; how many."""
        return await self._database.write(
            lambda connection: store.forget_before(connection, moment, server_id)
        )

    async def _change(self, round_id: str, **values: object) -> None:
        await self._database.write(lambda connection: store.change(connection, round_id, **values))

    async def _lessons(self, server_id: int, language: Locale, lesson_id: str | None) -> Collection[str]:
        if lesson_id is None:
            return [lesson.id for lesson in await self._library.lessons(server_id, language)]
        if await self._library.lesson(server_id, lesson_id, language) is None:
            raise UnknownLesson
        return [lesson_id]


def _due(one: Round, now: datetime, pace: Pace) -> dict[str, object]:
    """What the clock changes about a round; nothing where nothing is due. Pure."""
    if one.phase.is_over or one.lobby_id is None:
        stale = not one.phase.is_over and now > one.due_at + pace.stale
        return {"phase": Phase.LOST.value, "is_done": True} if stale else {}
    if now > one.due_at + pace.stale:
        return {"phase": Phase.STOPPED.value}
    match one.phase:
        case Phase.LOBBY if now >= one.due_at:
            return _question(one, 1, now) if one.players else {"phase": Phase.EMPTY.value}
        case Phase.ASKING if one.asked is None:  # its item is gone from the bank altogether
            return _next(one, now)
        case Phase.ASKING if one.asked and one.asked.message_id and _is_closed(one, now, pace):
            return {"phase": Phase.TOLD.value, "is_told": False, "due_at": now}
        case Phase.TOLD if one.is_told and now >= one.due_at:
            return _next(one, now)
    return {}


def _is_closed(one: Round, now: datetime, pace: Pace) -> bool:
    return now >= one.due_at + pace.grace or 0 < one.players <= one.answers


def _next(one: Round, now: datetime) -> dict[str, object]:
    if one.number >= one.length or not one.players:
        return {"phase": Phase.ENDED.value}
    return _question(one, one.number + 1, now)


def _question(one: Round, number: int, now: datetime) -> dict[str, object]:
    return {"phase": Phase.ASKING.value, "number": number, "is_told": False, "due_at": now + one.time}


async def _going_on(connection: Connection, round_id: str) -> Round:
    one = await store.load(connection, round_id)
    if one is None or one.phase.is_over:
        raise RoundOver
    return one


def _require_host(one: Round, user_id: int, *, moderates: bool) -> None:
    if not moderates and user_id != one.host_id:
        raise NotYourRound


def _within(millis: int, seconds: int) -> int:
    return min(max(0, millis), 1000 * seconds)
