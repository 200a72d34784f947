"""What happens to messages: written, edited, deleted, reacted to, and who hears of it.

Only records and announces; whether somebody may do it is decided by the caller.
"""

from __future__ import annotations

import re
from typing import Any

from playground import payloads, permissions
from playground.gateway import Gateway
from playground.routing import Upload
from playground.state import Attachment, Channel, Message, User
from playground.wire import Intent, Json, MessageFlag, MessageKind, Permission
from playground.world import Change, What, World

_USER_MENTION = re.compile(r"<@!?(\d+)>")
_ROLE_MENTION = re.compile(r"<@&(\d+)>")
_EVERYONE = re.compile(r"@(?:everyone|here)\b")

_SETTABLE_FLAGS = MessageFlag.SUPPRESS_EMBEDS | MessageFlag.SILENT | MessageFlag.COMPONENTS_V2


class Messages:
    """Every change to a message goes through here, so that history, gateway, driver and page agree."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world = world
        self._gateway = gateway

    # ---- writing

    def write(
        self,
        channel: Channel,
        author: User,
        body: Json,
        *,
        attachments: list[Attachment] | None = None,
        kind: MessageKind = MessageKind.DEFAULT,
        reply_to: Message | None = None,
        seen_by: int | None = None,
        loading: bool = False,
        interaction_id: int | None = None,
        interaction_metadata: Json | None = None,
    ) -> Message:
        """Create a message from a request's *body* and announce it."""
        now = self._world.clock.now()
        flags = MessageFlag(body.get("flags") or 0) & _SETTABLE_FLAGS
        if seen_by is not None:
            flags |= MessageFlag.PRIVATE
        if loading:
            flags |= MessageFlag.LOADING
        message = Message(
            self._world.snowflakes.next(),
            channel,
            author,
            body.get("content") or "",
            now,
            kind,
            flags,
            embeds=as_shown(body.get("embeds")),
            components=numbered(body.get("components")),
            attachments=attachments or [],
            reply_to=reply_to,
            interaction_id=interaction_id,
            interaction_metadata=interaction_metadata,
            seen_by=seen_by,
            nonce=body.get("nonce"),
            poll=body.get("poll"),
            tts=bool(body.get("tts")),
        )
        self._resolve_mentions(message, body.get("allowed_mentions"))
        message.notified = self._rings_for(message)
        self.keep(message)
        return message

    def keep(self, message: Message) -> None:
        """Store a new message and announce it."""
        message.remember(message.created_at)
        message.channel.messages[message.id] = message
        self._world.messages[message.id] = message
        self.announce("MESSAGE_CREATE", message)
        self._world.tell(Change(What.MESSAGE, message=message))

    def edit(self, message: Message, body: Json, attachments: list[Attachment] | None = None) -> None:
        """Apply a PATCH: only the fields that are present change."""
        if "content" in body:
            message.content = body["content"] or ""
        if "embeds" in body:
            message.embeds = as_shown(body["embeds"])
        if "components" in body:
            message.components = numbered(body["components"])
        if attachments is not None:
            message.attachments = attachments
        if body.get("flags") is not None:
            kept = message.flags & ~MessageFlag.SUPPRESS_EMBEDS
            message.flags = kept | MessageFlag(body["flags"]) & (
                MessageFlag.SUPPRESS_EMBEDS | MessageFlag.COMPONENTS_V2
            )
        now = self._world.clock.now()
        if message.flags & MessageFlag.LOADING:
            # A deferred response gets its first content: Discord rings now and shows no "(edited)".
            message.flags &= ~MessageFlag.LOADING
            self._resolve_mentions(message, body.get("allowed_mentions"))
            message.notified = self._rings_for(message)
        else:
            message.edited_at = now
            self._resolve_mentions(message, body.get("allowed_mentions"))
        message.remember(now)
        self.announce("MESSAGE_UPDATE", message)
        self._world.tell(Change(What.EDIT, message=message))

    def delete(self, message: Message) -> None:
        """Remove a message; its record stays for whoever holds it."""
        message.deleted_at = self._world.clock.now()
        message.channel.messages.pop(message.id, None)
        self._world.messages.pop(message.id, None)
        channel = message.channel
        data: Json = {"id": str(message.id), "channel_id": str(channel.id)}
        guild_id = None
        if channel.guild is not None and not message.private:
            guild_id = channel.guild.id
            data["guild_id"] = str(guild_id)
        intents = Intent.DIRECT_MESSAGES if guild_id is None else Intent.GUILD_MESSAGES
        self._gateway.dispatch("MESSAGE_DELETE", data, guild_id=guild_id, intents=intents)
        self._world.tell(Change(What.DELETE, message=message))

    def react(self, message: Message, user: User, emoji: str) -> None:
        message.reactions.setdefault(emoji, set()).add(user.id)
        self._announce_reaction("MESSAGE_REACTION_ADD", message, user, emoji)

    def unreact(self, message: Message, user: User, emoji: str) -> None:
        by = message.reactions.get(emoji, set())
        by.discard(user.id)
        if not by:
            message.reactions.pop(emoji, None)
        self._announce_reaction("MESSAGE_REACTION_REMOVE", message, user, emoji)

    # ---- telling

    def announce(self, event: str, message: Message) -> None:
        """Send a message event to the bot's sessions, where the bot may see the channel."""
        channel = message.channel
        if not permissions.in_channel(channel, self._world.bot) & Permission.VIEW_CHANNEL:
            return
        payload = payloads.with_guild(payloads.message(message, self._world.bot), message)
        payload["channel_type"] = int(channel.kind)
        self._gateway.dispatch_message(
            event,
            payload,
            guild_id=None if channel.guild is None else channel.guild.id,
            private=message.private,
        )

    def _announce_reaction(self, event: str, message: Message, user: User, emoji: str) -> None:
        guild = message.channel.guild
        data: Json = {
            "user_id": str(user.id),
            "channel_id": str(message.channel.id),
            "message_id": str(message.id),
            "message_author_id": str(message.author.id),
            "emoji": {"id": None, "name": emoji},
            "burst": False,
            "type": 0,
        }
        intents = Intent.DIRECT_REACTIONS
        if guild is not None:
            intents = Intent.GUILD_REACTIONS
            data["guild_id"] = str(guild.id)
            if user.id in guild.members and event.endswith("ADD"):
                data["member"] = payloads.member(guild.members[user.id])
        self._gateway.dispatch(event, data, guild_id=None if guild is None else guild.id, intents=intents)
        self._world.tell(Change(What.REACTION, message=message, user=user))

    # ---- mentions

    def _resolve_mentions(self, message: Message, allowed: Json | None) -> None:
        """Which mentions count, by ``allowed_mentions`` and the author's permissions."""
        content = "\n".join((message.content, *texts_of(message.components)))
        if "@" not in content and message.reply_to is None:
            message.mentions, message.mention_roles, message.mention_everyone = [], [], False
            return
        parse = {"users", "roles", "everyone"} if allowed is None else set(allowed.get("parse") or ())
        users = {int(it) for it in (allowed or {}).get("users") or ()}
        roles = {int(it) for it in (allowed or {}).get("roles") or ()}
        may_everyone = bool(
            permissions.in_channel(message.channel, message.author) & Permission.MENTION_EVERYONE
        )
        message.mentions = []
        for found in dict.fromkeys(map(int, _USER_MENTION.findall(content))):
            user = self._world.users.get(found)
            if user is not None and ("users" in parse or found in users):
                message.mentions.append(user)
        replied = message.reply_to
        if replied is not None and (allowed is None or allowed.get("replied_user")):
            if replied.author not in message.mentions:
                message.mentions.append(replied.author)
        guild_roles = {} if message.channel.guild is None else message.channel.guild.roles
        message.mention_roles = [
            found
            for found in dict.fromkeys(map(int, _ROLE_MENTION.findall(content)))
            if found in guild_roles and may_everyone and ("roles" in parse or found in roles)
        ]
        message.mention_everyone = bool(_EVERYONE.search(content)) and "everyone" in parse and may_everyone

    def _rings_for(self, message: Message) -> frozenset[int]:
        if message.flags & (MessageFlag.SILENT | MessageFlag.LOADING):
            return frozenset()
        rung = {user.id for user in message.mentions}
        guild = message.channel.guild
        if guild is None:
            if message.channel.recipient is not None:
                rung.add(message.channel.recipient.id)
        elif message.mention_everyone:
            rung.update(guild.members)
        elif message.mention_roles:
            for member in guild.members.values():
                if not set(member.roles).isdisjoint(message.mention_roles):
                    rung.add(member.user.id)
        if message.seen_by is not None:
            rung &= {message.seen_by}
        rung.discard(message.author.id)
        return frozenset(rung)

    # ---- files

    def take_uploads(self, channel: Channel, body: Json, uploads: list[Upload]) -> list[Attachment]:
        """Store the files of a request; names and descriptions come from ``attachments`` where it has them."""
        described = {str(it.get("id")): it for it in body.get("attachments") or () if isinstance(it, dict)}
        stored = []
        for upload in uploads:
            about = described.get(str(upload.index), {})
            stored.append(
                self._world.add_attachment(
                    channel,
                    about.get("filename") or upload.filename,
                    upload.data,
                    upload.content_type,
                    about.get("description"),
                )
            )
        return stored

    def attachments_after_edit(
        self, message: Message, body: Json, uploads: list[Upload]
    ) -> list[Attachment] | None:
        """What a PATCH leaves attached: the old ones it names and the new files; None for no change."""
        if "attachments" not in body and not uploads:
            return None
        new = self.take_uploads(message.channel, body, uploads)
        if "attachments" not in body:
            return message.attachments + new
        named = {str(it.get("id")) for it in body["attachments"] or ()}
        return [it for it in message.attachments if str(it.id) in named] + new


def as_shown(embeds: list[Json] | None) -> list[Json]:
    """Embeds as Discord stores them."""
    return [{"type": "rich", **it} for it in embeds or ()]


def numbered(components: list[Json] | None) -> list[Json]:
    """Give every component the numeric id that Discord gives it. Works in place: the body is ours alone."""
    result = components or []
    taken = {it["id"] for it in every_component(result) if it.get("id")}
    following = 1
    for component in every_component(result):
        if not component.get("id"):
            while following in taken:
                following += 1
            component["id"] = following
            taken.add(following)
    return result


def every_component(components: list[Json]) -> list[Json]:
    """All components, nested ones included, in reading order."""
    found: list[Json] = []
    for component in components:
        found.append(component)
        found.extend(every_component(component.get("components") or []))
        for key in ("component", "accessory"):
            inner = component.get(key)
            if isinstance(inner, dict):
                found.extend(every_component([inner]))
    return found


def texts_of(components: list[Json]) -> list[str]:
    """The text displays among components, in order."""
    return [str(it.get("content", "")) for it in every_component(components) if it.get("type") == 10]


def body_is_empty(body: Json, uploads: list[Upload], attachments: Any = None) -> bool:
    """True when a new message would have nothing to show (50006)."""
    return not (
        (body.get("content") or "").strip()
        or body.get("embeds")
        or body.get("components")
        or body.get("poll")
        or body.get("sticker_ids")
        or uploads
        or attachments
    )
