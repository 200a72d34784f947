"""One try at a chat answer: sends the request, reads it piece by piece, holds our own limits, ends honestly.

An answer that stops without saying why is not an answer; neither is an empty one.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.llm.capabilities import Capabilities
from bot.llm.errors import Reason
from bot.llm.estimate import TokenCounter
from bot.llm.failures import Failure
from bot.llm.ledger import CANCELLED
from bot.llm.trial import Trial
from bot.llm.values import ChatRequest, Finish, Payer, Usage
from bot.llm.wire import Piece, Pieces, prompt_tokens, room, send_chat

if TYPE_CHECKING:
    from openai import AsyncOpenAI

_SLACK = 1.15
_SLACK_TOKENS = 8
"""Our count is an estimate: a server that holds the limit itself gets to stop first."""

_BREATH = 0.1
"""Seconds to let pieces gather once all that had arrived is read. Nobody sees a difference, as Discord takes an edit a
second; but fifty streams that wake the loop for every token leave it no time for anything else."""

_WAITED = 0.001
"""A piece that took longer (seconds) had not arrived yet when it was asked for."""

_IN_ONE_GO = 12
"""Pieces read before others get their turn: a server that sends all at once would hold the loop (0.12 ms each)."""

GiveWay = Callable[[], Awaitable[None]]
"""Waited for before a stretch of work, so that what is more urgent comes first."""


async def give_way_to_all() -> None:
    """Let everything that is ready run first."""
    await asyncio.sleep(0)


@dataclass(frozen=True, slots=True)
class Limits:
    """When to give up: `deadline` on the loop's clock for the whole call, `silence` in seconds between signs of life."""

    deadline: float
    silence: float


class Attempt:
    """One try. Read it until None, or end it; a failed or cancelled read has already ended it."""

    def __init__(
        self,
        trial: Trial,
        request: ChatRequest,
        model: str,
        row: Capabilities,
        body: dict[str, Any],
        limits: Limits,
        give_way: GiveWay = give_way_to_all,
    ) -> None:
        self.model = model
        self.finish: Finish | None = None
        self._trial = trial
        self._request = request
        self._row = row
        self._body = body
        self._limits = limits
        self._give_way = give_way
        self._counter = TokenCounter()
        self._most = int(request.max_tokens * _SLACK) + _SLACK_TOKENS
        self._pieces: Pieces | None = None
        self._told: Usage | None = None
        self._reason: str | None = None
        self._refused = False
        self._read = 0
        self._caught_up = False
        self._wrote = False
        self._prompt_tokens = prompt_tokens(body)
        self._walked_off: asyncio.TimerHandle | None = None
        self._stopped: Failure | None = None
        self._waiting: asyncio.Timeout | None = None

    @property
    def payer(self) -> Payer:
        """Who the call is counted on."""
        return self._request.payer

    def stop(self, why: str) -> None:
        """Fail with PAUSED at once: whoever waits to read hears it within this turn of the loop, others when they read."""
        self._stopped = Failure(Reason.PAUSED, why=why)
        if self._waiting is not None:
            self._waiting.reschedule(asyncio.get_running_loop().time())

    @property
    def trial(self) -> Trial:
        """The frame with usage and cost, final once the attempt has ended."""
        return self._trial

    async def start(self, client: "AsyncOpenAI") -> None:
        """Reserve and send. Raises `Failure`."""
        most = Usage(self._prompt_tokens, room(self._request.max_tokens, self._row), estimated=True)
        await self._trial.begin(self._request.payer, self._request.purpose, self.model, most)
        loop = asyncio.get_running_loop()
        self._walked_off = loop.call_at(self._limits.deadline + 1.0, self._abandon)
        failure: Failure | None = None
        try:
            await self._give_way()  # and so does making a request
            async with self._within_patience():
                self._pieces = await send_chat(client, self._body)
        except asyncio.CancelledError:
            await self.end(CANCELLED)
            raise
        except Exception as error:  # as a `Failure`, raised below without its context
            failure = await self._fail(error)
        if failure is not None:
            raise failure

    async def read(self) -> Piece | None:
        """The next piece that says something; None at the right end. Raises `Failure`."""
        failure: Failure | None = None
        try:
            piece = await self._next_speaking()
            if piece is None:
                self._conclude()
        except asyncio.CancelledError:
            await self.end(CANCELLED)
            raise
        except Exception as error:  # as a `Failure`, raised below without its context
            failure = await self._fail(error)
        if failure is not None:
            raise failure
        if piece is None and self.finish is not None:
            await self.end(self.finish.value)
        return piece

    @property
    def ended(self) -> bool:
        """Whether it has come to its end, right or wrong."""
        return self._trial.ended

    async def end(self, outcome: str = CANCELLED) -> None:
        """Close the connection and settle. Harmless when it has ended already."""
        if self._walked_off is not None:
            self._walked_off.cancel()
        await self._trial.end(outcome, self._usage(), close=self._close)

    def _abandon(self) -> None:
        # Whoever was reading has neither finished nor closed: do not keep the reservation and the connection.
        self._trial.detach(self.end())

    async def _fail(self, error: Exception) -> Failure:
        if self._walked_off is not None:
            self._walked_off.cancel()
        if self._stopped is not None:
            error = self._stopped
        return await self._trial.fail(error, self._body, self._usage(), self._close)

    async def _close(self) -> None:
        if self._pieces is not None:
            await self._pieces.close()

    @asynccontextmanager
    async def _within_patience(self) -> AsyncIterator[None]:
        if self._stopped is not None:
            raise self._stopped
        async with asyncio.timeout_at(self._patience()) as self._waiting:
            try:
                yield
            finally:
                self._waiting = None

    def _patience(self) -> float:
        silence = self._limits.deadline
        thinking = self._row.reasoning and not self._wrote
        if self._row.streaming and not thinking:  # otherwise silence is all there is before the whole
            silence = asyncio.get_running_loop().time() + self._limits.silence
        return min(self._limits.deadline, silence)

    async def _next_speaking(self) -> Piece | None:
        loop = asyncio.get_running_loop()
        while self.finish is None:
            assert self._pieces is not None
            if self._caught_up:
                await asyncio.sleep(_BREATH)
                await self._give_way()
            asked = loop.time()
            async with self._within_patience():
                piece = await self._pieces.next()
            self._caught_up = loop.time() - asked > _WAITED
            if piece is None:
                return None
            self._read += 1
            if self._read % _IN_ONE_GO == 0:
                await self._give_way()
            self._trial.sign_of_life()
            self._told = piece.usage or self._told
            self._reason = piece.finish or self._reason
            self._refused = self._refused or piece.refusal or piece.finish == "content_filter"
            tokens = piece.logprobs if "logprobs" in self._body else ()
            if self._refused or not (piece.text or tokens):
                continue
            text = self._counter.take(piece.text, self._most)
            if len(text) < len(piece.text):
                self.finish = Finish.LENGTH
            if text or tokens:
                self._wrote = True
                return Piece(text=text, logprobs=tokens)
        return None

    def _conclude(self) -> None:
        if self._refused:
            raise Failure(Reason.REFUSED)
        if self.finish is None:
            if self._reason is None:
                raise Failure(Reason.TRUNCATED)
            self.finish = Finish.LENGTH if self._reason == "length" else Finish.STOP
        if not self._wrote:
            raise Failure(Reason.LENGTH if self.finish is Finish.LENGTH else Reason.BROKEN_REPLY)

    def _usage(self) -> Usage:
        if self._told is not None:
            return self._told
        if self._wrote or self._refused:
            return Usage(self._prompt_tokens, self._counter.total, estimated=True)
        return Usage()
