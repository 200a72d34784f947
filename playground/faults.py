"""Trouble on purpose: rate limits, errors, lost answers, cut sockets, events that come twice."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from playground.gateway import Gateway
from playground.interaction import Interaction
from playground.interactions import Interactions
from playground.routing import Route, Routes


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happens to one request."""

    route: str
    status: int | None = None
    body: dict[str, object] | None = None
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0
    cut_before: bool = False
    cut_after: bool = False

    async def before(self, request: web.Request) -> web.StreamResponse | None:
        """Runs before the request is applied; an answer here means that it never is."""
        if self.delay:
            await asyncio.sleep(self.delay)
        if self.cut_before:
            _cut(request)
            return web.Response(status=500)
        if self.status is None:
            return None
        body = json.dumps(self.body or {"message": f"{self.status}: playground fault", "code": 0})
        headers = {"Content-Type": "application/json", **dict(self.headers)}
        return web.Response(status=self.status, body=body.encode(), headers=headers)

    def after(self, request: web.Request) -> None:
        """Runs once the request has been applied, before its answer is sent."""
        if self.cut_after:
            _cut(request)


class Faults:
    """Arranges trouble. A route is named by a part of ``"METHOD /template"``, e.g. ``"POST /channels"``."""

    def __init__(self, gateway: Gateway, interactions: Interactions, routes: Routes) -> None:
        self._gateway = gateway
        self._interactions = interactions
        self._routes = routes
        self.pending: list[Trouble] = []
        self.on_change: Callable[[], None] = lambda: None
        """Called when trouble was arranged, has struck or was taken back."""

    def rate_limit_next(self, route: str, retry_after: float = 0.2, *, everywhere: bool = False) -> None:
        """The next matching request gets a 429; *everywhere* makes it the global limit."""
        body: dict[str, object] = {
            "message": "You are being rate limited.",
            "retry_after": retry_after,
            "global": everywhere,
        }
        headers = (
            ("Via", "1.1 playground"),
            ("Retry-After", str(max(1, round(retry_after)))),
            ("X-RateLimit-Scope", "global" if everywhere else "user"),
        )
        self._add(Trouble(route, 429, body, headers))

    def fail_next(self, route: str, status: int = 500, *, code: int = 0, message: str = "") -> None:
        """The next matching request is answered with *status* and not applied."""
        self._add(Trouble(route, status, {"message": message or f"{status}: playground fault", "code": code}))

    def delay_next(self, route: str, seconds: float) -> None:
        """The next matching request waits *seconds* before it is applied."""
        self._add(Trouble(route, delay=seconds))

    def lose_request(self, route: str) -> None:
        """The connection of the next matching request is cut before it is applied."""
        self._add(Trouble(route, cut_before=True))

    def lose_answer(self, route: str) -> None:
        """The next matching request is applied, and its connection cut instead of an answer."""
        self._add(Trouble(route, cut_after=True))

    async def drop_gateway(self, code: int = 1006) -> None:
        """Cut the bot's sockets: 1006 as a lost network does, or with one of Discord's close codes."""
        await self._gateway.drop(code)

    def ask_to_reconnect(self) -> None:
        """Op 7."""
        self._gateway.ask_to_reconnect()

    def invalidate_session(self, *, resumable: bool = False) -> None:
        """Op 9."""
        self._gateway.invalidate(resumable=resumable)

    def redeliver(self, interaction: Interaction) -> None:
        """Send an interaction's event again, as happens after a RESUME."""
        self._interactions.send(interaction)

    def clear(self) -> None:
        """Forget trouble that has not struck yet."""
        self.pending.clear()
        self.on_change()

    def take(self, route: Route) -> Trouble | None:
        """The trouble that waits for this request, if any."""
        for trouble in self.pending:
            if trouble.route in route.name:
                self.pending.remove(trouble)
                self.on_change()
                return trouble
        return None

    def _add(self, trouble: Trouble) -> None:
        if not any(trouble.route in route.name for route in self._routes.all):
            known = "\n  ".join(sorted(route.name for route in self._routes.all))
            raise ValueError(f"no route contains {trouble.route!r}; there are:\n  {known}")
        self.pending.append(trouble)
        self.on_change()


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
