"""What Discord's client does when somebody types a slash command: finds it, reads the options, refuses nonsense.

A wrong command or option is a mistake of the test, and the message lists what there is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playground import payloads, permissions
from playground.rules.lengths import length
from playground.state import Attachment, Channel, Guild, Message, Role, User
from playground.wire import CommandKind, Json, OptionKind


class NotPossible(AssertionError):
    """Discord's client would not let a person do this."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that a person attaches."""

    name: str
    data: bytes
    content_type: str | None = None

    @classmethod
    def from_path(cls, path: Path) -> File:
        return cls(path.name, path.read_bytes())


@dataclass(slots=True)
class Typed:
    """A command as typed: the data of its interaction."""

    command: Json
    name: str
    data: Json
    resolved: Json = field(default_factory=dict)


Keep = Callable[[File], Attachment]


def type_command(
    commands: list[Json],
    name: str,
    values: Mapping[str, Any],
    *,
    user: User,
    guild: Guild | None,
    keep: Keep,
    focused: str | None = None,
    hidden: bool = False,
) -> Typed:
    """Resolve ``"quiz start"`` and its option *values* against the synced *commands*.

    *focused* names the option being completed; then required options may be missing. *hidden* allows commands that
    Discord hides from this person, since a server's admin may show them to anybody.
    """
    top, *rest = name.split()
    chat = [it for it in commands if it["type"] == CommandKind.CHAT]
    command = next((it for it in chat if it["name"] == top), None)
    if command is None:
        raise NotPossible(f"there is no /{top}; there are: {_names(chat)}")
    if not hidden:
        require_visible(command, user, guild)
    level: list[Json] = []
    options: list[Json] = command.get("options") or []
    for step in rest:
        inner = next((it for it in options if it["type"] <= OptionKind.GROUP and it["name"] == step), None)
        if inner is None:
            raise NotPossible(f"/{top} has no “{step}”; there are: {_names(options)}")
        level.append(inner)
        options = inner.get("options") or []
    if any(it["type"] <= OptionKind.GROUP for it in options):
        raise NotPossible(f"/{name} is a group; type one of: {_names(options)}")
    typed = Typed(command, name, {})
    filled = _fill(typed, options, values, guild, keep, focused)
    for inner in reversed(level):
        filled = [{"type": inner["type"], "name": inner["name"], "options": filled}]
    typed.data = {"id": command["id"], "name": command["name"], "type": 1, "options": filled}
    if typed.resolved:
        typed.data["resolved"] = typed.resolved
    if "guild_id" in command:
        typed.data["guild_id"] = command["guild_id"]
    return typed


def find_menu(commands: list[Json], kind: CommandKind, name: str) -> Json:
    """The message or person menu called *name* in any language."""
    offered = [it for it in commands if it["type"] == kind]
    for command in offered:
        if name == command["name"] or name in (command.get("name_localizations") or {}).values():
            return command
    raise NotPossible(f"there is no menu {name!r}; there are: {_names(offered)}")


def use_on_message(command: Json, message: Message, bot: User) -> Json:
    """The data of a message menu: the bot gets the whole message, whatever it may read otherwise."""
    identity = str(message.id)
    resolved = {"messages": {identity: payloads.message(message, bot)}}
    return {**_menu(command), "target_id": identity, "resolved": resolved}


def use_on_person(command: Json, user: User, guild: Guild | None) -> Json:
    """The data of a person menu."""
    resolved: Json = {}
    identity = resolve_thing(resolved, command["name"], OptionKind.USER, user, guild)
    return {**_menu(command), "target_id": identity, "resolved": resolved}


def _menu(command: Json) -> Json:
    return {"id": command["id"], "name": command["name"], "type": command["type"]}


def require_visible(command: Json, user: User, guild: Guild | None) -> None:
    """NotPossible where Discord's client would not offer the command."""
    if not visible(command, user, guild):
        place = "in a direct message" if guild is None else f"in {guild.name}"
        raise NotPossible(f"Discord does not offer “{command['name']}” to {user.name} {place}")


def visible(command: Json, user: User, guild: Guild | None) -> bool:
    """Whether Discord offers the command to this person here (default permissions and contexts)."""
    contexts = command.get("contexts")
    if guild is None:
        return 1 in contexts if contexts is not None else command.get("dm_permission") is not False
    if contexts is not None and 0 not in contexts:
        return False
    needed = command.get("default_member_permissions")
    if needed is None:
        return True
    allowed = permissions.in_guild(guild, user)
    if int(needed) == 0:
        return allowed == permissions.EVERYTHING
    return allowed & int(needed) == int(needed)


def _names(options: list[Json]) -> str:
    return ", ".join(sorted(it["name"] for it in options)) or "none"


def _fill(
    typed: Typed,
    options: list[Json],
    values: Mapping[str, Any],
    guild: Guild | None,
    keep: Keep,
    focused: str | None,
) -> list[Json]:
    by_name = {it["name"]: it for it in options}
    unknown = [it for it in values if it not in by_name]
    if unknown:
        raise NotPossible(f"/{typed.name} has no option {unknown[0]!r}; there are: {_names(options)}")
    filled = []
    for option in options:
        name = option["name"]
        if name not in values or values[name] is None:
            if option.get("required") and focused is None:
                raise NotPossible(f"/{typed.name} needs the option {name!r}")
            continue
        if name == focused:
            filled.append({"type": option["type"], "name": name, "value": str(values[name]), "focused": True})
            continue
        value = _value(typed, option, values[name], guild, keep)
        filled.append({"type": option["type"], "name": name, "value": value})
    return filled


def _value(typed: Typed, option: Json, value: Any, guild: Guild | None, keep: Keep) -> Any:
    kind = OptionKind(option["type"])
    where = f"/{typed.name} {option['name']}"
    if option.get("choices"):
        return _choice(where, option["choices"], value)
    if kind is OptionKind.STRING:
        if not isinstance(value, str):
            raise NotPossible(f"{where} takes text, not {value!r}")
        _within(where, "characters", length(value), option.get("min_length"), option.get("max_length", 6000))
        return value
    if kind is OptionKind.BOOLEAN:
        if not isinstance(value, bool):
            raise NotPossible(f"{where} takes True or False, not {value!r}")
        return value
    if kind in (OptionKind.INTEGER, OptionKind.NUMBER):
        whole = kind is OptionKind.INTEGER
        if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
            raise NotPossible(f"{where} takes a {'whole ' if whole else ''}number, not {value!r}")
        _within(where, "", value, option.get("min_value"), option.get("max_value"))
        return value
    if kind is OptionKind.ATTACHMENT:
        if not isinstance(value, File | Attachment):
            raise NotPossible(f"{where} takes a File, not {value!r}")
        attachment = value if isinstance(value, Attachment) else keep(value)
        typed.resolved.setdefault("attachments", {})[str(attachment.id)] = payloads.attachment(attachment)
        return str(attachment.id)
    return resolve_thing(typed.resolved, where, kind, value, guild, option.get("channel_types"))


def resolve_thing(
    resolved: Json,
    where: str,
    kind: OptionKind,
    value: Any,
    guild: Guild | None,
    channel_types: list[int] | None = None,
) -> str:
    """The id of a person, channel or role, with its payload added to *resolved*."""
    value = getattr(value, "user", value)
    if isinstance(value, str) and guild is not None:
        value = _by_id(kind, value, guild)
    if isinstance(value, User) and kind in (OptionKind.USER, OptionKind.MENTIONABLE):
        resolved.setdefault("users", {})[str(value.id)] = payloads.user(value)
        if guild is not None and value.id in guild.members:
            member = payloads.member_without_user(guild.members[value.id])
            member["permissions"] = str(permissions.in_guild(guild, value))
            resolved.setdefault("members", {})[str(value.id)] = member
    elif isinstance(value, Role) and kind in (OptionKind.ROLE, OptionKind.MENTIONABLE):
        resolved.setdefault("roles", {})[str(value.id)] = payloads.role(value)
    elif isinstance(value, Channel) and kind is OptionKind.CHANNEL:
        if channel_types and value.kind not in channel_types:
            raise NotPossible(f"{where} does not take channels of type {int(value.kind)}")
        payload = {**payloads.channel(value), "permissions": "0"}
        resolved.setdefault("channels", {})[str(value.id)] = payload
    else:
        raise NotPossible(f"{where} takes a {kind.name.lower()}, not {value!r}")
    return str(value.id)


def _by_id(kind: OptionKind, identity: str, guild: Guild) -> Any:
    """The member, channel or role with this id; the id itself when there is none."""
    number = int(identity) if identity.isascii() and identity.isdigit() else -1
    if kind is OptionKind.CHANNEL:
        return guild.channels.get(number, identity)
    if kind in (OptionKind.USER, OptionKind.MENTIONABLE) and number in guild.members:
        return guild.members[number].user
    return guild.roles.get(number, identity)


def _choice(where: str, choices: list[Json], value: Any) -> Any:
    for choice in choices:
        shown = {choice["name"], *(choice.get("name_localizations") or {}).values()}
        if value == choice["value"] or value in shown:
            return choice["value"]
    offered = ", ".join(f"{it['name']} ({it['value']!r})" for it in choices)
    raise NotPossible(f"{where} has no choice {value!r}; there are: {offered}")


def _within(where: str, unit: str, value: float, least: float | None, most: float | None) -> None:
    if (least is not None and value < least) or (most is not None and value > most):
        raise NotPossible(f"{where} takes {least} to {most} {unit}".rstrip() + f", not {value}")
