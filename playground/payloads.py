"""How the playground's records look on Discord's wire. Only builds new dicts; never changes a record."""

from __future__ import annotations

from datetime import datetime

from playground import permissions
from playground.state import Attachment, Channel, Guild, Member, Message, Role, User
from playground.wire import Json, MessageFlag


def moment(at: datetime) -> str:
    """A timestamp as Discord writes it."""
    return at.isoformat()


def user(one: User) -> Json:
    return {
        "id": str(one.id),
        "username": one.name.lower().replace(" ", "_") if one.name.isascii() else one.name,
        "global_name": None if one.bot else one.name,
        "discriminator": "0000" if one.bot else "0",
        "avatar": None,
        "bot": one.bot,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }


def member_without_user(one: Member) -> Json:
    return {
        "roles": [str(role) for role in one.roles],
        "joined_at": moment(one.joined_at),
        "nick": one.nick,
        "avatar": None,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "communication_disabled_until": None,
        "flags": 0,
        "banner": None,
    }


def member(one: Member) -> Json:
    return {**member_without_user(one), "user": user(one.user)}


def role(one: Role) -> Json:
    colours = {"primary_color": 0, "secondary_color": None, "tertiary_color": None}
    return {
        "id": str(one.id),
        "name": one.name,
        "permissions": str(int(one.permissions)),
        "position": one.position,
        "color": 0,
        "colors": colours,
        "hoist": False,
        "managed": one.managed,
        "mentionable": False,
        "description": None,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def channel(one: Channel) -> Json:
    """A channel, thread or DM."""
    last = next(reversed(one.messages), None)
    payload: Json = {
        "id": str(one.id),
        "type": int(one.kind),
        "last_message_id": None if last is None else str(last),
        "flags": 0,
    }
    if one.guild is None:
        payload["recipients"] = [] if one.recipient is None else [user(one.recipient)]
        return payload
    payload["guild_id"] = str(one.guild.id)
    payload["name"] = one.name
    payload["parent_id"] = None if one.parent is None else str(one.parent.id)
    payload["rate_limit_per_user"] = 0
    if one.is_thread:
        made = moment(one.created_at) if one.created_at is not None else None
        payload |= {
            "owner_id": str(one.owner_id),
            "message_count": len(one.messages),
            "total_message_sent": len(one.messages),
            "member_count": len(one.thread_members),
            "thread_metadata": {
                "archived": one.archived,
                "archive_timestamp": made,
                "auto_archive_duration": 1440,
                "locked": one.locked,
                "create_timestamp": made,
            },
        }
        return payload
    payload |= {
        "position": one.position,
        "topic": one.topic,
        "nsfw": False,
        "permission_overwrites": [
            {"id": str(target), "type": 0 if it.is_role else 1, "allow": str(it.allow), "deny": str(it.deny)}
            for target, it in one.overwrites.items()
        ],
    }
    return payload


def thread_member(thread: Channel, user_id: int) -> Json:
    return {
        "id": str(thread.id),
        "user_id": str(user_id),
        "join_timestamp": moment(thread.thread_members[user_id]),
        "flags": 1,
    }


def guild(one: Guild) -> Json:
    """The server as ``GET /guilds/{id}`` answers."""
    return {
        "id": str(one.id),
        "name": one.name,
        "icon": None,
        "description": None,
        "home_header": None,
        "splash": None,
        "discovery_splash": None,
        "features": [],
        "banner": None,
        "owner_id": str(one.owner_id),
        "application_id": None,
        "region": "deprecated",
        "afk_channel_id": None,
        "afk_timeout": 300,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "widget_enabled": False,
        "widget_channel_id": None,
        "verification_level": 0,
        "roles": [role(it) for it in one.roles.values()],
        "default_message_notifications": 0,
        "mfa_level": 0,
        "explicit_content_filter": 0,
        "max_presences": None,
        "max_members": 500000,
        "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25,
        "vanity_url_code": None,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "preferred_locale": one.locale,
        "rules_channel_id": None,
        "safety_alerts_channel_id": None,
        "public_updates_channel_id": None,
        "premium_progress_bar_enabled": False,
        "nsfw": False,
        "nsfw_level": 0,
        "emojis": [],
        "stickers": [],
        "incidents_data": None,
    }


def guild_create(one: Guild, bot: User) -> Json:
    """The server as the gateway presents it: the bot's own member, the channels and threads it may see."""
    seen = [it for it in one.channels.values() if permissions.in_channel(it, bot) & 1 << 10]
    return {
        **guild(one),
        "joined_at": moment(one.joined_at),
        "large": False,
        "unavailable": False,
        "member_count": len(one.members),
        "voice_states": [],
        "members": [member(one.members[bot.id])] if bot.id in one.members else [],
        "channels": [channel(it) for it in seen if not it.is_thread],
        "threads": [channel(it) for it in seen if it.is_thread and not it.archived],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def attachment(one: Attachment) -> Json:
    payload: Json = {
        "id": str(one.id),
        "filename": one.filename,
        "size": one.size,
        "url": one.url,
        "proxy_url": one.url,
    }
    if one.content_type is not None:
        payload["content_type"] = one.content_type
    if one.description is not None:
        payload["description"] = one.description
    return payload


def message(one: Message, bot: User, *, with_referenced: bool = True) -> Json:
    """A message as REST answers it; the gateway adds ``guild_id`` and ``member`` (``with_guild``).

    Discord shows one level of the message replied to: *with_referenced* is False inside that level.
    """
    payload: Json = {
        "id": str(one.id),
        "type": int(one.kind),
        "channel_id": str(one.channel.id),
        "author": user(one.author),
        "content": one.content,
        "timestamp": moment(one.created_at),
        "edited_timestamp": None if one.edited_at is None else moment(one.edited_at),
        "flags": int(one.flags),
        "embeds": one.embeds,
        "components": one.components,
        "attachments": [attachment(it) for it in one.attachments],
        "mentions": [user(it) for it in one.mentions],
        "mention_roles": [str(it) for it in one.mention_roles],
        "mention_everyone": one.mention_everyone,
        "pinned": one.pinned,
        "tts": one.tts,
    }
    if one.nonce is not None:
        payload["nonce"] = one.nonce
    if one.interaction_metadata is not None:
        payload["interaction_metadata"] = one.interaction_metadata
        payload["application_id"] = payload["webhook_id"] = str(bot.id)
    if one.poll is not None:
        payload["poll"] = one.poll
    if one.reactions:
        payload["reactions"] = [
            {
                "emoji": {"id": None, "name": name},
                "count": len(by),
                "count_details": {"burst": 0, "normal": len(by)},
                "burst_colors": [],
                "me_burst": False,
                "burst_me": False,
                "burst_count": 0,
                "me": bot.id in by,
            }
            for name, by in one.reactions.items()
        ]
    if one.thread is not None:
        payload["thread"] = channel(one.thread)
    if one.reply_to is not None:
        origin = one.reply_to
        reference = {"type": 0, "message_id": str(origin.id), "channel_id": str(origin.channel.id)}
        if origin.channel.guild is not None:
            reference["guild_id"] = str(origin.channel.guild.id)
        payload["message_reference"] = reference
        if with_referenced:
            gone = origin.deleted_at is not None
            payload["referenced_message"] = None if gone else message(origin, bot, with_referenced=False)
    return payload


def with_guild(payload: Json, one: Message) -> Json:
    """Add what only gateway events carry. Private replies belong to no server (Discord's rule for ephemerals)."""
    if one.channel.guild is None or one.flags & MessageFlag.PRIVATE:
        return payload
    payload["guild_id"] = str(one.channel.guild.id)
    author = one.channel.guild.members.get(one.author.id)
    if author is not None:
        payload["member"] = member_without_user(author)
    return payload


def without_content(payload: Json, bot: User) -> Json:
    """The message as a bot without the message-content intent receives it.

    Kept whole: the bot's own messages, and those that mention it. Direct messages never come here.
    """
    referenced = payload.get("referenced_message")
    if referenced is not None:
        payload = {**payload, "referenced_message": without_content(referenced, bot)}
    me = str(bot.id)
    if payload["author"]["id"] == me or any(it["id"] == me for it in payload["mentions"]):
        return payload
    return {**payload, "content": "", "embeds": [], "components": [], "attachments": []}
