"""The one place that imports the `openai` package and makes its client. Always run in a thread.

Importing takes about half a second of CPU and 50 MB, so it never happens on the event loop and never without
need.
"""

import hashlib
import hmac
import logging
from typing import TYPE_CHECKING

from bot.llm.endpoint import Endpoint

if TYPE_CHECKING:
    from openai import AsyncOpenAI

_CONNECT_SECONDS = 5.0
_NO_KEY = "none"  # compatible servers without keys still want the header


def connect(endpoint: Endpoint) -> "AsyncOpenAI":
    """Import the SDK, make the client, and load the parts that it would otherwise import on first use."""
    import httpx2
    import openai
    from openai.types import CreateEmbeddingResponse, ModerationCreateResponse
    from openai.types.chat import ChatCompletion, ChatCompletionChunk

    for name in ("openai", "httpx2", "httpcore2"):  # at lower levels they log headers and messages
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))
    key = endpoint.api_key or _NO_KEY
    timeout = httpx2.Timeout(endpoint.timeout, connect=min(_CONNECT_SECONDS, endpoint.timeout))
    client: openai.AsyncOpenAI
    if endpoint.azure is None:
        address = endpoint.detour or endpoint.base_url
        client = openai.AsyncOpenAI(api_key=key, base_url=address, max_retries=0, timeout=timeout)
    elif endpoint.azure.api_version == "v1":
        client = openai.AsyncOpenAI(
            api_key=key,
            base_url=endpoint.azure.endpoint.rstrip("/") + "/openai/v1/",
            max_retries=0,
            timeout=timeout,
        )
    else:
        client = openai.AsyncAzureOpenAI(
            api_key=key,
            azure_endpoint=endpoint.azure.endpoint,
            api_version=endpoint.azure.api_version,
            max_retries=0,
            timeout=timeout,
        )
    if endpoint.embedding_model is not None:
        import numpy  # noqa: F401 - its vectors are read on the loop
    _ = (client.chat.completions, client.embeddings, client.moderations)
    for model in (ChatCompletion, ChatCompletionChunk, CreateEmbeddingResponse, ModerationCreateResponse):
        model.model_rebuild()
    return client


def safety_identifier(learner_id: int, salt: str) -> str:
    """A stable name for a learner that only this installation can lead back to them (HMAC-SHA-256, 32 digits)."""
    return hmac.new(salt.encode(), str(learner_id).encode(), hashlib.sha256).hexdigest()[:32]
