"""Rules for components: rows, buttons, selects, and everything of Components V2, in messages.

Source: Discord's reference, "Component Reference".
"""

from __future__ import annotations

import re
from typing import Any

from playground.errors import Problems
from playground.rules import lengths
from playground.wire import SELECTS, ComponentKind, Json

ROWS = 5
BUTTONS_IN_A_ROW = 5
COMPONENTS = 40
TEXT = 4000
CUSTOM_ID = 100
LABEL = 80
OPTIONS = 25
PLACEHOLDER = 150

Path = tuple[str | int, ...]

_LINK, _PREMIUM = 5, 6
_URL = re.compile(r"^https?://\S+$")
_APP_URL = re.compile(r"^(?:https?|discord)://\S+$")
_MEDIA = re.compile(r"^(?:https?|attachment)://\S+$")

_TOP_V2 = {
    ComponentKind.ACTION_ROW,
    ComponentKind.SECTION,
    ComponentKind.TEXT_DISPLAY,
    ComponentKind.MEDIA_GALLERY,
    ComponentKind.FILE,
    ComponentKind.SEPARATOR,
    ComponentKind.CONTAINER,
}


def check_message(problems: Problems, components: Any, path: Path, *, v2: bool, files: set[str]) -> None:
    """Adds the breaches among a message's components. *files*: names that ``attachment://`` may mean."""
    if not isinstance(components, list):
        problems.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        return
    walk = _Walk(problems, files)
    if v2:
        if not components:
            problems.add(path, "BASE_TYPE_REQUIRED", "Components V2 needs a component")
        for index, component in enumerate(components):
            walk.top_v2(component, (*path, index), _TOP_V2)
    else:
        if len(components) > ROWS:
            problems.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {ROWS} in length.")
        for index, component in enumerate(components):
            if _kind(component) is not ComponentKind.ACTION_ROW:
                problems.add(
                    (*path, index, "type"),
                    "UNION_TYPE_CHOICES",
                    "only action rows may stand here without the Components V2 flag",
                )
            else:
                walk.row(component, (*path, index))
    if walk.count > COMPONENTS:
        problems.add(
            path, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", f"{walk.count} components (at most {COMPONENTS})"
        )
    if walk.text > TEXT:
        problems.add(
            path, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", f"{walk.text} characters (at most {TEXT})"
        )


class _Walk:
    """One pass over the components of a message: counts, and finds what is used twice."""

    def __init__(self, problems: Problems, files: set[str]) -> None:
        self.problems = problems
        self.files = files
        self.count = 0
        self.text = 0
        self.custom_ids: set[str] = set()
        self.ids: set[int] = set()

    def top_v2(self, component: Any, path: Path, allowed: set[ComponentKind]) -> None:
        kind = _kind(component)
        if kind is None or kind not in allowed:
            self.problems.add(
                (*path, "type"), "UNION_TYPE_CHOICES", f"type {_raw_kind(component)} may not stand here"
            )
            return
        if kind is ComponentKind.ACTION_ROW:
            self.row(component, path)
            return
        self.one(component, path)
        if kind is ComponentKind.TEXT_DISPLAY:
            self.words(component, path)
        elif kind is ComponentKind.SECTION:
            self.section(component, path)
        elif kind is ComponentKind.CONTAINER:
            inner = component.get("components")
            if lengths.count(inner, self.problems, (*path, "components"), 1, COMPONENTS):
                for index, child in enumerate(inner):
                    self.top_v2(child, (*path, "components", index), _TOP_V2 - {ComponentKind.CONTAINER})
        elif kind is ComponentKind.MEDIA_GALLERY:
            items = component.get("items")
            if lengths.count(items, self.problems, (*path, "items"), 1, 10):
                for index, item in enumerate(items):
                    self.media(item, (*path, "items", index), "media")
        elif kind is ComponentKind.FILE:
            self.media(component, path, "file")

    def row(self, component: Json, path: Path) -> None:
        self.one(component, path)
        children = component.get("components")
        if not lengths.count(children, self.problems, (*path, "components"), 1, BUTTONS_IN_A_ROW):
            return
        kinds = [_kind(it) for it in children]
        selects = [it for it in kinds if it in SELECTS]
        if selects and len(kinds) > 1:
            self.problems.add(
                (*path, "components"),
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                "a row holds 1 to 5 buttons or exactly 1 select",
            )
        for index, child in enumerate(children):
            where = (*path, "components", index)
            if kinds[index] is ComponentKind.BUTTON:
                self.button(child, where)
            elif kinds[index] in SELECTS:
                self.select(child, where)
            else:
                self.problems.add(
                    (*where, "type"), "UNION_TYPE_CHOICES", f"type {_raw_kind(child)} may not stand in a row"
                )

    def section(self, component: Json, path: Path) -> None:
        texts = component.get("components")
        if lengths.count(texts, self.problems, (*path, "components"), 1, 3):
            for index, child in enumerate(texts):
                where = (*path, "components", index)
                if _kind(child) is ComponentKind.TEXT_DISPLAY:
                    self.one(child, where)
                    self.words(child, where)
                else:
                    self.problems.add((*where, "type"), "UNION_TYPE_CHOICES", "a section holds text displays")
        accessory: Any = component.get("accessory")
        where = (*path, "accessory")
        if _kind(accessory) is ComponentKind.BUTTON:
            self.button(accessory, where)
        elif _kind(accessory) is ComponentKind.THUMBNAIL:
            self.one(accessory, where)
            self.media(accessory, where, "media")
        else:
            self.problems.add(
                where, "BASE_TYPE_REQUIRED", "a section needs a button or a thumbnail beside it"
            )

    def one(self, component: Json, path: Path) -> None:
        """What holds for every component: it counts, and its numeric id is its own."""
        self.count += 1
        identity = component.get("id")
        if identity:
            if identity in self.ids:
                self.problems.add((*path, "id"), "COMPONENT_ID_DUPLICATED", f"id {identity} is used twice")
            self.ids.add(identity)

    def words(self, component: Json, path: Path) -> None:
        content = component.get("content")
        lengths.text(self.problems, (*path, "content"), content, 1, TEXT, required=True)
        self.text += lengths.length(content) if isinstance(content, str) else 0

    def button(self, button: Json, path: Path) -> None:
        self.one(button, path)
        style = button.get("style")
        own = {"custom_id": button.get("custom_id"), "url": button.get("url"), "sku_id": button.get("sku_id")}
        wanted = {_LINK: "url", _PREMIUM: "sku_id"}.get(style if isinstance(style, int) else 0, "custom_id")
        if style not in range(1, 7):
            self.problems.add((*path, "style"), "BASE_TYPE_CHOICES", "style must be 1 to 6")
        for name, value in own.items():
            if name == wanted and value is None:
                self.problems.add(
                    (*path, name), "BASE_TYPE_REQUIRED", f"a button of style {style} needs {name}"
                )
            elif name != wanted and value is not None:
                self.problems.add(
                    (*path, name),
                    "COMPONENT_BUTTON_FIELD_INVALID",
                    f"a button of style {style} takes no {name}",
                )
        if own["custom_id"] is not None:
            self.custom_id(button, path)
        if own["url"] is not None:
            lengths.text(self.problems, (*path, "url"), own["url"], 1, 512)
            if not _APP_URL.match(str(own["url"])):
                self.problems.add(
                    (*path, "url"), "URL_TYPE_INVALID_SCHEME", f"{own['url']!r} is no http(s) URL"
                )
        lengths.text(self.problems, (*path, "label"), button.get("label"), 0, LABEL)
        if style != _PREMIUM and not button.get("label") and not button.get("emoji"):
            self.problems.add(path, "BUTTON_COMPONENT_MISSING_LABEL", "a button needs a label or an emoji")

    def select(self, select: Json, path: Path) -> None:
        self.one(select, path)
        self.custom_id(select, path)
        check_select(self.problems, select, path)

    def custom_id(self, component: Json, path: Path) -> None:
        custom_id = component.get("custom_id")
        lengths.text(self.problems, (*path, "custom_id"), custom_id, 1, CUSTOM_ID, required=True)
        if isinstance(custom_id, str):
            if custom_id in self.custom_ids:
                self.problems.add(
                    (*path, "custom_id"),
                    "COMPONENT_CUSTOM_ID_DUPLICATED",
                    f"Component custom id cannot be duplicated: {custom_id!r}",
                )
            self.custom_ids.add(custom_id)

    def media(self, item: Any, path: Path, key: str) -> None:
        url = (item.get(key) or {}).get("url") if isinstance(item, dict) else None
        where = (*path, key, "url")
        if not isinstance(url, str) or not _MEDIA.match(url):
            self.problems.add(where, "URL_TYPE_INVALID_SCHEME", f"{url!r} is no http(s) or attachment URL")
        elif key == "file" and not url.startswith("attachment://"):
            self.problems.add(where, "URL_TYPE_INVALID_SCHEME", "a file component takes attachment:// only")
        elif url.startswith("attachment://") and url.removeprefix("attachment://") not in self.files:
            self.problems.add(where, "REFERENCED_ATTACHMENT_NOT_FOUND", f"no attached file {url!r}")
        if isinstance(item, dict):
            lengths.text(self.problems, (*path, "description"), item.get("description"), 0, 1024)


def check_select(problems: Problems, select: Json, path: Path) -> None:
    """What holds for a select in a message or a modal."""
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    if not (isinstance(least, int) and 0 <= least <= OPTIONS):
        problems.add((*path, "min_values"), "NUMBER_TYPE_MAX", f"min_values must be 0 to {OPTIONS}")
    if not (isinstance(most, int) and 1 <= most <= OPTIONS):
        problems.add((*path, "max_values"), "NUMBER_TYPE_MAX", f"max_values must be 1 to {OPTIONS}")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        problems.add((*path, "min_values"), "COMPONENT_SELECT_MIN_ABOVE_MAX", "min_values exceeds max_values")
    lengths.text(problems, (*path, "placeholder"), select.get("placeholder"), 0, PLACEHOLDER)
    if _kind(select) is ComponentKind.STRING_SELECT:
        options = select.get("options")
        if not lengths.count(options, problems, (*path, "options"), 1, OPTIONS):
            return
        check_options(problems, options, (*path, "options"))
        if isinstance(most, int) and 0 < len(options) < most <= OPTIONS:
            problems.add(
                (*path, "max_values"), "COMPONENT_SELECT_MAX_ABOVE_OPTIONS", "max_values exceeds the options"
            )
        if isinstance(most, int) and sum(bool(it.get("default")) for it in options) > most:
            problems.add(
                (*path, "options"), "SELECT_COMPONENT_TOO_MANY_DEFAULTS", "more defaults than max_values"
            )


def check_options(problems: Problems, options: list[Any], path: Path) -> None:
    """Options of selects, radio and checkbox groups: lengths, and values used once."""
    values: set[str] = set()
    for index, option in enumerate(options):
        where = (*path, index)
        lengths.text(problems, (*where, "label"), option.get("label"), 1, 100, required=True)
        lengths.text(problems, (*where, "value"), option.get("value"), 1, 100, required=True)
        lengths.text(problems, (*where, "description"), option.get("description"), 0, 100)
        value = str(option.get("value"))
        if value in values:
            problems.add(
                (*where, "value"),
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                f"The specified option value {value!r} is already used",
            )
        values.add(value)


def _raw_kind(component: Any) -> Any:
    return component.get("type") if isinstance(component, dict) else component


def _kind(component: Any) -> ComponentKind | None:
    raw = _raw_kind(component)
    return ComponentKind(raw) if isinstance(raw, int) and raw in ComponentKind._value2member_map_ else None
