"""Which of the last turns go into a prompt, and how."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.learners.values import LearnerKey
from bot.memory import store
from bot.memory.memory import Memory, Recollection
from bot.memory.values import Outcome, Turn
from bot.memory.window import BLOCK, LEAST, LONGEST, cut_in_blocks, shortened, start_of
from bot.storage import Connection, Database
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from bot.tutor.recalling import conversation, remembered

ADA = LearnerKey(1, 11)


async def store_nothing(connection: Connection) -> None:
    """Nothing more is read."""


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
        place=number,
    )


def room_for(count: int) -> object:
    def fits(turns: Sequence[Turn]) -> bool:
        return len(turns) <= count

    return fits


@given(total=st.integers(1, 60), room=st.integers(0, 30))
def test_the_window_is_the_newest_turns_and_fits(total: int, room: int) -> None:
    turns = [turn(number) for number in range(1, total + 1)][-LONGEST:]
    window = cut_in_blocks(turns, fits=room_for(room))
    assert len(window) <= min(room, LONGEST)
    assert list(window) == turns[len(turns) - len(window) :]
    assert len(window) >= min(room, len(turns), LEAST + 1)


def test_its_start_moves_once_in_a_block_of_turns() -> None:
    starts = [
        cut_in_blocks([turn(number) for number in range(1, total + 1)][-LONGEST:], fits=room_for(99))[0].place
        for total in range(1, 20 * BLOCK + 1)
    ]
    moves = sum(before != after for before, after in pairwise(starts))
    assert moves <= len(starts) / BLOCK


def test_what_is_forgotten_moves_no_start() -> None:
    turns = [turn(number) for number in range(1, 6)]
    assert cut_in_blocks(turns[:2] + turns[3:], fits=room_for(99))[0] is turns[0]


def test_turns_that_taught_nothing_return_into_no_prompt() -> None:
    turns = [turn(1), turn(2, outcome=Outcome.REFUSED), turn(3, outcome=Outcome.WITHHELD), turn(4)]
    assert [one.place for one in cut_in_blocks(turns, fits=room_for(10))] == [1, 4]


def test_an_answer_goes_back_without_its_small_print_and_shortened() -> None:
    small = "A token is text [1]. `list[1]` stays.\n\n-# [1] *Lesson · Section*\n-# Written by an AI"
    assert (
        shortened(turn(1, answer=small), question=9, answer=99).answer == "A token is text. `list[1]` stays."
    )
    long = shortened(turn(1, answer="long " * 400), question=99, answer=99).answer
    assert len(long) <= 100 and long.endswith("…")


def test_chinese_is_shortened_to_as_much_meaning() -> None:
    assert len(start_of("词元是模型读到的一小段文字。" * 40, 200)) < 100


async def test_the_window_knows_neither_other_learners_nor_other_conversations(database: Database) -> None:
    others = [
        replace(turn(1), key=LearnerKey(1, 12)),
        replace(turn(2), key=LearnerKey(2, 11)),
        replace(turn(3), conversation_id=6),
    ]
    for one in others:
        await database.write(lambda connection, one=one: store.add(connection, one))
    recalled, _ = await Memory(database, len).recall(ADA, 5, "question", tokens=5000, also=store_nothing)
    assert recalled.window == () and recalled.last is None


def test_passages_that_were_quoted_instead_of_an_answer_are_no_words_of_the_tutor() -> None:
    quoted = shortened(
        turn(1, outcome=Outcome.QUOTED, answer="There is no model. > A token is a piece"),
        question=99,
        answer=99,
    )
    memory = Recollection(window=(quoted,), last=quoted, found=(quoted,))
    said = [*(message.content for message in conversation(memory)), remembered(memory)]
    assert all(said) and "question 1" in said[0]
    assert not any(words in text for text in said for words in ("no model", "A token is"))
