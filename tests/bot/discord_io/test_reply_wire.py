"""Replies that stream, split and survive what Discord does to them, over the wire."""

import asyncio
import io
from typing import Any

import discord

from bot.client import TutorClient
from bot.clock import SystemClock
from bot.discord_io.places import ChannelPlace, PrivatePlace, SharedPlace, replies_in_channel
from bot.discord_io.reply import Delivery, ReplySink
from bot.texts.catalogue import plain
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from playground import Playground
from tests.doubles.probe_cogs.probe import Script


class QuickClock(SystemClock):
    """Waits nowhere, and keeps how long it should have waited."""

    def __init__(self) -> None:
        self.time = 0.0
        self.waits: list[float] = []

    def monotonic(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds
        await asyncio.sleep(0)


class Ledger:
    """A delivery log that can be read."""

    def __init__(self) -> None:
        self.entries: list[tuple[Any, ...]] = []

    async def planned(self, part: int) -> None:
        self.entries.append(("planned", part))

    async def sent(self, part: int, message_id: int) -> None:
        self.entries.append(("sent", part, message_id))

    async def shown(self) -> None:
        self.entries.append(("shown",))


async def told(future: "asyncio.Future[Any]") -> Any:
    """What a command told the test, which must not wait for ever for one that failed."""
    return await asyncio.wait_for(future, timeout=20)


async def settled(sink: ReplySink) -> None:
    """Until what was given to the sink has been sent."""
    if sink._streamer is not None:
        await asyncio.wait({sink._streamer})


LONG = plain("\n\n".join(f"Paragraph {number}. " + "It goes on. " * 40 for number in range(10)).strip())


async def test_a_streamed_reply_grows_in_place_and_ends_whole(
    play: Playground, client: TutorClient, script: Script
) -> None:
    clock, ledger = QuickClock(), Ledger()
    ended = asyncio.get_running_loop().create_future()

    async def command(interaction: discord.Interaction) -> None:
        sink = ReplySink(PrivatePlace.of(interaction), clock=clock, log=ledger)
        for text in ("A token", "A token is a piece", "A token is a piece of text."):
            await sink.show(plain(text))
            await settled(sink)
        button = client.components.button(Locale.EN, "probe-press", "probe.press", "a", 1)
        ended.set_result(
            await sink.finish(plain("A token is a piece of text. 词元。"), client.components.view(button))
        )

    script.command = command
    reply = await (await play.person("Ada").slash("probe")).until(lambda it: it.has_button("Press me"))
    assert reply.private
    assert [version.content for version in reply.message.edits] == [
        "",
        "A token",
        "A token is a piece",
        "A token is a piece of text.",
        "A token is a piece of text. 词元。",
    ]
    assert all(wait >= 1 for wait in clock.waits[1:])
    assert await told(ended) is Delivery.SHOWN
    assert ledger.entries == [("planned", 0), ("sent", 0, reply.message.id), ("shown",)]
    assert play.violations == []


async def test_the_newest_text_wins_and_the_producer_never_waits(
    play: Playground, client: TutorClient, script: Script
) -> None:
    async def command(interaction: discord.Interaction) -> None:
        sink = ReplySink(PrivatePlace.of(interaction), clock=QuickClock())
        for number in range(200):
            await sink.show(plain(f"version {number}"))
        await settled(sink)
        await sink.finish(plain("the end"))

    script.command = command
    reply = await (await play.person("Ada").slash("probe")).until(lambda it: "the end" in it.text)
    assert [version.content for version in reply.message.edits] == ["", "version 199", "the end"]


async def test_a_long_reply_goes_on_in_further_private_messages_while_it_streams(
    play: Playground, client: TutorClient, script: Script
) -> None:
    async def command(interaction: discord.Interaction) -> None:
        sink = ReplySink(PrivatePlace.of(interaction), clock=QuickClock())
        for end in range(500, len(LONG), 500):
            await sink.show(Released(LONG[:end]))
            await settled(sink)
        await sink.finish(LONG, files=[discord.File(io.BytesIO(b"x"), "notes.txt")])

    script.command = command
    ada, mo = play.person("Ada"), play.person("Mo")
    reply = await (await ada.slash("probe")).until(lambda it: it.messages and it.messages[-1].attachments)
    assert len(reply.messages) == 3
    assert "".join("\n\n".join(reply.contents).split()) == "".join(LONG.split())
    assert len(reply.messages[0].edits) <= 6
    assert not any(mo.sees(message) for message in reply.messages)
    assert play.violations == []


async def test_a_reply_that_fails_is_withdrawn_and_not_trimmed(
    play: Playground, client: TutorClient, script: Script
) -> None:
    async def command(interaction: discord.Interaction) -> None:
        sink = ReplySink(PrivatePlace.of(interaction), clock=QuickClock())
        await sink.show(LONG)
        await settled(sink)
        await sink.fail(plain("I withdrew my answer."))

    script.command = command
    reply = await (await play.person("Ada").slash("probe")).until(lambda it: "withdrew" in it.text)
    assert reply.contents == ["I withdrew my answer."]


async def test_a_shared_reply_is_public_and_its_notice_private(
    play: Playground, client: TutorClient, script: Script
) -> None:
    async def command(interaction: discord.Interaction) -> None:
        sink = ReplySink(SharedPlace.of(interaction, plain("See the channel.")), clock=QuickClock())
        await sink.show(plain("Every"))
        await settled(sink)
        await sink.finish(plain("Everybody: @everyone may read this, <@1> too."))

    script.command = command
    ada, mo = play.person("Ada"), play.person("Mo")
    reply = await (await ada.slash("probe")).until(lambda it: "may read" in it.text)
    notice, answer = reply.messages
    assert (notice.content, notice.private, answer.private) == ("See the channel.", True, False)
    assert mo.sees(answer)
    assert not mo.sees(notice)
    assert answer.notified == frozenset()
    found = await replies_in_channel(client, play.channel.id, answer.interaction_id or 0)
    assert found == (answer.id,)
    assert play.violations == []


async def test_a_rate_limited_edit_is_made_up_for(
    play: Playground, client: TutorClient, script: Script
) -> None:
    async def command(interaction: discord.Interaction) -> None:
        sink = ReplySink(PrivatePlace.of(interaction), clock=QuickClock())
        await sink.show(plain("one"))
        await settled(sink)
        play.faults.fail_next("PATCH /webhooks", 429)
        await sink.show(plain("two"))
        await settled(sink)
        play.faults.fail_next("PATCH /webhooks", 429)
        await sink.finish(plain("three"))

    script.command = command
    reply = await (await play.person("Ada").slash("probe")).until(lambda it: it.text == "three")
    assert [version.content for version in reply.message.edits] == ["", "one", "two", "three"]


async def test_a_lost_connection_is_made_up_for(
    play: Playground, client: TutorClient, script: Script
) -> None:
    async def command(interaction: discord.Interaction) -> None:
        sink = ReplySink(PrivatePlace.of(interaction), clock=QuickClock())
        play.faults.lose_request("PATCH /webhooks")
        assert await sink.finish(plain("whole")) is Delivery.SHOWN

    script.command = command
    await (await play.person("Ada").slash("probe")).until(lambda it: it.text == "whole")


async def test_a_token_that_is_over_ends_the_reply_without_another_try(
    play: Playground, client: TutorClient, script: Script
) -> None:
    ended = asyncio.get_running_loop().create_future()

    async def command(interaction: discord.Interaction) -> None:
        sink = ReplySink(PrivatePlace.of(interaction), clock=QuickClock())
        play.faults.fail_next("PATCH /webhooks", 401, code=50027)
        await sink.show(plain("one"))
        await settled(sink)
        before = play.requests
        await sink.show(plain("two"))
        ended.set_result((await sink.finish(plain("three")), play.requests - before))

    script.command = command
    await play.person("Ada").slash("probe")
    assert await told(ended) == (Delivery.LOST, 0)


async def test_a_message_that_was_deleted_is_not_brought_back(
    play: Playground, client: TutorClient, script: Script
) -> None:
    ended = asyncio.get_running_loop().create_future()

    async def command(interaction: discord.Interaction) -> None:
        sink = ReplySink(SharedPlace.of(interaction, plain("See the channel.")), clock=QuickClock())
        await sink.show(plain("one"))
        await settled(sink)
        play.messages.delete(play.channel.messages[sink.message_ids[0]])
        await sink.show(plain("two"))
        await settled(sink)
        ended.set_result(await sink.finish(plain("three")))

    script.command = command
    reply = await play.person("Ada").slash("probe")
    assert await told(ended) is Delivery.LOST
    assert reply.contents == ["See the channel."]


async def test_an_answer_to_a_mention_is_one_reply_even_when_its_answer_is_lost(
    play: Playground, client: TutorClient, script: Script
) -> None:
    async def message(message: discord.Message) -> None:
        if not client.is_addressed(message):
            return
        play.faults.lose_answer("POST /channels/{channel_id}/messages")
        sink = ReplySink(ChannelPlace.of(message, "turn1234"), clock=QuickClock())
        await sink.show(plain("Hel"))
        await settled(sink)
        await sink.finish(plain("Hello @everyone"))

    script.message = message  # type: ignore[attr-defined] # the script takes any step
    ada = play.person("Ada")
    reply = await (await ada.mention("hello")).until(lambda it: "everyone" in it.text)
    assert len(reply.messages) == 1
    assert reply.message.reply_to is reply.source
    assert reply.message.notified == frozenset()
    assert reply.message.nonce == "turn1234-0"
    assert play.violations == []


async def test_an_answer_in_a_dm_works_without_a_server(
    play: Playground, client: TutorClient, script: Script
) -> None:
    async def message(message: discord.Message) -> None:
        sink = ReplySink(ChannelPlace.of(message, "turn1"), clock=QuickClock())
        await sink.finish(plain("你好"))

    script.message = message  # type: ignore[attr-defined] # as above
    reply = await (await play.person("Ada").dm("hello")).shown()
    assert reply.contents == ["你好"]


async def test_a_stored_token_finds_its_message_again(
    play: Playground, client: TutorClient, script: Script
) -> None:
    token = asyncio.get_running_loop().create_future()

    async def command(interaction: discord.Interaction) -> None:
        token.set_result((interaction.application_id, interaction.token))

    script.command = command
    reply = await play.person("Ada").slash("probe")
    sink = ReplySink(PrivatePlace.stored(client, *await told(token)), clock=QuickClock())
    await sink.finish(plain("after the restart"))
    assert reply.contents == ["after the restart"]
    assert not reply.thinking


async def test_a_delivery_log_that_fails_is_told_to_whoever_finishes(
    play: Playground, client: TutorClient, script: Script
) -> None:
    raised = asyncio.get_running_loop().create_future()

    class Broken(Ledger):
        async def planned(self, part: int) -> None:
            raise LookupError("a fault of ours")

    async def command(interaction: discord.Interaction) -> None:
        sink = ReplySink(PrivatePlace.of(interaction), clock=QuickClock(), log=Broken())
        await sink.show(plain("one"))
        await settled(sink)
        try:
            await sink.finish(plain("two"))
        except LookupError:
            raised.set_result(True)

    script.command = command
    reply = await play.person("Ada").slash("probe")
    assert await told(raised)
    assert reply.contents == [""]
