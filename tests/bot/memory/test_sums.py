"""Turns are found by what their words mean together, without a model; as privately as by their words."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from sqlalchemy import select
from sqlalchemy.dialects import sqlite

from bot.learners.values import LearnerKey
from bot.memory import store
from bot.memory.memory import Forget, Memory
from bot.memory.sums import store as sums_store
from bot.memory.sums.store import sums
from bot.memory.values import Outcome, Turn
from bot.memory.vectors import as_bytes, shares_of
from bot.storage import Connection, Database
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from bot.tutor.alike import vector_of
from bot.tutor.terms import terms_of

ADA, MO = LearnerKey(1, 11), LearnerKey(1, 12)
SAID = (
    "My wife gave birth on Monday",
    "The train was late again",
    "We are painting the kitchen",
    "The concert was far too loud",
)


@pytest.fixture
async def memory(database: Database) -> Memory:
    made = Memory(database, len, terms_of, vector_of=vector_of)
    await made.warm_up()
    return made


async def say(database: Database, memory: Memory, key: LearnerKey, *questions: str) -> None:
    for at, question in enumerate(questions):
        turn = Turn(
            f"{key.user_id}-{at}", key, at, datetime(2026, 1, 1, tzinfo=UTC), Locale.EN,
            question, Released("Yes."), Outcome.ANSWERED, (), False, {},
        )  # fmt: skip
        entry = memory.entry(turn)
        await database.write(lambda connection, turn=turn, entry=entry: store.add(connection, turn, entry))


async def kept(database: Database) -> list[tuple[int, bytes]]:
    async def unit(connection: Connection) -> list[tuple[int, bytes]]:
        rows = await connection.execute(select(sums.c.user_id, sums.c.vector).order_by(sums.c.number))
        return [(row.user_id, row.vector) for row in rows]

    return await database.read(unit)


@pytest.mark.parametrize(
    ("said", "question", "found"),
    [
        (SAID, "When was the baby born?", SAID[0]),
        (
            ("我老婆生了，是个女孩", "地铁又晚点了", "我们在刷厨房的墙"),
            "孩子是什么时候出生的？",
            "我老婆生了，是个女孩",
        ),
    ],
)
async def test_a_turn_that_shares_no_word_is_found_by_what_it_means(
    database: Database, memory: Memory, said: tuple[str, ...], question: str, found: str
) -> None:
    await say(database, memory, ADA, *said)
    assert [turn.question for turn in await memory.search(ADA, question, most=1)] == [found]


async def test_nobody_elses_turn_is_found(database: Database, memory: Memory) -> None:
    await say(database, memory, ADA, *SAID)
    for other in (MO, LearnerKey(2, 11), LearnerKey(0, 11)):
        assert await memory.search(other, "When was the baby born?", most=3) == ()


async def test_what_was_said_twice_is_told_once(database: Database, memory: Memory) -> None:
    await say(
        database, memory, ADA, "The train was late", "The train was late", "The train was late and full"
    )
    found = await memory.search(ADA, "Was the train late?", most=2)
    assert {turn.question for turn in found} == {"The train was late", "The train was late and full"}


async def test_a_vector_goes_with_its_turn_and_changes_with_its_answer(
    database: Database, memory: Memory
) -> None:
    await say(database, memory, ADA, SAID[0])
    await say(database, memory, MO, SAID[1])
    ((_, before), (_, others)) = await kept(database)
    turn = await memory.turn("11-0")
    assert turn is not None
    other = memory.entry(replace(turn, question=SAID[3]))
    await database.write(lambda connection: store.replace_answer(connection, turn, other))
    assert dict(await kept(database)) != {ADA.user_id: before, MO.user_id: others}
    await memory.forget(ADA, Forget.ALL, conversation_id=0)
    assert await kept(database) == [(MO.user_id, others)]


async def test_the_vectors_of_a_learner_are_read_where_they_lie_side_by_side(database: Database) -> None:
    statement = sums_store.NEWEST.compile(dialect=sqlite.dialect())
    given = statement.construct_params({"server": 1, "user": 11, "most": 400})

    async def unit(connection: Connection) -> str:
        values = tuple(given[name] for name in statement.positiontup or ())
        rows = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        return " ".join(row.detail for row in rows)

    assert "memory_sums USING PRIMARY KEY" in await database.read(unit)


def test_what_is_near_to_everything_comes_after_what_the_question_is_about() -> None:
    corner = np.eye(8, dtype=np.float32)
    common = 3 * corner[0]  # what all have in common, and the second says nothing else
    said = [common + corner[1], common, *(common + corner[2 + at % 4] for at in range(600))]
    packed = b"".join(as_bytes(one / np.linalg.norm(one)) for one in said)
    asked = common + corner[1] * 0.45
    shares = shares_of(",".join(map(str, range(len(said)))), packed, asked / np.linalg.norm(asked), most=2)
    assert list(shares) == [0, 1]


def test_vectors_of_another_width_and_no_vectors_are_near_to_nothing() -> None:
    asked = np.ones(4, dtype=np.float32) / 2
    assert shares_of("1,2", b"\x01" * 6, asked, most=3) == {} == shares_of("", b"", asked, most=3)
