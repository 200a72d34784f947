"""What exists in the playground: people, servers, roles, channels, messages. Plain mutable records.

They hold values only; how they look on the wire is in ``payloads``, who may do what is in ``permissions``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from playground.wire import ChannelKind, Json, MessageFlag, MessageKind

_NO_FLAGS = MessageFlag(0)


@dataclass(slots=True, eq=False)
class User:
    id: int
    name: str
    locale: str = "en-US"
    bot: bool = False
    accepts_dms: bool = True


@dataclass(slots=True, eq=False)
class Role:
    id: int
    name: str
    permissions: int
    position: int = 0
    managed: bool = False


@dataclass(slots=True, eq=False)
class Member:
    user: User
    joined_at: datetime
    roles: list[int] = field(default_factory=list)
    nick: str | None = None


@dataclass(slots=True, eq=False)
class Overwrite:
    """What a channel grants to or takes from one role or one member."""

    is_role: bool
    allow: int = 0
    deny: int = 0


@dataclass(slots=True, eq=False)
class Attachment:
    id: int
    filename: str
    content_type: str | None
    data: bytes
    url: str
    description: str | None = None

    @property
    def size(self) -> int:
        return len(self.data)


@dataclass(frozen=True, slots=True)
class Version:
    """How a message looked from a moment on. The first version is how it was created."""

    at: datetime
    content: str
    embeds: list[Json]
    components: list[Json]
    attachments: tuple[Attachment, ...]
    loading: bool


@dataclass(slots=True, eq=False, repr=False)
class Message:
    id: int
    channel: Channel
    author: User
    content: str
    created_at: datetime
    kind: MessageKind = MessageKind.DEFAULT
    flags: MessageFlag = _NO_FLAGS
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    mention_everyone: bool = False
    notified: frozenset[int] = frozenset()
    """Ids of the people whose Discord rang when the message was sent. Edits never ring."""
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    reply_to: Message | None = None
    interaction_id: int | None = None
    interaction_metadata: Json | None = None
    seen_by: int | None = None
    """The only person who sees a private reply; None for everybody in the channel."""
    nonce: str | int | None = None
    poll: Json | None = None
    tts: bool = False
    pinned: bool = False
    reactions: dict[str, set[int]] = field(default_factory=dict)
    thread: Channel | None = None
    edits: list[Version] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"<Message {self.id} in {self.channel.name!r} by {self.author.name}: {self.content[:80]!r}>"

    @property
    def private(self) -> bool:
        return self.seen_by is not None

    @property
    def loading(self) -> bool:
        """True while the person sees "… is thinking"."""
        return bool(self.flags & MessageFlag.LOADING)

    def remember(self, at: datetime) -> None:
        """Append how the message looks now to its history."""
        self.edits.append(
            Version(at, self.content, self.embeds, self.components, tuple(self.attachments), self.loading)
        )


@dataclass(slots=True, eq=False, repr=False)
class Channel:
    id: int
    kind: ChannelKind
    name: str
    guild: Guild | None = None
    parent: Channel | None = None
    recipient: User | None = None
    owner_id: int | None = None
    topic: str | None = None
    position: int = 0
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    archived: bool = False
    locked: bool = False
    created_at: datetime | None = None
    thread_members: dict[int, datetime] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Channel {self.id} {self.name!r}>"

    @property
    def is_thread(self) -> bool:
        return self.kind in (ChannelKind.PUBLIC_THREAD, ChannelKind.PRIVATE_THREAD)

    @property
    def is_dm(self) -> bool:
        return self.kind is ChannelKind.DM


@dataclass(slots=True, eq=False, repr=False)
class Guild:
    id: int
    name: str
    owner_id: int
    joined_at: datetime
    locale: str = "en-US"
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    """Text channels and threads by id."""

    def __repr__(self) -> str:
        return f"<Guild {self.id} {self.name!r}>"
