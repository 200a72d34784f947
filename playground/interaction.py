"""One interaction from the press of a key to the last follow-up: its life, its token, what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from playground.pulse import Pulse
from playground.state import Channel, Message, User
from playground.wire import InteractionKind, Json, ResponseKind

RESPONSE_SECONDS = 3.0
"""Within which the first response must arrive (10062 after). Source: Discord, "Receiving and Responding"."""

TOKEN_SECONDS = 15 * 60.0
"""How long the token lives for edits and follow-ups (50027 after)."""


@dataclass(slots=True, eq=False)
class Interaction:
    id: int
    token: str
    kind: InteractionKind
    user: User
    channel: Channel
    name: str
    """Full command name, or the custom id."""
    data: Json
    created: float
    """Playground time, in seconds."""
    event: Json
    """The INTERACTION_CREATE payload as sent, kept for redelivery."""
    message: Message | None = None
    """The message whose component was used (also behind a modal that a component opened)."""
    from_modal_opener: Interaction | None = None
    sent: float = 0.0
    """``perf_counter`` when the event was handed to the gateway."""
    acknowledged: float | None = None
    """``perf_counter`` when the first response arrived."""
    response: ResponseKind | None = None
    missed: bool = False
    """True once a first response came too late."""
    original: Message | None = None
    """What ``@original`` means: the first response, or the component's own message."""
    followups: list[Message] = field(default_factory=list)
    modal: Json | None = None
    choices: list[Json] | None = None
    pulse: Pulse = field(default_factory=Pulse)

    def shown(self) -> list[Message]:
        """The messages that came of it, first response first, without deleted ones."""
        first = [] if self.original is None else [self.original]
        return [it for it in first + self.followups if it.deleted_at is None]
