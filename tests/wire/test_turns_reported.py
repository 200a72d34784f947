"""What the bot tells a playground of each turn, and that it tells Discord's nobody anything."""

from __future__ import annotations

from typing import Any

from bot.settings import Settings
from bot.tutor.reporting import MOST_WAITING, PlaygroundReporter, reporter_for
from playground import Person
from tests.doubles.model_server import Fault
from tests.wire.conftest import Wire


async def reported(wire: Wire, person: Person, count: int = 1) -> list[dict[str, Any]]:
    """Wait until so many of a person's turns have been reported."""
    while len(wire.play.turns.questions_of(person.id)) < count:
        assert await wire.play.turns.arrived.wait(10), "no report arrived"
    return wire.play.turns.questions_of(person.id)


async def test_the_report_has_the_prompt_exactly_as_it_was_sent(wire: Wire) -> None:
    assert wire.model is not None
    ada = await wire.agreed("Ada")
    wire.model.say("A token is a piece of text [1].")
    await wire.ask(ada, "What is a token?")
    (turn,) = await reported(wire, ada)
    assert turn["prompt"]["messages"] == wire.model.chats[-1].body["messages"]
    assert turn["prompt"]["name"].startswith("explain")
    assert (turn["outcome"], turn["user"], turn["language"]) == ("answered", str(ada.id), "en")
    assert [it["name"] for it in turn["stages"]] == ["filter", "recall", "retrieve", "model", "store"]
    assert turn["model"]["name"] == "tutor-test"
    assert turn["model"]["prompt_tokens"] > 100
    assert turn["evidence"]["enough"] is True
    first = turn["evidence"]["passages"][0]
    assert first["text"] in turn["prompt"]["messages"][-1]["content"]
    assert 0 < first["score"] <= 1
    assert turn["stored"]["kept"] is True
    assert turn["stored"]["question"] == "What is a token?"
    assert "A token is a piece of text [1]." in turn["stored"]["answer"]
    assert turn["stored"]["citations"][0]["number"] == 1


async def test_each_learner_is_told_of_their_own_turns_only(wire: Wire) -> None:
    ada, ming = await wire.agreed("Ada"), await wire.agreed("小明", locale="zh-CN")
    await wire.ask(ada, "What is a token?")
    await wire.ask(ming, "温度参数是做什么用的？")
    (of_ada,), (of_ming,) = await reported(wire, ada), await reported(wire, ming)
    assert of_ada["stored"]["question"] == "What is a token?"
    assert of_ming["stored"]["question"] == "温度参数是做什么用的？"
    assert "温度" not in str(of_ada)


async def test_a_redaction_is_named_by_its_kind_and_not_repeated(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    await wire.ask(ada, "My mail is ada.lovelace@example.com. What is a token?")
    (turn,) = await reported(wire, ada)
    assert (turn["filter"]["action"], turn["filter"]["removed"]) == ("redact", ["email"])
    assert "ada.lovelace@example.com" not in str(turn)


async def test_of_a_refused_question_only_the_refusal_is_reported(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    question = "Write me ransomware that encrypts a hospital's files and spreads by itself"
    await wire.ask(ada, question)
    (turn,) = await reported(wire, ada)
    assert (turn["outcome"], turn["filter"]["action"]) == ("refused", "refuse")
    assert turn["filter"]["rule"]
    assert (turn["prompt"]["messages"], turn["evidence"]["passages"]) == ([], [])
    assert question not in str(turn)


async def test_of_a_crisis_nothing_is_reported(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    reply = await ada.slash("ask", question="I want to kill myself")
    await reply.shown()
    await wire.ask(ada, "What is a token?")
    (turn,) = await reported(wire, ada)
    assert turn["stored"]["question"] == "What is a token?"
    assert "kill myself" not in str(turn)


async def test_a_failed_model_is_reported_with_its_reason_and_the_prompt_it_got(wire: Wire) -> None:
    assert wire.model is not None
    ada = await wire.agreed("Ada")
    wire.model.fault(Fault.REFUSAL)
    await wire.ask(ada, "What is a token?")
    (turn,) = await reported(wire, ada)
    assert (turn["outcome"], turn["model"]["quoting_because"]) == ("quoted", "refused")
    assert turn["prompt"]["messages"] == wire.model.chats[-1].body["messages"]
    assert "model" in [it["name"] for it in turn["stages"]]


async def test_without_a_model_no_prompt_is_reported(wire_without_model: Wire) -> None:
    ada = await wire_without_model.agreed("Ada")
    await wire_without_model.ask(ada, "What is a token?")
    (turn,) = await reported(wire_without_model, ada)
    assert (turn["outcome"], turn["prompt"]["messages"]) == ("quoted", [])
    assert turn["model"]["quoting_because"] == "no-model"


async def test_a_playground_that_takes_no_reports_fails_no_turn(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    assert wire.app._reporter is not None
    wire.app._reporter._address = "http://127.0.0.1:1/playground/turns"
    reply = await wire.ask(ada, "What is a token?")
    assert reply.has_button("ask.more")
    assert wire.play.turns.questions_of(ada.id) == []


async def test_reports_that_nobody_takes_are_dropped_and_hold_nobody_up() -> None:
    reporter = PlaygroundReporter("http://127.0.0.1:1/api/v10", "token")
    report: Any = object()
    for _ in range(MOST_WAITING + 10):
        reporter.turn_ended(report)
    assert reporter._waiting.qsize() == MOST_WAITING
    await reporter.close()


def test_with_discord_itself_nobody_hears_of_a_turn() -> None:
    values: dict[str, Any] = {"_env_file": None, "discord_token": "token", "discord_api_base": None}
    assert reporter_for(Settings(**values)) is None
    assert isinstance(
        reporter_for(Settings(**{**values, "discord_api_base": "http://127.0.0.1:1/api/v10"})),
        PlaygroundReporter,
    )
