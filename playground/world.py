"""Everything that exists in one playground, found by id. Holds and finds; what happens to it is elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from playground import errors, permissions
from playground.clock import PlayClock
from playground.interaction import Interaction
from playground.pulse import Pulse
from playground.snowflakes import Snowflakes
from playground.state import Attachment, Channel, Guild, Member, Message, Role, User
from playground.wire import ChannelKind, Json, Permission


class What(StrEnum):
    """What a change was, as the page's socket names it."""

    MESSAGE = "message"
    EDIT = "edit"
    DELETE = "delete"
    TYPING = "typing"
    ACKNOWLEDGED = "acknowledged"
    MODAL = "modal"
    CHOICES = "choices"
    CHANNEL = "channel"
    REACTION = "reaction"
    COMMANDS = "commands"
    PEOPLE = "people"
    BOT = "bot"
    """The bot came or went."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that somebody could see happen."""

    what: What
    message: Message | None = None
    interaction: Interaction | None = None
    channel: Channel | None = None
    user: User | None = None


@dataclass(slots=True)
class CommandScope:
    """The commands registered globally (guild None) or in one server, by id."""

    by_id: dict[int, Json] = field(default_factory=dict)


class World:
    """The records, and a way to hear of changes."""

    def __init__(self, clock: PlayClock, base_url: str) -> None:
        self.clock = clock
        self.base_url = base_url
        self.snowflakes = Snowflakes(clock)
        self.bot = User(self.snowflakes.next(), "Tutor", bot=True)
        self.operator = User(self.snowflakes.next(), "Operator")
        self.users: dict[int, User] = {self.bot.id: self.bot, self.operator.id: self.operator}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.messages: dict[int, Message] = {}
        self.attachments: dict[int, Attachment] = {}
        self.interactions: dict[int, Interaction] = {}
        self.by_token: dict[str, Interaction] = {}
        self.commands: dict[int | None, CommandScope] = {None: CommandScope()}
        self.commands_changed = Pulse()
        self.listeners: list[Callable[[Change], None]] = []

    def forget_everything(self) -> None:
        """Begin again: nothing is left, and the bot and the operator are new ones."""
        for records in (
            self.users,
            self.guilds,
            self.channels,
            self.messages,
            self.attachments,
            self.interactions,
            self.by_token,
        ):
            records.clear()
        self.commands = {None: CommandScope()}
        for user in (self.bot, self.operator):
            user.id = self.snowflakes.next()
            self.users[user.id] = user

    def tell(self, change: Change) -> None:
        """Let the driver and the page know."""
        if change.what is What.COMMANDS:
            self.commands_changed.beat()
        for listener in self.listeners:
            listener(change)

    # ---- making

    def add_user(self, name: str, locale: str) -> User:
        user = User(self.snowflakes.next(), name, locale)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, locale: str) -> Guild:
        guild = Guild(self.snowflakes.next(), name, self.operator.id, self.clock.now(), locale)
        guild.roles[guild.id] = Role(guild.id, "@everyone", int(permissions.EVERYONE_MAY))
        self.guilds[guild.id] = guild
        self.add_member(guild, self.operator)
        own_role = self.add_role(guild, self.bot.name, int(permissions.EVERYONE_MAY), managed=True)
        self.add_member(guild, self.bot).roles.append(own_role.id)
        return guild

    def add_role(self, guild: Guild, name: str, allowed: int, *, managed: bool = False) -> Role:
        role = Role(self.snowflakes.next(), name, allowed, len(guild.roles), managed)
        guild.roles[role.id] = role
        return role

    def add_member(self, guild: Guild, user: User) -> Member:
        member = guild.members.get(user.id)
        if member is None:
            member = guild.members[user.id] = Member(user, self.clock.now())
        return member

    def moderator_role(self, guild: Guild) -> Role:
        """The role that carries Manage Server; made when first asked for."""
        for role in guild.roles.values():
            if role.name == "Moderators":
                return role
        return self.add_role(guild, "Moderators", int(Permission.MANAGE_GUILD | Permission.MANAGE_MESSAGES))

    def add_channel(self, guild: Guild, name: str) -> Channel:
        channel = Channel(self.snowflakes.next(), ChannelKind.TEXT, name, guild, position=len(guild.channels))
        channel.created_at = self.clock.now()
        guild.channels[channel.id] = self.channels[channel.id] = channel
        return channel

    def add_thread(
        self, parent: Channel, name: str, owner: User, kind: ChannelKind, identity: int | None = None
    ) -> Channel:
        now = self.clock.now()
        assert parent.guild is not None
        thread = Channel(
            identity or self.snowflakes.next(), kind, name, parent.guild, parent, owner_id=owner.id
        )
        thread.created_at = now
        thread.thread_members[owner.id] = now
        parent.guild.channels[thread.id] = self.channels[thread.id] = thread
        return thread

    def dm_with(self, user: User) -> Channel:
        """The direct-message channel between the bot and *user*; the same one each time."""
        for channel in self.channels.values():
            if channel.is_dm and channel.recipient is user:
                return channel
        channel = Channel(self.snowflakes.next(), ChannelKind.DM, user.name, recipient=user)
        self.channels[channel.id] = channel
        return channel

    def add_attachment(
        self,
        channel: Channel,
        filename: str,
        data: bytes,
        content_type: str | None,
        description: str | None = None,
    ) -> Attachment:
        identity = self.snowflakes.next()
        url = f"{self.base_url}/attachments/{channel.id}/{identity}/{filename}"
        attachment = Attachment(identity, filename, content_type, data, url, description)
        self.attachments[identity] = attachment
        return attachment

    # ---- finding; each raises Discord's own 404

    def guild(self, guild_id: str) -> Guild:
        guild = self.guilds.get(number(guild_id))
        if guild is None:
            raise errors.unknown_guild()
        return guild

    def channel(self, channel_id: str) -> Channel:
        channel = self.channels.get(number(channel_id))
        if channel is None:
            raise errors.unknown_channel()
        return channel

    def user(self, user_id: str) -> User:
        user = self.users.get(number(user_id))
        if user is None:
            raise errors.unknown_user()
        return user

    def member(self, guild: Guild, user_id: str) -> Member:
        member = guild.members.get(number(user_id))
        if member is None:
            raise errors.unknown_member()
        return member


def number(snowflake: str) -> int:
    """An id from a path; -1, which nothing has, when it is none."""
    return int(snowflake) if snowflake.isascii() and snowflake.isdigit() else -1
