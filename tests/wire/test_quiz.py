"""/quiz: one sealed question at a time, for one learner, whatever happens in between."""

import json
import re
from typing import Any

import pytest

from bot.quiz.attempts.values import Question
from bot.quiz.items import Choice
from bot.texts.locales import Locale
from playground import Person, Reply
from playground.wire import InteractionKind, ResponseKind
from tests.wire.conftest import Wire, english_in

LLM = "how-llms-work"
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


@pytest.fixture(autouse=True)
async def only_checks(wire: Wire) -> None:
    """The checks of the sections, which are answered by one letter, are the whole bank."""
    await let_only_checks(wire)


async def let_only_checks(wire: Wire) -> None:
    from bot.quiz import store
    from bot.quiz.bank_values import ItemState

    async def unit(connection: Any) -> None:
        for entry in await store.entries(connection, {0}):
            if not entry.place.item_id.startswith("check-"):
                await store.set_state(connection, entry.place, ItemState.RETIRED)

    await wire.app.database.write(unit)


async def started(person: Person, **options: object) -> Reply:
    return await (await person.slash("quiz start", **{"lesson": LLM, **options})).shown()


async def asked(wire: Wire, person: Person, server: int | None = None) -> Question:
    """The question that is open for a person, as the bot knows it."""
    from bot.learners.values import LearnerKey
    from bot.quiz.attempts import store

    key = LearnerKey(wire.play.guild.id if server is None else server, person.id)
    (question, *_) = await wire.app.database.read(lambda connection: store.open_questions(connection, key, 1))
    return question


def button_of(question: Question, *, right: bool = True) -> str:
    """The label of a button that answers a single-choice question rightly or wrongly."""
    task = question.item.task
    assert isinstance(task, Choice)
    at = min(task.key) if right else next(n for n in range(len(task.options)) if n not in task.key)
    return "ABCDEFGH"[question.order.index(at)]


async def pressed(person: Person, card: Reply, button: str) -> Reply:
    """Press a button and wait until something else stands on the card."""
    before = card.screen()
    await person.press(card, button)
    return await card.until(lambda card: card.screen() != before)


async def answered(
    wire: Wire, person: Person, card: Reply, *, right: bool = True, server: int | None = None
) -> None:
    await pressed(person, card, button_of(await asked(wire, person, server), right=right))


async def rows(wire: Wire, sql: str) -> list[tuple[object, ...]]:
    from sqlalchemy import text

    async def unit(connection: object) -> list[tuple[object, ...]]:
        return [tuple(row) for row in await connection.execute(text(sql))]  # type: ignore[attr-defined]  # any connection

    return await wire.app.database.read(unit)


@pytest.mark.parametrize("locale", list(Locale))
async def test_a_practice_quiz_explains_every_answer_and_ends_with_a_result(
    wire: Wire, locale: Locale
) -> None:
    ada = wire.play.person("Ada", locale=DISCORD[locale])
    card = await started(ada, length=2)
    assert card.private
    question = await asked(wire, ada)
    task = question.item.task
    assert isinstance(task, Choice)
    assert question.item.stem in card.text
    shown_before = card.screen() + json.dumps(card.components)
    assert not any(option.why in shown_before for option in task.options)
    await answered(wire, ada, card, right=False)
    assert "❌" in card.text and task.options[min(task.key)].why in card.text
    await pressed(ada, card, "quiz.next")
    await answered(wire, ada, card)
    assert "✅" in card.text and card.has_button("quiz.mistakes")
    assert re.search("1 of 2|2 题|2 題", card.text)
    assert locale is Locale.EN or english_in(card.text) == []


async def test_an_exam_says_nothing_before_its_end(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    card = await started(ada, length=2, mode="exam")
    assert not card.has_button("quiz.hint")
    await answered(wire, ada, card, right=False)
    assert "Question 2 of 2" in card.text and "❌" not in card.text
    await answered(wire, ada, card)
    assert "1 of 2 right" in card.text
    await pressed(ada, card, "quiz.look")
    assert "❌" in card.text
    await pressed(ada, card, "quiz.look")
    assert "✅" in card.text


async def test_hints_come_one_by_one_and_are_told_at_the_end(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    card = await started(ada, length=1)
    question = await asked(wire, ada)
    assert question.item.hints[0] not in card.text
    await pressed(ada, card, "Hint")
    assert question.item.hints[0] in card.text
    await answered(wire, ada, card)
    assert "with one hint" in card.text and "without a hint" in card.text


async def test_confidence_is_said_before_and_judged_after(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    card = await started(ada, length=1)
    before = json.dumps(card.components)
    await ada.press(card, "Certain")
    await card.until(lambda card: json.dumps(card.components) != before)
    await answered(wire, ada, card, right=False)
    assert "Certain: 0 of 1 right" in card.text


async def test_not_being_sure_shows_the_answer_and_counts_as_missed(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    card = await started(ada, length=1)
    await pressed(ada, card, "I'm not sure")
    assert "The answer is" in card.text and "❌" not in card.text and "0 of 1 right" in card.text
    assert "Worth reading again" in card.text


async def test_a_double_click_and_a_redelivered_event_count_once(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    card = await started(ada, length=2, mode="exam")
    letter = button_of(await asked(wire, ada))
    custom_id = next(it["custom_id"] for it in card.components if it.get("label") == letter)
    data = {"component_type": 2, "custom_id": custom_id}
    for _ in range(3):
        await ada._do(InteractionKind.COMPONENT, custom_id, data, card.message.channel, card.message)
    await card.until(lambda card: "Question 2 of 2" in card.text)
    assert await rows(wire, "SELECT count(*) FROM quiz_questions WHERE answered_at IS NOT NULL") == [(1,)]
    assert (await rows(wire, "SELECT sum(answers) FROM quiz_items"))[0][0] == 1


async def test_a_press_that_takes_long_is_acknowledged_before_it_is_answered(
    wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.discord_io.swift.PATIENCE", 0.0)
    ada = wire.play.person("Ada")
    card = await started(ada, length=1)
    letter = button_of(await asked(wire, ada))
    pressed_once = await ada.press(card, letter)
    assert pressed_once.interaction is not None
    assert pressed_once.interaction.response == ResponseKind.DEFERRED_UPDATE
    await card.until(lambda card: "1 of 1 right" in card.text)


async def test_the_same_button_goes_on_after_a_restart_at_every_step(wire: Wire) -> None:
    mo = wire.play.person("莫", locale="zh-CN")
    card = await started(mo, length=2)
    await wire.restart()
    await pressed(mo, card, "提示")
    await wire.restart()
    await answered(wire, mo, card)
    await wire.restart()
    await pressed(mo, card, "下一题")
    await wire.restart()
    await answered(wire, mo, card, right=False)
    await wire.restart()
    await pressed(mo, card, "练练错题")
    assert "第 1 题，共 1 题" in card.text


async def test_somebody_else_cannot_answer(wire: Wire) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo")
    card = await started(ada, length=2)
    custom_id = next(it["custom_id"] for it in card.components if it.get("label") == "A")
    data = {"component_type": 2, "custom_id": custom_id}
    refused = await mo._do(InteractionKind.COMPONENT, custom_id, data, card.message.channel, card.message)
    await refused.until(lambda reply: "belongs to somebody else" in reply.text)
    assert await rows(wire, "SELECT count(*) FROM quiz_questions WHERE answered_at IS NOT NULL") == [(0,)]


async def test_a_quiz_is_left_resumed_stopped_and_remembered(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    assert "no unfinished quiz" in (await (await ada.slash("quiz resume")).shown()).text
    assert "not taken a quiz" in (await (await ada.slash("quiz history")).shown()).text
    card = await started(ada, length=3)
    await answered(wire, ada, card)
    again = await (await ada.slash("quiz resume")).shown()
    await pressed(ada, again, "quiz.next")
    assert "Question 2 of 3" in again.text
    await pressed(ada, card, "quiz.next")  # the old card shows where things stand
    assert "Question 2 of 3" in card.text
    stopped = await (await ada.slash("quiz stop")).shown()
    assert "1 of 3 right" in stopped.text and "stopped after 1 of 3" in stopped.text
    history = await (await ada.slash("quiz history")).shown()
    assert "stopped after 1 of 3" in history.text
    await pressed(ada, history, "quiz.resume")
    assert "Question 2 of 3" in history.text


async def test_an_adaptive_quiz_asks_each_item_once(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    card = await started(ada, length=4, mode="adaptive")
    for number in range(4):
        await answered(wire, ada, card, right=number % 2 == 0)
        if number < 3:
            await pressed(ada, card, "quiz.next")
    assert "2 of 4 right" in card.text
    assert await rows(wire, "SELECT count(DISTINCT item_id) FROM quiz_questions") == [(4,)]


async def test_direct_messages_are_a_place_of_their_own(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    await started(ada, length=2)
    card = await (await ada.slash("quiz start", lesson=LLM, length=1, dm=True)).shown()
    await answered(wire, ada, card, server=0)
    assert "1 of 1 right" in card.text
    assert "Question 1 of 2" in (await (await ada.slash("quiz resume")).shown()).text


async def test_a_lesson_that_is_not_there_is_said_so(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    reply = await (await ada.slash("quiz start", lesson="no-such-lesson")).shown()
    assert "no such lesson" in reply.text


async def test_the_key_stands_in_no_component_and_no_log(
    wire: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    ada = wire.play.person("Ada")
    card = await started(ada, length=1)
    task = (await asked(wire, ada)).item.task
    assert isinstance(task, Choice)
    picks = [
        it["custom_id"] for it in card.components if str(it.get("custom_id", "")).startswith("quiz.pick")
    ]
    assert [one.rsplit(":", 1)[1] for one in picks] == [
        "0",
        "1",
        "2",
        "3",
        "-1",
    ]  # lines of the card, not of the item
    await answered(wire, ada, card)
    assert task.options[min(task.key)].text not in caplog.text


async def test_what_is_kept_can_be_taken_along_and_erased(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    card = await started(ada, length=1)
    assert "/privacy delete" in card.text
    await answered(wire, ada, card)
    data = await wire.app.services.personal.export(ada.id)
    assert {"quiz_attempts", "quiz_questions", "quiz_mastery"} <= set(data.tables)
    await wire.app.services.personal.erase(ada.id)
    gone = await ada.press(card, "quiz.look")
    await gone.until(lambda reply: "no longer exists" in reply.text)
    assert (await wire.app.services.personal.export(ada.id)).records == 0
