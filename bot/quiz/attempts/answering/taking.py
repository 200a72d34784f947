"""The one place where answers are taken: read, graded and stored, together with all that were given at the same moment.

Fifty people who press at once cost little more than one. What is taken together still fails alone: what is no answer concerns its
own press, and a batch that breaks on anything else is undone and taken press by press.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Final

from bot.clock import Clock
from bot.learners.values import LearnerKey
from bot.quiz.attempts import steps
from bot.quiz.attempts.answering import following, store
from bot.quiz.attempts.answering.following import Taken
from bot.quiz.attempts.answering.store import Asked, KnownItems
from bot.quiz.attempts.answers import Answer, grade
from bot.quiz.attempts.values import Question, Sheet, State
from bot.storage import Connection, Database, StorageError
from bot.texts.errors import PersonError

MOST_TOGETHER: Final = 64
"""Answers of one unit of work: it holds the database's one lock for some ten milliseconds."""

_QUIET_TURNS: Final = 4
"""Turns of the loop without a further press after which those that came are stored: a frame takes three to become one."""

_AT_A_TIME: Final = 4
"""Sheets handed out in one turn of the loop: their cards are on the wire before the next are put into words."""


@dataclass(frozen=True, slots=True, eq=False)
class Press:
    """An answer on its way."""

    key: LearnerKey
    attempt_id: str
    number: int
    given: Callable[[Question], Answer]
    """Turns what was pressed or typed into an answer to this question. Runs in the database's thread; may run again where a batch
    breaks."""


_Outcome = Sheet | PersonError
_Waiting = tuple[Press, "asyncio.Future[Sheet]"]


class Taking:
    """Takes answers. What comes while others are being stored waits, and is stored next, all of it together."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._known = KnownItems()
        self._waiting: list[_Waiting] = []
        self._working: asyncio.Task[None] | None = None

    async def take(self, press: Press) -> Sheet:
        """Grade and store an answer to the open question, once; gives what is to be shown now.

        A press that comes late (a double click, a redelivered event, an old card) changes nothing and gets the quiz as it stands.
        Raises `NotYourQuiz`, `QuizGone`, `StorageError`, and what `given` and `grade` raise for what is no answer.
        """
        taken: asyncio.Future[Sheet] = asyncio.get_running_loop().create_future()
        self._waiting.append((press, taken))
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work(), name="answers")
        return await taken

    async def _work(self) -> None:
        while self._waiting:
            await self._until_all_are_here()
            together, self._waiting = self._waiting[:MOST_TOGETHER], self._waiting[MOST_TOGETHER:]
            await self._store(together)

    async def _until_all_are_here(self) -> None:
        """What was pressed at the same moment comes off the line in pieces, a few turns of the loop apart."""
        turns, here = 0, len(self._waiting)
        while turns < _QUIET_TURNS and here < MOST_TOGETHER:
            await asyncio.sleep(0)
            turns, here = (turns + 1, here) if len(self._waiting) == here else (0, len(self._waiting))

    async def _store(self, together: Sequence[_Waiting]) -> None:
        presses = [press for press, _ in together]
        try:
            unit = partial(_take, presses=presses, known=self._known, now=self._clock.now())
            outcomes: Sequence[_Outcome] = await self._database.write(unit)
        except StorageError as error:
            for _, taken in together:
                _deliver(taken, StorageError(error.trouble, error.detail))
        except Exception as error:  # raised where it belongs: to whose press it was
            if len(together) == 1:
                _deliver(together[0][1], error)
                return
            for one in together:
                await self._store([one])
        else:
            _hand_out([(taken, outcome) for (_, taken), outcome in zip(together, outcomes, strict=True)])


def _hand_out(outcomes: Sequence[tuple["asyncio.Future[Sheet]", _Outcome]]) -> None:
    for taken, outcome in outcomes[:_AT_A_TIME]:
        _deliver(taken, outcome)
    if rest := outcomes[_AT_A_TIME:]:
        asyncio.get_running_loop().call_soon(_hand_out, rest)


def _deliver(taken: "asyncio.Future[Sheet]", outcome: Sheet | Exception) -> None:
    if taken.done():  # who pressed has gone away
        return
    if isinstance(outcome, Exception):
        taken.set_exception(outcome)
    else:
        taken.set_result(outcome)


async def _take(
    connection: Connection, *, presses: Sequence[Press], known: KnownItems, now: datetime
) -> Sequence[_Outcome]:
    """The unit of work: every press with what came of it, in their order."""
    graded = await connection.run_sync(_grade_and_keep, presses, known, now)
    return [
        what if isinstance(what, PersonError) else await _to_show(connection, press, what, now)
        for press, what in zip(presses, graded, strict=True)
    ]


def _grade_and_keep(
    connection: Any, presses: Sequence[Press], known: KnownItems, now: datetime
) -> Sequence[Taken | PersonError | None]:
    """What was taken, or why not; None for what is no answer to the question that is open."""
    asked = store.asked_now(connection, [press.attempt_id for press in presses], known)
    found: list[Taken | PersonError | None] = []
    for press in presses:
        at = (press.attempt_id, press.number)
        try:
            taken = _graded(press, asked.get(at))
        except PersonError as error:
            found.append(error)
            continue
        if taken is not None:
            del asked[at]  # a second press on the same question finds it answered
        found.append(taken)
    following.keep(connection, [one for one in found if isinstance(one, Taken)], now)
    return found


def _graded(press: Press, asked: Asked | None) -> Taken | None:
    if asked is None:
        return None
    steps.owned(asked.attempt, press.key)
    question = asked.question
    if asked.attempt.state is not State.OPEN or question.answer is not None:
        return None
    answer = press.given(question)
    return Taken(asked, answer, grade(question.item, answer))


async def _to_show(connection: Connection, press: Press, taken: Taken | None, now: datetime) -> _Outcome:
    """What is shown for a press: mostly the explanation of its answer, for which nothing more is read."""
    if taken is None:
        try:
            return await steps.sheet(connection, await steps.own(connection, press.key, press.attempt_id))
        except PersonError as error:
            return error
    attempt = taken.asked.attempt
    if not attempt.mode.tells_at_once:
        return await steps.go_on(connection, attempt, now)
    if attempt.number == attempt.length:
        return await steps.sheet(connection, await steps.end(connection, attempt, now))
    return Sheet(attempt, replace(taken.asked.question, answer=taken.answer, grade=taken.grade))
