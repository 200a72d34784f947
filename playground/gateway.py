"""Discord's gateway v10 on loopback: sessions, heartbeats, events in order, resume with replay.

Speaks JSON text frames whatever compression the client asked for; discord.py reads both. Knows nothing about
what an event means, except which sessions may have it.
Source: Discord's reference, "Gateway".
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from playground import payloads
from playground.pulse import Pulse
from playground.wire import PRIVILEGED, Intent, Json
from playground.world import Change, What, World

MAX_PAYLOAD_BYTES = 4096
MAX_SENDS_PER_MINUTE = 120
REPLAYED_EVENTS = 5000
"""How many events a session keeps for RESUME."""

FOR_ALL = Intent(0)
"""The intents of an event that every session gets."""

_READ_LIMIT = 1 << 16
_ALL_INTENTS = (1 << 26) - 1


class Line:
    """One socket and the frames waiting to go down it, in order."""

    def __init__(self, socket: web.WebSocketResponse, transport: asyncio.Transport | None) -> None:
        self.socket = socket
        self.transport = transport
        self.outbox: deque[str] = deque()
        self.wake = asyncio.Event()

    def put(self, frame: str) -> None:
        self.outbox.append(frame)
        self.wake.set()

    async def send(self) -> None:
        """Send what is put until the socket is gone."""
        while not self.socket.closed:
            while self.outbox:
                try:
                    await self.socket.send_str(self.outbox.popleft())
                except (ConnectionError, RuntimeError):
                    return
            self.wake.clear()
            await self.wake.wait()


@dataclass(slots=True, eq=False)
class Session:
    """One IDENTIFY of the bot; outlives its socket so that it can be resumed."""

    id: str
    intents: Intent
    shard: int
    shards: int
    sequence: int = 0
    sent: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=REPLAYED_EVENTS))
    line: Line | None = None

    def wants(self, guild_id: int | None, intents: Intent) -> bool:
        if intents and not int(self.intents) & int(
            intents
        ):  # flags are slow to combine, and this is every event
            return False
        return ((guild_id or 0) >> 22) % self.shards == self.shard if guild_id else self.shard == 0

    def push(self, event: str, data: str) -> None:
        """Number an event, keep it for replay, and send it if a socket is there."""
        self.sequence += 1
        frame = f'{{"op":0,"t":"{event}","s":{self.sequence},"d":{data}}}'
        self.sent.append((self.sequence, frame))
        if self.line is not None:
            self.line.put(frame)

    def put(self, payload: Json) -> None:
        """Send something that is not an event."""
        if self.line is not None:
            self.line.put(json.dumps(payload))


class Gateway:
    """The bot's sessions."""

    def __init__(self, world: World, token: str, url: str) -> None:
        self._world = world
        self._token = token
        self.url = url
        self.sessions: dict[str, Session] = {}
        self.heartbeat_ms = 41_250
        self.identify_seconds = 0.0
        """Least time between two IDENTIFYs of one shard (Discord: 5); 0 lets tests restart bots quickly."""
        self.granted = Intent(_ALL_INTENTS) & ~PRIVILEGED
        """Intents that the application may ask for; anything else is refused with 4014."""
        self.max_sends_per_minute = MAX_SENDS_PER_MINUTE
        self.connected = Pulse()
        self.connections = 0
        """How often a bot has connected, for the first time or to go on with a session."""
        self.received: list[str] = []
        """Names of what the bot sent: IDENTIFY, RESUME… Heartbeats are left out."""
        self._identified: dict[int, float] = {}
        self._breach: Callable[[str], None] = lambda sentence: None

    def on_breach(self, report: Callable[[str], None]) -> None:
        """Where sentences about broken gateway rules go."""
        self._breach = report

    @property
    def online(self) -> bool:
        """True while a session has a socket."""
        return any(session.line is not None for session in self.sessions.values())

    def dispatch(self, event: str, data: Json, *, guild_id: int | None, intents: Intent = FOR_ALL) -> None:
        """Send an event to every session that asked for one of *intents*."""
        text: str | None = None
        for session in self.sessions.values():
            if session.wants(guild_id, intents):
                if text is None:
                    text = json.dumps(data)
                session.push(event, text)

    def dispatch_message(self, event: str, data: Json, *, guild_id: int | None, private: bool) -> None:
        """Send a message event, without content to sessions that may not read it.

        Private replies count as direct messages (Discord's rule), and the bot's own are never stripped.
        """
        direct = guild_id is None or private
        intents = Intent.DIRECT_MESSAGES if direct else Intent.GUILD_MESSAGES
        whole: str | None = None
        stripped: str | None = None
        for session in self.sessions.values():
            if not session.wants(guild_id, intents):
                continue
            if direct or session.intents & Intent.MESSAGE_CONTENT:
                if whole is None:
                    whole = json.dumps(data)
                session.push(event, whole)
            else:
                if stripped is None:
                    stripped = json.dumps(payloads.without_content(data, self._world.bot))
                session.push(event, stripped)

    # ---- trouble, on purpose

    async def drop(self, code: int = 1006) -> None:
        """Cut every socket, as a lost network does (1006) or with a close *code* of Discord's."""
        for session in list(self.sessions.values()):
            line, session.line = session.line, None
            if line is None:
                continue
            self._came_or_went()
            if code != 1006:
                await line.socket.close(code=code)
            elif line.transport is not None:
                line.transport.abort()

    def ask_to_reconnect(self) -> None:
        """Op 7: the client should reconnect and resume."""
        for session in self.sessions.values():
            session.put({"op": 7, "d": None})

    def invalidate(self, *, resumable: bool = False) -> None:
        """Op 9: the session is over; *resumable* says whether a RESUME may still work."""
        for session in list(self.sessions.values()):
            session.put({"op": 9, "d": resumable})
            if not resumable:
                self.sessions.pop(session.id, None)

    async def close(self) -> None:
        """Say good-bye to every bot."""
        for session in list(self.sessions.values()):
            if session.line is not None:
                await session.line.socket.close(code=1001)
        self.sessions.clear()

    # ---- one socket

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """``GET /gateway``: the life of one socket."""
        socket = web.WebSocketResponse(compress=False, max_msg_size=_READ_LIMIT, autoping=True)
        await socket.prepare(request)
        await socket.send_str(json.dumps({"op": 10, "d": {"heartbeat_interval": self.heartbeat_ms}}))
        line = Line(socket, request.transport)
        writer = asyncio.create_task(line.send())
        session: Session | None = None
        recent: deque[float] = deque()
        try:
            async for frame in socket:
                if frame.type is not WSMsgType.TEXT:
                    break
                if len(frame.data.encode()) > MAX_PAYLOAD_BYTES:
                    self._breach(
                        f"gateway: a payload of {len(frame.data.encode())} bytes (at most {MAX_PAYLOAD_BYTES})"
                    )
                    await socket.close(code=4002)
                    break
                now = self._world.clock.time()
                recent.append(now)
                while recent[0] < now - 60:
                    recent.popleft()
                if len(recent) > self.max_sends_per_minute:
                    self._breach(f"gateway: more than {self.max_sends_per_minute} payloads in a minute")
                    await socket.close(code=4008)
                    break
                try:
                    payload = json.loads(frame.data)
                    op, data = payload["op"], payload.get("d")
                except (ValueError, KeyError, TypeError):
                    await socket.close(code=4002)
                    break
                if op == 1:
                    await socket.send_str('{"op":11,"d":null}')
                elif op == 2 and session is None:
                    self.received.append("IDENTIFY")
                    session = await self._identify(line, data)
                elif op == 6 and session is None:
                    self.received.append("RESUME")
                    session = await self._resume(line, data)
                elif op in (2, 6):
                    await socket.close(code=4005)
                elif session is None:
                    await socket.close(code=4003)
                elif op == 8:
                    self.received.append("REQUEST_GUILD_MEMBERS")
                    self._members(session, data)
                elif op in (3, 4):
                    self.received.append("PRESENCE" if op == 3 else "VOICE_STATE")
                else:
                    await socket.close(code=4001)
        finally:
            writer.cancel()
            if session is not None and session.line is line:
                session.line = None
                self._came_or_went()
        return socket

    def _came_or_went(self) -> None:
        self.connected.beat()
        self._world.tell(Change(What.BOT, user=self._world.bot))

    async def _identify(self, line: Line, data: Json) -> Session | None:
        if data.get("token") != self._token:
            await line.socket.close(code=4004)
            return None
        intents = Intent(data.get("intents", 0))
        if int(intents) & ~_ALL_INTENTS:
            await line.socket.close(code=4013)
            return None
        if intents & ~self.granted:
            await line.socket.close(code=4014)
            return None
        shard, shards = data.get("shard", (0, 1))
        now = self._world.clock.time()
        if now - self._identified.get(shard, float("-inf")) < self.identify_seconds:
            self._breach(f"gateway: shard {shard} identified twice within {self.identify_seconds:g} s")
            await line.socket.send_str('{"op":9,"d":false}')
            return None
        self._identified[shard] = now
        for old in [it for it in self.sessions.values() if it.shard == shard and it.line is None]:
            del self.sessions[old.id]
        session = Session(secrets.token_hex(16), intents, shard, shards, line=line)
        self.sessions[session.id] = session
        self.connections += 1
        mine = [it for it in self._world.guilds.values() if self._world.bot.id in it.members]
        guilds = [it for it in mine if (it.id >> 22) % shards == shard]
        ready = {
            "v": 10,
            "user": {**payloads.user(self._world.bot), "verified": True, "email": None, "mfa_enabled": True},
            "guilds": [{"id": str(it.id), "unavailable": True} for it in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.url,
            "shard": [shard, shards],
            "application": {"id": str(self._world.bot.id), "flags": 0},
            "private_channels": [],
            "relationships": [],
            "presences": [],
        }
        session.push("READY", json.dumps(ready))
        if intents & Intent.GUILDS:
            for guild in guilds:
                session.push("GUILD_CREATE", json.dumps(payloads.guild_create(guild, self._world.bot)))
        self._came_or_went()
        return session

    async def _resume(self, line: Line, data: Json) -> Session | None:
        if data.get("token") != self._token:
            await line.socket.close(code=4004)
            return None
        session = self.sessions.get(str(data.get("session_id")))
        last = data.get("seq")
        if session is None or not isinstance(last, int):
            await line.socket.send_str('{"op":9,"d":false}')
            return None
        if last > session.sequence:
            await line.socket.close(code=4007)
            return None
        if session.sent and session.sent[0][0] > last + 1:
            del self.sessions[session.id]
            await line.socket.send_str('{"op":9,"d":false}')
            return None
        for sequence, frame in session.sent:
            if sequence > last:
                line.put(frame)
        session.line = line
        self.connections += 1
        session.push("RESUMED", "{}")
        self._came_or_went()
        return session

    def _members(self, session: Session, data: Json) -> None:
        guild = self._world.guilds.get(int(data["guild_id"]))
        if guild is None:
            return
        wanted = data.get("user_ids")
        query = str(data.get("query") or "").lower()
        found = [
            it
            for it in guild.members.values()
            if (str(it.user.id) in wanted if wanted else it.user.name.lower().startswith(query))
        ]
        chunk: Json = {
            "guild_id": str(guild.id),
            "members": [payloads.member(it) for it in found[: data.get("limit") or None]],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [],
        }
        if "nonce" in data:
            chunk["nonce"] = data["nonce"]
        session.push("GUILD_MEMBERS_CHUNK", json.dumps(chunk))
