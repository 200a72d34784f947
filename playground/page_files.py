"""The page's files, and who may ask for anything: this machine's own page only.

The host must be the playground's address (a foreign name that resolves here is refused), and whatever changes something
must come from a page that the playground served.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiohttp import web

PAGE = Path(__file__).parent / "page"

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "media-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def guard(address: str) -> Any:
    """Middleware: only this machine's names for the playground, and changes only from its own page."""
    hosts = {address, address.replace("127.0.0.1", "localhost")}
    origins = {f"http://{host}" for host in hosts}

    @web.middleware
    async def check(request: web.Request, handler: _Handler) -> web.StreamResponse:
        if request.host not in hosts:
            return web.Response(status=403, text="The playground answers only to its own address.")
        if request.path.startswith("/page/") and (request.method != "GET" or request.path == "/page/socket"):
            if request.headers.get("Origin") not in origins:
                return web.Response(status=403, text="The playground listens only to its own page.")
        return await handler(request)

    return check


def add_to(app: web.Application) -> None:
    """Serve the page's files."""
    app.router.add_get("/", _index)
    app.router.add_get("/static/{path:.+}", _static)


async def _index(request: web.Request) -> web.StreamResponse:
    return _file("index.html")


async def _static(request: web.Request) -> web.StreamResponse:
    return _file(request.match_info["path"])


def _file(name: str) -> web.StreamResponse:
    path = (PAGE / name).resolve()
    if not path.is_relative_to(PAGE) or not path.is_file():
        return web.Response(status=404, text="There is no such file.")
    headers = {
        "Content-Security-Policy": _POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
    }
    return web.FileResponse(path, headers=headers)
