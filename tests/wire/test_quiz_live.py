"""/quiz live: a round that a channel takes together."""

import asyncio
import json
from functools import partial
from typing import Any

import pytest
from sqlalchemy import text

from bot.learners.values import LearnerKey
from bot.quiz.items import Choice
from bot.texts.locales import Locale
from playground.messages import every_component
from playground.wire import InteractionKind
from tests.wire.conftest import Wire, english_in
from tests.wire.live_round import (
    QUICK,
    WHERE_THE_PACE_IS,
    answers,
    begun,
    joined,
    line,
    now,
    on_screen,
    rows,
    shows,
    spoken,
    until,
)

DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WHERE_THE_PACE_IS, lambda: QUICK)


@pytest.mark.parametrize("locale", list(Locale))
async def test_a_round_is_joined_answered_revealed_and_ends_with_a_podium(wire: Wire, locale: Locale) -> None:
    wire.play.guild.locale = DISCORD[locale]
    ada, mo = (wire.play.person(name, locale=DISCORD[locale]) for name in ("Ada", "莫"))
    begins = await begun(ada)
    assert begins.private
    lobby = await joined(wire, ada, mo)
    await ada.press(begins, "live.start")
    question = await shows(wire, "live.pick")
    task = (await now(wire)).asked.item.task  # type: ignore[union-attr]  # a question is open
    assert isinstance(task, Choice)
    assert not any(option.why in on_screen(question) for option in task.options)
    taken = await answers(wire, ada, question)
    assert taken.private
    await answers(wire, mo, question, right=False)
    await until(
        wire, lambda: "✅" in on_screen(question)
    )  # everybody has answered: nobody waits for the clock
    assert task.options[min(task.key)].why in on_screen(question) and "▰▰▰▰▰▱▱▱▱▱ 1" in on_screen(question)
    second = await shows(wire, "live.pick", after=question)
    await answers(wire, ada, second)
    await answers(wire, mo, second)
    podium = await shows(wire, "live.mine")
    await until(wire, lambda: not every_component(lobby.components))
    assert f"🥇 <@{ada.id}>" in on_screen(podium) and f"🥈 <@{mo.id}>" in on_screen(podium)
    assert [it.filename for it in podium.attachments] == ["podium.png"]
    assert f"<@{mo.id}>" in (podium.attachments[0].description or "")
    own = await (await mo.press(podium, "live.mine")).shown()
    assert own.private and "2" in own.text
    said = "\n".join(on_screen(it) for it in spoken(wire.play.channel))
    assert locale is Locale.EN or english_in(said + begins.text + taken.text + own.text) == []


async def test_the_key_stands_in_no_message_no_component_and_no_log(
    wire: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    ada = wire.play.person("Ada")
    begins = await begun(ada, rounds=1)
    await joined(wire, ada)
    await ada.press(begins, "live.start")
    question = await shows(wire, "live.pick")
    one = await now(wire)
    assert one.asked is not None and isinstance(one.asked.item.task, Choice)
    ids = [str(it.get("custom_id", "")) for it in every_component(question.components)]
    picks = [one_id for one_id in ids if one_id.startswith("live.pick")]
    assert picks == [f"live.pick:{one.id}:1:{place}" for place in range(len(one.asked.order))]
    key = one.asked.item.task.options[min(one.asked.item.task.key)]
    assert key.why not in on_screen(question) + json.dumps(question.components)
    await answers(wire, ada, question)
    await shows(wire, "live.mine")
    assert key.text not in caplog.text and key.why not in caplog.text


async def test_the_first_answer_counts_however_often_somebody_presses(wire: Wire) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo")
    begins = await begun(ada)
    await joined(wire, ada, mo)
    await ada.press(begins, "live.start")
    question = await shows(wire, "live.pick")
    wrong = f"live.pick:{(await now(wire)).id}:1:{await line(wire, right=False)}"
    first = await (await ada.press(question, wrong)).shown()
    assert "is in" in first.text
    assert first.interaction is not None
    wire.play.faults.redeliver(first.interaction)
    again = await answers(wire, ada, question)
    assert "the first answer counts" in again.text
    assert await rows(wire, "SELECT is_right FROM quiz_round_answers") == [(0,)]


async def test_whoever_has_not_joined_is_told_how_and_may_join_late(wire: Wire) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("莫", locale="zh-CN")
    begins = await begun(ada)
    await joined(wire, ada)
    await ada.press(begins, "live.start")
    question = await shows(wire, "live.pick")
    told = await answers(wire, mo, question)
    assert "还没有加入" in told.text and told.private
    await (await mo.press(told, "live.join")).shown()
    assert "已收到" in (await answers(wire, mo, question)).text


async def test_a_late_answer_and_a_button_of_a_past_round_change_nothing(wire: Wire) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo")
    begins = await begun(ada)
    await joined(wire, ada, mo)
    await ada.press(begins, "live.start")
    question = await shows(wire, "live.pick")
    one = await now(wire)
    await answers(wire, ada, question)

    async def time_is_up(connection: Any) -> None:
        await connection.execute(text("UPDATE quiz_rounds SET due_at = started_at"))

    await wire.app.database.write(time_is_up)
    await until(wire, lambda: "✅" in on_screen(question))
    pick = f"live.pick:{one.id}:1:0"  # on a screen that has not caught up
    late = {"component_type": 2, "custom_id": pick}
    reply = await mo._do(InteractionKind.COMPONENT, pick, late, question.channel, question)
    assert "Time is up" in (await reply.shown()).text
    await (await ada.press(begins, "live.stop")).shown()
    reply = await mo._do(InteractionKind.COMPONENT, pick, late, question.channel, question)
    assert "This round is over" in (await reply.shown()).text
    assert await rows(wire, "SELECT count(*) FROM quiz_round_answers WHERE number = 1") == [(1,)]


async def test_only_the_host_and_moderators_stop_a_round_also_when_the_host_has_erased_themselves(
    wire: Wire,
) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo")
    may = wire.play.person("May", moderator=True)
    begins = await begun(ada)
    lobby = await joined(wire, ada, mo)
    assert "Only whoever began" in (await (await mo.press(lobby, "live.stop")).shown()).text
    await ada.press(begins, "live.start")
    question = await shows(wire, "live.pick")
    await answers(wire, ada, question)
    await answers(wire, mo, question, right=False)
    second = await shows(wire, "live.pick", after=question)
    await wire.app.services.personal.erase(ada.id)
    assert "Only whoever began" in (await (await ada.press(second, "live.stop")).shown()).text
    await (await may.press(second, "live.stop")).shown()
    podium = await shows(wire, "live.mine")
    assert "ended early" in on_screen(podium)
    assert f"<@{mo.id}>" in on_screen(podium) and f"<@{ada.id}>" not in on_screen(podium)


async def test_a_round_goes_on_without_its_host_who_has_left_the_server(wire: Wire) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("莫", locale="zh-CN")
    may = wire.play.person("May", moderator=True)
    await begun(ada, rounds=1)
    lobby = await joined(wire, mo)
    ada.leave()
    await may.press(lobby, "live.start")
    question = await shows(wire, "live.pick")
    await answers(wire, mo, question)
    podium = await shows(wire, "live.mine")
    assert f"🥇 <@{mo.id}>" in on_screen(podium)


async def test_teams_are_filled_evenly_and_stand_on_the_podium(wire: Wire) -> None:
    people = [wire.play.person(name) for name in ("Ada", "Mo", "Kim", "Lin")]
    begins = await begun(people[0], rounds=1, teams=2, scoring="speed")
    await joined(wire, *people)
    assert await rows(wire, "SELECT team, count(*) FROM quiz_round_players GROUP BY team") == [(1, 2), (2, 2)]
    await people[0].press(begins, "live.start")
    question = await shows(wire, "live.pick")
    for person in people:
        await answers(wire, person, question, right=person in (people[1], people[3]))
    podium = await shows(wire, "live.mine")
    assert "🥇 🔵 Blue" in on_screen(podium) and "🥈 🔴 Red · 0 points on average" in on_screen(podium)


async def test_live_answers_touch_nothing_of_a_learners_own_record(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    begins = await begun(ada, rounds=1)
    await joined(wire, ada)
    await ada.press(begins, "live.start")
    question = await shows(wire, "live.pick")
    one = await now(wire)
    key = LearnerKey(wire.play.guild.id, ada.id)
    sealed = await wire.app.database.read(partial(wire.app.services.quizzes.open_in, key=key))
    assert one.asked is not None and one.asked.item.stem in {item.asks for item in sealed}
    await answers(wire, ada, question)
    await shows(wire, "live.mine")
    for table in ("quiz_attempts", "quiz_questions", "quiz_mastery", "quiz_review_cards", "quiz_days"):
        assert await rows(wire, f"SELECT count(*) FROM {table}") == [(0,)], table
    assert (await rows(wire, "SELECT sum(answers) FROM quiz_items"))[0][0] == 0
    data = await wire.app.services.personal.export(ada.id)
    assert {"quiz_round_players", "quiz_round_answers"} <= set(data.tables)
    await wire.app.services.personal.erase(ada.id)
    assert (await wire.app.services.personal.export(ada.id)).records == 0


async def test_forty_people_play_within_discords_limits(wire: Wire) -> None:
    people = [wire.play.person(f"Player {number}") for number in range(40)]
    begins = await begun(people[0], rounds=2, seconds=60)
    lobby = await shows(wire, "live.join")
    await asyncio.gather(*(person.press(lobby, "live.join") for person in people))
    await people[0].press(begins, "live.start")
    question = None
    for number in (1, 2):
        question = await shows(wire, "live.pick", after=question)
        pick = f"live.pick:{(await now(wire)).id}:{number}:{await line(wire, right=True)}"
        replies = await asyncio.gather(*(person.press(question, pick) for person in people))
        for reply in replies:
            await reply.shown()
    podium = await shows(wire, "live.mine")
    assert "… and 30 more" in on_screen(podium)
    assert await rows(wire, "SELECT count(*), sum(is_right) FROM quiz_round_answers") == [(80, 80)]
    assert [it for it in wire.play.refusals if "429" in str(it)] == []
