"""Which remembered turns go into a prompt."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.learners.values import LearnerKey
from bot.memory import store
from bot.memory.memory import BLOCK, Memory, cut_in_blocks
from bot.memory.values import Outcome, Turn
from bot.storage import Database
from bot.texts.kinds import Released
from bot.texts.locales import Locale

ADA = LearnerKey(1, 11)


def turn(number: int, *, outcome: Outcome = Outcome.ANSWERED, answer: str = "answer") -> Turn:
    return Turn(
        id=f"turn{number:06}",
        key=ADA,
        conversation_id=5,
        asked_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number),
        locale=Locale.EN,
        question=f"question {number}",
        answer=Released(answer),
        outcome=outcome,
        citations=(),
        shared=False,
        trace={},
    )


def room_for(count: int) -> object:
    def fits(turns: Sequence[Turn]) -> bool:
        return len(turns) <= count

    return fits


@given(total=st.integers(0, 60), held=st.integers(0, 24), room=st.integers(0, 30))
def test_the_window_is_the_newest_turns_and_fits(total: int, held: int, room: int) -> None:
    turns = [turn(number) for number in range(total)][-held:] if held else []
    window = cut_in_blocks(turns, total=total, fits=room_for(room))
    assert len(window) <= room
    assert list(window) == turns[len(turns) - len(window) :]
    if turns and room:
        assert window


@given(total=st.integers(1, 200))
def test_the_start_of_the_window_stays_for_a_block_of_turns(total: int) -> None:
    def start(total: int) -> str:
        turns = [turn(number) for number in range(total)][-24:]
        return cut_in_blocks(turns, total=total, fits=room_for(10))[0].id

    starts = {start(total + step) for step in range(BLOCK)}
    assert len(starts) <= 2


def test_turns_that_taught_nothing_return_into_no_prompt() -> None:
    turns = [turn(0), turn(1, outcome=Outcome.REFUSED), turn(2, outcome=Outcome.WITHHELD), turn(3)]
    window = cut_in_blocks(turns, total=4, fits=room_for(10))
    assert [one.id for one in window] == [turns[0].id, turns[3].id]


async def test_an_answer_goes_back_without_its_small_print_and_shortened(database: Database) -> None:
    small = "A token is text [1]. `list[1]` stays.\n\n-# [1] *Lesson · Section*\n-# Written by an AI"
    long = turn(1, answer="long " * 400)
    for one in (turn(0, answer=small), long):
        await database.write(lambda connection, one=one: store.add(connection, one))
    window = await Memory(database, len).window(ADA, 5, tokens=5000)
    assert window[0].answer == "A token is text. `list[1]` stays."
    assert len(window[1].answer) < 500 and window[1].answer.endswith("…")


async def test_the_window_knows_neither_other_learners_nor_other_conversations(database: Database) -> None:
    others = [
        replace(turn(1), key=LearnerKey(1, 12)),
        replace(turn(2), key=LearnerKey(2, 11)),
        replace(turn(3), conversation_id=6),
    ]
    for one in others:
        await database.write(lambda connection, one=one: store.add(connection, one))
    assert await Memory(database, len).window(ADA, 5, tokens=5000) == ()
