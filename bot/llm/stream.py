"""A reply while it is being written: an async iterator of deltas that knows at its end what it took.

    async with door.stream(request) as reply:
        async for delta in reply:
            ...

The `async with` closes the server's connection when the reader leaves early.
"""

from collections.abc import Awaitable, Callable
from decimal import Decimal
from types import TracebackType
from typing import Self

from bot.llm.attempt import Attempt
from bot.llm.errors import ModelError
from bot.llm.failures import Failure
from bot.llm.values import Finish, Usage
from bot.llm.wire import Piece
from bot.texts.kinds import ModelText

Opened = tuple[Attempt, Piece]


class StreamedReply:
    """Deltas of one reply, never empty. Raises `ModelError`; after the first delta nothing is tried again."""

    def __init__(self, begin: Callable[[], Awaitable[Opened]]) -> None:
        self._begin = begin
        self._attempt: Attempt | None = None
        self._ended = False

    @property
    def model(self) -> str | None:
        """The model that answers; None before the first delta."""
        return self._attempt.model if self._attempt is not None else None

    @property
    def finish(self) -> Finish | None:
        """How the reply ended; None until it has come to its right end."""
        return self._attempt.finish if self._attempt is not None and self._attempt.trial.ended else None

    @property
    def usage(self) -> Usage:
        """What the reply took; zero until it has ended, in whatever way."""
        return self._attempt.trial.usage if self._attempt is not None else Usage()

    @property
    def cost(self) -> Decimal | None:
        """What it cost in US dollars; None until it has ended, and where no price is known."""
        return self._attempt.trial.cost if self._attempt is not None else None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> ModelText:
        if self._ended:
            raise StopAsyncIteration
        failure: Failure | None = None
        piece: Piece | None = None
        try:
            if self._attempt is None:
                self._attempt, piece = await self._begin()
            else:
                piece = await self._attempt.read()
        except Failure as one:
            failure = one
        except BaseException:
            self._ended = True
            raise
        if failure is not None:
            self._ended = True
            raise ModelError(failure.reason, failure.scope, failure.why)
        if piece is None:
            self._ended = True
            raise StopAsyncIteration
        return ModelText(piece.text)

    async def aclose(self) -> None:
        """Stop reading and close the server's connection. Harmless at the end."""
        self._ended = True
        if self._attempt is not None:
            await self._attempt.end()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()
