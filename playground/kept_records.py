"""The playground's records as JSON, and back: what is kept between two runs.

Left out: how messages looked before their last edit, interactions whose token is dead, and the contents of large files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from playground.interaction import Interaction
from playground.people import Person
from playground.state import Attachment, Channel, Guild, Member, Message, Overwrite, Role, User
from playground.wire import (
    ChannelKind,
    InteractionKind,
    Json,
    MessageFlag,
    MessageKind,
    ResponseKind,
)
from playground.world import CommandScope, World

if TYPE_CHECKING:
    from playground.server import Playground

LARGEST_FILE: Final = 1024 * 1024
"""Bytes of a file above which only its name is kept."""


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """A message on its way to or from the disk."""

    id: int
    channel_id: int
    body: Json


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A message's file on its way to or from the disk."""

    id: int
    message_id: int
    about: Json
    data: bytes


# ---- to the disk


def places(play: Playground) -> Json:
    """Everything but messages: it is little, and written whole each time."""
    world = play.world
    alive = world.clock.time() - play.interactions.token_seconds
    return {
        "bot": world.bot.id,
        "operator": world.operator.id,
        "home": [play.guild.id, play.channel.id, play.second_channel.id],
        "users": [
            {
                "id": it.id,
                "name": it.name,
                "locale": it.locale,
                "bot": it.bot,
                "accepts_dms": it.accepts_dms,
            }
            for it in world.users.values()
        ],
        "people": [[it.id, it.guild.id] for it in play.people.values()],
        "guilds": [_guild(it) for it in world.guilds.values()],
        "channels": [_channel(it) for it in world.channels.values()],
        "commands": [[scope, list(it.by_id.values())] for scope, it in world.commands.items()],
        "interactions": [
            _interaction(it)
            for it in world.interactions.values()
            if it.created > alive and it.kind is not InteractionKind.AUTOCOMPLETE
        ],
    }


def _guild(one: Guild) -> Json:
    return {
        "id": one.id,
        "name": one.name,
        "owner": one.owner_id,
        "joined_at": one.joined_at.isoformat(),
        "locale": one.locale,
        "roles": [[it.id, it.name, it.permissions, it.position, it.managed] for it in one.roles.values()],
        "members": [
            [it.user.id, it.joined_at.isoformat(), list(it.roles), it.nick] for it in one.members.values()
        ],
    }


def _channel(one: Channel) -> Json:
    return {
        "id": one.id,
        "kind": int(one.kind),
        "name": one.name,
        "guild": None if one.guild is None else one.guild.id,
        "parent": None if one.parent is None else one.parent.id,
        "recipient": None if one.recipient is None else one.recipient.id,
        "owner": one.owner_id,
        "topic": one.topic,
        "position": one.position,
        "overwrites": [[target, it.is_role, it.allow, it.deny] for target, it in one.overwrites.items()],
        "archived": one.archived,
        "locked": one.locked,
        "created_at": _moment(one.created_at),
        "thread_members": [[who, at.isoformat()] for who, at in one.thread_members.items()],
    }


def _interaction(one: Interaction) -> Json:
    return {
        "id": one.id,
        "token": one.token,
        "kind": int(one.kind),
        "user": one.user.id,
        "channel": one.channel.id,
        "name": one.name,
        "data": one.data,
        "created": one.created,
        "owners": one.event.get("authorizing_integration_owners") or {},
        "message": None if one.message is None else one.message.id,
        "opener": None if one.from_modal_opener is None else one.from_modal_opener.id,
        "response": None if one.response is None else int(one.response),
        "original": None if one.original is None else one.original.id,
        "followups": [it.id for it in one.followups],
        "modal": one.modal,
    }


def message(one: Message) -> KeptMessage:
    """One message, its files by their ids."""
    body: Json = {
        "author": one.author.id,
        "content": one.content,
        "created_at": one.created_at.isoformat(),
        "kind": int(one.kind),
        "flags": int(one.flags),
        "embeds": one.embeds,
        "components": one.components,
        "files": [it.id for it in one.attachments],
        "mentions": [it.id for it in one.mentions],
        "mention_roles": one.mention_roles,
        "mention_everyone": one.mention_everyone,
        "notified": sorted(one.notified),
        "edited_at": _moment(one.edited_at),
        "reply_to": None if one.reply_to is None else one.reply_to.id,
        "interaction": one.interaction_id,
        "interaction_metadata": one.interaction_metadata,
        "seen_by": one.seen_by,
        "nonce": one.nonce,
        "poll": one.poll,
        "tts": one.tts,
        "pinned": one.pinned,
        "reactions": [[emoji, sorted(who)] for emoji, who in one.reactions.items()],
    }
    return KeptMessage(one.id, one.channel.id, body)


def files(one: Message) -> list[KeptFile]:
    """The files of a message; of a large one without its contents."""
    return [
        KeptFile(
            it.id,
            one.id,
            {"name": it.filename, "type": it.content_type, "description": it.description},
            it.data if it.size <= LARGEST_FILE else b"",
        )
        for it in one.attachments
    ]


# ---- back


def rebuild(
    play: Playground, kept: Json, messages: Iterable[KeptMessage], kept_files: Iterable[KeptFile]
) -> None:
    """Put what was kept in the place of all that is in *play*. LookupError, TypeError or ValueError when it is not whole."""
    world = play.world
    world.forget_everything()
    play.people.clear()
    world.users.clear()
    for it in kept["users"]:
        user = {kept["bot"]: world.bot, kept["operator"]: world.operator}.get(it["id"]) or User(0, "")
        user.id, user.name, user.locale = it["id"], it["name"], it["locale"]
        user.bot, user.accepts_dms = it["bot"], it["accepts_dms"]
        world.users[user.id] = user
    for it in kept["guilds"]:
        _rebuild_guild(world, it)
    for it in kept["channels"]:
        _rebuild_channel(world, it)
    for it in kept["channels"]:
        if it["parent"] is not None:
            world.channels[it["id"]].parent = world.channels.get(it["parent"])
    for scope, commands in kept["commands"]:
        world.commands[scope] = CommandScope({int(it["id"]): it for it in commands})
    home, *rooms = kept["home"]
    play.guild = world.guilds[home]
    left = [it for it in play.guild.channels.values() if not it.is_thread]
    play.channel, play.second_channel = (world.channels.get(it) or left[0] for it in rooms)
    for identity, guild_id in kept["people"]:
        play.people[identity] = Person(play, world.users[identity], world.guilds[guild_id])
    by_id = {it.id: it for it in kept_files}
    for one in messages:
        _rebuild_message(world, one, by_id)
    for it in kept["interactions"]:
        if it["channel"] in world.channels:
            _rebuild_interaction(world, it)
    _drop_the_unanswered(world)
    known = (world.users, world.guilds, world.channels, world.messages, world.attachments, world.interactions)
    world.snowflakes.go_on_after(max(max(records, default=0) for records in known))


def _rebuild_guild(world: World, it: Json) -> None:
    guild = Guild(it["id"], it["name"], it["owner"], datetime.fromisoformat(it["joined_at"]), it["locale"])
    guild.roles = {row[0]: Role(*row) for row in it["roles"]}
    for who, joined_at, roles, nick in it["members"]:
        guild.members[who] = Member(world.users[who], datetime.fromisoformat(joined_at), roles, nick)
    world.guilds[guild.id] = guild


def _rebuild_channel(world: World, it: Json) -> None:
    guild = None if it["guild"] is None else world.guilds[it["guild"]]
    channel = Channel(
        it["id"],
        ChannelKind(it["kind"]),
        it["name"],
        guild,
        recipient=None if it["recipient"] is None else world.users[it["recipient"]],
        owner_id=it["owner"],
        topic=it["topic"],
        position=it["position"],
        overwrites={row[0]: Overwrite(*row[1:]) for row in it["overwrites"]},
        archived=it["archived"],
        locked=it["locked"],
        created_at=_at(it["created_at"]),
        thread_members={who: datetime.fromisoformat(at) for who, at in it["thread_members"]},
    )
    world.channels[channel.id] = channel
    if guild is not None:
        guild.channels[channel.id] = channel


def _rebuild_message(world: World, one: KeptMessage, kept_files: Mapping[int, KeptFile]) -> None:
    channel, it = world.channels.get(one.channel_id), one.body
    if channel is None:
        return
    message = Message(
        one.id,
        channel,
        world.users[it["author"]],
        it["content"],
        datetime.fromisoformat(it["created_at"]),
        MessageKind(it["kind"]),
        MessageFlag(it["flags"]),
        embeds=it["embeds"],
        components=it["components"],
        attachments=[
            _attachment(world, channel, kept_files[file]) for file in it["files"] if file in kept_files
        ],
        mentions=[world.users[who] for who in it["mentions"] if who in world.users],
        mention_roles=it["mention_roles"],
        mention_everyone=it["mention_everyone"],
        notified=frozenset(it["notified"]),
        edited_at=_at(it["edited_at"]),
        reply_to=world.messages.get(it["reply_to"]),
        interaction_id=it["interaction"],
        interaction_metadata=it["interaction_metadata"],
        seen_by=it["seen_by"],
        nonce=it["nonce"],
        poll=it["poll"],
        tts=it["tts"],
        pinned=it["pinned"],
        reactions={emoji: set(who) for emoji, who in it["reactions"]},
        thread=world.channels.get(one.id),  # a thread that began with a message has its id
    )
    message.remember(message.edited_at or message.created_at)
    channel.messages[message.id] = world.messages[message.id] = message


def _attachment(world: World, channel: Channel, kept: KeptFile) -> Attachment:
    name = kept.about["name"]
    url = f"{world.base_url}/attachments/{channel.id}/{kept.id}/{name}"  # the port may be another one now
    attachment = Attachment(kept.id, name, kept.about["type"], kept.data, url, kept.about["description"])
    world.attachments[kept.id] = attachment
    return attachment


def _rebuild_interaction(world: World, it: Json) -> None:
    interaction = Interaction(
        it["id"],
        it["token"],
        InteractionKind(it["kind"]),
        world.users[it["user"]],
        world.channels[it["channel"]],
        it["name"],
        it["data"],
        it["created"],
        {"authorizing_integration_owners": it["owners"]},
        message=world.messages.get(it["message"]),
        from_modal_opener=world.interactions.get(it["opener"]),
        response=None if it["response"] is None else ResponseKind(it["response"]),
        original=world.messages.get(it["original"]),
        followups=[world.messages[one] for one in it["followups"] if one in world.messages],
        modal=it["modal"],
    )
    world.interactions[interaction.id] = world.by_token[interaction.token] = interaction


def _drop_the_unanswered(world: World) -> None:
    """A "thinking…" whose token is gone can never be answered any more."""
    for message in [it for it in world.messages.values() if it.loading]:
        if message.interaction_id not in world.interactions:
            del world.messages[message.id], message.channel.messages[message.id]


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _at(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
