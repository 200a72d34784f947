"""The values that pass through the door: what is asked, who pays, what came back. They know no server and no SDK.

Message contents are left out of every `repr`, so that a log line or a traceback cannot carry a learner's
words.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from bot.texts.kinds import ModelText

_PURPOSE = re.compile(r"[a-z][a-z0-9_.-]{0,39}")


class Role(StrEnum):
    """Who speaks in a chat; the values are those of the Chat Completions API."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message of a prompt."""

    role: Role
    content: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Payer:
    """Who a call is counted on. `server_id` is None or 0 in a direct message; `learner_id` 0 is the house itself."""

    server_id: int | None
    learner_id: int


HOUSE = Payer(server_id=None, learner_id=0)
"""The payer of work that no learner caused, such as embedding the course."""


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """One question to a model.

    `purpose` is a short label of ours (`answer`, `summary`): it is stored with the call, so it must never
    carry text. `max_tokens` bounds the visible answer. `model` None means the endpoint's own chat model.
    """

    messages: tuple[ChatMessage, ...]
    payer: Payer
    purpose: str
    max_tokens: int
    temperature: float | None = None
    model: str | None = None
    top_p: float | None = None

    def __post_init__(self) -> None:
        if not self.messages:
            raise ValueError("a request needs at least one message")
        if self.max_tokens < 1:
            raise ValueError("max_tokens must be at least 1")
        if _PURPOSE.fullmatch(self.purpose) is None:
            raise ValueError("a purpose is a short lower-case label")


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call. `cached_tokens` are those of the prompt that the provider had in its cache.

    `estimated` says that the server did not tell and these are our own estimate.
    """

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    estimated: bool = False

    @property
    def total(self) -> int:
        """Prompt and completion together; what quotas count."""
        return self.prompt_tokens + self.completion_tokens

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.cached_tokens + other.cached_tokens,
            self.estimated or other.estimated,
        )


class Finish(StrEnum):
    """How a reply came to its end. A reply that ended in any other way is a `ModelError`."""

    STOP = "stop"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Completion:
    """A whole reply. `cost` is in US dollars; None when no price is known for the model."""

    text: ModelText
    usage: Usage
    model: str
    finish: Finish
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class JsonCompletion:
    """A JSON value that a model gave, and what it took, a repair included. `cost` as in `Completion`."""

    value: object
    usage: Usage
    model: str
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class TokenChance:
    """One candidate for the next token, with its natural-log probability."""

    token: ModelText
    logprob: float


@dataclass(frozen=True, slots=True)
class TokenLogprobs:
    """One token that the model wrote, and the likeliest candidates in its place, best first.

    `raw` holds the token's bytes where the server gives them: a token may be part of a character.
    """

    token: ModelText
    logprob: float
    top: tuple[TokenChance, ...]
    raw: bytes | None = None
