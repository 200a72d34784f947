"""The gateway with real discord.py: sessions, resume, intents, and who reads which content."""

from __future__ import annotations

import asyncio
import json

import aiohttp
import discord
import pytest

from playground import Playground
from playground.gateway import MAX_PAYLOAD_BYTES
from playground.wire import Intent
from tests.doubles.plain_bot import PlainBot, running


async def until_resumed(play: Playground, count: int = 1) -> None:
    while play.gateway.received.count("RESUME") < count or not play.gateway.online:
        assert await play.gateway.connected.wait(10)


async def test_nothing_is_lost_while_the_socket_is_cut(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    await ada.slash("ping")
    await play.faults.drop_gateway()
    missed = await ada.mention("还在吗？")
    await missed.until(lambda it: "还在吗？" in it.text)
    assert bot.resumed == 1
    assert play.gateway.received == ["IDENTIFY", "RESUME"]


async def test_an_interaction_sent_while_the_socket_is_cut_is_answered_after_resume(
    play: Playground, bot: PlainBot
) -> None:
    ada = play.person("Ada")
    await play.faults.drop_gateway()
    assert (await ada.slash("ping")).text == "pong"


async def test_discord_may_ask_to_reconnect(play: Playground, bot: PlainBot) -> None:
    play.faults.ask_to_reconnect()
    await until_resumed(play)
    assert (await play.person("Ada").slash("ping")).text == "pong"


async def test_an_invalidated_session_identifies_anew(play: Playground, bot: PlainBot) -> None:
    play.faults.invalidate_session()
    while play.gateway.received.count("IDENTIFY") < 2:
        assert await play.gateway.connected.wait(10)
    assert (await play.person("Ada").slash("ping")).text == "pong"


async def test_a_redelivered_interaction_arrives_twice_with_the_same_id(
    play: Playground, bot: PlainBot
) -> None:
    reply = await play.person("Ada").slash("ping")
    assert reply.interaction is not None
    play.faults.redeliver(reply.interaction)
    again = await play.person("Mo").slash("ping")
    assert again.interaction is not None
    ids = [reply.interaction.id, reply.interaction.id, again.interaction.id]
    assert bot.interactions == ids


async def test_privileged_intents_are_refused(play: Playground) -> None:
    wanted = discord.Intents(guilds=True, message_content=True)
    bot = PlainBot(intents=wanted)
    async with running(bot, play.api_base, play.gateway.url, play.bot_token):
        while not bot.is_closed():
            await asyncio.wait({asyncio.create_task(play.gateway.connected.wait(0.05))})
            if play.gateway.received:
                break
    assert isinstance(bot.failures[0], discord.PrivilegedIntentsRequired)


async def test_content_is_seen_only_where_the_bot_is_meant(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    asked = await (await ada.mention("你好")).until(lambda it: it.messages)
    await ada.say("between us")
    quiet = await ada.reply(asked, "not pinging", ping=False)
    loud = await ada.reply(asked, "pinging")
    await loud.until(lambda it: it.messages)
    assert quiet.messages == []
    direct = await (await ada.dm("directly")).until(lambda it: it.messages)
    me = f"<@{play.world.bot.id}>"
    theirs = [it.content for it in bot.seen if it.author.id == ada.id]
    assert theirs == [f"{me} 你好", "", "", "pinging", "directly"]
    assert direct.text == "heard: directly"


async def test_with_the_intent_granted_all_content_is_seen(play: Playground) -> None:
    play.gateway.granted |= Intent.MESSAGE_CONTENT
    wanted = discord.Intents(guilds=True, guild_messages=True, message_content=True)
    bot = PlainBot(intents=wanted)
    async with running(bot, play.api_base, play.gateway.url, play.bot_token):
        await play.until_connected()
        ada = play.person("Ada")
        await ada.say("between us")
        await (await ada.mention("and now")).until(lambda it: it.messages)
        assert bot.seen[0].content == "between us"


async def test_a_channel_the_bot_cannot_see_sends_it_nothing(play: Playground, bot: PlainBot) -> None:
    from playground import Permission
    from playground.permissions import forbid

    forbid(play.second_channel, play.world.bot, Permission.VIEW_CHANNEL)
    ada = play.person("Ada")
    await ada.mention("hidden", channel=play.second_channel)
    await (await ada.mention("shown")).until(lambda it: it.messages)
    assert [it.channel.id for it in bot.seen if it.author.id == ada.id] == [play.channel.id]


async def test_a_new_channel_and_a_new_server_reach_the_bot(play: Playground, bot: PlainBot) -> None:
    channel = play.new_channel("学习")
    guild = play.new_guild("第二课堂", locale="zh-CN")
    ada = play.person("Ada", guild=guild)
    assert (await ada.slash("ping")).text == "pong"
    seen = bot.get_channel(channel.id)
    assert isinstance(seen, discord.TextChannel) and seen.name == "学习"
    met = bot.get_guild(guild.id)
    assert met is not None and met.preferred_locale is discord.Locale.chinese


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        pytest.param("x" * (MAX_PAYLOAD_BYTES + 1), 4002, id="too long"),
        pytest.param("{", 4002, id="no JSON"),
        pytest.param('{"op":99,"d":null}', 4003, id="not identified"),
        pytest.param(json.dumps({"op": 2, "d": {"token": "wrong", "intents": 0}}), 4004, id="wrong token"),
        pytest.param(
            json.dumps({"op": 2, "d": {"token": "playground", "intents": 1 << 40}}), 4013, id="no such intent"
        ),
    ],
)
async def test_the_gateway_closes_with_discords_code(play: Playground, frame: str, code: int) -> None:
    async with aiohttp.ClientSession() as client, client.ws_connect(play.gateway.url) as socket:
        assert (await socket.receive_json())["op"] == 10
        await socket.send_str(frame)
        await socket.receive()
        assert socket.close_code == code


async def test_more_than_120_sends_a_minute_are_cut_off(play: Playground) -> None:
    async with aiohttp.ClientSession() as client, client.ws_connect(play.gateway.url) as socket:
        await socket.receive_json()
        for _ in range(121):
            await socket.send_str('{"op":1,"d":null}')
        while not socket.closed:
            await socket.receive()
        assert socket.close_code == 4008
    assert "120" in play.violations[0]


async def test_identifying_too_fast_invalidates_the_session(play: Playground) -> None:
    play.gateway.identify_seconds = 5.0
    hello = json.dumps({"op": 2, "d": {"token": "playground", "intents": 1}})
    for expected in (0, 9):
        async with aiohttp.ClientSession() as client, client.ws_connect(play.gateway.url) as socket:
            await socket.receive_json()
            await socket.send_str(hello)
            assert (await socket.receive_json())["op"] == expected


async def test_a_resume_from_too_long_ago_starts_over(play: Playground, bot: PlainBot) -> None:
    resume = {"op": 6, "d": {"token": "playground", "session_id": "nobody's", "seq": 3}}
    async with aiohttp.ClientSession() as client, client.ws_connect(play.gateway.url) as socket:
        await socket.receive_json()
        await socket.send_json(resume)
        assert await socket.receive_json() == {"op": 9, "d": False}


async def test_a_thread_that_a_person_opens_reaches_the_bot(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    thread = ada.open_thread("讨论", about=await ada.say("start here"))
    reply = await (await ada.mention("hello", channel=thread)).until(lambda it: it.messages)
    assert reply.message.channel is thread
    seen = bot.get_channel(thread.id)
    assert isinstance(seen, discord.Thread) and (seen.name, seen.owner_id) == ("讨论", ada.id)


async def test_a_bot_that_went_away_is_noticed_and_leaves_what_it_was_thinking_about(
    play: Playground,
) -> None:
    class Forgetful(PlainBot):
        async def setup_hook(self) -> None:
            @self.tree.command(description="Never ends")
            async def ponder(interaction: discord.Interaction) -> None:
                await interaction.response.defer()

            await super().setup_hook()

    async with running(Forgetful(), play.api_base, play.gateway.url, play.bot_token):
        await play.until_connected()
        reply = await play.person("Ada").slash("ponder")
    await play.until_gone()
    assert play.still_thinking() == [reply.message]
