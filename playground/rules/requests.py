"""Picks the rules for a request by its route. Refusing and recording is the server's business."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from playground.errors import Problem, Problems
from playground.routing import Route, Upload
from playground.rules import commands, lengths, messages, modals
from playground.wire import MessageFlag, ResponseKind

Check = Callable[[Any, list[Upload]], list[Problem]]

_HOOK = "/webhooks/{webhook_id}/{webhook_token}"
_CHANNEL = "/channels/{channel_id}"
_DEFERRED_FLAGS = (
    MessageFlag.PRIVATE | MessageFlag.COMPONENTS_V2 | MessageFlag.SILENT | MessageFlag.SUPPRESS_EMBEDS
)


def check(route: Route, body: Any, uploads: list[Upload]) -> list[Problem]:
    """The breaches of one request's body."""
    rule = _RULES.get(route.name)
    return [] if rule is None else rule(body, uploads)


def _by_token(body: Any, uploads: list[Upload]) -> list[Problem]:
    return messages.check(body, uploads, by_token=True)


def _in_channel(body: Any, uploads: list[Upload]) -> list[Problem]:
    return messages.check(body, uploads, by_token=False)


def _edit_by_token(body: Any, uploads: list[Upload]) -> list[Problem]:
    return messages.check(body, uploads, by_token=True, creates=False)


def _edit_in_channel(body: Any, uploads: list[Upload]) -> list[Problem]:
    return messages.check(body, uploads, by_token=False, creates=False)


def _callback(body: Any, uploads: list[Upload]) -> list[Problem]:
    if not isinstance(body, dict):
        return [Problem((), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")]
    problems = Problems()
    kind, data = body.get("type"), body.get("data") or {}
    if kind in (ResponseKind.MESSAGE, ResponseKind.UPDATE):
        creates = kind == ResponseKind.MESSAGE
        return messages.check(data, uploads, ("data",), by_token=True, creates=creates)
    if kind == ResponseKind.DEFERRED_MESSAGE:
        if (data.get("flags") or 0) & ~int(_DEFERRED_FLAGS):
            problems.add(
                ("data", "flags"), "MESSAGE_FLAGS_INVALID", f"flags {data['flags']} cannot be deferred with"
            )
    elif kind == ResponseKind.MODAL:
        modals.check(problems, data, ("data",))
    elif kind == ResponseKind.AUTOCOMPLETE:
        commands.check_choices(problems, data.get("choices"), ("data", "choices"), None)
    return problems.found


def _all_commands(body: Any, uploads: list[Upload]) -> list[Problem]:
    problems = Problems()
    commands.check_all(problems, body)
    return problems.found


def _one_command(body: Any, uploads: list[Upload]) -> list[Problem]:
    problems = Problems()
    commands.check(problems, body, ())
    return problems.found


def _thread(body: Any, uploads: list[Upload]) -> list[Problem]:
    problems = Problems()
    lengths.text(problems, ("name",), body.get("name"), 1, 100, required=True)
    if body.get("auto_archive_duration") not in (None, 60, 1440, 4320, 10080):
        problems.add(
            ("auto_archive_duration",), "BASE_TYPE_CHOICES", "must be 60, 1440, 4320 or 10080 minutes"
        )
    return problems.found


_RULES: Mapping[str, Check] = {
    "POST /interactions/{interaction_id}/{interaction_token}/callback": _callback,
    f"POST {_HOOK}": _by_token,
    f"PATCH {_HOOK}/messages/@original": _edit_by_token,
    f"PATCH {_HOOK}/messages/{{message_id}}": _edit_by_token,
    f"POST {_CHANNEL}/messages": _in_channel,
    f"PATCH {_CHANNEL}/messages/{{message_id}}": _edit_in_channel,
    f"POST {_CHANNEL}/threads": _thread,
    f"POST {_CHANNEL}/messages/{{message_id}}/threads": _thread,
    "PUT /applications/{application_id}/commands": _all_commands,
    "PUT /applications/{application_id}/guilds/{guild_id}/commands": _all_commands,
    "POST /applications/{application_id}/commands": _one_command,
    "POST /applications/{application_id}/guilds/{guild_id}/commands": _one_command,
}
