"""One REST request from the socket to its answer: found, allowed, checked, applied.

Order, as at Discord: route, token, body, rate limit, form rules; then the handler. Trouble that a test arranged comes
after the body has been read.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from playground import rest_commands, rest_interactions, rest_messages, rest_places
from playground.errors import DiscordError, Problem, empty_message, invalid_form, not_found, unauthorized
from playground.limits import RateLimited
from playground.reading import answer, read
from playground.routing import Call, Created, Route, Routes
from playground.rules import messages as message_rules
from playground.rules import requests as rules
from playground.state import Message
from playground.wire import Json

if TYPE_CHECKING:
    from playground.conformance import Conformance
    from playground.server import Playground

API = "/api/v10"


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as an observer sees it, before it is applied."""

    number: int
    method: str
    template: str
    path: str
    body: Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that was answered with an error."""

    route: str
    status: int
    code: int
    message: str


_BREACHES = frozenset({50005, 50006, 40060})
"""Refusals besides form errors that only a mistake of the bot can cause."""

Observer = Callable[[Seen], Awaitable[None] | None]


class Rest:
    """The REST API of one playground, and the record of what was wrong with the bot's requests."""

    def __init__(self, play: Playground, conformance: Conformance | None) -> None:
        self._play = play
        self._conformance = conformance
        self.observers: list[Observer] = []
        self.violations: list[str] = []
        self.refusals: list[Refusal] = []
        self.requests = 0
        self.routes = Routes()
        for part in (rest_interactions, rest_commands, rest_messages, rest_places):
            part.add_to(self.routes)

    def record(self, sentence: str) -> None:
        """Note a broken rule."""
        self.violations.append(sentence)

    def breach(self, route: Route, problems: list[Problem]) -> None:
        """Note that a request breaks a rule."""
        self.record(f"{route.name}: " + "; ".join(map(str, problems)))

    def check_edit(self, call: Call, message: Message, body: Json) -> None:
        """Refuse an edit that the message as it stands does not allow."""
        problems = message_rules.check_edit(message, body, call.uploads)
        if problems:
            self.breach(call.route, problems)
            raise invalid_form(problems)
        if message_rules.leaves_nothing(message, body, call.uploads):
            raise empty_message()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        arrived = time.perf_counter()
        path = request.rel_url.raw_path[len(API) :]
        matched = self.routes.match(request.method, path)
        if matched is None:
            self.record(f"{request.method} {path}: there is no such route")
            return self._refuse(f"{request.method} {path}", not_found())
        route, params = matched
        if route.with_bot_token and request.headers.get("Authorization") != f"Bot {self._play.bot_token}":
            self._play.limits.count_invalid()
            return self._refuse(route.name, unauthorized())
        try:
            body, uploads = await read(request)
        except DiscordError as error:
            return self._refuse(route.name, error)
        self.requests += 1
        if self.observers:
            seen = Seen(self.requests, request.method, route.template, path, body)
            for observer in list(self.observers):
                waiting = observer(seen)
                if inspect.isawaitable(waiting):
                    await waiting
        trouble = self._play.faults.take(route) if self._play.faults.pending else None
        if trouble is not None:
            instead = await trouble.before(request)
            if instead is not None:
                return instead
        call = Call(self._play, route, params, request.query, body, uploads, arrived)
        response = self._apply(call)
        if trouble is not None:
            trouble.after(request)
        return response

    def _apply(self, call: Call) -> web.Response:
        headers: dict[str, str] = {}
        try:
            headers = self._play.limits.take(call.route, call.params)
            self._check(call)
            result = call.route.handler(call)
        except RateLimited as limited:
            self._play.limits.count_invalid()
            self.refusals.append(Refusal(call.route.name, 429, 0, str(limited)))
            if limited.banned:
                return web.Response(status=429, text="error code: 1015", headers=limited.headers())
            return answer(429, limited.body(), limited.headers())
        except DiscordError as error:
            if error.status in (401, 403):
                self._play.limits.count_invalid()
            if error.code in _BREACHES:
                self.record(f"{call.route.name}: {error}")
            return self._refuse(call.route.name, error, headers)
        except Exception as bug:
            self.record(f"{call.route.name}: the playground itself failed: {bug!r}")
            raise
        if result is None:
            return web.Response(status=204, headers=headers)
        if isinstance(result, Created):
            return answer(201, result.body, headers)
        return answer(200, result, headers)

    def _check(self, call: Call) -> None:
        """Form rules first, then the description: Discord answers 400 to both."""
        problems = rules.check(call.route, call.body, call.uploads)
        if self._conformance is not None:
            problems = problems or self._conformance.check(call.route, call.query, call.body)
        if problems:
            self.breach(call.route, problems)
            raise invalid_form(problems)

    def _refuse(self, route: str, error: DiscordError, headers: dict[str, str] | None = None) -> web.Response:
        self.refusals.append(Refusal(route, error.status, error.code, error.message))
        return answer(error.status, error.body(), headers or {})
