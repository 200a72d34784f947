"""Taking quizzes: every step is one unit of work, and every step may be done twice without counting twice.

A step names its attempt and the number of its question. One that comes late (a double click, a redelivered event, a card from
before a restart) changes nothing and gets the sheet as it stands now.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random

from bot.clock import Clock
from bot.ids import Ids
from bot.learners.values import LearnerKey
from bot.lessons.library import Library
from bot.quiz.attempts import steps, store
from bot.quiz.attempts.answering import Press, Taking
from bot.quiz.attempts.answers import Answer
from bot.quiz.attempts.rating import Rating
from bot.quiz.attempts.sealing import OpenItem, open_item
from bot.quiz.attempts.values import (
    LENGTHS,
    Attempt,
    Confidence,
    Mode,
    PastAnswer,
    PastAttempt,
    Question,
    Sheet,
    State,
)
from bot.quiz.live import store as live_store
from bot.storage import Connection, Database
from bot.texts.errors import PersonError
from bot.texts.locales import Locale

HISTORY = 10
"""Lines of the history."""
_MOST_OPEN = 5
"""Attempts whose open questions are guarded; older ones were given up."""
_SEEDS = 2**53


class NoQuestions(PersonError):
    """There is nothing to be asked about this lesson."""

    key = "quiz-no-questions"


class UnknownLesson(PersonError):
    """There is no such lesson for learners here."""

    key = "quiz-unknown-lesson"


class Quizzes:
    """Attempts by learner."""

    def __init__(self, database: Database, library: Library, clock: Clock, ids: Ids, chance: Random) -> None:
        self._database = database
        self._library = library
        self._clock = clock
        self._ids = ids
        self._chance = chance
        self._taking = Taking(database, clock)

    # Beginning and ending

    async def start(
        self, key: LearnerKey, locale: Locale, *, lesson_id: str | None, mode: Mode, length: int
    ) -> Sheet:
        """Begin a quiz, at most as long as there are questions. Raises `UnknownLesson` or `NoQuestions`.

        Without a lesson it asks about those that the learner has begun, or where there are none about the first.
        """
        lessons = await self._lessons(key, locale, lesson_id)
        length = min(max(length, LENGTHS[0]), LENGTHS[-1])
        attempt = self._new(key, locale, lessons, mode, length)

        async def unit(connection: Connection) -> Sheet:
            pool = await steps.pool(connection, key, lessons)
            if not pool:
                raise NoQuestions
            return await steps.begin(connection, replace(attempt, length=min(length, len(pool))), pool)

        return await self._database.write(unit)

    async def one_for(
        self, key: LearnerKey, locale: Locale, *, lesson_id: str, section_id: str
    ) -> Sheet | None:
        """A card with one question about a section, a fresh one where there is one; None where there is no question."""
        if await self._library.section(key.server_id, lesson_id, section_id, locale) is None:
            return None
        attempt = self._new(key, locale, [lesson_id], Mode.CARD, 1)

        async def unit(connection: Connection) -> Sheet | None:
            pool = await steps.pool(connection, key, [lesson_id], section_id)
            return await steps.begin(connection, attempt, pool) if pool else None

        return await self._database.write(unit)

    async def practise_mistakes(self, key: LearnerKey, attempt_id: str) -> Sheet:
        """A quiz of what was missed in an earlier one, with the newest version of each item.

        Raises `NoQuestions` when nothing was missed or nothing of it is asked any more. Pressing twice begins one quiz only.
        """
        made = self._new(key, Locale.EN, (), Mode.PRACTICE, 1)

        async def unit(connection: Connection) -> Sheet:
            attempt = await steps.own(connection, key, attempt_id)
            begun = await store.load(connection, _mistakes_of(attempt.id))
            if begun is not None:
                return await steps.sheet(connection, begun)
            missed = {
                question.place
                for question in await store.answered(connection, attempt)
                if question.grade is None or not question.grade.is_right
            }
            pool = [
                entry
                for entry in await steps.pool(connection, key, {place.lesson_id for place in missed})
                if entry.place in missed
            ]
            if not pool:
                raise NoQuestions
            again = replace(
                made,
                id=_mistakes_of(attempt.id),
                language=attempt.language,
                lessons=tuple(sorted({entry.place.lesson_id for entry in pool})),
                length=len(pool),
            )
            return await steps.begin(connection, again, pool)

        return await self._database.write(unit)

    async def stop(self, key: LearnerKey, attempt_id: str | None = None) -> Sheet | None:
        """End a quiz early, the latest open one when none is named; None when there is none."""
        now = self._clock.now()

        async def unit(connection: Connection) -> Sheet | None:
            if attempt_id is None:
                attempt = await store.latest(connection, key, [State.OPEN])
            else:
                attempt = await steps.own(connection, key, attempt_id)
            if attempt is None:
                return None
            if attempt.state is State.OPEN:
                attempt = replace(attempt, state=State.STOPPED, ended_at=now)
                await store.change(connection, attempt.id, state=attempt.state.value, ended_at=now)
            return await steps.sheet(connection, attempt)

        return await self._database.write(unit)

    async def resume(self, key: LearnerKey) -> Sheet | None:
        """The learner's latest unfinished quiz here, a stopped one opened again; None when there is none."""

        async def unit(connection: Connection) -> Sheet | None:
            attempt = await store.latest(connection, key, [State.OPEN]) or await store.latest(
                connection, key, [State.STOPPED]
            )
            return await steps.reopen(connection, attempt) if attempt is not None else None

        return await self._database.write(unit)

    async def reopen(self, key: LearnerKey, attempt_id: str) -> Sheet:
        """One quiz as it stands, opened again where it was stopped. Raises `NotYourQuiz` or `QuizGone`."""

        async def unit(connection: Connection) -> Sheet:
            return await steps.reopen(connection, await steps.own(connection, key, attempt_id))

        return await self._database.write(unit)

    async def history(self, key: LearnerKey) -> tuple[PastAttempt, ...]:
        """The learner's last `HISTORY` quizzes here, the newest first."""
        return await self._database.read(lambda connection: store.past(connection, key, HISTORY))

    async def see(self, key: LearnerKey, attempt_id: str) -> Sheet:
        """A quiz as it stands. Raises `NotYourQuiz` or `QuizGone`."""

        async def unit(connection: Connection) -> Sheet:
            return await steps.sheet(connection, await steps.own(connection, key, attempt_id))

        return await self._database.read(unit)

    # Question by question

    async def answer(
        self, key: LearnerKey, attempt_id: str, number: int, given: Callable[[Question], Answer]
    ) -> Sheet:
        """Answer the open question; in an exam the next one comes at once.

        `given` turns what was pressed or typed into an answer to this question; it runs in the database's thread.
        Raises `NotYourQuiz`, `QuizGone`, and what `given` and `grade` raise for what is no answer.
        """
        return await self._taking.take(Press(key, attempt_id, number, given))

    async def go_on(self, key: LearnerKey, attempt_id: str, number: int) -> Sheet:
        """The question after `number`, once that is answered. Raises `NotYourQuiz` or `QuizGone`."""
        now = self._clock.now()

        async def unit(connection: Connection) -> Sheet:
            attempt = await steps.own(connection, key, attempt_id)
            asked = await store.question(connection, attempt, attempt.number)
            if attempt.state is State.OPEN and attempt.number == number and asked and asked.answer:
                return await steps.go_on(connection, attempt, now)
            return await steps.sheet(connection, attempt)

        return await self._database.write(unit)

    async def hint(self, key: LearnerKey, attempt_id: str, number: int, wanted: int) -> Sheet:
        """Take the `wanted`-th hint (from 1) of the open question; none in an exam."""

        async def unit(connection: Connection) -> Sheet:
            attempt = await steps.own(connection, key, attempt_id)
            asked = await store.question(connection, attempt, number)
            if (
                asked is not None
                and attempt.state is State.OPEN
                and attempt.number == number
                and attempt.mode.has_hints
                and wanted == asked.hints + 1 <= len(asked.item.hints)
            ):
                await store.change_question(connection, attempt.id, number, hints=wanted)
            return await steps.sheet(connection, attempt)

        return await self._database.write(unit)

    async def sure(self, key: LearnerKey, attempt_id: str, number: int, confidence: Confidence) -> Sheet:
        """Say how sure one is, before answering."""

        async def unit(connection: Connection) -> Sheet:
            attempt = await steps.own(connection, key, attempt_id)
            if attempt.state is State.OPEN and attempt.number == number:
                await store.change_question(connection, attempt.id, number, confidence=confidence.value)
            return await steps.sheet(connection, attempt)

        return await self._database.write(unit)

    async def answered(self, key: LearnerKey, attempt_id: str) -> tuple[Question, ...]:
        """The answered questions of a quiz that has ended, to look them through; none while it is open."""

        async def unit(connection: Connection) -> tuple[Question, ...]:
            attempt = await steps.own(connection, key, attempt_id)
            return () if attempt.state is State.OPEN else await store.answered(connection, attempt)

        return await self._database.read(unit)

    async def told(self, key: LearnerKey, attempt_id: str, number: int) -> Question | None:
        """A question that was answered and explained; None before that. Raises `NotYourQuiz` or `QuizGone`."""

        async def unit(connection: Connection) -> Question | None:
            attempt = await steps.own(connection, key, attempt_id)
            asked = await store.question(connection, attempt, number)
            is_told = attempt.mode.tells_at_once or attempt.state is not State.OPEN
            return asked if asked is not None and asked.answer is not None and is_told else None

        return await self._database.read(unit)

    # For other rooms

    async def open_in(self, connection: Connection, key: LearnerKey) -> tuple[OpenItem, ...]:
        """Everything the learner is being asked right now, in every language: no reply to them may hold the answers.

        Also what a live round asks in their server at this moment. Part of somebody else's unit of work.
        """
        own = await store.open_items(connection, key, _MOST_OPEN)
        return tuple(map(open_item, (*own, *await live_store.open_items(connection, key))))

    async def mastery(self, key: LearnerKey) -> dict[str, Rating]:
        """Where the learner stands with each concept that was asked about."""
        return dict(await self._database.read(lambda connection: store.ratings(connection, key)))

    async def given(self, key: LearnerKey) -> tuple[PastAnswer, ...]:
        """Everything that the learner has answered here, the oldest first."""
        return await self._database.read(lambda connection: store.given(connection, key))

    async def forget_before(self, moment: datetime, server_id: int | None = None) -> int:
        """Remove attempts that began before a moment, of one server where it is named; how many."""
        return await self._database.write(
            lambda connection: store.forget_before(connection, moment, server_id)
        )

    def _new(
        self, key: LearnerKey, locale: Locale, lessons: Sequence[str], mode: Mode, length: int
    ) -> Attempt:
        return Attempt(
            id=self._ids.new(),
            key=key,
            lessons=tuple(lessons),
            mode=mode,
            language=locale,
            seed=self._chance.randrange(_SEEDS),
            length=length,
            state=State.OPEN,
            number=1,
            started_at=self._clock.now(),
            ended_at=None,
        )

    async def _lessons(self, key: LearnerKey, locale: Locale, lesson_id: str | None) -> list[str]:
        if lesson_id is not None:
            if await self._library.lesson(key.server_id, lesson_id, locale) is None:
                raise UnknownLesson
            return [lesson_id]
        progress = await self._library.progress(key, locale)
        begun = [one.lesson.id for one in progress if one.started]
        return begun or [one.lesson.id for one in progress[:1]]


def _mistakes_of(attempt_id: str) -> str:
    """The id of the quiz of what was missed in another: always the same, so that pressing twice begins one only."""
    return hashlib.blake2b(attempt_id.encode(), digest_size=6).hexdigest()
