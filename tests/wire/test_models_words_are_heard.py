"""A hosted moderation, where one is set up, hears what a model writes outside of answers too: what it objects to is shown to nobody."""

import json
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.quiz.items import Choice
from bot.texts.locales import Locale
from bot.tutor.remembering import EVERY
from tests.wire.conftest import Wire
from tests.wire.test_explain_sampling import sample
from tests.wire.test_practice_filters import card_of, scored
from tests.wire.test_quiz import LLM, asked, let_only_checks, started
from tests.wire.test_teach_question import drafting_model, moderator, own

WORD = "zebrafish"
"""What the provider objects to, and nobody else would."""


@pytest.fixture
async def heard(wire_of: Callable[..., Coroutine[Any, Any, Wire]]) -> Wire:
    """A bot whose hosted moderation objects to one word."""
    wire = await wire_of(moderation_model="test-moderation")
    assert wire.model is not None
    wire.model.moderation_scores = lambda text: {"violence/graphic": 0.99} if WORD in text else {}
    return wire


async def test_what_a_prompt_brings_in_practice(heard: Wire) -> None:
    ada = await heard.agreed("Ada")
    heard.model.answer = lambda request: f"SHIP the {WORD}"
    card = await scored(ada, await card_of(ada), "Sort this. {input}")
    assert WORD not in json.dumps([message.embeds for message in card.messages]) + card.text
    hits = await heard.app.services.filters.hits(heard.play.guild.id, days=1)
    assert {(hit.side, hit.action, hit.rule) for hit in hits} == {
        ("output", "withhold", "hosted.violence/graphic")
    }


async def test_the_opening_of_a_plan(heard: Wire) -> None:
    mo = heard.play.person("Mo", moderator=True)
    drawn = await (await mo.slash("teach plan", topic="temperature")).shown()
    heard.model.say(f"Have you ever seen a {WORD}?")
    worded = await (await mo.press(drawn, "plan.word")).shown()
    assert heard.say(Locale.EN, "plan-worded") not in worded.text and WORD not in worded.text


async def test_a_drafted_question(heard: Wire) -> None:
    mo = moderator(heard)
    heard.model.answer = lambda request: drafting_model(request.last_message)
    heard.model.moderation_scores = lambda text: {"hate/threatening": 0.99} if "rare word" in text else {}
    await (await mo.slash("teach question generate", lesson=LLM, count=1)).shown()
    assert await own(heard) == []


async def test_notes_on_what_a_learner_asked_and_facts_that_are_proposed(heard: Wire) -> None:
    ada = await heard.agreed("Ada")
    notes: dict[str, Any] = {
        "summary": "Asked about tokens.",
        "facts": [{"kind": "role", "quote": "my pupils"}],
    }
    heard.model.answer = lambda request: (
        json.dumps(notes) if "You keep notes" in str(request.body["messages"][0]) else "It is so [1]."
    )
    heard.model.moderation_scores = lambda text: (
        {"hate/threatening": 0.99} if WORD in text or text == "my pupils" else {}
    )

    async def remembered(first: int) -> str:
        for number in range(first, first + EVERY):
            await heard.ask(ada, f"What is a token, as my pupils ask it {number} times?")
        remembering = heard.app.services.tutor.remembering
        assert remembering is not None
        await remembering.settled()
        return (await (await ada.slash("memory show")).shown()).text

    shown = await remembered(0)
    assert "Asked about tokens." in shown and "found by a model" not in shown
    notes["summary"] = f"Asked about the {WORD}."
    assert WORD not in await remembered(EVERY)


async def test_candidates_for_the_next_token_and_what_is_written_on(heard: Wire) -> None:
    ada = await heard.agreed("Ada")
    heard.model.say(f" {WORD}")
    reply = await sample(ada, "The smallest animal is the")
    assert WORD not in reply.text and "•••" in reply.text
    heard.model.answer = lambda request: f"the {WORD}"
    written = await ada.press(reply, "explain.sampling_on")
    await written.until(lambda written: written.has_button("explain.question"), timeout=60)
    assert WORD not in written.text


async def test_nothing_written_on_gives_away_what_a_quiz_still_asks(wire: Wire) -> None:
    await let_only_checks(wire)
    ada = await wire.agreed("Ada")
    await started(ada)
    question = await asked(wire, ada)
    assert isinstance(question.item.task, Choice)
    (right,) = (option.text for option in question.item.task.options if option.right)
    wire.model.say(" Paris")
    reply = await sample(ada, "The capital of France is")
    wire.model.answer = lambda chat: f"{right}."
    written = await ada.press(reply, "explain.sampling_on")
    await written.until(lambda written: written.has_button("explain.question"), timeout=60)
    assert right not in written.text
    assert written.text.count(wire.say(Locale.EN, "explain-sampling-withheld")) == 5
