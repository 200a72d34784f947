"""What the browser page calls: what one person can do, and a socket that tells what they see.

``page/API.md`` describes it for who writes the page.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web

from playground import payloads
from playground.page_requests import Refused, answering, number, read_json
from playground.page_view import View, acknowledgement
from playground.reply import DidNotRespond, Reply
from playground.state import Attachment, Channel, Message
from playground.wire import Json
from playground.world import Change, What

if TYPE_CHECKING:
    from playground.people import Person
    from playground.server import Playground


class PageApi:
    """The page's routes and sockets."""

    def __init__(self, play: Playground) -> None:
        self._play = play
        self._view = View(play)
        self._sockets: dict[web.WebSocketResponse, tuple[Person, asyncio.Queue[str]]] = {}
        play.world.listeners.append(self._push)

    def add_to(self, app: web.Application) -> None:
        """Register the page's routes."""
        app.router.add_get("/page/state", answering(self._state))
        app.router.add_get("/page/messages", answering(self._messages))
        app.router.add_get("/page/socket", self._socket)
        for name, handler in (
            ("interact", self._interact),
            ("say", self._say),
            ("edit", self._edit),
            ("delete", self._delete),
            ("react", self._react),
            ("typing", self._typing),
            ("people", self._people),
            ("servers", self._servers),
            ("fault", self._fault),
        ):
            app.router.add_post(f"/page/{name}", answering(handler))
        app.router.add_post("/page/upload", answering(self._upload))

    async def close(self, code: int = 1001) -> None:
        """Close the page's sockets; each page then looks anew for its person."""
        for socket in list(self._sockets):
            await socket.close(code=code)

    # ---- looking

    async def _state(self, request: web.Request) -> Json:
        return self._view.state(self._person(request.query.get("person")))

    async def _messages(self, request: web.Request) -> Json:
        person = self._someone(request.query.get("person"))
        channel = self._place(person, request.query.get("channel"))
        before = number(request.query.get("before", ""))
        limit = number(request.query.get("limit", "100"))
        return self._view.messages(person, channel, max(before, 0) or None, min(max(limit, 1), 200))

    # ---- being told

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        person = self._person(request.query.get("person"))
        if person is None:
            return web.Response(status=404, text="There is no such person.")
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        queue: asyncio.Queue[str] = asyncio.Queue()
        self._sockets[socket] = (person, queue)
        writer = asyncio.create_task(_pump(socket, queue))
        try:
            async for _ in socket:
                pass  # the page only listens
        finally:
            del self._sockets[socket]
            writer.cancel()
        return socket

    def _push(self, change: Change) -> None:
        for person, queue in self._sockets.values():
            event = self._view.event(person, change)
            if event is not None:
                queue.put_nowait(json.dumps({"event": change.what, **event}))

    def push_to(self, person_id: int, event: Json) -> None:
        """Tell one person's pages something, and nobody else's."""
        for person, queue in self._sockets.values():
            if person.id == person_id:
                queue.put_nowait(json.dumps(event))

    def push_to_all(self, event: Json) -> None:
        """Tell every page something that is about nobody."""
        for _, queue in self._sockets.values():
            queue.put_nowait(json.dumps(event))

    # ---- doing

    async def _interact(self, request: web.Request) -> Json:
        asked = await read_json(request)
        person = self._someone(asked.get("person"))
        kind = asked.get("kind")
        try:
            if kind == "slash":
                reply = await person.slash(
                    str(asked.get("command")),
                    channel=self._place(person, asked.get("channel")),
                    options=self._values(asked),
                )
            elif kind == "autocomplete":
                return {"choices": await self._complete(person, asked)}
            elif kind == "button":
                reply = await person.press(self._message_of(person, asked), str(asked.get("custom_id")))
            elif kind == "select":
                chosen = asked.get("values") or []
                reply = await person.choose(
                    self._message_of(person, asked), str(asked.get("custom_id")), *chosen
                )
            elif kind == "modal":
                reply = await person.submit(self._opener(person, asked), self._values(asked))
            elif kind == "menu":
                reply = await person.menu(str(asked.get("name")), self._target(person, asked))
            else:
                raise Refused(f"there is no kind of interaction {kind!r}")
        except DidNotRespond as silence:
            return {"acknowledged": False, "message": str(silence)}
        assert reply.interaction is not None
        return {"acknowledged": True, **acknowledgement(reply.interaction)}

    async def _complete(self, person: Person, asked: Json) -> list[Json]:
        values, focused = self._values(asked), str(asked.get("focused"))
        values[focused] = values.pop(focused, "")
        place = self._place(person, asked.get("channel"))
        try:
            return await person.choices(str(asked.get("command")), channel=place, options=values)
        except DidNotRespond:
            return []

    async def _say(self, request: web.Request) -> Json:
        asked = await read_json(request)
        person = self._someone(asked.get("person"))
        place = self._place(person, asked.get("channel"))
        answered = self._message_of(person, asked, "reply_to") if asked.get("reply_to") else None
        files = [self._stored(str(it)) for it in asked.get("files") or ()]
        text = str(asked.get("text") or "")
        if not text.strip() and not files:
            raise Refused("an empty message cannot be sent")
        message = await person.say(
            text, channel=place, files=files, reply_to=answered, ping=asked.get("ping", True) is not False
        )
        return {"message": self._view.message(person, message)}

    async def _edit(self, request: web.Request) -> Json:
        asked = await read_json(request)
        person = self._someone(asked.get("person"))
        await person.edit(self._message_of(person, asked), str(asked.get("text")))
        return {}

    async def _delete(self, request: web.Request) -> Json:
        asked = await read_json(request)
        person = self._someone(asked.get("person"))
        await person.delete(self._message_of(person, asked))
        return {}

    async def _react(self, request: web.Request) -> Json:
        asked = await read_json(request)
        person = self._someone(asked.get("person"))
        await person.react(self._message_of(person, asked), str(asked.get("emoji")))
        return {}

    async def _typing(self, request: web.Request) -> Json:
        asked = await read_json(request)
        person = self._someone(asked.get("person"))
        person.is_typing(self._place(person, asked.get("channel")))
        return {}

    async def _people(self, request: web.Request) -> Json:
        asked = await read_json(request)
        name = str(asked.get("name") or "").strip()
        if not 1 <= len(name) <= 32:
            raise Refused("a name has 1 to 32 characters")
        person = self._play.person(
            name, locale=str(asked.get("locale") or "en-US"), moderator=asked.get("moderator") is True
        )
        for guild in self._play.world.guilds.values():
            if person.id not in guild.members:
                person.join(guild)
        return {"person": self._view.about(person)}

    async def _servers(self, request: web.Request) -> Json:
        asked = await read_json(request)
        founder = self._someone(asked.get("person"))
        name = str(asked.get("name") or "").strip()
        if not 2 <= len(name) <= 100:
            raise Refused("a server's name has 2 to 100 characters")
        guild = self._play.new_guild(name, locale=founder.user.locale)
        for person in self._play.people.values():
            person.join(guild, moderator=person is founder)
        self._play.world.tell(Change(What.PEOPLE, user=founder.user))
        return {"server": str(guild.id), "channel": str(next(iter(guild.channels)))}

    async def _fault(self, request: web.Request) -> Json:
        asked = await read_json(request)
        faults, route = self._play.faults, str(asked.get("route") or "POST /interactions")
        kind = asked.get("fault")
        try:
            if kind == "drop_gateway":
                await faults.drop_gateway()
            elif kind == "reconnect":
                faults.ask_to_reconnect()
            elif kind == "invalidate_session":
                faults.invalidate_session()
            elif kind == "rate_limit":
                faults.rate_limit_next(route, float(asked.get("seconds") or 1))
            elif kind == "fail":
                faults.fail_next(route, int(asked.get("status") or 500))
            elif kind == "delay":
                faults.delay_next(route, float(asked.get("seconds") or 1))
            elif kind == "clear":
                faults.clear()
            else:
                raise Refused(f"there is no fault {kind!r}")
        except ValueError as wrong:
            raise Refused(str(wrong)) from None
        return {}

    async def _upload(self, request: web.Request) -> Json:
        person = self._someone(request.query.get("person"))
        place = self._place(person, request.query.get("channel"))
        name = Path(request.query.get("name") or "file").name[:200]
        data = await request.read()
        kind = request.headers.get("Content-Type")
        attachment = self._play.world.add_attachment(place, name, data, kind)
        return {"attachment": payloads.attachment(attachment)}

    # ---- reading what the page sent

    def _person(self, identity: Any) -> Person | None:
        return self._play.people.get(number(identity))

    def _someone(self, identity: Any) -> Person:
        person = self._person(identity)
        if person is None:
            raise Refused(f"there is no person {identity!r}")
        return person

    def _place(self, person: Person, identity: Any) -> Channel:
        channel = self._play.world.channels.get(number(identity))
        if channel is None or not person.finds(channel):
            raise Refused(f"{person.name} finds no channel {identity!r}")
        return channel

    def _message_of(self, person: Person, asked: Json, key: str = "message") -> Message:
        message = self._play.world.messages.get(number(asked.get(key)))
        if message is None or not person.sees(message):
            raise Refused(f"{person.name} sees no message {asked.get(key)!r}")
        return message

    def _target(self, person: Person, asked: Json) -> Message | Person:
        if asked.get("user") is not None:
            return self._someone(asked["user"])
        return self._message_of(person, asked)

    def _opener(self, person: Person, asked: Json) -> Reply:
        interaction = self._play.world.interactions.get(number(asked.get("interaction")))
        if interaction is None or interaction.user is not person.user:
            raise Refused(f"{person.name} has no form {asked.get('interaction')!r} open")
        return Reply(self._play, person.user, interaction=interaction)

    def _stored(self, identity: str) -> Attachment:
        attachment = self._play.world.attachments.get(number(identity))
        if attachment is None:
            raise Refused(f"there is no uploaded file {identity!r}")
        return attachment

    def _values(self, asked: Json) -> dict[str, Any]:
        """Option or field values, with ``{"upload": id}`` replaced by the file."""
        values = asked.get("options") or asked.get("values") or {}
        if not isinstance(values, dict):
            raise Refused("values must be an object")
        return {str(name): self._value(it) for name, it in values.items()}

    def _value(self, value: Any) -> Any:
        if isinstance(value, dict) and "upload" in value:
            return self._stored(str(value["upload"]))
        if isinstance(value, list):
            return [self._value(it) for it in value]
        return value


async def _pump(socket: web.WebSocketResponse, queue: asyncio.Queue[str]) -> None:
    with contextlib.suppress(ConnectionError, RuntimeError):
        while True:
            await socket.send_str(await queue.get())
