"""Forms as a person fills them in: labels to components, values to what a modal submit carries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from playground import payloads
from playground.rules.lengths import length
from playground.screen import label_of
from playground.slash import File, NotPossible, resolve_thing
from playground.state import Attachment, Guild
from playground.wire import SELECTS, ComponentKind, Json, OptionKind

_THINGS = {
    ComponentKind.USER_SELECT: OptionKind.USER,
    ComponentKind.ROLE_SELECT: OptionKind.ROLE,
    ComponentKind.MENTIONABLE_SELECT: OptionKind.MENTIONABLE,
    ComponentKind.CHANNEL_SELECT: OptionKind.CHANNEL,
}


def inputs(modal: Json) -> list[tuple[str, Json]]:
    """The fields of a form with their labels, in order."""
    found: list[tuple[str, Json]] = []
    for component in modal.get("components") or ():
        if component.get("type") == ComponentKind.LABEL:
            found.append((str(component.get("label", "")), component["component"]))
        elif component.get("type") == ComponentKind.ACTION_ROW:
            found.extend((label_of(it), it) for it in component.get("components") or ())
    return found


def submit(
    modal: Json, values: Mapping[str, Any], guild: Guild | None, keep: Callable[[File], Attachment]
) -> Json:
    """The data of a modal submit. *values* by label or custom id; what is not named keeps its prefilled value."""
    known = inputs(modal)
    for name in values:
        if not any(name in (label, field.get("custom_id")) for label, field in known):
            offered = ", ".join(f"{label} ({field.get('custom_id')})" for label, field in known)
            raise NotPossible(f"the form “{modal.get('title')}” has no field {name!r}; there are: {offered}")
    resolved: Json = {}

    def answered(label: str, field: Json) -> Json:
        value = next((values[it] for it in (label, str(field.get("custom_id"))) if it in values), None)
        answer: Json = {"type": field["type"], "id": field.get("id", 0), "custom_id": field["custom_id"]}
        return answer | _answer(label, field, value, resolved, guild, keep)

    components: list[Json] = []
    for component in modal.get("components") or ():
        kind, identity = component["type"], component.get("id", 0)
        if kind == ComponentKind.LABEL:
            inner = answered(str(component.get("label", "")), component["component"])
            components.append({"type": kind, "id": identity, "component": inner})
        elif kind == ComponentKind.ACTION_ROW:
            row = [answered(label_of(it), it) for it in component.get("components") or ()]
            components.append({"type": kind, "id": identity, "components": row})
        else:
            components.append({"type": kind, "id": identity})
    data: Json = {"custom_id": modal["custom_id"], "components": components}
    if resolved:
        data["resolved"] = resolved
    return data


def choose(
    component: Json, chosen: list[Any], resolved: Json, guild: Guild | None, *, name: str = ""
) -> list[str]:
    """The values of a select for the labels, values, people, roles or channels *chosen*."""
    where = name or label_of(component)
    kind = ComponentKind(component["type"])
    if kind in _THINGS:
        picked = [
            resolve_thing(resolved, where, _THINGS[kind], it, guild, component.get("channel_types"))
            for it in chosen
        ]
    else:
        picked = [_option(where, component.get("options") or [], it) for it in chosen]
    all_of_them = kind is ComponentKind.CHECKBOX_GROUP
    least = _bound(component, "min_values", 1)
    most = _bound(component, "max_values", len(component.get("options") or ()) if all_of_them else 1)
    required = component.get("required", True)
    if len(picked) > most or (len(picked) < least and (picked or required)):
        raise NotPossible(f"“{where}” takes {least} to {most} choices, not {len(picked)}")
    return picked


def _bound(field: Json, name: str, default: int) -> int:
    """A bound of a field; libraries send null for one that was left out."""
    value = field.get(name)
    return default if value is None else int(value)


def _answer(
    label: str,
    field: Json,
    value: Any,
    resolved: Json,
    guild: Guild | None,
    keep: Callable[[File], Attachment],
) -> Json:
    kind = ComponentKind(field["type"])
    required = field.get("required", True)
    if kind is ComponentKind.TEXT_INPUT:
        text = str(field.get("value") or "") if value is None else str(value)
        least, most = field.get("min_length", 1 if required else 0), field.get("max_length", 4000)
        if (text or required) and not least <= length(text) <= most:
            raise NotPossible(f"the field “{label}” takes {least} to {most} characters, not {length(text)}")
        return {"value": text}
    if kind is ComponentKind.CHECKBOX:
        return {"value": bool(field.get("default")) if value is None else bool(value)}
    if kind is ComponentKind.FILE_UPLOAD:
        files = [] if value is None else list(value) if isinstance(value, list | tuple) else [value]
        least, most = _bound(field, "min_values", 1), _bound(field, "max_values", 1)
        if len(files) > most or (len(files) < least and (files or required)):
            raise NotPossible(f"the field “{label}” takes {least} to {most} files, not {len(files)}")
        stored = [it if isinstance(it, Attachment) else keep(it) for it in files]
        for it in stored:
            resolved.setdefault("attachments", {})[str(it.id)] = payloads.attachment(it)
        return {"values": [str(it.id) for it in stored]}
    chosen = [] if value is None else list(value) if isinstance(value, list | tuple) else [value]
    if value is None:
        chosen = [it["value"] for it in field.get("options") or () if it.get("default")]
    if kind is ComponentKind.RADIO_GROUP:
        if not chosen:
            if required:
                raise NotPossible(f"the field “{label}” needs a choice")
            return {"value": None}
        return {"value": _option(label, field.get("options") or [], chosen[0])}
    if kind in SELECTS or kind is ComponentKind.CHECKBOX_GROUP:
        return {"values": choose(field, chosen, resolved, guild, name=label)}
    raise NotPossible(f"a form cannot hold a {kind.name.lower()}")


def _option(where: str, options: list[Json], wanted: Any) -> str:
    for option in options:
        if wanted in (option.get("label"), option.get("value")):
            return str(option["value"])
    offered = ", ".join(f"{it.get('label')} ({it.get('value')})" for it in options)
    raise NotPossible(f"“{where}” has no option {wanted!r}; there are: {offered}")
