"""What came of questions, commands and buttons, as the bot reports it: kept in memory for a while, told only to who did it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from aiohttp import web

from playground.interaction import Interaction
from playground.page_requests import Refused, answering, number
from playground.pulse import Pulse
from playground.wire import InteractionKind, Json, ResponseKind

if TYPE_CHECKING:
    from playground.server import Playground

PATH: Final = "/playground/turns"
MOST_KEPT: Final = 200
"""Reports that are remembered, of everybody together; the oldest go first."""

_BUTTON: Final = 2
_SLASH: Final = 1


class TurnReports:
    """Takes reports from the bot and gives each person their own."""

    def __init__(self, play: Playground) -> None:
        self._play = play
        self._kept: dict[str, Json] = {}
        self.arrived = Pulse()

    def add_to(self, app: web.Application) -> None:
        """Register the bot's route and the page's."""
        app.router.add_post(PATH, self._take)
        app.router.add_get("/page/turns", answering(self._turns))

    def of(self, user_id: int) -> list[Json]:
        """What came of all that one person did, oldest first."""
        return [it for it in self._kept.values() if it["user"] == str(user_id)]

    def questions_of(self, user_id: int) -> list[Json]:
        """Of these the questions that the tutor answered."""
        return [it for it in self.of(user_id) if "kind" not in it]

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
        if report.get("kind") == "deed":
            interaction = self._play.world.interactions.get(number(report["id"]))
            if interaction is None:
                return web.Response(status=204)  # older than what Discord remembers
            report |= _seen_from_here(interaction)
        self._keep(report)
        self.arrived.beat()
        self._play.page.push_to(number(report["user"]), {"event": "turn", "turn": report})
        return web.Response(status=204)

    def _keep(self, report: Json) -> None:
        """A later report of the same thing takes the place of the earlier one; a question that of its command."""
        self._kept.pop(str(report.get("interaction")), None)
        self._kept[str(report["id"])] = report
        while len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]

    async def _turns(self, request: web.Request) -> Json:
        person = self._play.people.get(number(request.query.get("person")))
        if person is None:
            raise Refused("there is no such person")
        return {"turns": self.of(person.id)}


def _seen_from_here(interaction: Interaction) -> Json:
    """What Discord knows of an interaction and the bot does not tell: how it was called, how soon it was answered."""
    seen: Json = {"kind": _kind(interaction), "name": interaction.name, "label": _label(interaction)}
    if interaction.response is not None and interaction.acknowledged is not None:
        seen["response"] = ResponseKind(interaction.response).name.lower()
        seen["acknowledged_ms"] = round((interaction.acknowledged - interaction.sent) * 1000)
    if shown := interaction.shown():
        seen["message"] = str(shown[0].id)
    return seen


def _kind(interaction: Interaction) -> str:
    if interaction.kind is InteractionKind.COMMAND:
        return "command" if interaction.data.get("type", _SLASH) == _SLASH else "menu"
    if interaction.kind is InteractionKind.COMPONENT:
        return "button" if interaction.data.get("component_type") == _BUTTON else "select"
    return "form"


def _label(interaction: Interaction) -> str:
    """What stood on the button, was chosen in the list, or the title of the form."""
    opener = interaction.from_modal_opener
    if opener is not None and opener.modal is not None:
        return str(opener.modal.get("title") or "")
    used = _component(interaction.event.get("message", {}).get("components", []), interaction.name)
    chosen = [
        str(it["label"])
        for it in used.get("options", ())
        if it["value"] in interaction.data.get("values", ())
    ]
    emoji = (used.get("emoji") or {}).get("name")
    return ", ".join(chosen) or str(used.get("label") or emoji or used.get("placeholder") or "")


def _component(components: list[Json], custom_id: str) -> Json:
    """The component with this custom id, as deep as it may lie; empty where there is none."""
    for it in components:
        if it.get("custom_id") == custom_id:
            return it
        inner = [*it.get("components", ()), *([it["accessory"]] if it.get("accessory") else ())]
        if found := _component(inner, custom_id):
            return found
    return {}
