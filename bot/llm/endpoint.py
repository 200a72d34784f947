"""Where the models are and how to reach them: one frozen value that the composition root builds from the settings.

It holds the key, so it hides it from its `repr`; nothing outside this room needs to read it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import urlsplit

_OPENAI_HOST = "api.openai.com"
_HOSTED_SILENCE = 20.0


class Provider(StrEnum):
    """Which dialect the endpoint speaks; the capability table starts from it."""

    OPENAI = "openai"
    AZURE = "azure"
    COMPATIBLE = "compatible"


@dataclass(frozen=True, slots=True)
class Azure:
    """An Azure OpenAI resource. Model names are deployment names there.

    `api_version` is a dated version such as `2024-10-21`, or `v1` for the undated API.
    """

    endpoint: str
    api_version: str


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One server of models.

    `base_url` None means OpenAI itself. `models_allowed` empty means only the models named here. `timeout`
    bounds a whole call with its retries, `first_token_timeout` the wait for a try's first sign of life; both
    in seconds. `capabilities` overrides the table: model name or `*` to field to value. `identity_salt` is a
    secret of this installation; without it no `safety_identifier` is sent, because a plain hash of a Discord
    id can be guessed. `detour` is an address on this machine that calls are sent to instead and that passes them on:
    everything else is still true of `base_url`. Azure's calls take none.
    """

    api_key: str | None = field(default=None, repr=False)
    base_url: str | None = None
    detour: str | None = None
    azure: Azure | None = None
    chat_model: str | None = None
    fallback_model: str | None = None
    embedding_model: str | None = None
    moderation_model: str | None = None
    models_allowed: tuple[str, ...] = ()
    timeout: float = 60.0
    first_token_timeout: float | None = None
    max_tries: int = 3
    capabilities: Mapping[str, Mapping[str, object]] = field(default_factory=lambda: MappingProxyType({}))
    identity_salt: str = field(default="", repr=False)

    @property
    def provider(self) -> Provider:
        """Which dialect to start from."""
        if self.azure is not None:
            return Provider.AZURE
        if self.base_url is None or urlsplit(self.base_url).hostname == _OPENAI_HOST:
            return Provider.OPENAI
        return Provider.COMPATIBLE

    @property
    def address(self) -> str:
        """The endpoint's host, under which what was learnt of it is kept; never the key, a path or a query."""
        url = self.azure.endpoint if self.azure is not None else self.base_url
        return urlsplit(url).netloc.rpartition("@")[2] if url else _OPENAI_HOST

    @property
    def silence(self) -> float:
        """Seconds without a sign of life after which a try is given up.

        A server of one's own may load the model first, so it has the whole timeout unless told otherwise.
        """
        if self.first_token_timeout is not None:
            return self.first_token_timeout
        return self.timeout if self.provider is Provider.COMPATIBLE else _HOSTED_SILENCE

    @property
    def reachable(self) -> bool:
        """Whether there is anything to call: a key, or a compatible server, which may need none."""
        return bool(self.api_key) or self.provider is Provider.COMPATIBLE

    def allows(self, model: str) -> bool:
        """Whether the operator lets this model be used."""
        return model in self.models_allowed or model in (
            self.chat_model,
            self.fallback_model,
            self.embedding_model,
            self.moderation_model,
        )
