"""What the playground keeps from one run to the next."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from playground import File, Permission, Playground
from playground.kept_records import LARGEST_FILE
from playground.kept_state import MOST_MESSAGES, KeptState
from playground.model_choice import Choice, Kind
from tests.doubles.plain_bot import PlainBot, running

Restart = Callable[[], Awaitable[Playground]]


@pytest.fixture
async def restart(tmp_path: Path) -> AsyncIterator[Restart]:
    """Starts a playground that keeps its state; each call ends the one before and starts the next."""
    stack = AsyncExitStack()

    async def again() -> Playground:
        await stack.aclose()
        play = await Playground.start()
        stack.push_async_callback(play.stop)
        kept = await KeptState.open(tmp_path / "kept" / "playground.db", print)
        stack.push_async_callback(kept.close)
        await kept.restore(play)
        kept.follow(play)
        return play

    async with stack:
        yield again
        await stack.aclose()


async def test_people_messages_and_places_are_there_again(restart: Restart) -> None:
    play = await restart()
    ada, mo = play.person("Ada"), play.person("莫", locale="zh-CN", moderator=True)
    first = await ada.say("你好，<@" + str(mo.id) + ">！")
    await mo.say("Hello back", reply_to=first)
    await mo.react(first, "👍")
    thread = ada.open_thread("Tokens", about=first)
    await ada.say("In the thread", channel=thread)
    play.forbid(play.second_channel, Permission.SEND_MESSAGES)
    ids = (ada.id, mo.id, first.id, play.world.bot.id, play.guild.id)

    play = await restart()
    people = {it.name: it for it in play.people.values()}
    said = [*play.channel.messages.values()]
    assert (people["Ada"].id, people["莫"].id, said[0].id, play.world.bot.id, play.guild.id) == ids
    assert [it.content for it in said] == [f"你好，<@{ids[1]}>！", "Hello back"]
    assert said[1].reply_to is said[0]
    assert said[0].reactions == {"👍": {ids[1]}}
    assert said[0].mentions == [people["莫"].user]
    assert said[0].thread is not None
    assert [it.content for it in said[0].thread.messages.values()] == ["In the thread"]
    assert play.page._view.about(people["莫"])["guilds"][str(play.guild.id)] == {"moderator": True}
    assert play.world.bot.id in play.second_channel.overwrites
    later = await people["Ada"].say("And on")
    assert later.id > said[1].id


async def test_edits_and_deletions_are_kept(restart: Restart) -> None:
    play = await restart()
    ada = play.person("Ada")
    first, second = await ada.say("one"), await ada.say("two")
    play = await restart()
    ada = play.people[ada.id]
    await ada.edit(play.world.messages[first.id], "one, again")
    await ada.delete(play.world.messages[second.id])
    play = await restart()
    assert [it.content for it in play.channel.messages.values()] == ["one, again"]
    assert play.channel.messages[first.id].edited_at is not None


async def test_buttons_forms_and_private_replies_go_on_working_after_a_restart(restart: Restart) -> None:
    play = await restart()
    ada, bob = play.person("Ada"), play.person("Bob")
    async with running(PlainBot(), play.api_base, play.gateway.url, play.bot_token):
        await play.until_connected()
        answer = await ada.slash("ask", question="什么？")
        await answer.until(lambda it: it.has_button("Again"))
        more = answer.message
        form = await ada.press(answer, "Open")
        assert form.interaction is not None
        opener = form.interaction.id

    play = await restart()
    ada, bob = play.people[ada.id], play.people[bob.id]
    assert [it["name"] for it in play.commands() if it["name"] == "ask"] == ["ask"]
    kept = play.world.messages[more.id]
    assert (ada.sees(kept), bob.sees(kept)) == (True, False)
    async with running(PlainBot(), play.api_base, play.gateway.url, play.bot_token):
        await play.until_connected()
        assert (await ada.press(kept, "Again")).text.endswith("pressed")
        assert play.world.interactions[opener].modal is not None
    assert play.violations == []


async def test_what_can_never_be_answered_any_more_does_not_think_for_ever(restart: Restart) -> None:
    play = await restart()
    ada = play.person("Ada")
    lost = play.messages.write(play.channel, play.world.bot, {}, loading=True, interaction_id=1)
    play = await restart()
    assert lost.id not in play.world.messages
    assert play.still_thinking() == []
    assert ada.id in play.people


async def test_files_are_kept_and_of_large_ones_only_the_name(restart: Restart) -> None:
    play = await restart()
    ada = play.person("Ada")
    small = File("笔记.txt", "内容".encode(), "text/plain")
    await ada.say("", files=[small, File("large.bin", bytes(LARGEST_FILE + 1), None)])
    play = await restart()
    (message,) = play.channel.messages.values()
    kept, large = message.attachments
    assert (kept.filename, kept.data, kept.content_type) == ("笔记.txt", "内容".encode(), "text/plain")
    assert (large.filename, large.data) == ("large.bin", b"")
    assert kept.url.startswith(play.base_url)  # which has another port now
    assert play.world.attachments[kept.id] is kept


async def test_a_crash_loses_no_more_than_the_last_moment(tmp_path: Path) -> None:
    path = tmp_path / "playground.db"
    play = await Playground.start()
    kept = await KeptState.open(path, print)
    kept.follow(play)
    await play.person("Ada").say("before the crash")
    await kept.flush()
    # Nothing is closed: this is what the next start finds on the disk.
    after = await Playground.start()
    again = await KeptState.open(path, print)
    assert await again.restore(after)
    assert [it.content for it in after.channel.messages.values()] == ["before the crash"]
    for one in (kept, again):
        await one.close()
    for one in (play, after):
        await one.stop()


async def test_a_long_conversation_comes_back_with_its_newest_messages(restart: Restart) -> None:
    play = await restart()
    ada = play.person("Ada")
    for number in range(MOST_MESSAGES + 5):
        await ada.say(str(number))
        if number % 200 == 0:
            await asyncio.sleep(0)
    play = await restart()
    numbers = [it.content for it in play.channel.messages.values()]
    assert (len(numbers), numbers[0], numbers[-1]) == (MOST_MESSAGES, "5", str(MOST_MESSAGES + 4))


@pytest.mark.parametrize("content", [b"this is no database, and long enough to be seen as none" * 20, b""])
async def test_a_file_that_cannot_be_read_is_set_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "playground.db"
    path.write_bytes(content)
    said: list[str] = []
    kept = await KeptState.open(path, said.append)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(kept.close)
        play = await Playground.start()
        stack.push_async_callback(play.stop)
        assert await kept.restore(play) is False
    if content:
        assert (tmp_path / "playground.broken").read_bytes() == content
        assert len(said) == 1


async def test_a_file_of_another_version_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "playground.db"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    said: list[str] = []
    kept = await KeptState.open(path, said.append)
    await kept.close()
    assert "begins anew" in said[0]


async def test_what_is_not_whole_is_forgotten_and_said(tmp_path: Path) -> None:
    path = tmp_path / "playground.db"
    said: list[str] = []
    kept = await KeptState.open(path, said.append)
    kept._connection.execute("INSERT INTO places VALUES (1, '{\"users\": []}')")
    play = await Playground.start()
    assert await kept.restore(play) is False
    assert [it.name for it in play.guild.channels.values()] == ["general", "tutor"]
    assert "begins anew" in said[0]
    await kept.close()
    await play.stop()


async def test_a_disk_that_is_full_is_said_once_and_nothing_is_lost_when_there_is_room_again(
    tmp_path: Path,
) -> None:
    said: list[str] = []
    play = await Playground.start()
    kept = await KeptState.open(tmp_path / "playground.db", said.append)
    kept.follow(play)
    ada = play.person("Ada")
    await kept.flush()
    kept._connection.execute("PRAGMA max_page_count = 10")
    await ada.say("long " * 20_000)
    await kept.flush()
    await kept.flush()
    assert len(said) == 1
    kept._connection.execute("PRAGMA max_page_count = 100000")
    await kept.close()
    await play.stop()
    with sqlite3.connect(tmp_path / "playground.db") as connection:
        assert connection.execute("SELECT count(*) FROM messages").fetchone() == (1,)
    connection.close()


async def test_no_key_and_no_report_is_ever_written(tmp_path: Path) -> None:
    play = await Playground.start()
    kept = await KeptState.open(tmp_path / "playground.db", print)
    kept.follow(play)
    ada = play.person("Ada")
    play.models.choose(Choice(Kind.OWN, "http://localhost:1/v1", "m", "sk-secret-key"))
    play.turns._kept["t"] = {"id": "t", "user": str(ada.id), "prompt": "the prompt as sent"}
    await kept.close()
    await play.stop()
    written = await asyncio.to_thread(lambda: b"".join(it.read_bytes() for it in tmp_path.iterdir()))
    assert b"sk-secret-key" not in written
    assert b"the prompt as sent" not in written
