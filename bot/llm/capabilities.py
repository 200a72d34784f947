"""What each endpoint and model can do: defaults by known family, what a 400 taught us, what the operator says.

The operator's word is last. What was learnt is kept through a `CapabilityStore`, so a restart does not pay
for it again. Never asks a server anything by itself.
"""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Protocol

from bot.llm.endpoint import Endpoint, Provider

_log = logging.getLogger(__name__)


class TokenLimit(StrEnum):
    """The name of the parameter that bounds a reply."""

    MAX_COMPLETION_TOKENS = "max_completion_tokens"
    MAX_TOKENS = "max_tokens"
    NONE = "none"


class JsonMode(StrEnum):
    """How far the server itself holds a reply to JSON; we validate in every mode."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    INSTRUCTION = "instruction"


@dataclass(frozen=True, slots=True)
class Capabilities:
    """One model's row. `reasoning` models think before they write: they need room and time for it."""

    token_limit: TokenLimit = TokenLimit.MAX_TOKENS
    json: JsonMode = JsonMode.SCHEMA
    temperature: bool = True
    logprobs: bool = True
    streaming: bool = True
    stream_usage: bool = True
    safety_identifier: bool = False
    base64_embeddings: bool = True
    reasoning: bool = False

    def without(self, parameter: str) -> "Capabilities | None":
        """These, without a request parameter that the server would not take; None if that leads nowhere."""
        match parameter:
            case "max_tokens" if self.token_limit is TokenLimit.MAX_TOKENS:
                return replace(self, token_limit=TokenLimit.MAX_COMPLETION_TOKENS)
            case "max_completion_tokens" if self.token_limit is TokenLimit.MAX_COMPLETION_TOKENS:
                return replace(self, token_limit=TokenLimit.MAX_TOKENS)
            case "temperature" | "top_p" if self.temperature:
                return replace(self, temperature=False)
            case "logprobs" | "top_logprobs" if self.logprobs:
                return replace(self, logprobs=False)
            case "stream" if self.streaming:
                return replace(self, streaming=False)
            case "stream_options" if self.stream_usage:
                return replace(self, stream_usage=False)
            case "safety_identifier" if self.safety_identifier:
                return replace(self, safety_identifier=False)
            case "encoding_format" if self.base64_embeddings:
                return replace(self, base64_embeddings=False)
            case "response_format" if self.json is JsonMode.SCHEMA:
                return replace(self, json=JsonMode.OBJECT)
            case "response_format" if self.json is JsonMode.OBJECT:
                return replace(self, json=JsonMode.INSTRUCTION)
            case _:
                return None


_BY_PROVIDER: Mapping[Provider, Mapping[str, object]] = {
    Provider.OPENAI: {"token_limit": "max_completion_tokens", "safety_identifier": True},
    Provider.AZURE: {"token_limit": "max_completion_tokens"},
    # Ollama silently ignores `max_completion_tokens`; vLLM and llama.cpp take both.
    Provider.COMPATIBLE: {"token_limit": "max_tokens"},
}

_REASONING: Mapping[str, object] = {"reasoning": True, "temperature": False, "logprobs": False}
_BY_FAMILY: tuple[tuple[re.Pattern[str], Mapping[str, object]], ...] = (
    (re.compile(r"gpt-5[^/]*-chat"), {}),
    (re.compile(r"(o1|o3|o4)\b"), {**_REASONING, "token_limit": "max_completion_tokens"}),
    (re.compile(r"gpt-5"), {**_REASONING, "token_limit": "max_completion_tokens"}),
    (re.compile(r"gpt-oss|deepseek-r1|qwq|magistral"), {"reasoning": True}),
    (re.compile(r"deepseek-reasoner"), {**_REASONING, "json": "json_object"}),
    (re.compile(r"deepseek-chat"), {"json": "json_object"}),
    (re.compile(r"gpt-4o|gpt-4\.1|gpt-4\.5|chatgpt-4o"), {}),
    (re.compile(r"gpt-3\.5-turbo|gpt-4-turbo|gpt-35-turbo"), {"json": "json_object"}),
    (re.compile(r"gpt-4(?![\w.])"), {"json": "instruction"}),
)
"""The first family found in the model's name counts. Names come with prefixes (`openai/`) and dates."""

EVERY_MODEL = "*"


def _typed(values: Mapping[str, object]) -> dict[str, TokenLimit | JsonMode | bool]:
    """Values as they stand in JSON, made typed. Raises ValueError in words that an operator understands."""
    known = {entry.name for entry in fields(Capabilities)}
    typed: dict[str, TokenLimit | JsonMode | bool] = {}
    for name, value in values.items():
        if name not in known:
            raise ValueError(f"unknown capability {name!r}; known are {', '.join(sorted(known))}")
        if name == "token_limit":
            typed[name] = TokenLimit(str(value))
        elif name == "json":
            typed[name] = JsonMode(str(value))
        elif isinstance(value, bool):
            typed[name] = value
        else:
            raise ValueError(f"capability {name!r} must be true or false")
    return typed


def _changed(base: Capabilities, values: Mapping[str, object]) -> Capabilities:
    return replace(base, **_typed(values))  # type: ignore[arg-type]  # _typed has checked each field's own type


def check_overrides(overrides: Mapping[str, Mapping[str, object]]) -> None:
    """Raise ValueError, in words, when an operator's overrides are not understood."""
    for model, values in overrides.items():
        try:
            _typed(values)
        except ValueError as error:
            raise ValueError(f"capabilities of {model!r}: {error}") from None


class CapabilityStore(Protocol):
    """Where what was learnt is kept."""

    async def learnt(self, address: str) -> Mapping[str, Mapping[str, object]]:
        """Everything learnt of this endpoint: model to field to value."""
        ...

    async def keep(self, address: str, model: str, values: Mapping[str, object]) -> None:
        """Keep what was learnt of one model, replacing what was kept before."""
        ...


class CapabilityTable:
    """The table of one endpoint. Raises ValueError when the operator's overrides are not understood."""

    def __init__(self, endpoint: Endpoint, store: CapabilityStore | None = None) -> None:
        check_overrides(endpoint.capabilities)
        self._endpoint = endpoint
        self._store = store
        self._learnt: dict[str, dict[str, object]] = {}

    async def load(self) -> None:
        """Read what earlier runs learnt. Rows that this version does not understand are left out."""
        if self._store is None:
            return
        try:
            kept = await self._store.learnt(self._endpoint.address)
        except Exception:  # without it the first call learns again, which is better than no call
            _log.exception("what was learnt of the models could not be read")
            return
        for model, values in kept.items():
            try:
                _typed(values)
            except ValueError:
                continue
            self._learnt.setdefault(model, {}).update(values)

    def of(self, model: str) -> Capabilities:
        """The row of one model."""
        row = _changed(Capabilities(), _BY_PROVIDER[self._endpoint.provider])
        for family, values in _BY_FAMILY:
            if family.search(model.lower()):
                row = _changed(row, values)
                break
        row = _changed(row, self._learnt.get(model, {}))
        for name in (EVERY_MODEL, model):
            row = _changed(row, self._endpoint.capabilities.get(name, {}))
        return row

    async def learn(self, model: str, proved: Capabilities) -> None:
        """Keep a row that a server accepted after it had refused the one in the table."""
        before = self.of(model)
        changes: dict[str, object] = {
            entry.name: getattr(proved, entry.name)
            for entry in fields(Capabilities)
            if getattr(proved, entry.name) != getattr(before, entry.name)
        }
        if not changes:
            return
        known = self._learnt.setdefault(model, {})
        known.update(changes)
        if self._store is None:
            return
        try:
            await self._store.keep(self._endpoint.address, model, dict(known))
        except Exception:  # the answer that taught it still stands
            _log.exception("what was learnt of a model could not be kept")
