"""Answers that are given at the same moment: stored together, and each for itself all the same."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from bot.clock import SystemClock
from bot.ids import RandomIds
from bot.learners.values import LearnerKey
from bot.lessons.library import Library
from bot.quiz.attempts.answering import Press, Taking
from bot.quiz.attempts.answers import NOT_SURE, Answer, EmptyAnswer
from bot.quiz.attempts.steps import NotYourQuiz, QuizGone
from bot.quiz.attempts.values import Mode, Question, Sheet
from bot.quiz.items import Choice
from bot.quiz.quizzes import Quizzes
from bot.storage import Connection, Database
from bot.texts.locales import Locale

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SERVER = 7
LESSON = "how-llms-work"
LEARNT = {
    "quiz_questions": "number, item_id, answer, score, is_right, is_first, answered_at",
    "quiz_mastery": "user_id, concept, rating, answers",
    "quiz_items": "item_id, difficulty, answers",
    "quiz_review_cards": "user_id, item_id, stability, difficulty, due_at, reviews, lapses",
    "quiz_days": "user_id, day, answers",
}


class StandingClock(SystemClock):
    def now(self) -> datetime:
        return NOW


def learner(number: int) -> LearnerKey:
    return LearnerKey(SERVER, 100 + number)


def quizzes_in(database: Database, seed: int = 1) -> Quizzes:
    clock = StandingClock()
    return Quizzes(database, Library(database, clock), clock, RandomIds(), Random(seed))


async def begun(
    quizzes: Quizzes, people: Sequence[LearnerKey], mode: Mode = Mode.PRACTICE, length: int = 20
) -> list[Sheet]:
    return [await quizzes.start(key, Locale.EN, lesson_id=LESSON, mode=mode, length=length) for key in people]


async def rows(database: Database, sql: str) -> list[tuple[object, ...]]:
    async def unit(connection: Connection) -> list[tuple[object, ...]]:
        return [tuple(row) for row in await connection.execute(text(sql))]

    return await database.read(unit)


async def everything_learnt(database: Database) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: sorted(await rows(database, f"SELECT {columns} FROM {table}"), key=repr)
        for table, columns in LEARNT.items()
    }


def right(question: Question) -> Answer:
    """The key where it is a choice, else what nobody can answer wrongly."""
    return (
        Answer(chosen=tuple(question.item.task.key)) if isinstance(question.item.task, Choice) else NOT_SURE
    )


@pytest.fixture
async def second_database(tmp_path: Path, taught_database_file: Path) -> AsyncIterator[Database]:
    path = tmp_path / "second.db"
    await asyncio.to_thread(shutil.copyfile, taught_database_file, path)
    database = await Database.open(f"sqlite+aiosqlite:///{path}")
    yield database
    await database.close()


async def test_answers_taken_together_leave_what_they_leave_one_by_one(
    taught_database: Database, second_database: Database
) -> None:
    """Twelve people with the same questions, and two quizzes of one person: items and learners are met several times."""
    people = [learner(number % 11) for number in range(12)]
    left = []
    for database, at_once in ((taught_database, True), (second_database, False)):
        quizzes = quizzes_in(database)
        sheets = await begun(quizzes, people)
        for number in (1, 2, 3):
            takings = [
                quizzes.answer(key, sheet.attempt.id, number, right if place % 3 else lambda _: NOT_SURE)
                for place, (key, sheet) in enumerate(zip(people, sheets, strict=True))
            ]
            if at_once:
                await asyncio.gather(*takings)
            else:
                for taking in takings:
                    await taking
            for key, sheet in zip(people, sheets, strict=True):
                await quizzes.go_on(key, sheet.attempt.id, number)
        left.append(await everything_learnt(database))
    assert left[0] == left[1]
    assert len([row for row in left[0]["quiz_questions"] if row[-1] is not None]) == 36


async def test_what_comes_at_the_same_moment_is_stored_by_one_unit(
    taught_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [learner(number) for number in range(20)]
    sheets = await begun(quizzes_in(taught_database), people)
    units = 0
    write = taught_database.write

    async def counted(unit):  # type: ignore[no-untyped-def]  # whatever unit it is
        nonlocal units
        units += 1
        return await write(unit)

    monkeypatch.setattr(taught_database, "write", counted)
    taking = Taking(taught_database, StandingClock())
    presses = [
        Press(key, sheet.attempt.id, 1, lambda _: NOT_SURE) for key, sheet in zip(people, sheets, strict=True)
    ]
    taken = []
    for number, press in enumerate(presses):
        taken.append(asyncio.create_task(taking.take(press)))
        if number % 5 == 0:
            await asyncio.sleep(0)  # they come off the line in pieces
    shown = await asyncio.gather(*taken)
    assert [sheet.attempt.key for sheet in shown] == people
    assert all(sheet.question is not None and sheet.question.answer == NOT_SURE for sheet in shown)
    assert units == 1


async def test_what_is_no_answer_fails_alone(taught_database: Database) -> None:
    people = [learner(number) for number in range(3)]
    quizzes = quizzes_in(taught_database)
    sheets = await begun(quizzes, people)

    def nothing(question: Question) -> Answer:
        raise EmptyAnswer

    of_first, of_second, of_third = (sheet.attempt.id for sheet in sheets)
    outcomes = await asyncio.gather(
        quizzes.answer(people[1], of_first, 1, right),  # another person's, and before its owner's press
        quizzes.answer(people[0], of_first, 1, right),
        quizzes.answer(people[1], of_second, 1, nothing),
        quizzes.answer(people[1], of_second, 1, right),  # the same question, answered after all
        quizzes.answer(people[2], "gone", 1, right),
        quizzes.answer(people[2], of_third, 1, right),
        return_exceptions=True,
    )
    kinds = [type(outcome) for outcome in outcomes]
    assert kinds == [NotYourQuiz, Sheet, EmptyAnswer, Sheet, QuizGone, Sheet]
    assert await rows(taught_database, "SELECT count(*) FROM quiz_questions WHERE answer IS NOT NULL") == [
        (3,)
    ]


async def test_a_fault_of_ours_in_one_answer_does_not_touch_the_others(taught_database: Database) -> None:
    people = [learner(number) for number in range(4)]
    quizzes = quizzes_in(taught_database)
    sheets = await begun(quizzes, people)

    def broken(question: Question) -> Answer:
        raise ZeroDivisionError

    outcomes = await asyncio.gather(
        *(
            quizzes.answer(key, sheet.attempt.id, 1, broken if key == people[2] else right)
            for key, sheet in zip(people, sheets, strict=True)
        ),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes] == [Sheet, Sheet, ZeroDivisionError, Sheet]
    assert await rows(taught_database, "SELECT user_id, answers FROM quiz_days ORDER BY user_id") == [
        (people[0].user_id, 1),
        (people[1].user_id, 1),
        (people[3].user_id, 1),
    ]


@pytest.mark.parametrize("mode", [Mode.PRACTICE, Mode.EXAM, Mode.ADAPTIVE])
async def test_the_same_press_twice_at_once_counts_once_and_shows_the_same(
    taught_database: Database, mode: Mode
) -> None:
    (key,) = people = [learner(1)]
    quizzes = quizzes_in(taught_database)
    (sheet,) = await begun(quizzes, people, mode, length=1 if mode is Mode.ADAPTIVE else 2)
    one, two = await asyncio.gather(
        quizzes.answer(key, sheet.attempt.id, 1, right), quizzes.answer(key, sheet.attempt.id, 1, right)
    )
    assert one == two
    assert await rows(taught_database, "SELECT answers FROM quiz_days") == [(1,)]


async def test_who_goes_away_meanwhile_does_not_keep_the_others(taught_database: Database) -> None:
    people = [learner(number) for number in range(2)]
    quizzes = quizzes_in(taught_database)
    sheets = await begun(quizzes, people)
    gone, stays = (
        asyncio.create_task(quizzes.answer(key, sheet.attempt.id, 1, right))
        for key, sheet in zip(people, sheets, strict=True)
    )
    await asyncio.sleep(0)
    gone.cancel()
    assert (await stays).question is not None
    assert gone.cancelled() or gone.done()
