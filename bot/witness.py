"""What was done while one person's wish was met, for whoever watches: nobody, unless the composition root says so.

The rooms note what they do in a line each (`note`); where nobody watches that costs nothing and keeps nothing. An account
repeats passages and prompts, so there is a watcher on a playground alone, never where the tutor talks to Discord.
"""

import asyncio
import contextlib
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.clock import Clock

MOST_STEPS: Final = 100
"""Steps that an account holds; a live round that goes on for an hour has no need of more."""

LATER_SECONDS: Final = 0.5
"""After an account has been given out, further steps are gathered for so long before it is given out again."""

Facts = Mapping[str, object]
"""What is told of a step: plain values, as JSON takes them."""


class Step(StrEnum):
    """What can be noted."""

    FILTER = "filter"
    """The filters decided about a text."""
    SEARCH = "search"
    """The lessons were searched."""
    PROMPT = "prompt"
    """A model was to be asked."""
    CALL = "call"
    """A model was called, and it is over."""
    FAILURE = "failure"
    """A model gave no answer that could be used, called or not."""
    WRITE = "write"
    """Rows were written and committed."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person did: which interaction it was, and where."""

    interaction_id: int
    user_id: int
    server_id: int
    """0 in direct messages."""
    channel_id: int


@dataclass(slots=True, eq=False)
class Account:
    """What came of one deed, also in tasks that it started and that go on after its end."""

    deed: Deed
    began_at: datetime
    heard: Callable[["Account"], None]
    loop: asyncio.AbstractEventLoop
    steps: list[tuple[Step, Facts]] = field(default_factory=list)
    milliseconds: int = 0
    became_turn: bool = False
    """Whether it was a question whose turn tells all of this and more."""
    _ended: bool = False
    _gathering: bool = False

    def add(self, step: Step, facts: Facts) -> None:
        """Take a step in; from any thread."""
        if len(self.steps) >= MOST_STEPS:
            return
        self.steps.append((step, facts))
        if self._ended:
            with contextlib.suppress(RuntimeError):  # the loop has ended: nobody listens any more
                self.loop.call_soon_threadsafe(self._gather)

    def end(self, milliseconds: int) -> None:
        """What the person asked for is done: give the account out."""
        self.milliseconds, self._ended = milliseconds, True
        self._tell()

    def _gather(self) -> None:
        if not self._gathering:
            self._gathering = True
            self.loop.call_later(LATER_SECONDS, self._tell)

    def _tell(self) -> None:
        self._gathering = False
        if not self.became_turn:
            self.heard(self)


_current: ContextVar[Account | None] = ContextVar("account", default=None)


class Witness:
    """Opens an account for each deed and gives it to who watches."""

    def __init__(self, clock: Clock, heard: Callable[[Account], None]) -> None:
        """`heard` gets an account at the end of its deed, and again when more came of it."""
        self._clock = clock
        self._heard = heard

    @contextlib.contextmanager
    def watching(self, deed: Deed) -> Iterator[None]:
        """All that is noted in here, and in tasks begun in here, belongs to `deed`."""
        account = Account(deed, self._clock.now(), self._heard, asyncio.get_running_loop())
        began = self._clock.monotonic()
        before = _current.set(account)
        try:
            yield
        finally:
            _current.reset(before)
            account.end(round((self._clock.monotonic() - began) * 1000))


_in_confidence: ContextVar[bool] = ContextVar("in_confidence", default=False)


@contextlib.contextmanager
def in_confidence(*, wanted: bool = True) -> Iterator[None]:
    """What a model is asked in here is not for the person to read, such as a case that they are tested on unseen."""
    before = _in_confidence.set(wanted)
    try:
        yield
    finally:
        _in_confidence.reset(before)


def confidential() -> bool:
    """Whether a prompt of now may not be told, only that there was one."""
    return _in_confidence.get()


def watched() -> bool:
    """Whether anybody watches what is done now: what takes time to tell need not be told otherwise."""
    return _current.get() is not None


def note(step: Step, facts: Callable[[], Facts]) -> None:
    """Note a step of whatever is being done now; `facts` is asked only when somebody watches."""
    account = _current.get()
    if account is not None:
        account.add(step, facts())


def became_turn() -> int | None:
    """Say that what is done now is a turn with a report of its own; gives the id of its interaction."""
    account = _current.get()
    if account is None:
        return None
    account.became_turn = True
    return account.deed.interaction_id
