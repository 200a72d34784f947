"""Who may do what in a channel, by Discord's own order of roles and overwrites.

Source: Discord's reference, "Permissions → Permission Overwrites".
"""

from __future__ import annotations

from playground import errors
from playground.state import Channel, Guild, Overwrite, User
from playground.wire import Permission

EVERYTHING = (1 << 53) - 1

EVERYONE_MAY = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.ADD_REACTIONS
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.MENTION_EVERYONE
    | Permission.USE_EXTERNAL_EMOJIS
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.SEND_MESSAGES_IN_THREADS
)
"""What @everyone has in a new server."""

IN_A_DM = EVERYONE_MAY


def in_guild(guild: Guild, user: User) -> int:
    """Permissions of a member in the server as a whole."""
    member = guild.members.get(user.id)
    if member is None:
        return 0
    if guild.owner_id == user.id:
        return EVERYTHING
    allowed = guild.roles[guild.id].permissions
    for role_id in member.roles:
        allowed |= guild.roles[role_id].permissions
    return EVERYTHING if allowed & Permission.ADMINISTRATOR else allowed


def in_channel(channel: Channel, user: User) -> int:
    """Permissions of a user in one channel; a thread takes its parent's."""
    if channel.guild is None:
        return int(IN_A_DM)
    place = channel.parent if channel.parent is not None else channel
    allowed = in_guild(channel.guild, user)
    if allowed == EVERYTHING or not place.overwrites:
        return allowed
    member = channel.guild.members.get(user.id)
    if member is None:
        return 0
    everyone = place.overwrites.get(channel.guild.id)
    if everyone is not None:
        allowed = allowed & ~everyone.deny | everyone.allow
    allow = deny = 0
    for role_id in member.roles:
        overwrite = place.overwrites.get(role_id)
        if overwrite is not None:
            allow |= overwrite.allow
            deny |= overwrite.deny
    allowed = allowed & ~deny | allow
    own = place.overwrites.get(user.id)
    if own is not None:
        allowed = allowed & ~own.deny | own.allow
    return allowed


def require(channel: Channel, user: User, needed: Permission) -> None:
    """Raise as Discord does when *user* may not see the channel (50001) or lacks *needed* (50013)."""
    allowed = in_channel(channel, user)
    if not allowed & Permission.VIEW_CHANNEL:
        raise errors.missing_access()
    if allowed & needed != needed:
        raise errors.missing_permissions()


def forbid(channel: Channel, user: User, what: Permission) -> None:
    """Take permissions from one member in one channel."""
    overwrite = channel.overwrites.setdefault(user.id, Overwrite(is_role=False))
    overwrite.deny |= what
    overwrite.allow &= ~what


def allow(channel: Channel, user: User, what: Permission) -> None:
    """Give permissions to one member in one channel."""
    overwrite = channel.overwrites.setdefault(user.id, Overwrite(is_role=False))
    overwrite.allow |= what
    overwrite.deny &= ~what
