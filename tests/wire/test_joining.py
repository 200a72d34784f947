"""A new server: greeted once, by a message to whoever can do something with it."""

import asyncio
from collections.abc import Callable

import pytest

from bot.texts.locales import Locale
from playground import Person
from playground.routing import Answer, Call
from playground.state import Guild, Message
from playground.wire import Permission
from tests.wire.conftest import Wire

VIEW_AUDIT_LOG = 1 << 7
SEND = "POST /channels/{channel_id}/messages"


def owner(wire: Wire) -> Person:
    """Whoever owns the playground's servers."""
    return Person(wire.play, wire.play.world.operator, wire.play.guild)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110 - the playground has no event for a message that answers nothing
            await asyncio.sleep(0.02)


async def greeted(wire: Wire, guild: Guild) -> None:
    """Wait until the tutor has done what it can."""
    async with asyncio.timeout(10):
        while await wire.app.services.greeting.is_due(guild.id):  # noqa: ASYNC110 - the tutor has no event for it
            await asyncio.sleep(0.02)


def hellos(guild: Guild) -> list[Message]:
    """What stands in a server's channels."""
    return [message for channel in guild.channels.values() for message in channel.messages.values()]


async def test_the_owner_is_greeted_once_in_the_servers_language_and_nobody_in_public(wire: Wire) -> None:
    other = wire.play.new_guild("Lernort @everyone", locale="zh-CN")
    await greeted(wire, other)
    (hello,) = (one.content for one in owner(wire).inbox())
    assert hello.startswith(wire.say(Locale.ZH_CN, "joining-hello", server=hello).split("**")[0])
    assert "</server setup:" in hello and "@everyone" not in hello.replace("@\u200beveryone", "")
    assert hellos(other) == []
    await wire.restart()
    await greeted(wire, wire.play.new_guild("Second"))
    assert len(owner(wire).inbox()) == 2


async def test_a_server_joined_while_nobody_was_there_is_greeted_once_at_the_next_start(wire: Wire) -> None:
    await wire.app.close()
    other = wire.play.new_guild("Joined at night")
    assert not owner(wire).inbox()
    wire.app = await wire.start()
    await greeted(wire, other)
    await wire.restart()
    await greeted(wire, wire.play.new_guild("Later"))
    assert [one.content.count("Joined at night") for one in owner(wire).inbox()] == [1, 0]


async def test_where_the_owner_takes_no_messages_the_server_itself_is_told(wire: Wire) -> None:
    wire.play.faults.fail_next(SEND, 403, code=50007)
    other = wire.play.new_guild("Closed", locale="zh-TW")
    await greeted(wire, other)
    (hello,) = hellos(other)
    assert (
        wire.say(Locale.ZH_TW, "joining-hello", server=wire.app.services.guard.quote("Closed"))
        == hello.content
    )
    assert not owner(wire).inbox()


async def test_a_server_where_nothing_may_be_said_is_left_in_peace(wire: Wire) -> None:
    await wire.app.close()
    other = wire.play.new_guild("Silent")
    for channel in other.channels.values():
        wire.play.forbid(channel, Permission.SEND_MESSAGES)
    wire.play.faults.fail_next(SEND, 403, code=50007)
    wire.app = await wire.start()
    await greeted(wire, other)
    assert hellos(other) == [] and not owner(wire).inbox()


@pytest.mark.parametrize("may_look", [True, False])
async def test_who_invited_the_tutor_is_greeted_where_discord_says_who_that_was(
    wire: Wire, may_look: bool
) -> None:
    await wire.app.close()
    ada, other = wire.play.person("Ada"), wire.play.new_guild("Invited")
    looked: list[Call] = []
    wire.play.rest.routes.add("GET", "/guilds/{guild_id}/audit-logs", record_of(wire, ada, looked))
    if may_look:
        other.roles[other.id].permissions |= VIEW_AUDIT_LOG
    wire.app = await wire.start()
    await greeted(wire, other)
    assert bool(looked) is may_look
    assert [len(one.inbox()) for one in (ada, owner(wire))] == ([1, 0] if may_look else [0, 1])


async def test_a_hello_that_discord_could_not_take_or_that_was_not_noted_comes_once(
    wire: Wire,
) -> None:
    wire.play.faults.lose_answer(SEND)
    other = wire.play.new_guild("Lost")
    await until(lambda: bool(owner(wire).inbox()))
    await wire.restart()
    await greeted(wire, other)
    assert len(owner(wire).inbox()) == 1


def record_of(wire: Wire, person: Person, looked: list[Call]) -> Callable[[Call], Answer]:
    """A server's record that says who added the bot."""

    def answer(call: Call) -> Answer:
        looked.append(call)
        entry = {
            "id": str(wire.play.world.snowflakes.next()),
            "action_type": 28,
            "user_id": str(person.id),
            "target_id": str(wire.play.world.bot.id),
        }
        lists = ("users", "webhooks", "integrations", "threads", "application_commands")
        lists += ("auto_moderation_rules", "guild_scheduled_events")
        return {"audit_log_entries": [entry], **{name: [] for name in lists}}

    return answer
