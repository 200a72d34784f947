"""Something that tests and the page can wait for: it beats whenever what they watch has changed."""

from __future__ import annotations

import asyncio


class Pulse:
    """Wakes everybody who waits at each beat; remembers nothing between beats."""

    __slots__ = ("_waiting",)

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    def beat(self) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self, timeout: float) -> bool:
        """Until the next beat, or *timeout* seconds; False when the time ran out."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        done, _ = await asyncio.wait((future,), timeout=max(0.0, timeout))
        return bool(done)
