"""A murder in every round: the bot is killed at a moment drawn from a seed, starts again, and what it left is judged."""

import asyncio
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Generic, TypeVar

from playground import DidNotRespond, NotPossible, Playground, Reply
from tests.doubles.bot_process import BotDidNotStart, BotProcess

_A_MOMENT = 0.03
"""Seconds after a request within which a murderer may wait."""
_A_GLANCE = 0.02


@dataclass(slots=True)
class MurderRound:
    """What one seed did."""

    seed: int
    killed_at: str = ""
    complaints: list[str] = field(default_factory=list)


OneRound = TypeVar("OneRound", bound=MurderRound)


class MurderScene(ABC, Generic[OneRound]):
    """A playground and a bot that is killed once in every round."""

    def __init__(self, play: Playground, bot: BotProcess, data: Path) -> None:
        self._play = play
        self._bot = bot
        self._database = data / "tutor.db"

    @property
    def last_words(self) -> str:
        """What the bot logged last."""
        return self._bot.said[-3000:]

    async def round(self, seed: int) -> OneRound:
        """Play one round with a murder in it; what is wrong stands in `complaints`."""
        await alive(self._bot)
        chance = Random(seed)
        one = await self._begin(seed, chance)
        async with murder(self._play, self._bot, chance, self._latest(one)) as murdered:
            await self._to_the_end(one, chance)
        one.killed_at = murdered.at
        self._judge(one)
        one.complaints += self._play.violations
        self._play.violations.clear()
        return one

    @abstractmethod
    async def _begin(self, seed: int, chance: Random) -> OneRound:
        """What comes before the murderer lies in wait."""

    @abstractmethod
    def _latest(self, one: OneRound) -> int:
        """How many requests the bot makes in such a round, at least."""

    @abstractmethod
    async def _to_the_end(self, one: OneRound, chance: Random) -> None:
        """Go on, whatever happens, until the round is over."""

    @abstractmethod
    def _judge(self, one: OneRound) -> None:
        """Complain of what is wrong."""

    async def _unless_killed(self, doing: Coroutine[None, None, Reply]) -> Reply | None:
        """What came of a press; None where the bot died over it, or there was nothing left to press.

        Nobody waits out the seconds after which Discord says that a dead bot does not respond.
        """
        pressing = asyncio.create_task(doing)
        try:
            while not pressing.done() and self._bot.is_running:
                await asyncio.wait({pressing}, timeout=_A_GLANCE)
            return pressing.result() if pressing.done() else None
        except (DidNotRespond, NotPossible):
            return None
        finally:
            pressing.cancel()

    def _rows(self, sql: str, *values: str | int) -> list[tuple[object, ...]]:
        """What a bot, dead or alive, has stored."""
        connection = sqlite3.connect(self._database)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()


@dataclass(slots=True)
class Murder:
    """When it was."""

    at: str = "the end"


@asynccontextmanager
async def murder(play: Playground, bot: BotProcess, chance: Random, latest: int) -> AsyncIterator[Murder]:
    """Kill the bot once, at one of its next `latest` requests or a moment after it; at the end where it made fewer."""
    left = chance.randint(1, latest)
    delay = chance.choice([0.0, 0.0, chance.uniform(0, _A_MOMENT)])
    loop, one = asyncio.get_running_loop(), Murder()
    timers: list[asyncio.TimerHandle] = []
    victims: list[int] = []

    def strike(at: str) -> None:
        victims.append(bot.pid)
        one.at = at
        bot.kill_now()

    def seen(what: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            at = f"{getattr(what, 'method', '')} {getattr(what, 'template', '')} + {delay * 1000:.0f} ms"
            timers.append(loop.call_later(delay, strike, at))

    off = play.on_request(seen)
    try:
        yield one
    finally:
        off()
        for timer in timers:
            timer.cancel()  # one that came after the end of its round would hit somebody else's
        if not victims:
            strike(one.at)
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
