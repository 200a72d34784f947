"""A murder: the bot is killed at a moment drawn from a seed; and a look at what it left in its database."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from playground import Playground
from tests.doubles.bot_process import BotDidNotStart, BotProcess

_A_MOMENT = 0.03
"""Seconds after a request within which a murderer may wait."""


@dataclass(slots=True)
class Murder:
    """When it was."""

    at: str = "never"


@asynccontextmanager
async def murder(play: Playground, bot: BotProcess, chance: Random, latest: int) -> AsyncIterator[Murder]:
    """Kill the bot once, at one of its next `latest` requests or a moment after it; nobody lies in wait afterwards."""
    left = chance.randint(1, latest)
    delay = chance.choice([0.0, 0.0, chance.uniform(0, _A_MOMENT)])
    loop, one = asyncio.get_running_loop(), Murder()
    timers: list[asyncio.TimerHandle] = []
    victims: list[int] = []

    def strike() -> None:
        victims.append(bot.pid)
        bot.kill_now()

    def seen(what: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            one.at = f"{getattr(what, 'method', '')} {getattr(what, 'template', '')} + {delay * 1000:.0f} ms"
            timers.append(loop.call_later(delay, strike))

    off = play.on_request(seen)
    try:
        yield one
    finally:
        off()
        for timer in timers:
            timer.cancel()  # one that came after the end of its round would hit somebody else's
        if bot.pid in victims:
            await bot.ended()


async def alive(bot: BotProcess) -> None:
    """Start the bot again where it was killed."""
    if not bot.is_running:
        await bot.ended()
        try:
            await bot.start()
        except BotDidNotStart:  # the murderer waited for it
            await bot.ended()
            await bot.start()


def rows_of(database: Path, sql: str, *values: str | int) -> list[tuple[object, ...]]:
    """What a bot, dead or alive, has stored."""
    connection = sqlite3.connect(database)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()
