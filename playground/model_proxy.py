"""Stands between the bot and the model it was given: passes calls on, puts the real key in, and plays faults.

It answers nobody but the bot of this playground, follows no redirect (the key would go with it), and writes nothing down.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncIterator
from enum import StrEnum
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from aiohttp import web

from playground import stand_in
from playground.model_choice import Kind, ModelDesk
from playground.wire import Json

_UPSTREAM_PATIENCE: Final = aiohttp.ClientTimeout(total=None, sock_connect=10, sock_read=600)
_PASSED_ON: Final = ("Content-Type", "Accept")
_PASSED_BACK: Final = ("Content-Type", "Retry-After", "retry-after-ms")

FIRST_PAUSE: Final = 4.0
"""Seconds before a slow model says anything."""

PAUSE: Final = 0.15
"""Seconds between the pieces of a slow model's answer."""

_TOY_PAUSE: Final = 0.03
_REFUSAL: Final = "I can't help with that."


class ModelFault(StrEnum):
    """What may be wrong with the model."""

    NONE = "none"
    SLOW = "slow"
    """It takes its time before the first word and between any two."""
    DOWN = "down"
    """Every connection to it breaks."""
    REFUSING = "refusing"
    """It declines to answer."""


class ModelProxy:
    """The route ``/model/…``. Its only state is the fault in force."""

    def __init__(self, desk: ModelDesk) -> None:
        self._desk = desk
        self._session: aiohttp.ClientSession | None = None
        self.fault = ModelFault.NONE
        self.first_pause = FIRST_PAUSE
        self.pause = PAUSE
        self.toy_pause = _TOY_PAUSE
        self.calls = 0
        """How many calls have come from the bot."""

    def add_to(self, app: web.Application) -> None:
        """Register the route."""
        app.router.add_route("*", "/model/{tail:.*}", self._handle)

    async def close(self) -> None:
        """Close the connections to the model."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        shown = request.headers.get("Authorization", "")
        if not secrets.compare_digest(shown.encode(), f"Bearer {self._desk.pass_phrase}".encode()):
            return _error(401, "Only the playground's own bot may ask here.")
        if not self._desk.choice.through_playground:
            return _error(503, "The playground passes no model calls on at the moment.")
        self.calls += 1
        fault = self.fault
        if fault is ModelFault.DOWN:
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=503)
        if fault is ModelFault.SLOW:
            await asyncio.sleep(self.first_pause)
        tail = request.match_info["tail"]
        is_chat = request.method == "POST" and tail == "chat/completions"
        if is_chat and fault is ModelFault.REFUSING:
            return await self._say(request, "refusal", [_REFUSAL])
        if self._desk.choice.kind is Kind.OWN:
            return await self._pass_on(request, tail)
        if not is_chat:
            return _error(404, "The toy model only chats.")
        return await self._toy(request)

    # ---- the stand-in

    async def _toy(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        if body is None:
            return _error(400, "The body must be a JSON object.")
        text = await asyncio.to_thread(stand_in.reply_to, body)
        return await self._say(request, "content", stand_in.pieces(text))

    async def _say(self, request: web.Request, kind: str, pieces: list[str]) -> web.StreamResponse:
        """An answer of ours, whole or as a stream; *kind* is the field that carries it."""
        body = await _body(request) or {}
        about = {"id": "chatcmpl-playground", "created": 0, "model": str(body.get("model") or "")}
        usage = _usage(body, pieces)
        if not body.get("stream"):
            message = {"role": "assistant", "content": None, kind: "".join(pieces)}
            choice = {"index": 0, "message": message, "finish_reason": "stop"}
            return web.json_response(
                {**about, "object": "chat.completion", "choices": [choice], "usage": usage}
            )
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(request)
        about["object"] = "chat.completion.chunk"
        pause = self.pause if self.fault is ModelFault.SLOW else self.toy_pause
        with contextlib.suppress(ConnectionError):
            for piece in pieces:
                delta = {"index": 0, "delta": {kind: piece}, "finish_reason": None}
                await response.write(_event({**about, "choices": [delta]}))
                await asyncio.sleep(pause)
            last = {"index": 0, "delta": {}, "finish_reason": "stop"}
            await response.write(_event({**about, "choices": [last]}))
            await response.write(_event({**about, "choices": [], "usage": usage}))
            await response.write(b"data: [DONE]\n\n")
            await response.write_eof()
        return response

    # ---- somebody else's server

    async def _pass_on(self, request: web.Request, tail: str) -> web.StreamResponse:
        choice = self._desk.choice
        headers = {name: request.headers[name] for name in _PASSED_ON if name in request.headers}
        if choice.key:
            headers["Authorization"] = f"Bearer {choice.key}"
        address = f"{choice.address}/{tail}"
        try:
            async with self._client().request(
                request.method,
                address,
                params=request.query,
                data=await request.read(),
                headers=headers,
                allow_redirects=False,
                proxy=_proxy_for(address),
            ) as answer:
                return await self._pass_back(request, answer)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            return _error(502, f"The model's server cannot be reached: {type(error).__name__}.")

    async def _pass_back(self, request: web.Request, answer: aiohttp.ClientResponse) -> web.StreamResponse:
        if 300 <= answer.status < 400:
            return _error(502, "The model's server sends its callers elsewhere; give the address it names.")
        headers = {name: answer.headers[name] for name in _PASSED_BACK if name in answer.headers}
        response = web.StreamResponse(status=answer.status, headers=headers)
        await response.prepare(request)
        try:
            async for part in self._paced(answer):
                await response.write(part)
            await response.write_eof()
        except (aiohttp.ClientError, TimeoutError, OSError):
            # The answer has begun, so the bot can only be told by what it would see without us: a broken connection.
            if request.transport is not None:
                request.transport.abort()
        return response

    async def _paced(self, answer: aiohttp.ClientResponse) -> AsyncIterator[bytes]:
        """The answer's bytes as they come; from a slow model, line by line."""
        if self.fault is not ModelFault.SLOW:
            async for part in answer.content.iter_any():
                yield part
            return
        async for line in answer.content:
            yield line
            if line.strip():
                await asyncio.sleep(self.pause)

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                timeout=_UPSTREAM_PATIENCE, cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session


async def _body(request: web.Request) -> Json | None:
    try:
        body = await request.json()
    except ValueError:
        return None
    return body if isinstance(body, dict) else None


def _proxy_for(address: str) -> str | None:
    """The machine's own web proxy, for addresses outside; a model on this machine needs none."""
    parts = urlsplit(address)
    if parts.scheme != "https" or proxy_bypass(parts.hostname or ""):
        return None
    return getproxies().get("https")


def _event(data: Json) -> bytes:
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def _usage(body: Json, pieces: list[str]) -> Json:
    messages = [it for it in body.get("messages") or [] if isinstance(it, dict)]
    prompt = sum(len(stand_in.pieces(str(it.get("content") or ""))) for it in messages)
    return {
        "prompt_tokens": prompt,
        "completion_tokens": len(pieces),
        "total_tokens": prompt + len(pieces),
    }


def _error(status: int, message: str) -> web.Response:
    error: dict[str, Any] = {"message": message, "type": "playground", "param": None, "code": None}
    return web.json_response({"error": error}, status=status)
