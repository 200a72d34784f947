"""Rules for modals: title, one to five components, labels with what they hold.

Source: Discord's reference, "Modal" and "Component Reference".
"""

from __future__ import annotations

from typing import Any

from playground.errors import Problems
from playground.rules import components as component_rules
from playground.rules import lengths
from playground.wire import SELECTS, ComponentKind, Json

TITLE = 45
COMPONENTS = 5
LABEL = 45
LABEL_DESCRIPTION = 100
TEXT = 4000
PLACEHOLDER = 100
FILES = 10

Path = tuple[str | int, ...]


def check(problems: Problems, data: Any, path: Path) -> None:
    """Adds the breaches of a modal."""
    if not isinstance(data, dict):
        problems.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
        return
    lengths.text(problems, (*path, "title"), data.get("title"), 1, TITLE, required=True)
    lengths.text(
        problems, (*path, "custom_id"), data.get("custom_id"), 1, component_rules.CUSTOM_ID, required=True
    )
    components = data.get("components")
    if not lengths.count(components, problems, (*path, "components"), 1, COMPONENTS):
        return
    seen: set[str] = set()
    for index, component in enumerate(components):
        where = (*path, "components", index)
        kind = component.get("type")
        if kind == ComponentKind.LABEL:
            lengths.text(problems, (*where, "label"), component.get("label"), 1, LABEL, required=True)
            lengths.text(
                problems, (*where, "description"), component.get("description"), 0, LABEL_DESCRIPTION
            )
            inner = component.get("component")
            _field(problems, inner if isinstance(inner, dict) else {}, (*where, "component"), seen)
        elif kind == ComponentKind.ACTION_ROW:
            children = component.get("components")
            if lengths.count(children, problems, (*where, "components"), 1, 1):
                child = children[0] if children else {}
                inner_path = (*where, "components", 0)
                lengths.text(problems, (*inner_path, "label"), child.get("label"), 1, LABEL, required=True)
                if child.get("type") != ComponentKind.TEXT_INPUT:
                    problems.add(
                        (*inner_path, "type"), "UNION_TYPE_CHOICES", "a row in a modal holds a text input"
                    )
                else:
                    _field(problems, child, inner_path, seen)
        elif kind == ComponentKind.TEXT_DISPLAY:
            lengths.text(problems, (*where, "content"), component.get("content"), 1, TEXT, required=True)
        else:
            problems.add((*where, "type"), "UNION_TYPE_CHOICES", f"type {kind} may not stand in a modal")


def _field(problems: Problems, field: Json, path: Path, seen: set[str]) -> None:
    custom_id = field.get("custom_id")
    lengths.text(problems, (*path, "custom_id"), custom_id, 1, component_rules.CUSTOM_ID, required=True)
    if custom_id in seen:
        problems.add((*path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", f"{custom_id!r} is used twice")
    seen.add(str(custom_id))
    kind = field.get("type")
    if kind == ComponentKind.TEXT_INPUT:
        _text_input(problems, field, path)
    elif kind in SELECTS:
        component_rules.check_select(problems, field, path)
        if field.get("disabled"):
            problems.add(
                (*path, "disabled"), "COMPONENT_DISABLED_IN_MODAL", "a select in a modal cannot be disabled"
            )
        if field.get("required", True) and field.get("min_values") == 0:
            problems.add(
                (*path, "min_values"), "COMPONENT_REQUIRED_MIN_VALUES", "a required select takes 1 or more"
            )
    elif kind == ComponentKind.FILE_UPLOAD:
        # libraries send null for a bound that was left out
        least, most = (1 if field.get(name) is None else field[name] for name in ("min_values", "max_values"))
        if not 0 <= least <= most <= FILES or most < 1:
            problems.add((*path, "max_values"), "NUMBER_TYPE_MAX", f"an upload takes up to {FILES} files")
    elif kind in (ComponentKind.RADIO_GROUP, ComponentKind.CHECKBOX_GROUP):
        least, most = (2, 10) if kind == ComponentKind.RADIO_GROUP else (1, 10)
        options = field.get("options")
        if lengths.count(options, problems, (*path, "options"), least, most):
            component_rules.check_options(problems, options, (*path, "options"))
    elif kind != ComponentKind.CHECKBOX:
        problems.add((*path, "type"), "UNION_TYPE_CHOICES", f"type {kind} may not stand in a label")


def _text_input(problems: Problems, field: Json, path: Path) -> None:
    least, most = field.get("min_length"), field.get("max_length")
    if least is not None and not 0 <= least <= TEXT:
        problems.add((*path, "min_length"), "NUMBER_TYPE_MAX", f"min_length must be 0 to {TEXT}")
    if most is not None and not 1 <= most <= TEXT:
        problems.add((*path, "max_length"), "NUMBER_TYPE_MAX", f"max_length must be 1 to {TEXT}")
    if least is not None and most is not None and least > most:
        problems.add((*path, "min_length"), "COMPONENT_MIN_ABOVE_MAX", "min_length exceeds max_length")
    if field.get("style") not in (1, 2):
        problems.add((*path, "style"), "BASE_TYPE_CHOICES", "style must be 1 or 2")
    lengths.text(problems, (*path, "placeholder"), field.get("placeholder"), 0, PLACEHOLDER)
    if field.get("value"):
        lengths.text(problems, (*path, "value"), field["value"], least or 0, most or TEXT)
