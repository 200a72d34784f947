"""What every route of the page does with a request: read its JSON, and answer with JSON or a refusal in words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from playground.slash import NotPossible
from playground.wire import Json

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Refused(Exception):
    """A request of the page that makes no sense; answered with 400 and this sentence."""


def answering(handler: Callable[[web.Request], Awaitable[Json]]) -> Handler:
    """A route of the page that answers with what *handler* gives."""

    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            return web.json_response(await handler(request))
        except (Refused, NotPossible) as refusal:
            return web.json_response({"error": str(refusal)}, status=400)

    return answer


async def read_json(request: web.Request) -> Json:
    """The object in a request's body. A form of another site cannot send this type without being asked first."""
    if request.content_type != "application/json":
        raise Refused("the body must be application/json")
    try:
        body = await request.json()
    except ValueError:
        raise Refused("the body is no JSON") from None
    if not isinstance(body, dict):
        raise Refused("the body must be an object")
    return body


def number(identity: Any) -> int:
    """An id as the page writes it; -1, which nothing has, when it is none."""
    text = str(identity)
    return int(text) if text.isascii() and text.isdigit() else -1
