"""Which model the bot of this playground answers with: none, the toy, one named on the page, or the operator's own.

A key that was typed on the page lives here, in memory: it goes to the address it was given for, and to nobody else,
neither into the bot's environment nor back to the page, a log or a file.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from playground.wire import Json

OPENAI: Final = "https://api.openai.com/v1"
TOY: Final = "toy"
"""The name of the stand-in model."""

MODEL_SETTINGS: Final = (
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "CHAT_MODEL",
    "FALLBACK_MODEL",
    "EMBEDDING_MODEL",
    "MODERATION_MODEL",
    "AZURE_OPENAI_ENDPOINT",
    "AZURE_OPENAI_API_KEY",
    "AZURE_OPENAI_API_VERSION",
    "MODEL_DETOUR",
    "MODELS_ALLOWED",
    "MODEL_CAPABILITIES",
)
"""What in a bot's environment decides on its models."""

_NAME = re.compile(r"[^\s\x00-\x1f\x7f]{1,200}")
_KEY = re.compile(r"[\x21-\x7e]{0,4096}")


class Kind(StrEnum):
    """Where answers come from."""

    QUOTING = "quoting"
    """No model: the bot quotes its lessons."""
    TOY = "toy"
    """The playground's own stand-in, which repeats passages."""
    OWN = "own"
    """An OpenAI-compatible server named on the page."""
    SETTINGS = "settings"
    """Whatever the operator's settings say; the playground does not stand in between."""


class NoModel(ValueError):
    """What was typed names no model that can be asked; the sentence says what to write."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice. The key is left out of the ``repr``."""

    kind: Kind
    address: str = ""
    model: str = ""
    key: str = field(default="", repr=False)

    @property
    def through_playground(self) -> bool:
        """Whether the calls pass through the playground, where faults can be played."""
        return self.kind in (Kind.TOY, Kind.OWN)

    def shown(self) -> Json:
        """As the page may see it."""
        return {
            "kind": self.kind.value,
            "address": self.address,
            "model": self.model,
            "has_key": bool(self.key),
        }


def read_choice(asked: Mapping[str, object]) -> Choice:
    """What the page's form says. Raises `NoModel`; its sentence never repeats the key."""
    try:
        kind = Kind(str(asked.get("kind")))
    except ValueError:
        raise NoModel("choose quoting, toy, own or settings") from None
    if kind is Kind.TOY:
        return Choice(kind, model=TOY)
    if kind is not Kind.OWN:
        return Choice(kind)
    address = _address(str(asked.get("address") or "").strip() or OPENAI)
    model = str(asked.get("model") or "").strip()
    key = str(asked.get("key") or "").strip()
    if not _NAME.fullmatch(model):
        raise NoModel("write the model's name as its server spells it, without spaces")
    if not _KEY.fullmatch(key):
        raise NoModel("write the key alone, in one line and without spaces")
    if not key and address == OPENAI:
        raise NoModel("OpenAI asks for a key")
    return Choice(kind, address, model, key)


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port  # a port that is no number raises here
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or re.search(r"[\s\\]", text):
        raise NoModel(
            "write an address that begins with http:// or https://, such as http://localhost:11434/v1"
        )
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise NoModel("write the address alone: no name, password or question mark in it")
    return text.rstrip("/")


class ModelDesk:
    """The choice in force, and what the bot's environment says for it."""

    def __init__(self, base_url: str) -> None:
        """*base_url* is the playground's own address."""
        self._base_url = base_url
        self.pass_phrase = secrets.token_urlsafe(24)
        """What the bot shows the playground instead of a key: nobody else on this machine may spend the real one."""
        self.choice = Choice(Kind.QUOTING)
        self.settings_model = ""
        """The model that the operator's settings name; empty for none."""

    def read_settings(self, environment: Mapping[str, str]) -> None:
        """Begin with the operator's own model where their settings name one."""
        self.settings_model = environment.get("CHAT_MODEL", "").strip()
        if self.settings_model:
            self.choice = Choice(Kind.SETTINGS, model=self.settings_model)

    def choose(self, choice: Choice) -> None:
        """Put a choice in force; the key of the one before is forgotten. Raises `NoModel`."""
        if choice.kind is Kind.SETTINGS:
            if not self.settings_model:
                raise NoModel("the settings name no model: there is no CHAT_MODEL")
            choice = Choice(Kind.SETTINGS, model=self.settings_model)
        self.choice = choice

    def environment(self, given: Mapping[str, str]) -> dict[str, str]:
        """*given* with what the choice says about models. The key is never in it."""
        if self.choice.kind is Kind.SETTINGS:
            return dict(given)
        told = {name: value for name, value in given.items() if name.upper() not in MODEL_SETTINGS}
        if self.choice.through_playground:
            told |= {
                "OPENAI_BASE_URL": self.choice.address or f"{self._base_url}/model",
                "MODEL_DETOUR": f"{self._base_url}/model",
                "CHAT_MODEL": self.choice.model,
                "OPENAI_API_KEY": self.pass_phrase,
            }
        return told
