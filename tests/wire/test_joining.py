"""A new server: greeted once, by a message to whoever can do something with it."""

import asyncio

from bot.texts.locales import Locale
from tests.wire.conftest import Wire


def told(wire: Wire) -> list[str]:
    """What the owner of the playground's servers was written directly."""
    owner = wire.play.world.operator
    return [
        message.content
        for channel in wire.play.world.channels.values()
        if channel.recipient is not None and channel.recipient.id == owner.id
        for message in channel.messages.values()
    ]


async def until(wire: Wire, count: int) -> list[str]:
    async with asyncio.timeout(10):
        while len(found := told(wire)) < count:  # noqa: ASYNC110 - the playground has no event for a message that answers nothing
            await asyncio.sleep(0.02)
    return found


async def test_the_owner_is_greeted_once_in_the_servers_language_and_nobody_in_public(wire: Wire) -> None:
    other = wire.play.new_guild("Lernort @everyone", locale="zh-CN")
    (hello,) = await until(wire, 1)
    assert hello.startswith(wire.say(Locale.ZH_CN, "joining-hello", server=hello).split("**")[0])
    assert "</server setup:" in hello and "@everyone" not in hello.replace("@\u200beveryone", "")
    assert not await wire.app.services.greeting.claim(other.id)
    assert all(not channel.messages for channel in other.channels.values())
    await wire.restart()
    assert not await wire.app.services.greeting.claim(other.id)
    wire.play.new_guild("Second")
    assert len(await until(wire, 2)) == 2
