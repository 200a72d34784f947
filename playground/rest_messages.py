"""REST: messages in channels, threads and DMs, with the bot's own token."""

from __future__ import annotations

from urllib.parse import unquote

from playground import errors, payloads, permissions
from playground.messages import body_is_empty
from playground.routing import Answer, Call, Routes
from playground.state import Channel, Message
from playground.wire import Json, MessageKind, Permission
from playground.world import Change, What, number

_NONCE_SECONDS = 300.0
"""How long an enforced nonce is remembered (Discord: "the past few minutes")."""


def add_to(routes: Routes) -> None:
    """Register the routes of this file."""
    many = "/channels/{channel_id}/messages"
    one = many + "/{message_id}"
    routes.add("POST", many, _create)
    routes.add("GET", many, _read_many)
    routes.add("POST", f"{many}/bulk-delete", _bulk_delete)
    routes.add("GET", one, _read)
    routes.add("PATCH", one, _edit)
    routes.add("DELETE", one, _delete)
    routes.add("PUT", f"{one}/reactions/{{emoji_name}}/@me", _react)
    routes.add("DELETE", f"{one}/reactions/{{emoji_name}}/@me", _unreact)
    routes.add("GET", f"{one}/reactions/{{emoji_name}}", _read_reactions)
    routes.add("DELETE", f"{one}/reactions", _clear_reactions)
    routes.add("POST", "/channels/{channel_id}/typing", _typing)
    routes.add("PUT", f"{many}/pins/{{message_id}}", _pin)
    routes.add("DELETE", f"{many}/pins/{{message_id}}", _unpin)


def _create(call: Call) -> Answer:
    """Send a message, with the permissions that its place, its files and what it replies to need.

    With ``enforce_nonce`` the same nonce sends nothing a second time: the answer is the message that is there.
    """
    play, body = call.play, call.body
    channel = _writable(call)
    if body_is_empty(body, call.uploads):
        raise errors.empty_message()
    needed = Permission(0)
    if call.uploads:
        needed |= Permission.ATTACH_FILES
    reply_to = _replied_to(call, channel)
    if reply_to is not None:
        needed |= Permission.READ_MESSAGE_HISTORY
    permissions.require(channel, play.world.bot, needed)
    nonce = body.get("nonce")
    if nonce is not None and body.get("enforce_nonce"):
        same = _sent_with_nonce(call, channel, nonce)
        if same is not None:
            return payloads.message(same, play.world.bot)
    message = play.messages.write(
        channel,
        play.world.bot,
        body,
        attachments=play.messages.take_uploads(channel, body, call.uploads),
        kind=MessageKind.DEFAULT if reply_to is None else MessageKind.REPLY,
        reply_to=reply_to,
    )
    return payloads.message(message, play.world.bot)


def _read_many(call: Call) -> Answer:
    """Messages, newest first: at most 100, and of ``before``, ``after`` and ``around`` one. None that are private."""
    channel = _readable(call)
    limit = number(call.query.get("limit", "50"))
    if not 1 <= limit <= 100:
        problem = errors.Problem(("limit",), "NUMBER_TYPE_COERCE", "must be 1 to 100")
        raise errors.invalid_form([problem])
    public = [it for it in channel.messages.values() if not it.private]
    if "before" in call.query:
        public = [it for it in public if it.id < number(call.query["before"])]
    if "after" in call.query:
        chosen = [it for it in public if it.id > number(call.query["after"])][:limit]
    elif "around" in call.query:
        middle = number(call.query["around"])
        nearest = sorted(public, key=lambda it: abs(it.id - middle))[:limit]
        chosen = sorted(nearest, key=lambda it: it.id)
    else:
        chosen = public[-limit:]
    return [payloads.message(it, call.play.world.bot) for it in reversed(chosen)]


def _read(call: Call) -> Answer:
    return payloads.message(_message(call, _readable(call)), call.play.world.bot)


def _edit(call: Call) -> Answer:
    """Change a message of the bot's own (50005 for another's), not in an archived thread (50083)."""
    play = call.play
    message = _message(call, _visible(call))
    if message.author is not play.world.bot:
        raise errors.not_the_author()
    if message.channel.archived:
        raise errors.thread_archived()
    play.rest.check_edit(call, message, call.body)
    play.messages.edit(
        message, call.body, play.messages.attachments_after_edit(message, call.body, call.uploads)
    )
    return payloads.message(message, play.world.bot)


def _delete(call: Call) -> Answer:
    """Delete a message of the bot's own, or another's with the permission for it; none of another's in DMs (50003)."""
    message = _message(call, _visible(call))
    _require_own_or_manage(call, message)
    call.play.messages.delete(message)
    return None


def _bulk_delete(call: Call) -> Answer:
    """Delete several, with the permission to manage messages. Ids of nothing are passed over, as at Discord."""
    channel = _visible(call)
    permissions.require(channel, call.play.world.bot, Permission.MANAGE_MESSAGES)
    for message_id in call.body.get("messages", ()):
        message = channel.messages.get(number(str(message_id)))
        if message is not None:
            call.play.messages.delete(message)
    return None


def _react(call: Call) -> Answer:
    channel = _readable(call)
    permissions.require(channel, call.play.world.bot, Permission.ADD_REACTIONS)
    call.play.messages.react(_message(call, channel), call.play.world.bot, unquote(call.params["emoji_name"]))
    return None


def _unreact(call: Call) -> Answer:
    message = _message(call, _readable(call))
    call.play.messages.unreact(message, call.play.world.bot, unquote(call.params["emoji_name"]))
    return None


def _read_reactions(call: Call) -> Answer:
    """Who reacted with an emoji, by id."""
    message = _message(call, _readable(call))
    by = message.reactions.get(unquote(call.params["emoji_name"]), set())
    return [payloads.user(call.play.world.users[it]) for it in sorted(by)]


def _clear_reactions(call: Call) -> Answer:
    channel = _visible(call)
    permissions.require(channel, call.play.world.bot, Permission.MANAGE_MESSAGES)
    _message(call, channel).reactions.clear()
    return None


def _typing(call: Call) -> Answer:
    """Show that the bot types, where it may write."""
    channel = _writable(call)
    call.play.world.tell(Change(What.TYPING, channel=channel, user=call.play.world.bot))
    return None


def _pin(call: Call) -> Answer:
    channel = _visible(call)
    permissions.require(channel, call.play.world.bot, Permission.MANAGE_MESSAGES)
    _message(call, channel).pinned = True
    return None


def _unpin(call: Call) -> Answer:
    channel = _visible(call)
    permissions.require(channel, call.play.world.bot, Permission.MANAGE_MESSAGES)
    _message(call, channel).pinned = False
    return None


def _visible(call: Call) -> Channel:
    channel = call.play.world.channel(call.params["channel_id"])
    permissions.require(channel, call.play.world.bot, Permission(0))
    return channel


def _readable(call: Call) -> Channel:
    channel = _visible(call)
    permissions.require(channel, call.play.world.bot, Permission.READ_MESSAGE_HISTORY)
    return channel


def _writable(call: Call) -> Channel:
    channel = call.play.world.channel(call.params["channel_id"])
    needed = Permission.SEND_MESSAGES_IN_THREADS if channel.is_thread else Permission.SEND_MESSAGES
    permissions.require(channel, call.play.world.bot, needed)
    if channel.locked and channel.archived:
        raise errors.thread_archived()
    if channel.recipient is not None and not channel.recipient.accepts_dms:
        raise errors.cannot_send_to_this_user()
    return channel


def _message(call: Call, channel: Channel) -> Message:
    """A message of the channel; private replies are not there for a bot token."""
    message = channel.messages.get(number(call.params["message_id"]))
    if message is None or message.private:
        raise errors.unknown_message()
    return message


def _require_own_or_manage(call: Call, message: Message) -> None:
    if message.author is call.play.world.bot:
        return
    if message.channel.is_dm:
        raise errors.DiscordError(403, 50003, "Cannot execute action on a DM channel")
    permissions.require(message.channel, call.play.world.bot, Permission.MANAGE_MESSAGES)


def _replied_to(call: Call, channel: Channel) -> Message | None:
    reference: Json | None = call.body.get("message_reference")
    if not reference:
        return None
    message = channel.messages.get(number(str(reference.get("message_id"))))
    if message is not None and not message.private:
        return message
    if reference.get("fail_if_not_exists", True) is False:
        return None
    raise errors.invalid_form(
        [errors.Problem(("message_reference",), "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message")]
    )


def _sent_with_nonce(call: Call, channel: Channel, nonce: str | int) -> Message | None:
    """What the bot already sent here with this nonce in the last minutes."""
    world = call.play.world
    for message in reversed(channel.messages.values()):
        if world.clock.time() - message.created_at.timestamp() > _NONCE_SECONDS:
            return None
        if message.author is world.bot and message.nonce == nonce:
            return message
    return None
