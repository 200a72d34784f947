"""Many learners run prompts at once: few calls at a time, every interaction answered, no attempt lost, through a restart."""

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.learners import store as learners_store
from bot.learners.values import Learner, LearnerKey
from bot.practice.attempts import store
from bot.practice.running import AT_ONCE
from bot.practice.values import Attempt, State
from bot.storage import Connection
from playground import Person, Reply
from tests.doubles.model_server import Recorded
from tests.wire.conftest import Wire
from tests.wire.test_practice import challenge_of, model_of, opened

FEW, MANY = 8, 100
AT_THE_DOOR = 10
"""Who open their forms at the same moment; all submit at once."""


async def learners_of(wire: Wire, people: int) -> list[Person]:
    """People who have agreed; quicker than that each of them presses the button."""
    found = [wire.play.person(f"Learner {number}") for number in range(people)]
    now = wire.app.services.clock.now()

    async def unit(connection: Connection) -> None:
        for one in found:
            await learners_store.save(
                connection, Learner(LearnerKey(wire.play.guild.id, one.id), agreed_at=now)
            )

    await wire.app.database.write(unit)
    return found


async def attempts_of(wire: Wire, learners: list[Person]) -> list[tuple[Attempt, ...]]:
    """Every attempt of each, whatever became of it."""
    server = wire.play.guild.id

    async def unit(connection: Connection) -> list[tuple[Attempt, ...]]:
        keys = [LearnerKey(server, one.id) for one in learners]
        return [await store.own(connection, key, states=list(State)) for key in keys]

    return await wire.app.database.read(unit)


@pytest.mark.parametrize("people", [FEW, pytest.param(MANY, marks=pytest.mark.soak)])
async def test_all_who_submit_at_once_get_their_score_though_the_bot_restarts_midway(
    wire_of: Callable[..., Coroutine[Any, Any, Wire]], people: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    wire = await wire_of(server_tokens_per_day=10_000_000)
    assert wire.model is not None
    server, challenge = wire.model, await challenge_of(wire)
    usual, busiest, half = model_of(challenge), 0, asyncio.Event()
    runs = people * len(challenge.cases)

    def answer(request: Recorded) -> str:
        nonlocal busiest
        busiest = max(busiest, sum(not one.done.is_set() and not one.left.is_set() for one in server.chats))
        if len(server.chats) >= runs // 2:
            half.set()
        return usual(request)

    server.answer, server.whole_reply_after, server.pace = answer, 0.01, 0.01
    learners = await learners_of(wire, people)
    at_the_door = asyncio.Semaphore(AT_THE_DOOR)

    async def ready(learner: Person) -> tuple[Reply, Reply]:
        """A card with its form open: people come to this one after another."""
        async with at_the_door:
            card = await opened(learner)
            form = await learner.press(card, "practice.write")
            return card, await form.until(lambda form: form.modal is not None, timeout=60)

    async def submit(number: int, learner: Person, form: Reply) -> None:
        prompt = f"{challenge.prompts['reference']}\nThanks from number {number}."
        await learner.submit(form, {"prompt": prompt})

    async def score(learner: Person, card: Reply) -> None:
        if card.has_button("practice.see"):  # it ran when the bot went
            await learner.press(card, "practice.see")
        await card.until(lambda card: "9 of 9" in card.text, timeout=300)

    opened_by = await asyncio.gather(*(ready(one) for one in learners))
    cards = [card for card, _ in opened_by]
    forms = [form for _, form in opened_by]
    await asyncio.gather(*(submit(at, *both) for at, both in enumerate(zip(learners, forms, strict=True))))
    await asyncio.wait_for(half.wait(), 300)
    await wire.restart()
    await asyncio.gather(*(score(one, card) for one, card in zip(learners, cards, strict=True)))

    assert busiest <= AT_ONCE
    assert runs <= len(server.chats) <= runs + AT_ONCE, "what had run is not asked for again"
    assert [[one.state for one in its] for its in await attempts_of(wire, learners)] == [
        [State.DONE]
    ] * people
    shown = [[it.content, it.embeds, it.components] for card in cards for it in card.messages]
    everything = json.dumps(shown, ensure_ascii=False) + caplog.text
    assert [case.id for case in challenge.hidden if case.input in everything] == []
    assert wire.play.violations == []
