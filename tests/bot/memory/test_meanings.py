"""Vectors of turns: made beside the replies, private as the turns they are of, and never needed."""

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import pytest
from sqlalchemy import select

from bot.learners import store as learner_store
from bot.learners.values import Learner, LearnerKey
from bot.memory import store
from bot.memory.meanings import store as meanings_store
from bot.memory.meanings.meanings import Meanings
from bot.memory.memory import Forget, Memory
from bot.memory.values import Outcome, Turn
from bot.memory.vectors import Vectors
from bot.storage import Connection, Database
from bot.texts.kinds import Released
from bot.texts.locales import Locale

ADA, MO = LearnerKey(1, 11), LearnerKey(1, 12)
SUBJECTS = (("dog", "puppy", "hound"), ("car", "vehicle"), ("bread", "loaf"), ("rain",))


class Knowing:
    """A model that knows four subjects."""

    name = "knowing"

    def __init__(self) -> None:
        self.answers = True
        self.asked: list[str] = []

    async def embed(self, texts: Sequence[str]) -> Vectors | None:
        self.asked += texts
        if not self.answers:
            return None
        rows = [
            [1.0 if any(word in text.lower() for word in one) else 0.01 for one in SUBJECTS] for text in texts
        ]
        return np.asarray(rows, dtype=np.float32)


@pytest.fixture
def model() -> Knowing:
    return Knowing()


@pytest.fixture
def memory(database: Database, model: Knowing) -> Memory:
    return Memory(database, len, meanings=Meanings(database, model))


async def say(database: Database, memory: Memory, key: LearnerKey, *questions: str) -> None:
    for question in questions:
        turn = Turn(
            f"{key.server_id}{key.user_id}{question[:9]}", key, 5, datetime(2026, 1, 1, tzinfo=UTC), Locale.EN,
            question, Released("Yes."), Outcome.ANSWERED, (), False, {},
        )  # fmt: skip
        entry = memory.entry(turn)
        await database.write(lambda connection, turn=turn, entry=entry: store.add(connection, turn, entry))
        memory.after(turn)
    await memory.settled()


async def found(memory: Memory, key: LearnerKey, question: str) -> list[str]:
    return [turn.question for turn in await memory.search(key, question, most=1)]


async def kept(database: Database) -> list[int]:
    async def unit(connection: Connection) -> list[int]:
        return list(
            await connection.scalars(select(store.meanings.c.user_id).order_by(store.meanings.c.number))
        )

    return await database.read(unit)


async def test_a_turn_is_found_by_what_it_means_where_it_shares_no_word(
    database: Database, memory: Memory
) -> None:
    await say(database, memory, ADA, "our hound barks", "the loaf is stale", "it may rain")
    assert await found(memory, ADA, "puppy?") == ["our hound barks"]


async def test_nobody_else_in_no_other_server_and_no_direct_message_is_met(
    database: Database, memory: Memory
) -> None:
    await say(database, memory, ADA, "our hound barks", "the loaf is stale", "it may rain")
    for other in (MO, LearnerKey(2, 11), LearnerKey(0, 11)):
        await say(database, memory, other, "it will rain")
        assert await found(memory, other, "puppy?") in ([], ["it will rain"])


async def test_a_vector_goes_with_its_turn_however_that_goes(database: Database, memory: Memory) -> None:
    await say(database, memory, ADA, "our hound barks")
    await say(database, memory, MO, "the loaf is stale")
    await memory.forget(ADA, Forget.ALL, conversation_id=5)
    assert await kept(database) == [MO.user_id]
    await memory.forget_before(datetime(2027, 1, 1, tzinfo=UTC))
    assert await kept(database) == []


async def test_a_corrected_answer_loses_the_vector_of_the_old_one(database: Database, memory: Memory) -> None:
    await say(database, memory, ADA, "our hound barks")
    turn = await memory.turn("111our hound")
    assert turn is not None
    await database.write(lambda connection: store.replace_answer(connection, turn, None))
    assert await kept(database) == []


async def test_of_somebody_who_paused_meanwhile_nothing_is_stored(database: Database, memory: Memory) -> None:
    await database.write(lambda connection: learner_store.save(connection, Learner(ADA, paused=True)))
    await say(database, memory, ADA, "our hound barks")
    assert await kept(database) == []


async def test_without_an_answer_words_find_and_vectors_are_made_with_the_next_turn(
    database: Database, memory: Memory, model: Knowing
) -> None:
    model.answers = False
    await say(database, memory, ADA, "our hound barks", "the loaf is stale")
    assert await found(memory, ADA, "hound") == ["our hound barks"]
    assert await found(memory, ADA, "puppy") == [] == await kept(database)
    model.answers = True
    await say(database, memory, ADA, "it may rain")
    assert len(await kept(database)) == 3


async def test_vectors_of_another_model_are_not_compared_and_are_replaced(
    database: Database, memory: Memory, model: Knowing
) -> None:
    await say(database, memory, ADA, "our hound barks", "the loaf is stale")
    model.name = "newer"  # type: ignore[misc]  # the operator chose another one
    assert await found(memory, ADA, "puppy") == []
    await say(database, memory, ADA, "it may rain")
    assert await found(memory, ADA, "puppy") == ["our hound barks"]
    assert len(await kept(database)) == 3


async def test_only_the_newest_vectors_stay(database: Database, memory: Memory) -> None:
    await say(database, memory, ADA, "our hound barks", "the loaf is stale", "it may rain")
    vector = np.ones(4, dtype=np.float32)

    async def unit(connection: Connection) -> None:
        await meanings_store.keep(connection, ADA, "knowing", [(3, vector)], most=2)

    await database.write(unit)
    assert len(await kept(database)) == 2


async def test_of_a_turn_that_went_meanwhile_no_vector_is_kept(database: Database) -> None:
    vector = np.ones(4, dtype=np.float32)
    await database.write(
        lambda connection: meanings_store.keep(connection, ADA, "knowing", [(7, vector)], most=9)
    )
    assert await kept(database) == []
