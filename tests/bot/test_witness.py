"""Accounts of what came of one press of a button: whole, also of what goes on after it, and told to nobody unasked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.clock import SystemClock
from bot.witness import (
    LATER_SECONDS,
    MOST_STEPS,
    Account,
    Deed,
    Step,
    Witness,
    became_turn,
    confidential,
    in_confidence,
    note,
    watched,
)

DEED = Deed(interaction_id=7, user_id=1, server_id=2, channel_id=3)


class Heard(list[Account]):
    """Accounts in the order in which they were given out, and an event for each."""

    def __init__(self) -> None:
        super().__init__()
        self.came = asyncio.Event()

    def __call__(self, account: Account) -> None:
        self.append(account)
        self.came.set()


def told(**facts: object) -> Callable[[], dict[str, object]]:
    return lambda: facts


async def test_where_nobody_watches_nothing_is_even_put_into_words() -> None:
    def never() -> dict[str, Any]:
        raise AssertionError("asked for")

    note(Step.FILTER, never)
    assert not watched()
    assert became_turn() is None


async def test_an_account_holds_what_was_done_in_tasks_and_threads_too() -> None:
    heard = Heard()

    async def beside() -> None:
        note(Step.SEARCH, told(score=0.5))

    with Witness(SystemClock(), heard).watching(DEED):
        note(Step.FILTER, told(action="allow"))
        await asyncio.create_task(beside())
        await asyncio.to_thread(note, Step.WRITE, told(rows=1))
    (account,) = heard
    assert account.deed == DEED
    assert [step for step, _ in account.steps] == [Step.FILTER, Step.SEARCH, Step.WRITE]
    assert not watched()


async def test_two_deeds_at_once_are_kept_apart() -> None:
    heard = Heard()
    witness = Witness(SystemClock(), heard)

    async def do(number: int) -> None:
        with witness.watching(Deed(number, number, 0, 0)):
            await asyncio.sleep(0)
            note(Step.FILTER, told(of=number))

    await asyncio.gather(do(1), do(2))
    assert [(it.deed.user_id, it.steps) for it in heard] == [
        (1, [(Step.FILTER, {"of": 1})]),
        (2, [(Step.FILTER, {"of": 2})]),
    ]


async def test_what_comes_after_the_end_is_gathered_and_told_again() -> None:
    heard = Heard()
    goes_on = asyncio.Event()

    async def later() -> None:
        await goes_on.wait()
        note(Step.CALL, told(model="one"))
        note(Step.CALL, told(model="two"))

    with Witness(SystemClock(), heard).watching(DEED):
        task = asyncio.create_task(later())
    assert len(heard) == 1
    heard.came.clear()
    goes_on.set()
    await task
    await asyncio.wait_for(heard.came.wait(), 20 * LATER_SECONDS)
    assert len(heard) == 2
    assert len(heard[-1].steps) == 2


async def test_a_question_with_a_turn_of_its_own_is_not_told_twice() -> None:
    heard = Heard()
    with Witness(SystemClock(), heard).watching(DEED):
        assert became_turn() == DEED.interaction_id
    assert heard == []


async def test_what_failed_is_told_as_far_as_it_came() -> None:
    heard = Heard()
    with pytest.raises(ZeroDivisionError), Witness(SystemClock(), heard).watching(DEED):
        note(Step.FILTER, told())
        raise ZeroDivisionError
    assert len(heard[0].steps) == 1


async def test_an_account_does_not_grow_for_ever() -> None:
    heard = Heard()
    with Witness(SystemClock(), heard).watching(DEED):
        for number in range(MOST_STEPS + 5):
            note(Step.WRITE, told(number=number))
    assert len(heard[0].steps) == MOST_STEPS


def test_confidence_ends_where_it_was_asked_for() -> None:
    with in_confidence():
        assert confidential()
        with in_confidence(wanted=False):
            assert not confidential()
    assert not confidential()
