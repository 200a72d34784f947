"""/quiz live: a round that a channel takes together, whatever happens in between."""

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import text

from bot.learners.values import LearnerKey
from bot.quiz.items import Choice
from bot.quiz.live.rounds import LiveRounds
from bot.quiz.live.values import Pace, Round
from bot.servers.settings import Moderator
from bot.texts.locales import Locale
from playground import Person, Reply
from playground.messages import every_component
from playground.screen import readable
from playground.state import Channel, Message
from playground.wire import InteractionKind, Permission
from tests.wire.conftest import Wire, english_in

LLM = "how-llms-work"
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}
QUICK = Pace(lobby=timedelta(seconds=60), pause=timedelta(milliseconds=50), grace=timedelta(milliseconds=50))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads the answers here, so nobody needs time for it."""
    monkeypatch.setattr("bot.quiz.live.rounds.Pace", lambda: QUICK)


def spoken(channel: Channel) -> list[Message]:
    """What the bot says to all in a channel."""
    return [it for it in channel.messages.values() if not it.private and it.author.bot]


def on_screen(message: Message) -> str:
    return readable(message)


async def until(wire: Wire, condition: Callable[[], object]) -> None:
    """Wait until something holds; ten seconds are far more than anything takes."""
    ends = asyncio.get_running_loop().time() + 10
    while not condition():
        assert asyncio.get_running_loop().time() < ends, "\n---\n".join(
            on_screen(it) for it in spoken(wire.play.channel)
        )
        await asyncio.sleep(0.01)


async def begun(host: Person, **options: object) -> Reply:
    values: dict[str, Any] = {"lesson": LLM, "rounds": 2, "seconds": 60, **options}
    return await (await host.slash("quiz live", **values)).shown()


def newest(wire: Wire, button: str, channel: Channel | None = None) -> Message | None:
    """The newest public message with a button that can be pressed."""
    for message in reversed(spoken(channel or wire.play.channel)):
        if any(
            str(it.get("custom_id", "")).startswith(f"{button}:")
            for it in every_component(message.components)
        ):
            return message
    return None


async def shows(wire: Wire, button: str, *, after: Message | None = None) -> Message:
    """The message with this button, once it is there; a newer one than `after`."""
    await until(
        wire, lambda: (it := newest(wire, button)) is not None and (after is None or it.id > after.id)
    )
    found = newest(wire, button)
    assert found is not None
    return found


async def now(wire: Wire) -> Round:
    """The newest round as the bot knows it."""

    async def unit(connection: Any) -> str:
        row = await connection.execute(text("SELECT id FROM quiz_rounds ORDER BY started_at DESC LIMIT 1"))
        return str(row.scalar_one())

    return await wire.app.services.live.see(await wire.app.database.read(unit))


async def line(wire: Wire, *, right: bool) -> int:
    """The line of a right or a wrong option of the open question."""
    asked = (await now(wire)).asked
    assert asked is not None and isinstance(asked.item.task, Choice)
    key = asked.item.task.key
    return next(line for line, at in enumerate(asked.order) if (at in key) is right)


async def answers(wire: Wire, person: Person, question: Message, *, right: bool = True) -> Reply:
    one = await now(wire)
    return await (
        await person.press(question, f"live.pick:{one.id}:{one.number}:{await line(wire, right=right)}")
    ).shown()


async def joined(wire: Wire, *people: Person) -> Message:
    lobby = await shows(wire, "live.join")
    for person in people:
        await (await person.press(lobby, "live.join")).shown()
    return lobby


async def rows(wire: Wire, sql: str) -> list[tuple[object, ...]]:
    async def unit(connection: Any) -> list[tuple[object, ...]]:
        return [tuple(row) for row in await connection.execute(text(sql))]

    return await wire.app.database.read(unit)


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


async def test_where_a_round_cannot_be_it_is_said_why(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    ada, play = wire.play.person("Ada"), wire.play
    assert "for a channel of a server" in (await (await ada.slash("quiz live", dm=True)).shown()).text
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr("cogs.quiz.live._CHANNELS", frozenset())  # as if this were a voice channel
        assert "text channel or a thread" in (await begun(ada)).text
    here, may = wire.app.services.server_settings, Moderator(play.guild.id, ada.id, manages=True)
    await here.change(may, {"quiet_from": "00:00", "quiet_until": "23:59"})
    assert "no live rounds here from 00:00 to 23:59 (UTC)" in (await begun(ada)).text
    await here.change(may, {"quiet_from": None, "quiet_until": None})
    await here.change(may, {"channels_denied": f"<#{play.channel.id}>"})
    assert "quiz live" not in (refused := await begun(ada)).text and not spoken(play.channel), refused
    await here.change(may, {"channels_denied": None})
    assert "no such lesson" in (await begun(ada, lesson="nonsense")).text
    play.forbid(play.second_channel, Permission.SEND_MESSAGES)
    assert "Send Messages" in (await begun(ada, channel=play.second_channel)).text
    await begun(ada)
    assert "already" in (await begun(ada)).text
    assert await rows(wire, "SELECT count(*) FROM quiz_rounds") == [(1,)]


async def test_a_channel_that_goes_away_ends_its_round(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    begins = await begun(ada)
    await joined(wire, ada)
    wire.play.forbid(wire.play.channel, Permission.VIEW_CHANNEL)
    await ada.press(begins, "live.start")

    async def is_lost() -> bool:
        return (await rows(wire, "SELECT phase, is_done FROM quiz_rounds")) == [("lost", 1)]

    ends = asyncio.get_running_loop().time() + 10
    while not await is_lost():
        assert asyncio.get_running_loop().time() < ends
        await asyncio.sleep(0.02)


async def test_nobody_joins_and_the_round_ends_by_itself(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    begins = await begun(ada)
    await ada.press(begins, "live.start")
    await until(wire, lambda: "Nobody joined" in on_screen(spoken(wire.play.channel)[-1]))
    await begun(ada)  # the channel is free again


STEPS = ("shown_lobby", "shown_question", "shown_answer", "shown_end", "advance")


@pytest.mark.parametrize("step", STEPS)
async def test_a_process_that_dies_before_it_notes_a_step_leaves_nothing_doubled_and_nothing_out(
    wire: Wire, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = wire.play.person("Ada")
    reached = asyncio.Event()

    async def never(*_: object) -> None:
        reached.set()
        await asyncio.Event().wait()

    if step == "shown_lobby":
        monkeypatch.setattr(LiveRounds, step, never)
        await ada.slash("quiz live", lesson=LLM, rounds=2, seconds=60)
    else:
        begins = await begun(ada)
        await joined(wire, ada)
        monkeypatch.setattr(LiveRounds, step, never)
        await ada.press(begins, "live.start")
    if step in ("shown_answer", "shown_end"):
        for _ in range(2 if step == "shown_end" else 1):
            question = await shows(wire, "live.pick")
            number = (await now(wire)).number
            await answers(wire, ada, question)
            await until(wire, lambda question=question: "✅" in on_screen(question))
            if step == "shown_end" and number == 1:
                await shows(wire, "live.pick", after=question)
    await asyncio.wait_for(reached.wait(), 10)
    monkeypatch.undo()
    monkeypatch.setattr("bot.quiz.live.rounds.Pace", lambda: QUICK)
    await wire.restart()
    if step == "shown_lobby":
        lobby = await joined(wire, ada)
        await ada.press(lobby, "live.start")
    while newest(wire, "live.mine") is None:
        open_now = newest(wire, "live.pick")
        if open_now is not None and (await now(wire)).phase == "asking":
            await answers(wire, ada, open_now)
        await asyncio.sleep(0.05)
    said = [on_screen(it) for it in spoken(wire.play.channel)]
    assert len(said) == 4, said  # the lobby, two questions, the result
    assert sum("✅" in it for it in said) == 2 and "2 right" in said[-1]


async def test_after_a_long_absence_a_round_is_ended_and_not_gone_on_with(wire: Wire) -> None:
    ada = wire.play.person("Ada")
    begins = await begun(ada)
    await joined(wire, ada)
    await ada.press(begins, "live.start")
    question = await shows(wire, "live.pick")
    await wire.app.close()

    async def long_ago(connection: Any) -> None:
        await connection.execute(text("UPDATE quiz_rounds SET due_at = '2026-01-01 00:00:00.000000'"))

    from bot.storage import Database

    database = await Database.open(wire.app.settings.database_url)
    await database.write(long_ago)
    await database.close()
    wire.app = await wire.start()
    podium = await shows(wire, "live.mine", after=question)
    assert "ended early" in on_screen(podium)


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
        assert max(reply.acknowledged_in for reply in replies) < 3
        for reply in replies:
            await reply.shown()
    podium = await shows(wire, "live.mine")
    assert "… and 30 more" in on_screen(podium)
    assert await rows(wire, "SELECT count(*), sum(is_right) FROM quiz_round_answers") == [(80, 80)]
    assert [it for it in wire.play.refusals if "429" in str(it)] == []
