"""What the bot tells a playground of commands, buttons and forms that are no questions: what came of each, step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.texts.locales import Locale
from playground import Person
from tests.wire.conftest import Wire
from tests.wire.test_practice import challenge_of, model_of, opened, ran
from tests.wire.test_quiz import LLM

Report = dict[str, Any]


async def deed(
    wire: Wire, person: Person, name: str, is_whole: Callable[[Report], bool] = lambda report: True
) -> Report:
    """Wait for the report of what a person did with this command or button, until it is as whole as wanted."""

    def found() -> list[Report]:
        mine = [it for it in wire.play.turns.of(person.id) if "kind" in it]
        return [it for it in mine if it["name"].partition(":")[0] == name and is_whole(it)]

    while not found():
        assert await wire.play.turns.arrived.wait(10), f"nothing was told of {name}"
    (only,) = found()
    return only


def names(wire: Wire, person: Person) -> list[str]:
    return [it["name"] for it in wire.play.turns.of(person.id) if "kind" in it]


async def test_a_quiz_is_told_by_what_it_stored_and_asks_no_model(wire: Wire) -> None:
    unsure = wire.say(Locale.EN, "quiz-button-unsure")
    ada = await wire.agreed("Ada")
    card = await ada.slash("quiz start", lesson=LLM)
    await card.until(lambda card: card.has_button(unsure))
    begun = await deed(wire, ada, "quiz start")
    assert (begun["kind"], begun["response"]) == ("command", "deferred_message")
    assert begun["message"] == str(card.message.id)
    assert {"table": "quiz_attempts", "what": "insert", "rows": 1} in begun["stored"]
    assert begun["prompts"] == begun["calls"] == []
    await ada.press(card, unsure)
    pressed = await deed(wire, ada, "quiz.pick")
    assert (pressed["kind"], pressed["label"]) == ("button", unsure)
    assert pressed["stored"]


async def test_a_question_is_told_once_as_the_turn_it_was(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await wire.ask(ada, "What is a token?")
    await ada.slash("help")
    await deed(wire, ada, "help")
    assert len(wire.play.turns.questions_of(ada.id)) == 1
    assert "ask" not in names(wire, ada)


async def test_of_a_case_that_is_hidden_only_the_call_is_told(wire: Wire) -> None:
    assert wire.model is not None
    challenge = await challenge_of(wire)
    wire.model.answer = model_of(challenge)
    ada = await wire.agreed("Ada")
    await ran(ada, await opened(ada), challenge.prompts["reference"])
    calls = len(challenge.cases)
    sent = await deed(wire, ada, "practice.written", lambda report: len(report["calls"]) >= calls)
    assert (sent["kind"], len(sent["prompts"])) == ("form", len(challenge.cases))
    assert len([it for it in sent["prompts"] if it["messages"]]) == len(challenge.visible)
    assert not [case.id for case in challenge.hidden if case.input in str(sent)]


def through_the_gate(report: Report) -> list[Any]:
    return [it for it in report["filters"] if it["side"] == "output" and "pieces" in it]


async def test_that_a_models_words_passed_the_gate_is_told(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await ada.slash("explain retrieval", question="What is a token?")
    told = await deed(wire, ada, "explain retrieval", lambda report: len(through_the_gate(report)) == 2)
    assert [(it["action"], it["pieces"] > 0) for it in through_the_gate(told)] == [("allow", True)] * 2
    assert told["failures"] == []


async def test_why_no_model_answered_is_told(wire: Wire) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo", moderator=True)
    await (await mo.slash("server pause", reason="Exams")).shown()
    await ada.slash("explain retrieval", question="What is a token?")
    told = await deed(wire, ada, "explain retrieval", lambda report: bool(report["failures"]))
    assert {it["reason"] for it in told["failures"]} == {"paused"}
    assert told["calls"] == through_the_gate(told) == []


async def test_in_distress_nothing_is_told(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await (await ada.slash("ask", question="I want to kill myself")).shown()
    await ada.slash("help")
    await deed(wire, ada, "help")
    assert "self-harm" not in str(wire.play.turns.of(ada.id))
    assert "ask" not in names(wire, ada)


async def test_each_is_told_of_their_own_only(wire: Wire) -> None:
    ada, ming = await wire.agreed("Ada"), await wire.agreed("小明", locale="zh-CN")
    await ming.slash("lesson search", query="温度")
    search = await deed(wire, ming, "lesson search")
    assert search["filters"][0]["action"] == "allow"
    assert "lesson search" not in names(wire, ada)
