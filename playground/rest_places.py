"""REST: channels, threads, DMs, the server, its members and roles, the application and the gateway's address."""

from __future__ import annotations

from playground import errors, payloads, permissions
from playground.routing import Answer, Call, Created, Routes
from playground.state import Channel, Guild, User
from playground.wire import ChannelKind, Intent, Json, MessageFlag, Permission
from playground.world import Change, What, number


def add_to(routes: Routes) -> None:
    """Register the routes of this file."""
    routes.add("GET", "/gateway", _gateway, with_bot_token=False)
    routes.add("GET", "/gateway/bot", _gateway_bot)
    routes.add("GET", "/users/@me", _me)
    routes.add("GET", "/users/@me/guilds", _my_guilds)
    routes.add("POST", "/users/@me/channels", _open_dm)
    routes.add("GET", "/users/{user_id}", _user)
    for path in ("/applications/@me", "/oauth2/applications/@me"):
        routes.add("GET", path, _application)
    routes.add("GET", "/channels/{channel_id}", _read_channel)
    routes.add("PATCH", "/channels/{channel_id}", _change_channel)
    routes.add("DELETE", "/channels/{channel_id}", _delete_channel)
    routes.add("POST", "/channels/{channel_id}/threads", _start_thread)
    routes.add("POST", "/channels/{channel_id}/messages/{message_id}/threads", _start_thread_from_message)
    routes.add("GET", "/channels/{channel_id}/thread-members", _thread_members)
    routes.add("PUT", "/channels/{channel_id}/thread-members/@me", _join_thread)
    routes.add("DELETE", "/channels/{channel_id}/thread-members/@me", _leave_thread)
    routes.add("PUT", "/channels/{channel_id}/thread-members/{user_id}", _add_to_thread)
    routes.add("GET", "/guilds/{guild_id}", _read_guild)
    routes.add("GET", "/guilds/{guild_id}/channels", _guild_channels)
    routes.add("GET", "/guilds/{guild_id}/roles", _guild_roles)
    routes.add("GET", "/guilds/{guild_id}/members", _guild_members)
    routes.add("GET", "/guilds/{guild_id}/members/{user_id}", _guild_member)
    routes.add("GET", "/guilds/{guild_id}/threads/active", _active_threads)


def _gateway(call: Call) -> Answer:
    return {"url": call.play.gateway.url}


def _gateway_bot(call: Call) -> Answer:
    limit = {"total": 1000, "remaining": 999, "reset_after": 86_400_000, "max_concurrency": 1}
    return {"url": call.play.gateway.url, "shards": 1, "session_start_limit": limit}


def _me(call: Call) -> Answer:
    return {
        **payloads.user(call.play.world.bot),
        "verified": True,
        "email": None,
        "mfa_enabled": True,
        "locale": "en-US",
    }


def _user(call: Call) -> Answer:
    return payloads.user(call.play.world.user(call.params["user_id"]))


def _my_guilds(call: Call) -> Answer:
    return [
        {
            "id": str(it.id),
            "name": it.name,
            "icon": None,
            "banner": None,
            "owner": False,
            "permissions": str(permissions.in_guild(it, call.play.world.bot)),
            "features": [],
        }
        for it in call.play.world.guilds.values()
    ]


def _application(call: Call) -> Answer:
    world = call.play.world
    return {
        "id": str(world.bot.id),
        "name": world.bot.name,
        "description": "",
        "icon": None,
        "bot": payloads.user(world.bot),
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": payloads.user(world.operator),
        "team": None,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "summary": "",
        "type": None,
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "eligible_oauth2_scopes": [],
        "explicit_content_filter": 0,
    }


def _open_dm(call: Call) -> Answer:
    """The channel with this person, opened when there is none yet. Bots have none with each other (50007)."""
    world = call.play.world
    recipient = world.user(str(call.body.get("recipient_id")))
    if recipient.bot:
        raise errors.cannot_send_to_this_user()
    return payloads.channel(world.dm_with(recipient))


def _read_channel(call: Call) -> Answer:
    """A channel that the bot can see; any other is not to be known (50001)."""
    return payloads.channel(_visible(call))


def _change_channel(call: Call) -> Answer:
    """Rename, describe, archive or lock a channel. The maker of a thread needs no permission for it."""
    place = _visible(call)
    mine = place.is_thread and place.owner_id == call.play.world.bot.id
    if not mine:
        needed = Permission.MANAGE_THREADS if place.is_thread else Permission.MANAGE_CHANNELS
        permissions.require(place, call.play.world.bot, needed)
    if bool(call.body.get("locked", place.locked)) is not place.locked:  # not for whoever opened it either
        permissions.require(place, call.play.world.bot, Permission.MANAGE_THREADS)
    place.name = call.body.get("name", place.name)
    place.topic = call.body.get("topic", place.topic)
    place.archived = bool(call.body.get("archived", place.archived))
    place.locked = bool(call.body.get("locked", place.locked))
    call.play.announce_channel("THREAD_UPDATE" if place.is_thread else "CHANNEL_UPDATE", place)
    return payloads.channel(place)


def _delete_channel(call: Call) -> Answer:
    """Delete a channel or thread; of direct messages Discord only closes the window, and answers as if."""
    place = _visible(call)
    if place.guild is None:
        return payloads.channel(place)
    needed = Permission.MANAGE_THREADS if place.is_thread else Permission.MANAGE_CHANNELS
    permissions.require(place, call.play.world.bot, needed)
    call.play.remove_channel(place)
    return payloads.channel(place)


def _start_thread(call: Call) -> Answer:
    """A thread without a starting message."""
    parent = _visible(call)
    kind = ChannelKind(call.body.get("type", ChannelKind.PRIVATE_THREAD))
    _may_start(call, parent, kind)
    return Created(_open(call, parent, kind, None))


def _start_thread_from_message(call: Call) -> Answer:
    """A public thread below a message: one for each (160004), with the message's id for its own."""
    parent = _visible(call)
    message = parent.messages.get(number(call.params["message_id"]))
    if message is None or message.private:
        raise errors.unknown_message()
    _may_start(call, parent, ChannelKind.PUBLIC_THREAD)
    if message.thread is not None:
        raise errors.thread_already_made()
    made = _open(call, parent, ChannelKind.PUBLIC_THREAD, message.id)
    message.thread = call.play.world.channels[message.id]
    message.flags |= MessageFlag.HAS_THREAD
    call.play.messages.announce("MESSAGE_UPDATE", message)
    call.play.world.tell(Change(What.EDIT, message=message))
    return Created(made)


def _thread_members(call: Call) -> Answer:
    thread = _thread(call)
    return [payloads.thread_member(thread, it) for it in thread.thread_members]


def _join_thread(call: Call) -> Answer:
    _add_member(call, _thread(call), call.play.world.bot)
    return None


def _leave_thread(call: Call) -> Answer:
    """Leave a thread; who is in none has left it already."""
    _thread(call).thread_members.pop(call.play.world.bot.id, None)
    return None


def _add_to_thread(call: Call) -> Answer:
    _add_member(call, _thread(call), call.play.world.user(call.params["user_id"]))
    return None


def _read_guild(call: Call) -> Answer:
    return payloads.guild(_guild(call))


def _guild_channels(call: Call) -> Answer:
    """The channels that the bot can see, without threads."""
    bot = call.play.world.bot
    return [
        payloads.channel(it)
        for it in _guild(call).channels.values()
        if not it.is_thread and permissions.in_channel(it, bot) & Permission.VIEW_CHANNEL
    ]


def _guild_roles(call: Call) -> Answer:
    return [payloads.role(it) for it in _guild(call).roles.values()]


def _guild_members(call: Call) -> Answer:
    """Members by id after ``after``, at most ``limit``; only with the intent for members (50001)."""
    if not call.play.gateway.granted & Intent.MEMBERS:
        raise errors.missing_access()
    limit = max(1, number(call.query.get("limit", "1")))
    after = number(call.query.get("after", "0"))
    found = [it for it in _guild(call).members.values() if it.user.id > after]
    return [payloads.member(it) for it in sorted(found, key=lambda it: it.user.id)[:limit]]


def _guild_member(call: Call) -> Answer:
    return payloads.member(call.play.world.member(_guild(call), call.params["user_id"]))


def _active_threads(call: Call) -> Answer:
    """The threads that are not archived, and where the bot is a member of them."""
    threads = [it for it in _guild(call).channels.values() if it.is_thread and not it.archived]
    bot = call.play.world.bot.id
    return {
        "threads": [payloads.channel(it) for it in threads],
        "members": [payloads.thread_member(it, bot) for it in threads if bot in it.thread_members],
        "has_more": False,
    }


def _visible(call: Call) -> Channel:
    place = call.play.world.channel(call.params["channel_id"])
    permissions.require(place, call.play.world.bot, Permission(0))
    return place


def _thread(call: Call) -> Channel:
    place = _visible(call)
    if not place.is_thread:
        raise errors.unknown_channel()
    return place


def _guild(call: Call) -> Guild:
    found = call.play.world.guild(call.params["guild_id"])
    if call.play.world.bot.id not in found.members:
        raise errors.missing_access()
    return found


def _may_start(call: Call, parent: Channel, kind: ChannelKind) -> None:
    if parent.guild is None or parent.is_thread:
        raise errors.DiscordError(400, 50024, "Cannot execute action on this channel type")
    private = kind is ChannelKind.PRIVATE_THREAD
    needed = Permission.CREATE_PRIVATE_THREADS if private else Permission.CREATE_PUBLIC_THREADS
    permissions.require(parent, call.play.world.bot, needed)


def _open(call: Call, parent: Channel, kind: ChannelKind, identity: int | None) -> Json:
    play = call.play
    thread = play.world.add_thread(parent, call.body["name"], play.world.bot, kind, identity)
    play.announce_channel("THREAD_CREATE", thread)
    return {**payloads.channel(thread), "member": payloads.thread_member(thread, play.world.bot.id)}


def _add_member(call: Call, thread: Channel, who: User) -> None:
    if thread.archived:
        raise errors.thread_archived()
    thread.thread_members.setdefault(who.id, call.play.world.clock.now())
    call.play.world.tell(Change(What.CHANNEL, channel=thread, user=who))
