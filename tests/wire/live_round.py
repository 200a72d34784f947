"""Taking part in live rounds: what people press, and what stands in the channel."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from bot.quiz.items import Choice
from bot.quiz.live.values import Pace, Round
from playground import Person, Reply
from playground.messages import every_component
from playground.screen import readable
from playground.state import Channel, Message
from tests.wire.conftest import Wire

LLM = "how-llms-work"
QUICK = Pace(lobby=timedelta(seconds=60), pause=timedelta(milliseconds=50), grace=timedelta(milliseconds=50))
"""Nobody reads the answers here, so nobody needs time for it."""
WHERE_THE_PACE_IS = "bot.quiz.live.rounds.Pace"


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
