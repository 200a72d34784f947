"""The steps of an attempt inside somebody else's unit of work."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random

from bot.learners.values import LearnerKey
from bot.lessons.values import BUILT_IN
from bot.quiz import store as bank_store
from bot.quiz.attempts import choosing, store
from bot.quiz.attempts.values import Attempt, Mode, Result, Sheet, State
from bot.quiz.bank_values import BankPlace, Entry
from bot.storage import Connection
from bot.texts.errors import PersonError


class NotYourQuiz(PersonError):
    """The quiz belongs to somebody else."""

    key = "quiz-not-yours"


class QuizGone(PersonError):
    """The quiz was erased, or never existed."""

    key = "quiz-gone"


async def own(connection: Connection, key: LearnerKey, attempt_id: str) -> Attempt:
    """The learner's own attempt. Raises `NotYourQuiz` or `QuizGone`."""
    return owned(await store.load(connection, attempt_id), key)


def owned(attempt: Attempt | None, key: LearnerKey) -> Attempt:
    """The attempt, which is the learner's own. Raises `NotYourQuiz` or `QuizGone`."""
    if attempt is None:
        raise QuizGone
    if attempt.key.user_id != key.user_id:  # a review of a server's cards may go on in direct messages
        raise NotYourQuiz
    return attempt


async def pool(
    connection: Connection, key: LearnerKey, lessons: Collection[str], section_id: str | None = None
) -> tuple[Entry, ...]:
    """What can be asked about these lessons in the learner's server."""
    return await bank_store.entries(
        connection, {BUILT_IN, key.server_id}, lesson_ids=lessons, section_id=section_id
    )


async def begin(connection: Connection, attempt: Attempt, available: Sequence[Entry]) -> Sheet:
    """Store an attempt with its questions; an adaptive one gets its first."""
    chance = Random(attempt.seed)
    await store.add_attempt(connection, attempt)
    if attempt.mode is Mode.ADAPTIVE:
        await _add_fitting(connection, attempt, available)
        return await sheet(connection, attempt)
    if attempt.mode is Mode.EXAM:
        chosen = choosing.drawn(available, attempt.length, chance)
    else:
        record = await store.record(connection, attempt.key)
        chosen = choosing.spread(available, attempt.length, record, chance)
    for number, entry in enumerate(chosen, 1):
        await store.add_question(connection, attempt, number, entry.place, entry.version)
    return await sheet(connection, attempt)


async def go_on(connection: Connection, attempt: Attempt, now: datetime) -> Sheet:
    """The next question of an attempt whose last one is answered, or its end."""
    if attempt.number >= attempt.length:
        return await sheet(connection, await end(connection, attempt, now))
    attempt = replace(attempt, number=attempt.number + 1)
    if attempt.mode is Mode.ADAPTIVE:
        available = await pool(connection, attempt.key, attempt.lessons)
        if not await _add_fitting(connection, attempt, available):  # items were retired meanwhile
            attempt = replace(attempt, number=attempt.number - 1, length=attempt.number - 1)
            await store.change(connection, attempt.id, length=attempt.length)
            return await sheet(connection, await end(connection, attempt, now))
    await store.change(connection, attempt.id, number=attempt.number)
    return await sheet(connection, attempt)


async def reopen(connection: Connection, attempt: Attempt) -> Sheet:
    """An attempt as it stands, opened again where it was stopped."""
    if attempt.state is State.STOPPED:
        attempt = replace(attempt, state=State.OPEN, ended_at=None)
        await store.change(connection, attempt.id, state=attempt.state.value, ended_at=None)
    return await sheet(connection, attempt)


async def end(connection: Connection, attempt: Attempt, now: datetime) -> Attempt:
    """Mark an attempt as finished."""
    await store.change(connection, attempt.id, state=State.FINISHED.value, ended_at=now)
    return replace(attempt, state=State.FINISHED, ended_at=now)


async def sheet(connection: Connection, attempt: Attempt) -> Sheet:
    """What is to be shown of an attempt now."""
    asked = await store.question(connection, attempt, attempt.number)
    if attempt.state is State.OPEN:
        return Sheet(attempt, asked)
    return Sheet(attempt, asked, Result(await store.answered(connection, attempt), attempt.length))


async def _add_fitting(connection: Connection, attempt: Attempt, available: Sequence[Entry]) -> bool:
    """Give an adaptive attempt its next question; False where there is none left."""
    used: set[BankPlace] = set(await store.places(connection, attempt.id))
    record: Mapping[BankPlace, bool] = await store.record(connection, attempt.key)
    ratings = await store.ratings(connection, attempt.key)
    chance = Random(f"{attempt.seed}:{attempt.number}")
    entry = choosing.fitting(available, used, ratings, record, chance)
    if entry is None:
        return False
    await store.add_question(connection, attempt, attempt.number, entry.place, entry.version)
    return True
