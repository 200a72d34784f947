"""How turns came about, as the bot reports it: kept in memory for a while, told only to the person whose turn it was."""

from __future__ import annotations

import secrets
from collections import deque
from typing import TYPE_CHECKING, Final

from aiohttp import web

from playground.page_requests import Refused, answering, number
from playground.pulse import Pulse
from playground.wire import Json

if TYPE_CHECKING:
    from playground.server import Playground

PATH: Final = "/playground/turns"
MOST_KEPT: Final = 200
"""Reports that are remembered, of everybody together; the oldest go first."""


class TurnReports:
    """Takes reports from the bot and gives each person their own."""

    def __init__(self, play: Playground) -> None:
        self._play = play
        self._kept: deque[Json] = deque(maxlen=MOST_KEPT)
        self.arrived = Pulse()

    def add_to(self, app: web.Application) -> None:
        """Register the bot's route and the page's."""
        app.router.add_post(PATH, self._take)
        app.router.add_get("/page/turns", answering(self._turns))

    def of(self, user_id: int) -> list[Json]:
        """One person's turns, oldest first."""
        return [it for it in self._kept if it["user"] == str(user_id)]

    def ids_of(self, user_id: int) -> list[str]:
        """The ids of one person's turns. The buttons under an answer carry the id of its turn."""
        return [str(it["id"]) for it in self.of(user_id)]

    def forget(self) -> None:
        """Forget all of them."""
        self._kept.clear()

    async def _take(self, request: web.Request) -> web.Response:
        shown = request.headers.get("Authorization", "")
        if not secrets.compare_digest(shown.encode(), f"Bot {self._play.bot_token}".encode()):
            return web.Response(status=401)
        try:
            report = await request.json()
        except ValueError:
            report = None
        if not isinstance(report, dict) or not isinstance(report.get("user"), str) or "id" not in report:
            return web.Response(status=400)
        self._kept.append(report)
        self.arrived.beat()
        self._play.page.push_to(number(report["user"]), {"event": "turn", "turn": report})
        return web.Response(status=204)

    async def _turns(self, request: web.Request) -> Json:
        person = self._play.people.get(number(request.query.get("person")))
        if person is None:
            raise Refused("there is no such person")
        return {"turns": self.of(person.id)}
