"""Without a usable answer of a model, the tutor quotes the lessons and says why."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.texts.locales import Locale
from tests.doubles.model_server import Fault
from tests.wire.conftest import Wire, english_in

TOKEN = "What is a token?"
Wires = Callable[..., Coroutine[Any, Any, Wire]]


async def test_without_a_model_the_lessons_are_quoted_at_once(wire_without_model: Wire) -> None:
    wire = wire_without_model
    ada = await wire.agreed("Ada")
    reply = await wire.ask(ada, TOKEN)
    assert wire.say(Locale.EN, "model-no-model") in reply.text
    assert wire.say(Locale.EN, "ask-quoting") in reply.text
    assert "**How large language models work · Tokens" in reply.text
    assert "\n> " in reply.text
    assert reply.buttons == ["Ask again", "Quiz me", "Continue", "More…"]


async def test_without_a_model_a_chinese_question_is_quoted_to_in_chinese(wire_without_model: Wire) -> None:
    wire = wire_without_model
    mo = await wire.agreed("Mo", locale="zh-CN")
    reply = await wire.ask(mo, "什么是词元？")
    assert wire.say(Locale.ZH_CN, "ask-quoting") in reply.text
    assert english_in(reply.text) == []


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (Fault.RATE_LIMIT, "model-rate-limited"),
        (Fault.QUOTA, "model-out-of-quota"),
        (Fault.SERVER_ERROR, "model-server-error"),
        (Fault.UNAUTHORISED, "model-no-model"),
        (Fault.TOO_LONG, "model-bad-request"),
        (Fault.STALL, "model-timed-out"),
        (Fault.STALL_MIDWAY, "model-timed-out"),
        (Fault.RESET, "model-connection-lost"),
        (Fault.TRUNCATED, "model-truncated"),
        (Fault.BROKEN_JSON, "model-broken-reply"),
        (Fault.ERROR_MIDWAY, "model-server-error"),
        (Fault.REFUSAL, "model-refused"),
        (Fault.CONTENT_FILTER, "model-refused"),
        (Fault.EMPTY, "model-broken-reply"),
    ],
)
async def test_a_fault_of_the_model_ends_in_a_quote_and_an_honest_sentence(
    wire_of: Wires, fault: Fault, sentence: str
) -> None:
    stalls = fault in (Fault.STALL, Fault.STALL_MIDWAY)
    # Where a fault is not the waiting itself, a busy machine must not turn it into one.
    wire = await wire_of(model_timeout_seconds=1.5 if stalls else 30)
    ada = await wire.agreed("Ada")
    half = "A token is the half of an answer that nobody is to keep [1]. " * 3
    wire.model.fault(fault, times=9, text=half, after_chunks=16)
    reply = await wire.ask(ada, TOKEN)
    assert wire.say(Locale.EN, sentence) in reply.text
    assert "**How large language models work · Tokens" in reply.text
    assert "half of an answer" not in reply.text
    wire.model._steps.clear()
    wire.model.answer = lambda request: "They are counted [1]."
    await wire.ask(ada, "How are tokens counted?")
    assert "half of an answer" not in wire.prompts
    for not_said in (wire.say(Locale.EN, sentence), wire.say(Locale.EN, "ask-quoting")):
        assert not_said not in wire.prompts
    assert TOKEN in wire.prompt
    assert wire.play.violations == []


async def test_a_length_fault_with_text_is_an_answer_that_stops_with_a_note(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.fault(Fault.LENGTH, text="A token is a piece of text [1]. And then")
    reply = await wire.ask(ada, TOKEN)
    assert "A token is a piece of text [1]." in reply.text
    assert wire.say(Locale.EN, "ask-cut-at-limit") in reply.text


async def test_a_learner_whose_share_is_used_up_is_quoted_to_and_told(wire_of: Wires) -> None:
    wire = await wire_of(learner_tokens_per_day=0)
    ada = await wire.agreed("Ada")
    reply = await wire.ask(ada, TOKEN)
    assert wire.say(Locale.EN, "model-over-budget-learner") in reply.text
    assert "**How large language models work · Tokens" in reply.text
    assert wire.model.chats == []


async def test_a_server_whose_share_is_used_up_is_told_in_its_learners_language(wire_of: Wires) -> None:
    wire = await wire_of(server_tokens_per_day=0)
    mo = await wire.agreed("Mo", locale="zh-TW")
    reply = await wire.ask(mo, "什麼是詞元？")
    assert wire.say(Locale.ZH_TW, "model-over-budget-server") in reply.text
    assert english_in(reply.text) == []


async def test_ask_again_answers_once_the_model_is_back(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.fault(Fault.TOO_LONG)
    quoted = await wire.ask(ada, TOKEN)
    wire.model.say("A token is a piece of text [1].")
    again = await wire.ended(await ada.press(quoted, "Ask again"))
    assert "A token is a piece of text [1]." in again.text


async def test_a_withheld_answer_is_taken_back_and_the_lesson_quoted(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    safe = "A token is a piece of text that a model reads as one unit [1]. "
    wire.model.say_slowly([safe, "You should kill yourself", ". Go and do it now."], pause=None)
    reply = await ada.slash("ask", question=TOKEN)
    await reply.until(lambda reply: safe.strip() in reply.text)
    wire.model.go_on(2)
    await wire.ended(reply)
    assert wire.say(Locale.EN, "safety-withheld") in reply.text
    assert safe.strip() not in reply.text
    assert "**How large language models work · " in reply.text
    assert "kill" not in "".join(edit.content for message in reply.messages for edit in message.edits)
    assert reply.buttons == ["Ask again", "More…"]
    export = await wire.app.services.personal.export(ada.id)
    assert b"kill" not in export.as_json()
