"""Acknowledgements go first: nobody waits for "thinking…" because somebody else's answer is being worked on.

An interaction counts as unacknowledged from its arrival until the body of its first response is on the wire.
Nothing here does work of its own beyond counting and sending the deferral; it must never hold anybody longer
than `PATIENCE`.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from enum import Enum
from types import SimpleNamespace
from typing import Any, Final, TypeVar

import aiohttp
import discord

from bot.discord_io.owed import OwedAnswers

PATIENCE: Final = 0.25
"""Seconds that heavy work waits at most for other people's acknowledgements."""

DEADLINE: Final = 3.0
"""Seconds after which Discord gives an unacknowledged interaction up."""

_MARK: Final = "__acknowledged__"
_Function = TypeVar("_Function", bound=Callable[..., Any])


class First(Enum):
    """What the first response to an interaction looks like."""

    PRIVATE = "private"
    """"Thinking…" that only the person sees; what follows in its place is private too."""
    PUBLIC = "public"
    """"Thinking…" in the channel; never for what a filter has not yet let through."""
    UPDATE = "update"
    """Nothing visible: the message with the button stays, and may be edited."""


def acknowledged(first: First = First.PRIVATE) -> Callable[[_Function], _Function]:
    """Mark a command or route as deferring: its first response is sent before anything else of it runs.

    Goes directly above the function, below `@app_commands.command()` or `@route(…)`. Not for what answers
    with a modal or at once.
    """

    def mark(function: _Function) -> _Function:
        setattr(function, _MARK, first)
        return function

    return mark


def first_response_of(function: object) -> First | None:
    """How a command's or route's function wants to be acknowledged; None when it answers by itself."""
    return getattr(function, _MARK, None)


class Lane:
    """Where long computations in threads wait: one goes on at a time, and none begins while somebody waits to be answered."""

    def __init__(self, settled: Callable[[], Awaitable[None]]) -> None:
        self._settled = settled
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> None:
        await self._turn.acquire()
        try:
            await self._settled()
        except BaseException:
            self._turn.release()
            raise

    async def __aexit__(self, *_: object) -> None:
        self._turn.release()


class Acknowledgements:
    """Counts the interactions that still wait for their first response, and lets heavy work wait for them."""

    def __init__(
        self, *, owed: OwedAnswers | None = None, patience: float = PATIENCE, deadline: float = DEADLINE
    ) -> None:
        self.owed = owed or OwedAnswers()
        """The interactions that were deferred visibly and have no content yet."""
        self.lane = Lane(self.settled)
        """For all that computes long in threads: searches of the lessons and of memories."""
        self._patience = patience
        self._deadline = deadline
        self._waiting: OrderedDict[int, float] = OrderedDict()  # interaction id → when it arrived
        self._queue: deque[tuple[asyncio.Future[None], float]] = deque()  # heavy work and its latest start
        self._turning = False  # whether the turnstile has a callback under way
        self._timer: asyncio.TimerHandle | None = None

    @property
    def waiting(self) -> frozenset[int]:
        """The ids of the interactions that nobody has answered yet."""
        return frozenset(self._waiting)

    def is_waiting(self, interaction_id: int) -> bool:
        """Whether no first response has been sent for an interaction, and one would still be taken."""
        self._forget_late(asyncio.get_running_loop().time())
        return interaction_id in self._waiting

    def arrived(self, interaction_id: int) -> None:
        """Count an interaction as waiting for its first response; called as soon as it is off the gateway."""
        now = asyncio.get_running_loop().time()
        self._forget_late(now)
        self._waiting[interaction_id] = now

    def answered(self, interaction_id: int) -> None:
        """Count an interaction as answered; harmless for one that is not waiting."""
        if self._waiting.pop(interaction_id, None) is not None and not self._waiting:
            self._turn()

    async def defer(self, interaction: discord.Interaction, first: First) -> None:
        """Send the deferral; one that shows "thinking…" is owed an answer from then on.

        Raises discord.py's errors as they are.
        """
        if first is First.UPDATE:
            await interaction.response.defer()
        else:
            self.owed.owe(interaction)
            await interaction.response.defer(ephemeral=first is First.PRIVATE, thinking=True)

    async def settled(self) -> None:
        """Wait until every interaction that arrived is acknowledged, at most `PATIENCE` seconds.

        Heavy work is then let through one piece per turn of the event loop, so that an interaction that
        arrives meanwhile is acknowledged between two pieces and not after all of them.
        """
        if not self._waiting and not self._turning:
            self._turn()
            return
        ticket: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.append((ticket, asyncio.get_running_loop().time() + self._patience))
        self._turn()
        await ticket

    def trace(self) -> aiohttp.TraceConfig:
        """What to give discord.py as `http_trace`: sees the body of a first response go out."""
        config = aiohttp.TraceConfig()
        config.on_request_chunk_sent.append(self._sent)
        return config

    async def _sent(
        self,
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        request: aiohttp.TraceRequestChunkSentParams,
    ) -> None:
        path = request.url.raw_path
        if self._waiting and path.endswith("/callback"):
            self.answered(int(path.rsplit("/", 3)[1]))

    def _turn(self) -> None:
        """Make the turnstile turn at the loop's next turn, unless it is about to."""
        if not self._turning:
            self._turning = True
            asyncio.get_running_loop().call_soon(self._turned)

    def _turned(self) -> None:
        """One turn: let one piece of work through if it may go, and come back for the next."""
        self._turning = False
        while self._queue and self._queue[0][0].done():  # its task was cancelled while it waited
            self._queue.popleft()
        if not self._queue:
            return
        now = asyncio.get_running_loop().time()
        self._forget_late(now)
        ticket, latest = self._queue[0]
        if self._waiting and now < latest:
            self._look_again(latest)
            return
        self._queue.popleft()
        ticket.set_result(None)
        self._turn()

    def _look_again(self, when: float) -> None:
        """Make sure that somebody looks when the first ticket's patience is over."""
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_at(when, self._rang)

    def _rang(self) -> None:
        self._timer = None
        self._turn()

    def _forget_late(self, now: float) -> None:
        while self._waiting and next(iter(self._waiting.values())) < now - self._deadline:
            self._waiting.popitem(last=False)
