"""Where a person is and what they can see there: servers, roles, channels, messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground import payloads, permissions
from playground.state import Channel, Guild, Message, User
from playground.wire import ChannelKind, Intent, Permission

if TYPE_CHECKING:
    from playground.server import Playground


class Presence:
    """One person among servers and channels."""

    def __init__(self, play: Playground, user: User, guild: Guild) -> None:
        self.play = play
        self.user = user
        self.guild = guild
        """The server this person acts in unless a channel says otherwise."""

    def __repr__(self) -> str:
        return f"<Person {self.name}>"

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def dms(self) -> Channel:
        """This person's direct messages with the bot."""
        return self.play.world.dm_with(self.user)

    def join(self, guild: Guild, *, moderator: bool = False) -> None:
        """Become a member of a server."""
        member = self.play.world.add_member(guild, self.user)
        if moderator:
            member.roles.append(self.play.world.moderator_role(guild).id)
        self.play.gateway.dispatch(
            "GUILD_MEMBER_ADD",
            {**payloads.member(member), "guild_id": str(guild.id)},
            guild_id=guild.id,
            intents=Intent.MEMBERS,
        )

    def promote(self, guild: Guild | None = None) -> None:
        """Become a moderator."""
        place = guild or self.guild
        role = self.play.world.moderator_role(place).id
        if role not in place.members[self.id].roles:
            place.members[self.id].roles.append(role)

    def demote(self, guild: Guild | None = None) -> None:
        """Lose the moderators' role."""
        place = guild or self.guild
        role = self.play.world.moderator_role(place).id
        place.members[self.id].roles = [it for it in place.members[self.id].roles if it != role]

    def leave(self, guild: Guild | None = None) -> None:
        """Leave a server."""
        place = guild or self.guild
        place.members.pop(self.id, None)
        self.play.gateway.dispatch(
            "GUILD_MEMBER_REMOVE",
            {"guild_id": str(place.id), "user": payloads.user(self.user)},
            guild_id=place.id,
            intents=Intent.MEMBERS,
        )

    def sees(self, message: Message) -> bool:
        """Whether the message is on this person's screen."""
        return message.deleted_at is None and self.could_see(message)

    def could_see(self, message: Message) -> bool:
        """As ``sees``, also after the message was deleted."""
        if message.seen_by not in (None, self.user.id):
            return False
        return self.finds(message.channel)

    def finds(self, channel: Channel) -> bool:
        """Whether this person can open the channel."""
        if channel.guild is None:
            return channel.recipient is self.user
        if channel.kind is ChannelKind.PRIVATE_THREAD and self.user.id not in channel.thread_members:
            return False
        return bool(permissions.in_channel(channel, self.user) & Permission.VIEW_CHANNEL)

    def inbox(self) -> list[Message]:
        """What the bot has sent by direct message, oldest first."""
        return [it for it in self.dms.messages.values() if it.author is self.play.world.bot]

    def may_write(self, place: Channel) -> bool:
        """Whether this person can write in the channel."""
        if place.guild is None:
            return place.recipient is self.user
        needed = Permission.SEND_MESSAGES_IN_THREADS if place.is_thread else Permission.SEND_MESSAGES
        needed |= Permission.VIEW_CHANNEL
        return permissions.in_channel(place, self.user) & needed == needed
