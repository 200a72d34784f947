"""REST: answers to interactions, and what follows by their token."""

from __future__ import annotations

from playground import payloads
from playground.errors import invalid_form
from playground.routing import Answer, Call, Routes
from playground.rules import interactions as rules
from playground.wire import Json, ResponseKind
from playground.world import number


def add_to(routes: Routes) -> None:
    """Register the routes of this file."""
    callback = "/interactions/{interaction_id}/{interaction_token}/callback"
    hook = "/webhooks/{webhook_id}/{webhook_token}"
    routes.add("POST", callback, _respond, with_bot_token=False)
    routes.add("POST", hook, _follow_up, with_bot_token=False)
    routes.add("GET", hook, _describe, with_bot_token=False)
    for which in ("@original", "{message_id}"):
        routes.add("GET", f"{hook}/messages/{which}", _read, with_bot_token=False)
        routes.add("PATCH", f"{hook}/messages/{which}", _edit, with_bot_token=False)
        routes.add("DELETE", f"{hook}/messages/{which}", _delete, with_bot_token=False)


def _respond(call: Call) -> Answer:
    """The first response, within three seconds (10062) and once (40060); it fixes whether the reply is private.

    With the query ``with_response`` it answers with the message, else with nothing.
    """
    play = call.play
    interaction = play.interactions.awaiting_response(
        number(call.params["interaction_id"]), call.params["interaction_token"]
    )
    problems = rules.fits(interaction, call.body)
    if problems:
        play.rest.breach(call.route, problems)
        raise invalid_form(problems)
    kind = ResponseKind(call.body["type"])
    if kind is ResponseKind.UPDATE and interaction.message is not None:
        play.rest.check_edit(call, interaction.message, call.body.get("data") or {})
    play.interactions.respond(interaction, kind, call.body.get("data") or {}, call.uploads, call.arrived)
    if call.query.get("with_response", "").lower() not in ("1", "true"):
        return None
    about: Json = {"id": str(interaction.id), "type": int(interaction.kind)}
    resource: Json = {"type": int(kind)}
    message = interaction.original
    if message is not None:
        about["response_message_id"] = str(message.id)
        about["response_message_loading"] = message.loading
        about["response_message_ephemeral"] = message.private
        resource["message"] = payloads.message(message, play.world.bot)
    return {"interaction": about, "resource": resource}


def _follow_up(call: Call) -> Answer:
    """``POST /webhooks/{application}/{token}``. Interaction tokens always answer with the message."""
    play = call.play
    interaction = play.interactions.by_token(call.params["webhook_id"], call.params["webhook_token"])
    message = play.interactions.follow_up(interaction, call.body, call.uploads)
    return payloads.message(message, play.world.bot)


def _describe(call: Call) -> Answer:
    """The webhook that an interaction's token stands for."""
    interaction = call.play.interactions.by_token(call.params["webhook_id"], call.params["webhook_token"])
    return {
        "id": call.params["webhook_id"],
        "type": 3,
        "name": call.play.world.bot.name,
        "avatar": None,
        "channel_id": str(interaction.channel.id),
        "application_id": str(call.play.world.bot.id),
        "token": interaction.token,
    }


def _read(call: Call) -> Answer:
    """The first response (``@original``) or a follow-up, also a private one. 10008 when there is none."""
    play = call.play
    interaction = play.interactions.by_token(call.params["webhook_id"], call.params["webhook_token"])
    message = play.interactions.message_of(interaction, call.params.get("message_id", "@original"))
    return payloads.message(message, play.world.bot)


def _edit(call: Call) -> Answer:
    """Change a response, also a private one; no permission is needed. A token lives fifteen minutes (50027)."""
    play = call.play
    interaction = play.interactions.by_token(call.params["webhook_id"], call.params["webhook_token"])
    message = play.interactions.message_of(interaction, call.params.get("message_id", "@original"))
    play.rest.check_edit(call, message, call.body)
    play.interactions.edit(interaction, message, call.body, call.uploads)
    return payloads.message(message, play.world.bot)


def _delete(call: Call) -> Answer:
    """Take a response back; a private one too."""
    play = call.play
    interaction = play.interactions.by_token(call.params["webhook_id"], call.params["webhook_token"])
    message = play.interactions.message_of(interaction, call.params.get("message_id", "@original"))
    play.interactions.delete(interaction, message)
    return None
