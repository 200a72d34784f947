"""REST: the application's commands, global and per server."""

from __future__ import annotations

from playground import errors
from playground.routing import Answer, Call, Created, Routes
from playground.wire import CommandKind, Json
from playground.world import Change, CommandScope, What, number

_LOCALISATIONS = ("name_localizations", "description_localizations")


def add_to(routes: Routes) -> None:
    """Register the routes of this file."""
    for base in (
        "/applications/{application_id}/commands",
        "/applications/{application_id}/guilds/{guild_id}/commands",
    ):
        routes.add("GET", base, _read_all)
        routes.add("PUT", base, _overwrite)
        routes.add("POST", base, _create)
        routes.add("GET", f"{base}/{{command_id}}", _read)
        routes.add("PATCH", f"{base}/{{command_id}}", _change)
        routes.add("DELETE", f"{base}/{{command_id}}", _delete)


def _read_all(call: Call) -> Answer:
    """All commands of the scope. Localisations come only to whoever asks for them by ``with_localizations``."""
    with_localisations = call.query.get("with_localizations", "").lower() in ("1", "true")
    commands = list(_scope(call).by_id.values())
    return commands if with_localisations else [_without_localisations(it) for it in commands]


def _overwrite(call: Call) -> Answer:
    """Replace all commands; those of the same kind and name keep their ids."""
    scope = _scope(call)
    known = {(it["type"], it["name"]): int(it["id"]) for it in scope.by_id.values()}
    made = [_stored(call, it, known.get((it.get("type", 1), it["name"]))) for it in call.body or []]
    scope.by_id = {int(it["id"]): it for it in made}
    call.play.world.tell(Change(What.COMMANDS))
    return made


def _create(call: Call) -> Answer:
    """One command. Under the name of another of its kind it takes that one's place, with 200 instead of 201."""
    scope = _scope(call)
    kind, name = call.body.get("type", 1), call.body["name"]
    same = [it for it in scope.by_id.values() if (it["type"], it["name"]) == (kind, name)]
    made = _stored(call, call.body, int(same[0]["id"]) if same else None)
    scope.by_id[int(made["id"])] = made
    call.play.world.tell(Change(What.COMMANDS))
    return made if same else Created(made)


def _read(call: Call) -> Answer:
    return _one(call)


def _change(call: Call) -> Answer:
    old = _one(call)
    made = _stored(call, {**old, **call.body}, int(old["id"]))
    _scope(call).by_id[int(made["id"])] = made
    call.play.world.tell(Change(What.COMMANDS))
    return made


def _delete(call: Call) -> Answer:
    del _scope(call).by_id[int(_one(call)["id"])]
    call.play.world.tell(Change(What.COMMANDS))
    return None


def _scope(call: Call) -> CommandScope:
    world = call.play.world
    if call.params["application_id"] != str(world.bot.id):
        raise errors.DiscordError(
            403, 20012, "You are not authorized to perform this action on this application"
        )
    guild_id = call.params.get("guild_id")
    key = None if guild_id is None else world.guild(guild_id).id
    return world.commands.setdefault(key, CommandScope())


def _one(call: Call) -> Json:
    command = _scope(call).by_id.get(number(call.params["command_id"]))
    if command is None:
        raise errors.unknown_command()
    return command


def _stored(call: Call, asked: Json, identity: int | None) -> Json:
    world = call.play.world
    kind = asked.get("type") or 1
    command: Json = {
        "id": str(identity or world.snowflakes.next()),
        "application_id": str(world.bot.id),
        "version": str(world.snowflakes.next()),
        "type": kind,
        "name": asked["name"],
        "name_localizations": asked.get("name_localizations"),
        "description": asked.get("description") or "",
        "description_localizations": asked.get("description_localizations"),
        "default_member_permissions": asked.get("default_member_permissions"),
        "dm_permission": asked.get("dm_permission", True),
        "contexts": asked.get("contexts"),
        "integration_types": asked.get("integration_types") or [0],
        "nsfw": bool(asked.get("nsfw")),
    }
    if kind == CommandKind.CHAT:
        command["options"] = asked.get("options") or []
    if "guild_id" in call.params:
        command["guild_id"] = call.params["guild_id"]
    return command


def _without_localisations(command: Json) -> Json:
    bare = {key: value for key, value in command.items() if key not in _LOCALISATIONS}
    if "options" in command:
        bare["options"] = [_without_localisations(it) for it in command["options"]]
    return bare
