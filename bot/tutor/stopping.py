"""A learner's *Stop* while a reply is being written.

It ends the writing and nothing else: what was released until then stays, and the turn goes on to its end.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Stopping:
    """Belongs to one turn."""

    def __init__(self) -> None:
        self._writer: asyncio.Task[object] | None = None
        self._asked = False

    def ask(self) -> bool:
        """End the writing; False where nothing is being written, or not any more."""
        if self._writer is None:
            return False
        if not self._asked:
            self._asked = True
            self._writer.cancel()
        return True

    @property
    def asked(self) -> bool:
        """Whether the writing was ended by its learner."""
        return self._asked

    @contextmanager
    def while_writing(self) -> Iterator[None]:
        """What is waited for in here is given up at once when the learner asks; the task itself goes on."""
        task = asyncio.current_task()
        self._writer = task
        try:
            yield
        except asyncio.CancelledError:
            if not self._asked or task is None or task.uncancel() > 0:  # the process is to end, too
                raise
        finally:
            self._writer = None
