"""Commands one at a time, channels, threads, members and roles, as discord.py and a plain client ask for them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import discord
import pytest
from discord import app_commands

from playground import Playground
from playground.wire import Intent, Permission
from tests.doubles.plain_bot import PlainBot


@pytest.fixture
async def rest(play: Playground) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(headers={"Authorization": f"Bot {play.bot_token}"}) as client:
        yield client


async def ask(
    play: Playground, rest: aiohttp.ClientSession, method: str, path: str, body: Any = None
) -> tuple[int, Any]:
    async with rest.request(method, play.api_base + path, json=body) as response:
        return response.status, None if response.status == 204 else await response.json()


async def test_commands_keep_their_ids_when_they_are_told_again(play: Playground, bot: PlainBot) -> None:
    before = {it.name: it.id for it in await bot.tree.fetch_commands()}
    await bot.tree.sync()
    assert {it.name: it.id for it in await bot.tree.fetch_commands()} == before


async def test_a_command_is_made_changed_read_and_deleted(
    play: Playground, rest: aiohttp.ClientSession
) -> None:
    base = f"/applications/{play.world.bot.id}/commands"
    localised = {"name": "ask", "description": "Ask", "name_localizations": {"zh-CN": "提问"}}
    status, made = await ask(play, rest, "POST", base, localised)
    assert status == 201
    assert (await ask(play, rest, "POST", base, localised))[0] == 200
    _, changed = await ask(play, rest, "PATCH", f"{base}/{made['id']}", {"description": "Ask anything"})
    assert (changed["id"], changed["description"]) == (made["id"], "Ask anything")
    _, plain = await ask(play, rest, "GET", base)
    _, whole = await ask(play, rest, "GET", f"{base}?with_localizations=true")
    assert "name_localizations" not in plain[0]
    assert whole[0]["name_localizations"] == {"zh-CN": "提问"}
    assert (await ask(play, rest, "DELETE", f"{base}/{made['id']}"))[0] == 204
    status, gone = await ask(play, rest, "GET", f"{base}/{made['id']}")
    assert (status, gone["code"]) == (404, 10063)


async def test_another_applications_commands_are_not_ours_to_change(
    play: Playground, rest: aiohttp.ClientSession
) -> None:
    assert (await ask(play, rest, "PUT", "/applications/1/commands", []))[0] == 403


async def test_a_servers_own_commands_are_found_there_only(play: Playground, bot: PlainBot) -> None:
    @app_commands.command(name="here", description="Only here")
    async def here(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("here")

    second = play.new_guild("Second")
    bot.tree.add_command(here, guild=discord.Object(play.guild.id))
    await bot.tree.sync(guild=discord.Object(play.guild.id))
    ada = play.person("Ada")
    assert (await ada.slash("here")).text == "here"
    assert "here" in [it["name"] for it in play.commands(play.guild)]
    assert "here" not in [it["name"] for it in play.commands(second)]


async def test_a_thread_has_members_and_can_be_archived(play: Playground, bot: PlainBot) -> None:
    await bot.wait_until_ready()
    ada = play.person("Ada")
    channel = bot.get_channel(play.channel.id)
    assert isinstance(channel, discord.TextChannel)
    thread = await channel.create_thread(name="talk", type=discord.ChannelType.public_thread)
    await thread.add_user(discord.Object(ada.id))
    assert {it.id for it in await thread.fetch_members()} == {play.world.bot.id, ada.id}
    await thread.edit(name="讨论", archived=True)
    stored = play.world.channels[thread.id]
    assert (stored.name, stored.archived) == ("讨论", True)
    with pytest.raises(discord.HTTPException) as refused:
        await thread.add_user(discord.Object(ada.id))
    assert refused.value.code == 50083
    await thread.leave()
    assert play.world.bot.id not in stored.thread_members


async def test_a_private_thread_needs_its_own_permission(play: Playground, bot: PlainBot) -> None:
    await bot.wait_until_ready()
    channel = bot.get_channel(play.channel.id)
    assert isinstance(channel, discord.TextChannel)
    with pytest.raises(discord.Forbidden):
        await channel.create_thread(name="quiet", type=discord.ChannelType.private_thread)
    play.allow(play.channel, Permission.CREATE_PRIVATE_THREADS)
    thread = await channel.create_thread(name="quiet", type=discord.ChannelType.private_thread)
    ada = play.person("Ada")
    assert not ada.finds(play.world.channels[thread.id])


async def test_others_messages_are_deleted_only_with_manage_messages(play: Playground, bot: PlainBot) -> None:
    await bot.wait_until_ready()
    channel = bot.get_channel(play.channel.id)
    assert isinstance(channel, discord.TextChannel)
    ada = play.person("Ada")
    one, two = await ada.say("one"), await ada.say("two")
    with pytest.raises(discord.Forbidden):
        await channel.get_partial_message(one.id).delete()
    play.allow(play.channel, Permission.MANAGE_MESSAGES)
    await channel.delete_messages([discord.Object(one.id), discord.Object(two.id)])
    assert list(play.channel.messages) == []


async def test_reactions_come_and_go(play: Playground, bot: PlainBot) -> None:
    await bot.wait_until_ready()
    channel = bot.get_channel(play.channel.id)
    assert isinstance(channel, discord.TextChannel)
    ada = play.person("Ada")
    message = await ada.say("well done")
    await ada.react(message, "👍")
    seen = await channel.fetch_message(message.id)
    assert [(it.emoji, it.count) for it in seen.reactions] == [("👍", 1)]
    assert [it.id async for it in seen.reactions[0].users()] == [ada.id]
    await seen.add_reaction("🎉")
    assert bot.user is not None
    await seen.remove_reaction("🎉", bot.user)
    assert set(message.reactions) == {"👍"}


async def test_members_are_listed_only_with_the_intent(play: Playground, rest: aiohttp.ClientSession) -> None:
    ada = play.person("Ada")
    path = f"/guilds/{play.guild.id}/members?limit=1000"
    assert (await ask(play, rest, "GET", path))[0] == 403
    play.gateway.granted |= Intent.MEMBERS
    _, members = await ask(play, rest, "GET", path)
    assert str(ada.id) in [it["user"]["id"] for it in members]
    ada.leave()
    assert (await ask(play, rest, "GET", f"/guilds/{play.guild.id}/members/{ada.id}"))[1]["code"] == 10007


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/channels/1", 10003),
        ("/guilds/1", 10004),
        ("/users/1", 10013),
        ("/channels/nonsense/messages", 10003),
        ("/webhooks/1/token/messages/@original", 10015),
    ],
)
async def test_what_does_not_exist_has_discords_code(
    play: Playground, rest: aiohttp.ClientSession, path: str, code: int
) -> None:
    status, body = await ask(play, rest, "GET", path)
    assert (status, body["code"]) == (404, code)


async def test_a_channel_is_renamed_only_with_permission(
    play: Playground, rest: aiohttp.ClientSession
) -> None:
    path = f"/channels/{play.channel.id}"
    status, refused = await ask(play, rest, "PATCH", path, {"name": "学习"})
    assert (status, refused["code"]) == (403, 50013)
    play.allow(play.channel, Permission.MANAGE_CHANNELS)
    assert (await ask(play, rest, "PATCH", path, {"name": "学习"}))[1]["name"] == "学习"
    assert (await ask(play, rest, "DELETE", path))[0] == 200
    assert play.channel.id not in play.world.channels


async def test_history_is_read_around_before_and_after(play: Playground, rest: aiohttp.ClientSession) -> None:
    ada = play.person("Ada")
    ids = [(await ada.say(str(number))).id for number in range(5)]
    base = f"/channels/{play.channel.id}/messages?limit=2"
    for query, expected in (
        (f"&before={ids[2]}", ["1", "0"]),
        (f"&after={ids[2]}", ["4", "3"]),
        (f"&around={ids[0]}", ["1", "0"]),
        ("", ["4", "3"]),
    ):
        _, found = await ask(play, rest, "GET", base + query)
        assert [it["content"] for it in found] == expected
    assert (await ask(play, rest, "GET", base.replace("=2", "=101")))[0] == 400
