"""What the workshop made, kept by content: the same text is cut and drawn once, however many people ask for it."""

import asyncio
import pickle
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Final, ParamSpec, TypeVar

from bot.explain.workshop import Workshop

P = ParamSpec("P")
T = TypeVar("T")

MOST_KEPT: Final = 64
"""Results that are kept; a picture has about 30 kB."""


class Studio:
    """Remembers the newest results of pure functions."""

    def __init__(self, workshop: Workshop, most: int = MOST_KEPT) -> None:
        self._workshop = workshop
        self._most = most
        self._kept: OrderedDict[bytes, Any] = OrderedDict()
        self._making: dict[bytes, asyncio.Task[Any]] = {}

    async def made(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the pure `function` gives, from memory where it was asked before. Raises `Busy` and `Unable`."""
        key = pickle.dumps((function.__module__, function.__qualname__, args, kwargs))
        if key in self._kept:
            self._kept.move_to_end(key)
            kept: T = self._kept[key]
            return kept
        making = self._making.get(key)
        if making is None:
            job = self._workshop.run(function, *args, **kwargs)
            making = self._making[key] = asyncio.get_running_loop().create_task(job)
            making.add_done_callback(lambda task: self._keep(key, task))
        result: T = await asyncio.shield(making)
        return result

    def _keep(self, key: bytes, task: "asyncio.Task[Any]") -> None:
        self._making.pop(key, None)
        if task.cancelled() or task.exception() is not None:
            return
        self._kept[key] = task.result()
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
