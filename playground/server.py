"""The playground: a Discord on loopback that a bot reaches by HTTP and websocket, and that tests and people drive.

Binds to 127.0.0.1 and never to anything else. Imports nothing of the bot.
"""

from __future__ import annotations

import asyncio
import os
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from playground import (
    page_files,
    payloads,
    permissions,
)
from playground.clock import PlayClock
from playground.faults import Faults
from playground.gateway import Gateway
from playground.interactions import Interactions
from playground.limits import Limits
from playground.messages import Messages
from playground.model_choice import ModelDesk
from playground.model_proxy import ModelProxy
from playground.page_api import PageApi
from playground.page_controls import PageControls
from playground.people import Person
from playground.reading import REQUEST_BYTES
from playground.rest import API, Observer, Rest
from playground.state import Channel, Guild, Message, User
from playground.turn_reports import TurnReports
from playground.wire import Intent, Json, Permission
from playground.world import Change, What, World

if TYPE_CHECKING:
    from playground.conformance import Conformance


class Playground:
    """A running Discord. Made with ``await Playground.start()``, ended with ``await play.stop()``."""

    def __init__(self, port: int, bot_token: str, conformance: Conformance | None) -> None:
        self.address = f"127.0.0.1:{port}"
        self.base_url = f"http://{self.address}"
        self.api_base = self.base_url + API
        self.bot_token = bot_token
        self.clock = PlayClock()
        self.world = World(self.clock, self.base_url)
        self.gateway = Gateway(self.world, bot_token, f"ws://{self.address}/gateway")
        self.messages = Messages(self.world, self.gateway)
        self.interactions = Interactions(self.world, self.gateway, self.messages)
        self.limits = Limits(self.clock)
        self.rest = Rest(self, conformance)
        self.gateway.on_breach(self.rest.record)
        self.violations = self.rest.violations
        """A sentence for every request that breaks Discord's description or rules. Tests assert it is empty."""
        self.refusals = self.rest.refusals
        """Every request answered with an error, expected or not."""
        self.people: dict[int, Person] = {}
        """Everybody made with ``person``, by id."""
        self._runner: web.AppRunner | None = None
        self.faults = Faults(self.gateway, self.interactions, self.rest.routes)
        self.page = PageApi(self)
        self.turns = TurnReports(self)
        self.models = ModelDesk(self.base_url)
        self.model_proxy = ModelProxy(self.models)
        self.controls = PageControls(self)
        self.guild: Guild
        self.channel: Channel
        self.second_channel: Channel
        self._furnish()

    def _furnish(self) -> None:
        """The server that is there from the start."""
        self.guild = self.world.add_guild("Prompt Academy", "en-US")
        self.channel = self.world.add_channel(self.guild, "general")
        self.second_channel = self.world.add_channel(self.guild, "tutor")

    async def begin_again(self, introduce: Callable[[Playground], None] = lambda play: None) -> None:
        """Forget everybody and everything, as if just started; no bot may be connected.

        *introduce* brings in who is there from the start, before any page looks anew: one that found nobody would stay empty.
        """
        await self.gateway.close()
        self.people.clear()
        self.turns.forget()
        self.faults.clear()
        self.world.forget_everything()
        self._furnish()
        introduce(self)
        await self.page.close(code=1012)

    @classmethod
    async def start(
        cls, *, port: int = 0, bot_token: str = "playground", openapi: Path | None = None
    ) -> Playground:
        """Start on *port* of 127.0.0.1 (0: any free one; OSError when taken).

        *openapi*: Discord's description to check requests against; without it the environment's
        PLAYGROUND_OPENAPI, and without that only the rules are checked.
        """
        described = openapi or (Path(found) if (found := os.environ.get("PLAYGROUND_OPENAPI")) else None)
        conformance = None
        if described is not None:
            from playground.conformance import Conformance

            conformance = await asyncio.to_thread(Conformance, described)
        listener = _listen(port)
        play = cls(listener.getsockname()[1], bot_token, conformance)
        app = web.Application(
            client_max_size=REQUEST_BYTES + 1024 * 1024, middlewares=[page_files.guard(play.address)]
        )
        app.router.add_route("*", API + "/{tail:.*}", play.rest.handle)
        app.router.add_get("/gateway", play.gateway.handle)
        app.router.add_get("/gateway/", play.gateway.handle)
        app.router.add_get("/attachments/{channel}/{attachment}/{filename}", play._download)
        page_files.add_to(app)
        for part in (play.page, play.turns, play.model_proxy, play.controls):
            part.add_to(app)
        play._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await play._runner.setup()
        await web.SockSite(play._runner, listener).start()
        return play

    async def stop(self) -> None:
        """Close every socket and stop listening."""
        await self.page.close()
        await self.gateway.close()
        await self.controls.close()
        await self.model_proxy.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def requests(self) -> int:
        """How many REST requests have been read so far."""
        return self.rest.requests

    # ---- for tests

    def person(
        self,
        name: str,
        *,
        locale: str = "en-US",
        moderator: bool = False,
        guild: Guild | None = None,
        stranger: bool = False,
    ) -> Person:
        """A new person, member of the default server (or *guild*); a *stranger* only has DMs with the bot."""
        user = self.world.add_user(name, locale)
        home = guild or self.guild
        person = self.people[user.id] = Person(self, user, home)
        if not stranger:
            person.join(home, moderator=moderator)
        self.world.tell(Change(What.PEOPLE, user=user))
        return person

    def new_channel(self, name: str, guild: Guild | None = None) -> Channel:
        """A further text channel, announced to the bot."""
        channel = self.world.add_channel(guild or self.guild, name)
        self.announce_channel("CHANNEL_CREATE", channel)
        return channel

    def new_guild(self, name: str, *, locale: str = "en-US") -> Guild:
        """A further server with one channel, which the bot joins."""
        guild = self.world.add_guild(name, locale)
        self.world.add_channel(guild, "general")
        self._announce_guild(guild)
        return guild

    def forbid(self, channel: Channel, what: Permission) -> None:
        """Take permissions from the bot in one channel."""
        permissions.forbid(channel, self.world.bot, what)
        self.announce_channel("CHANNEL_UPDATE", channel)

    def allow(self, channel: Channel, what: Permission) -> None:
        """Give permissions to the bot in one channel."""
        permissions.allow(channel, self.world.bot, what)
        self.announce_channel("CHANNEL_UPDATE", channel)

    def remove_bot(self, guild: Guild) -> None:
        """A moderator removes the bot from a server: it hears GUILD_DELETE and may do nothing there."""
        guild.members.pop(self.world.bot.id, None)
        self.gateway.dispatch("GUILD_DELETE", {"id": str(guild.id)}, guild_id=guild.id, intents=Intent.GUILDS)

    def invite_bot(self, guild: Guild) -> None:
        """The bot comes (back) to a server."""
        self.world.add_member(guild, self.world.bot)
        self._announce_guild(guild)

    def _announce_guild(self, guild: Guild) -> None:
        payload = payloads.guild_create(guild, self.world.bot)
        del payload[
            "unavailable"
        ]  # only servers that come back after READY carry it: discord.py tells joining by it
        self.gateway.dispatch("GUILD_CREATE", payload, guild_id=guild.id, intents=Intent.GUILDS)

    def on_request(self, observer: Observer) -> Callable[[], None]:
        """Call *observer* for each REST request, before it is applied. Returns what takes it off again."""
        self.rest.observers.append(observer)
        return lambda: self.rest.observers.remove(observer)

    async def until_connected(self, timeout: float = 15.0) -> None:
        """Until the bot has identified at the gateway; TimeoutError otherwise."""
        ends = time.monotonic() + timeout
        while not self.gateway.online:
            if not await self.gateway.connected.wait(ends - time.monotonic()):
                raise TimeoutError(f"no bot connected to {self.base_url} within {timeout:g} s")

    async def until_gone(self, timeout: float = 15.0) -> None:
        """Until no bot is connected, as after a kill; TimeoutError otherwise."""
        ends = time.monotonic() + timeout
        while self.gateway.online:
            if not await self.gateway.connected.wait(ends - time.monotonic()):
                raise TimeoutError(f"a bot is still connected to {self.base_url} after {timeout:g} s")

    def still_thinking(self) -> list[Message]:
        """The messages that say "… is thinking" now. After a restart there should be none."""
        return [it for it in self.world.messages.values() if it.loading]

    async def until_commands(self, timeout: float = 15.0) -> None:
        """Until the bot has registered commands; TimeoutError otherwise."""
        ends = time.monotonic() + timeout
        while not self.commands():
            if not await self.world.commands_changed.wait(ends - time.monotonic()):
                raise TimeoutError(f"no commands at {self.base_url} within {timeout:g} s")

    def commands(self, guild: Guild | None = None) -> list[Json]:
        """The commands a person finds: the server's own, then the global ones."""
        if guild is not None and self.world.bot.id not in guild.members:
            return []
        scopes = [None] if guild is None else [guild.id, None]
        return [
            command
            for scope in scopes
            if scope in self.world.commands
            for command in self.world.commands[scope].by_id.values()
        ]

    # ---- for the REST handlers

    def announce_channel(self, event: str, channel: Channel) -> None:
        """Tell the bot and the page about a channel or thread."""
        payload = payloads.channel(channel)
        if event == "THREAD_CREATE":
            payload["newly_created"] = True
        guild_id = None if channel.guild is None else channel.guild.id
        self.gateway.dispatch(event, payload, guild_id=guild_id, intents=Intent.GUILDS)
        self.world.tell(Change(What.CHANNEL, channel=channel))

    def announce_typing(self, channel: Channel, user: User) -> None:
        """Tell the bot and the page that somebody types."""
        guild = channel.guild
        data: Json = {
            "channel_id": str(channel.id),
            "user_id": str(user.id),
            "timestamp": int(self.clock.time()),
        }
        if guild is not None:
            data |= {"guild_id": str(guild.id), "member": payloads.member(guild.members[user.id])}
        self.gateway.dispatch(
            "TYPING_START",
            data,
            guild_id=None if guild is None else guild.id,
            intents=Intent.DIRECT_TYPING if guild is None else Intent.GUILD_TYPING,
        )
        self.world.tell(Change(What.TYPING, channel=channel, user=user))

    def remove_channel(self, channel: Channel) -> None:
        """Delete a channel or thread."""
        if channel.guild is not None:
            channel.guild.channels.pop(channel.id, None)
        self.world.channels.pop(channel.id, None)
        self.announce_channel("THREAD_DELETE" if channel.is_thread else "CHANNEL_DELETE", channel)

    async def _download(self, request: web.Request) -> web.Response:
        identity = request.match_info["attachment"]
        attachment = self.world.attachments.get(int(identity)) if identity.isdigit() else None
        if attachment is None or attachment.filename != request.match_info["filename"]:
            return web.Response(status=404, text="This content is no longer available.")
        headers = {
            "Content-Type": attachment.content_type or "application/octet-stream",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox",
        }
        return web.Response(body=attachment.data, headers=headers)


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError:
        listener.close()
        raise
    listener.setblocking(False)
    return listener
