"""REST with the bot's own token: rate limits, permissions, nonces, threads, DMs, lost answers."""

from __future__ import annotations

import asyncio
import io
import time

import aiohttp
import discord
import pytest

from playground import NotPossible, Playground, Seen
from playground.screen import readable
from playground.wire import Permission
from tests.doubles.plain_bot import PlainBot


async def text_channel(play: Playground, bot: PlainBot) -> discord.TextChannel:
    """The default channel as the bot has it."""
    await bot.wait_until_ready()
    channel = bot.get_channel(play.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return channel


async def test_a_wrong_token_is_refused(play: Playground) -> None:
    bot = PlainBot()
    from tests.doubles.plain_bot import point_at

    point_at(play.api_base, play.gateway.url)
    with pytest.raises(discord.LoginFailure):
        await bot.login("wrong")
    await bot.close()


async def test_a_429_is_waited_out_and_retried(play: Playground, bot: PlainBot) -> None:
    play.faults.rate_limit_next("POST /webhooks", retry_after=0.05)
    reply = await play.person("Ada").slash("ask", question="limits")
    await reply.until(lambda it: it.has_button("Again"))
    assert reply.contents == ["about limits", "and more"]


async def test_five_messages_fill_the_channels_bucket(play: Playground) -> None:
    headers = {"Authorization": "Bot playground"}
    url = f"{play.api_base}/channels/{play.channel.id}/messages"
    async with aiohttp.ClientSession(headers=headers) as client:
        for left in (4, 3, 2, 1, 0):
            async with client.post(url, json={"content": "hi"}) as response:
                assert response.status == 200
                assert response.headers["X-RateLimit-Remaining"] == str(left)
                assert response.headers["Content-Type"] == "application/json"
        async with client.post(url, json={"content": "hi"}) as response:
            assert response.status == 429
            assert response.headers["Via"]
            assert 0 < (await response.json())["retry_after"] <= 5
        play.clock.advance(5)
        async with client.post(url, json={"content": "hi"}) as response:
            assert response.status == 200


async def test_fifty_requests_a_second_are_the_global_limit(play: Playground) -> None:
    async with aiohttp.ClientSession(headers={"Authorization": "Bot playground"}) as client:
        answers = []
        for _ in range(60):
            async with client.get(f"{play.api_base}/users/@me") as response:
                answers.append((response.status, response.headers.get("X-RateLimit-Global")))
            if answers[-1][0] == 429:
                break
    assert answers[-1] == (429, "true")
    assert len(answers) == 51


async def test_a_stubborn_client_is_banned(play: Playground) -> None:
    play.limits.invalid_per_ten_minutes = 3
    async with aiohttp.ClientSession(headers={"Authorization": "Bot wrong"}) as client:
        for _ in range(3):
            async with client.get(f"{play.api_base}/users/@me") as response:
                assert response.status == 401
        async with client.get(f"{play.api_base}/gateway") as response:
            assert response.status == 429
            assert "Via" not in response.headers


async def test_a_channel_without_permission_refuses_and_interactions_still_answer(
    play: Playground, bot: PlainBot
) -> None:
    play.forbid(play.channel, Permission.SEND_MESSAGES)
    channel = await text_channel(play, bot)
    with pytest.raises(discord.Forbidden) as refused:
        await channel.send("hello")
    assert refused.value.code == 50013
    assert (await play.person("Ada").slash("ping")).text == "pong"


async def test_closed_direct_messages_are_refused(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    ada.user.accepts_dms = False
    user = await bot.fetch_user(ada.id)
    with pytest.raises(discord.Forbidden) as refused:
        await user.send("psst")
    assert refused.value.code == 50007
    assert ada.inbox() == []


async def test_a_stranger_without_a_server_is_answered_in_direct_messages(
    play: Playground, bot: PlainBot
) -> None:
    eve = play.person("Eve", stranger=True)
    reply = await eve.slash("ping", dm=True)
    assert reply.text == "pong"
    assert reply.private


async def test_an_enforced_nonce_writes_a_message_once(play: Playground, bot: PlainBot) -> None:
    channel = await text_channel(play, bot)
    first = await channel.send("once", nonce="turn-1")
    second = await channel.send("once", nonce="turn-1")
    assert first.id == second.id
    assert [it.content for it in play.channel.messages.values()] == ["once"]


async def test_a_lost_answer_leaves_the_message_there_and_a_retry_does_not_double_it(
    play: Playground, bot: PlainBot
) -> None:
    channel = await text_channel(play, bot)
    play.faults.lose_answer("POST /channels/{channel_id}/messages")
    with pytest.raises((aiohttp.ClientError, OSError)):
        await channel.send("once", nonce="turn-2")
    await channel.send("once", nonce="turn-2")
    assert [it.content for it in play.channel.messages.values()] == ["once"]


async def test_a_lost_request_leaves_nothing(play: Playground, bot: PlainBot) -> None:
    channel = await text_channel(play, bot)
    play.faults.lose_request("POST /channels/{channel_id}/messages")
    with pytest.raises((aiohttp.ClientError, OSError)):
        await channel.send("gone")
    assert list(play.channel.messages.values()) == []


async def test_a_thread_is_opened_and_talked_in(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    reply = await (await ada.slash("thread")).until(lambda it: "see" in it.text)
    thread = next(it for it in play.guild.channels.values() if it.is_thread)
    assert f"<#{thread.id}>" in reply.text
    assert [it.content for it in thread.messages.values()] == ["welcome"]
    talk = await (await ada.mention("hello", channel=thread)).until(lambda it: it.messages)
    assert talk.text.startswith("heard:")
    assert play.violations == []


async def test_a_thread_from_a_message_takes_its_id(play: Playground, bot: PlainBot) -> None:
    channel = await text_channel(play, bot)
    message = await channel.send("start here")
    thread = await message.create_thread(name="讨论")
    assert thread.id == message.id
    with pytest.raises(discord.HTTPException) as refused:
        await message.create_thread(name="again")
    assert refused.value.code == 160004


async def test_only_own_messages_are_edited(play: Playground, bot: PlainBot) -> None:
    channel = await text_channel(play, bot)
    theirs = await play.person("Ada").say("mine")
    with pytest.raises(discord.Forbidden) as refused:
        await channel.get_partial_message(theirs.id).edit(content="changed")
    assert refused.value.code == 50005
    assert theirs.content == "mine"


async def test_a_deleted_message_is_unknown(play: Playground, bot: PlainBot) -> None:
    channel = await text_channel(play, bot)
    message = await channel.send("short-lived")
    await message.delete()
    with pytest.raises(discord.NotFound) as refused:
        await message.edit(content="still there?")
    assert refused.value.code == 10008


async def test_a_private_reply_is_unknown_to_the_bot_token(play: Playground, bot: PlainBot) -> None:
    reply = await (await play.person("Ada").slash("ask", question="x")).shown()
    channel = await text_channel(play, bot)
    with pytest.raises(discord.NotFound):
        await channel.fetch_message(reply.messages[0].id)


async def test_mentions_ring_only_where_they_are_allowed(play: Playground, bot: PlainBot) -> None:
    channel = await text_channel(play, bot)
    ada = play.person("Ada")
    quiet = await channel.send(f"@everyone <@{ada.id}>")
    loud = await channel.send("@everyone", allowed_mentions=discord.AllowedMentions.all())
    assert play.world.messages[quiet.id].notified == frozenset()
    assert ada.id in play.world.messages[loud.id].notified


async def test_a_reaction_is_kept(play: Playground, bot: PlainBot) -> None:
    channel = await text_channel(play, bot)
    message = await channel.send("well done")
    await message.add_reaction("👍")
    assert play.world.messages[message.id].reactions == {"👍": {play.world.bot.id}}


async def test_history_reads_newest_first(play: Playground, bot: PlainBot) -> None:
    channel = await text_channel(play, bot)
    for text in ("one", "two", "three"):
        await channel.send(text)
    assert [it.content async for it in channel.history(limit=2)] == ["three", "two"]


async def test_an_observer_may_hold_a_request_before_it_is_applied(play: Playground, bot: PlainBot) -> None:
    held, go = asyncio.Event(), asyncio.Event()

    async def hold(seen: Seen) -> None:
        if seen.template.endswith("@original") and seen.method == "PATCH":
            held.set()
            await go.wait()

    stop = play.on_request(hold)
    reply = await play.person("Ada").slash("ask", question="x")
    await held.wait()
    assert reply.thinking
    stop()
    go.set()
    await reply.shown()


async def test_a_500_is_retried_by_discord_py(play: Playground, bot: PlainBot) -> None:
    channel = await text_channel(play, bot)
    play.faults.fail_next("POST /channels/{channel_id}/messages", 500)
    started = time.monotonic()
    await channel.send("after all")
    assert time.monotonic() > started
    assert [it.content for it in play.channel.messages.values()] == ["after all"]


async def test_a_fault_for_a_route_that_does_not_exist_says_which_do(play: Playground) -> None:
    with pytest.raises(ValueError, match=r"POST /channels/\{channel_id\}/messages"):
        play.faults.fail_next("POST /nowhere")


async def test_five_edits_fill_a_messages_bucket(play: Playground) -> None:
    headers = {"Authorization": "Bot playground"}
    url = f"{play.api_base}/channels/{play.channel.id}/messages"
    async with aiohttp.ClientSession(headers=headers) as client:
        async with client.post(url, json={"content": "0"}) as response:
            identity = (await response.json())["id"]
        statuses = []
        for number in range(6):
            async with client.patch(f"{url}/{identity}", json={"content": str(number)}) as response:
                statuses.append(response.status)
    assert statuses == [200] * 5 + [429]
    assert play.channel.messages[int(identity)].content == "4"


async def test_a_permission_taken_while_the_bot_runs_is_known_to_it(play: Playground, bot: PlainBot) -> None:
    channel = await text_channel(play, bot)
    assert channel.permissions_for(channel.guild.me).send_messages
    changed = asyncio.create_task(bot.wait_for("guild_channel_update", timeout=5))
    await asyncio.sleep(0)  # let it listen
    play.forbid(play.channel, Permission.SEND_MESSAGES)
    await changed
    assert not channel.permissions_for(channel.guild.me).send_messages


async def test_a_bot_removed_from_a_server_is_gone_until_it_is_invited_again(
    play: Playground, bot: PlainBot
) -> None:
    await bot.wait_until_ready()
    ada = play.person("Ada")
    left = asyncio.create_task(bot.wait_for("guild_remove", timeout=5))
    await asyncio.sleep(0)
    play.remove_bot(play.guild)
    await left
    with pytest.raises(NotPossible, match="there is no /ping"):
        await ada.slash("ping")
    with pytest.raises(discord.Forbidden):
        await bot.fetch_guild(play.guild.id)
    joined = asyncio.create_task(bot.wait_for("guild_join", timeout=5))
    await asyncio.sleep(0)
    play.invite_bot(play.guild)
    await joined
    assert (await ada.slash("ping")).text == "pong"


async def test_a_moderator_is_known_by_manage_server_and_loses_it(play: Playground, bot: PlainBot) -> None:
    mo = play.person("Mo")
    mo.promote()
    promoted = (await mo.slash("ping")).interaction
    mo.demote()
    demoted = (await mo.slash("ping")).interaction
    assert promoted is not None and demoted is not None
    manage = Permission.MANAGE_GUILD
    assert int(promoted.event["member"]["permissions"]) & manage
    assert not int(demoted.event["member"]["permissions"]) & manage


async def test_a_layout_of_components_v2_is_sent_edited_and_read(play: Playground, bot: PlainBot) -> None:
    channel = await text_channel(play, bot)
    view = discord.ui.LayoutView(timeout=None)
    section: discord.ui.Section[discord.ui.LayoutView] = discord.ui.Section(
        discord.ui.TextDisplay("## 提示词"), accessory=discord.ui.Button(label="Open", custom_id="open:1")
    )
    picture = discord.ui.MediaGallery[discord.ui.LayoutView](discord.MediaGalleryItem("attachment://map.png"))
    view.add_item(discord.ui.Container(section, discord.ui.Separator(), picture))
    view.stop()
    message = await channel.send(view=view, file=discord.File(io.BytesIO(b"png"), filename="map.png"))
    stored = play.world.messages[message.id]
    assert "提示词" in readable(stored)
    view.add_item(discord.ui.TextDisplay("more"))
    await message.edit(view=view)
    assert readable(stored) == "## 提示词\nmore"
    assert [it.filename for it in stored.attachments] == ["map.png"]
    with pytest.raises(discord.HTTPException):
        await message.edit(content="plain again")
    ada = play.person("Ada")
    assert (await ada.press(stored, "open")).modal is None
