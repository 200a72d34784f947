"""A unit of work: a few statements that belong together, and how one is run in a worker's thread.

A unit waits for nothing but its connection. Since the driver answers within the same thread, such a coroutine
never has to be suspended: it is run to its end in one go, and the house rule that no transaction stays open
across a call to a model or to Discord is kept by construction. Anything else a unit waits for is refused.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import Context
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.errors import UnitBrokeRules

T = TypeVar("T")

Connection = AsyncConnection
"""What a unit works on; only `store.py` files run statements on it, others hand it on."""

Unit = Callable[[Connection], Awaitable[T]]
"""An async function of one connection; it never commits, and its result does not need the connection."""


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """A unit on its way to a worker, the place where its caller waits, and the caller's context variables."""

    unit: Unit[Any]
    done: asyncio.Future[Any]
    context: Context

    def run(self, connection: AsyncConnection) -> object:
        """The unit's result; raises whatever the unit raises."""
        return self.context.run(run_to_end, _whole(self.unit, connection))


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """How a job ended; `error` is `None` where it ended well."""

    job: Job
    result: object = None
    error: BaseException | None = None

    def deliver(self) -> None:
        """Wake the caller (on the event loop's thread); a caller that has gone away is let go."""
        if self.job.done.done():
            return
        if self.error is None:
            self.job.done.set_result(self.result)
        else:
            self.job.done.set_exception(self.error)


async def _whole(unit: Unit[T], connection: AsyncConnection) -> T:
    return await unit(connection)


def run_to_end(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never has to wait; raises `UnitBrokeRules` where it does."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]  # StopIteration does not carry the coroutine's type
    except RuntimeError as error:
        if "no running event loop" in str(error):
            raise UnitBrokeRules("a unit may wait for its connection only") from error
        raise
    coroutine.close()
    raise UnitBrokeRules("a unit may wait for its connection only")
