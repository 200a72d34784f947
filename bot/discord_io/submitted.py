"""What a person chose or typed, read from the interaction itself and from nothing kept in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import discord

_LABEL = 18
_ACTION_ROW = 1
_FILE_UPLOAD = 19


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a person handed in with a modal: where Discord keeps it, not its contents."""

    name: str
    url: str
    size: int
    """Bytes."""
    media_type: str | None


@dataclass(frozen=True, slots=True)
class Submitted:
    """The fields of a submitted modal, or the choice made in a select, by the field's name."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    uploads: Mapping[str, tuple[Upload, ...]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What was typed or chosen in a field; empty when it was left empty."""
        return next(iter(self.values.get(name, ())), "")

    def choices(self, name: str) -> tuple[str, ...]:
        """Everything that was chosen in a select or a group of checkboxes."""
        return self.values.get(name, ())

    def ticked(self, name: str) -> bool:
        """Whether a single checkbox was ticked."""
        return self.text(name) == "true"

    def files(self, name: str) -> tuple[Upload, ...]:
        """The files handed in with a field."""
        return self.uploads.get(name, ())


def submitted(interaction: discord.Interaction) -> Submitted:
    """Everything that a modal brought back. Fields that Discord may add later are passed over."""
    data: Any = interaction.data or {}
    attachments: Mapping[str, Any] = data.get("resolved", {}).get("attachments", {})
    values: dict[str, tuple[str, ...]] = {}
    uploads: dict[str, tuple[Upload, ...]] = {}
    for component in _fields(data.get("components", ())):
        name = component["custom_id"]
        if component["type"] == _FILE_UPLOAD:
            uploads[name] = tuple(
                _upload(attachments[one]) for one in component["values"] if one in attachments
            )
        elif "values" in component:
            values[name] = tuple(component["values"])
        else:
            value = component.get("value")
            if isinstance(value, bool):
                value = "true" if value else "false"
            values[name] = () if value is None else (value,)
    return Submitted(MappingProxyType(values), MappingProxyType(uploads))


def chosen(interaction: discord.Interaction) -> tuple[str, ...]:
    """What was chosen in a message's select; empty for a button."""
    data: Any = interaction.data or {}
    return tuple(data.get("values", ()))


def _fields(components: Any) -> list[Any]:
    found = []
    for component in components:
        if component["type"] == _LABEL:
            found.append(component["component"])
        elif component["type"] == _ACTION_ROW:
            found.extend(component["components"])
    return [component for component in found if "custom_id" in component]


def _upload(attachment: Any) -> Upload:
    return Upload(
        attachment["filename"], attachment["url"], attachment["size"], attachment.get("content_type")
    )
