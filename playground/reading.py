"""Reads REST requests and writes answers: JSON, multipart with files, and Discord's refusals of both."""

from __future__ import annotations

import json
import mimetypes
from typing import Any

from aiohttp import BodyPartReader, web

from playground.errors import DiscordError, too_large
from playground.routing import Upload

REQUEST_BYTES = 25 * 1024 * 1024
"""Largest request, files included. Source: Discord, "Uploading Files"."""


def answer(status: int, body: Any, headers: dict[str, str]) -> web.Response:
    """A JSON answer; *headers* are extended."""
    # Discord says plain application/json: with a charset, discord.py would not parse it.
    headers["Content-Type"] = "application/json"
    return web.Response(status=status, body=json.dumps(body).encode(), headers=headers)


async def read(request: web.Request) -> tuple[Any, list[Upload]]:
    """The JSON body and the files of a request; a missing body reads as {}."""
    kind = request.content_type
    if not request.can_read_body:
        return {}, []
    try:
        if kind == "multipart/form-data":
            return await _read_multipart(request)
        raw = await request.read()
        if not raw:
            return {}, []
        if kind != "application/json":
            raise DiscordError(400, 50035, "Invalid Form Body")
        return json.loads(raw), []
    except web.HTTPRequestEntityTooLarge:
        raise too_large() from None
    except ValueError:
        raise DiscordError(400, 50109, "The request body contains invalid JSON.") from None


async def _read_multipart(request: web.Request) -> tuple[Any, list[Upload]]:
    body: Any = {}
    uploads: list[Upload] = []
    total = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise DiscordError(400, 50035, "Invalid Form Body")
        name = part.name or ""
        data = bytes(await part.read(decode=False))
        total += len(data)
        if total > REQUEST_BYTES:
            raise too_large()
        if name == "payload_json":
            body = json.loads(data)
        elif name.startswith("files[") and name.endswith("]") and name[6:-1].isdigit():
            filename = part.filename or "unknown"
            uploads.append(Upload(int(name[6:-1]), filename, _content_type(filename), data))
        else:
            raise DiscordError(400, 50035, f"Invalid Form Body: unknown part {name!r}")
    return body, uploads


def _content_type(filename: str) -> str | None:
    return mimetypes.guess_type(filename)[0]
