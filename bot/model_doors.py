"""The operator's settings as doors to models: where they are, and vectors for the search by way of them."""

import asyncio
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.llm.capabilities import check_overrides
from bot.llm.door import ModelDoor
from bot.llm.endpoint import Azure, Endpoint
from bot.llm.errors import ModelError
from bot.llm.values import HOUSE
from bot.settings import Settings, SettingsError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

EMBEDDING_PATIENCE = 0.6
"""Seconds that a search waits for the vector of a question; without it, words alone decide."""


_LATELY = 16
"""Questions whose vectors are kept for a second search."""


class DoorEmbedder:
    """Nearness in meaning by the door's model, paid by the house; a search never waits long for it.

    Memory and lessons are searched for the same question one after the other: the second search gets what the first one got.
    """

    def __init__(self, door: ModelDoor, model: str) -> None:
        self._door = door
        self.name = model
        self._lately: dict[bytes, npt.NDArray[np.float32] | None] = {}

    async def embed(self, texts: Sequence[str]) -> "npt.NDArray[np.float32] | None":
        if len(texts) != 1:
            return await self._asked(texts)
        mark = blake2b(texts[0].encode(errors="replace")).digest()
        if mark in self._lately:
            return self._lately.pop(mark)
        made = await self._asked(texts)
        self._lately[mark] = made
        if len(self._lately) > _LATELY:
            del self._lately[next(iter(self._lately))]
        return made

    async def _asked(self, texts: Sequence[str]) -> "npt.NDArray[np.float32] | None":
        if not self._door.can_embed:
            return None
        try:
            async with asyncio.timeout(EMBEDDING_PATIENCE if len(texts) == 1 else None):
                return await self._door.embed(texts, HOUSE)
        except (ModelError, TimeoutError):
            return None  # lessons are found by their words


def endpoint_from(settings: Settings, *, salt: str) -> Endpoint:
    """Where the models are, as the operator set it. Raises `SettingsError`."""
    azure_key = settings.azure_openai_api_key
    key = azure_key or settings.openai_api_key
    azure = None
    if settings.azure_openai_endpoint and settings.azure_openai_api_version:
        azure = Azure(settings.azure_openai_endpoint, settings.azure_openai_api_version)
    capabilities: Mapping[str, Mapping[str, object]] = settings.model_capabilities
    try:
        check_overrides(capabilities)
    except ValueError as error:  # which capabilities there are is known to the room of models alone
        raise SettingsError([f"MODEL_CAPABILITIES: {error}."]) from None
    return Endpoint(
        api_key=key.get_secret_value() if key else None,
        base_url=settings.openai_base_url,
        detour=settings.model_detour,
        azure=azure,
        chat_model=settings.chat_model,
        fallback_model=settings.fallback_model,
        embedding_model=settings.embedding_model,
        moderation_model=settings.moderation_model,
        models_allowed=settings.models_allowed,
        timeout=settings.model_timeout_seconds,
        capabilities=capabilities,
        identity_salt=salt,
    )
