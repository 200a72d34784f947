"""/quiz live where something stands in the way: no permission, nobody there, a process that dies."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import text

from bot.quiz.live.rounds import LiveRounds
from bot.quiz.live.values import Phase
from bot.servers.settings import Moderator
from bot.texts.locales import Locale
from playground.wire import Permission
from tests.wire.conftest import Wire, english_in
from tests.wire.live_round import (
    LLM,
    QUICK,
    WHERE_THE_PACE_IS,
    answers,
    begun,
    joined,
    newest,
    now,
    on_screen,
    rows,
    shows,
    spoken,
    until,
)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WHERE_THE_PACE_IS, lambda: QUICK)


@pytest.mark.parametrize("locale", list(Locale))
async def test_where_the_tutor_may_attach_no_files_the_podium_comes_in_words(
    wire: Wire, locale: Locale
) -> None:
    wire.play.guild.locale = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}[locale]
    ada = wire.play.person("Ada")
    wire.play.forbid(wire.play.channel, Permission.ATTACH_FILES)
    begins = await begun(ada, rounds=1)
    await joined(wire, ada)
    await ada.press(begins, "live.start")
    await answers(wire, ada, await shows(wire, "live.pick"))
    podium = await shows(wire, "live.mine")
    said = on_screen(podium)
    assert f"🥇 <@{ada.id}>" in said and podium.attachments == []
    assert not podium.embeds[0].get("image")
    await until(wire, lambda: not any(it.components for it in spoken(wire.play.channel)[:-1]))
    assert (await now(wire)).phase is Phase.ENDED
    assert len(spoken(wire.play.channel)) == 3  # the lobby, the question, the result
    assert locale is Locale.EN or english_in(said) == []


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
    monkeypatch.setattr(WHERE_THE_PACE_IS, lambda: QUICK)
    await wire.restart()
    if step == "shown_lobby":
        lobby = await joined(wire, ada)
        await ada.press(lobby, "live.start")
    answered: set[int] = set()
    while newest(wire, "live.mine") is None:
        open_now, phase = newest(wire, "live.pick"), (await now(wire)).phase
        if open_now is not None and open_now.id not in answered and phase is Phase.ASKING:
            answered.add(open_now.id)
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
