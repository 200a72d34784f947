"""The page's switches: which model answers, what is wrong with it, the bot's process, and starting afresh.

Whoever opens the page may use them: it is one's own machine. The key of a model goes in here and never comes out.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from aiohttp import web

from playground.model_choice import NoModel, read_choice
from playground.model_proxy import ModelFault
from playground.page_requests import Refused, answering, read_json
from playground.wire import Json
from playground.world import Change, What

if TYPE_CHECKING:
    from playground.server import Playground
    from playground.supervisor import Supervisor


NOTICED_SECONDS: Final = 2.0
"""How long a killed bot's connection may take to be seen broken before the next bot is started anyway."""


class PageControls:
    """The routes of the switches. Without a supervisor (in tests) there is no process to handle."""

    def __init__(self, play: Playground) -> None:
        self._play = play
        self._supervisor: Supervisor | None = None
        self._afresh: Callable[[], Awaitable[None]] | None = None
        self._beginning = False
        self._looks = 0
        self._tasks: set[asyncio.Task[None]] = set()
        play.faults.on_change = self._changed
        play.world.listeners.append(self._heard)

    def attach(self, supervisor: Supervisor, afresh: Callable[[], Awaitable[None]]) -> None:
        """Hand over the bot's process, and what begins everything again."""
        self._supervisor = supervisor
        self._afresh = afresh
        supervisor.on_change(self._changed)

    def add_to(self, app: web.Application) -> None:
        """Register the routes."""
        app.router.add_get("/page/controls", answering(self._state))
        app.router.add_post("/page/model", answering(self._model))
        app.router.add_post("/page/model-fault", answering(self._model_fault))
        app.router.add_post("/page/bot", answering(self._bot))
        app.router.add_post("/page/afresh", answering(self._begin_again))

    def state(self) -> Json:
        """How the switches stand. `look` grows, so that a page can tell the newer of two."""
        models, supervisor, gateway = self._play.models, self._supervisor, self._play.gateway
        self._looks += 1
        return {
            "look": self._looks,
            "bot": {
                "managed": supervisor is not None,
                "running": gateway.online if supervisor is None else supervisor.running,
                "online": gateway.online,
                "ready": gateway.online and bool(self._play.commands()),
                "starts": 0 if supervisor is None else supervisor.starts,
                "connections": gateway.connections,
                "given_up": self.given_up(),
            },
            "model": {
                **models.choice.shown(),
                "settings_model": models.settings_model,
                "through_playground": models.choice.through_playground,
                "fault": self._play.model_proxy.fault.value,
                "calls": self._play.model_proxy.calls,
            },
            "waiting": [
                {"route": it.route, "status": it.status, "delay": it.delay}
                for it in self._play.faults.pending
            ],
            "afresh": self._afresh is not None and not self._beginning,
        }

    def given_up(self) -> Json | None:
        """Why the bot stays down, when it does."""
        why = None if self._supervisor is None else self._supervisor.given_up
        return None if why is None else {"ends": why.ends, "status": why.status}

    async def _state(self, request: web.Request) -> Json:
        return self.state()

    async def _model(self, request: web.Request) -> Json:
        """Choose a model; the bot is started anew with it."""
        asked = await read_json(request)
        try:
            self._play.models.choose(read_choice(asked))
        except NoModel as mistake:
            raise Refused(str(mistake)) from None
        if not self._play.models.choice.through_playground:
            self._play.model_proxy.fault = ModelFault.NONE
        if self._supervisor is not None:
            self._soon(self._supervisor.restart())
        self._changed()
        return self.state()

    async def _model_fault(self, request: web.Request) -> Json:
        asked = await read_json(request)
        try:
            fault = ModelFault(str(asked.get("fault")))
        except ValueError:
            raise Refused("there is no such fault") from None
        if fault is not ModelFault.NONE and not self._play.models.choice.through_playground:
            raise Refused("only the toy and a model that you name here can be given faults")
        self._play.model_proxy.fault = fault
        self._changed()
        return self.state()

    async def _bot(self, request: web.Request) -> Json:
        asked = await read_json(request)
        if self._supervisor is None:
            raise Refused("the bot was not started by this playground")
        match asked.get("do"):
            case "kill":
                if not self._supervisor.running:
                    raise Refused("the bot is not running at the moment")
                async with self._supervisor.without_bot(killed=True):
                    with contextlib.suppress(TimeoutError):
                        await self._play.until_gone(NOTICED_SECONDS)
            case "restart":
                self._soon(self._supervisor.restart())
            case _:
                raise Refused("kill or restart it")
        return self.state()

    async def _begin_again(self, request: web.Request) -> Json:
        """Forget everything: people, messages, and all that the bot has kept of them here."""
        asked = await read_json(request)
        if self._afresh is None or self._supervisor is None:
            raise Refused("this playground keeps nothing")
        if asked.get("confirm") is not True:
            raise Refused("confirm it: everything here is forgotten")
        if self._beginning:
            raise Refused("it is under way")
        self._beginning = True
        try:
            async with self._supervisor.without_bot():
                await self._afresh()
        finally:
            self._beginning = False
        self._changed()
        return self.state()

    async def close(self) -> None:
        """Give up what is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _soon(self, work: Awaitable[None]) -> None:
        """Let it happen without keeping the page waiting."""

        async def run() -> None:
            await work

        task = asyncio.create_task(run())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _heard(self, change: Change) -> None:
        if change.what in (What.BOT, What.COMMANDS):
            self._changed()

    def _changed(self) -> None:
        self._play.page.push_to_all({"event": "controls", "controls": self.state()})
