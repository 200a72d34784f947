"""Hosted moderation, where one is set up: heard beside our own filters, and never waited for long.

It can add a finding, never take one away; when it is slow, down or over quota, our own thresholds stay as they are.
"""

import asyncio
import logging
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from bot.safety.verdict import Category, Finding

PATIENCE = 1.5
"""Seconds after which nothing is expected of a provider any more."""

_log = logging.getLogger(__name__)

_CATEGORIES: Mapping[str, tuple[Category, float]] = MappingProxyType(
    {
        "sexual/minors": (Category.MINORS, 1.0),
        "sexual": (Category.SEXUAL, 0.8),
        "hate": (Category.HATE, 0.8),
        "hate/threatening": (Category.HATE, 1.0),
        "harassment": (Category.HARASSMENT, 0.6),
        "harassment/threatening": (Category.HARASSMENT, 0.9),
        "self-harm": (Category.SELF_HARM, 0.55),
        "self-harm/intent": (Category.SELF_HARM, 1.0),
        "self-harm/instructions": (Category.SELF_HARM, 1.0),
        "violence": (Category.VIOLENCE, 0.55),
        "violence/graphic": (Category.VIOLENCE, 0.6),
        "illicit": (Category.ILLEGAL, 0.6),
        "illicit/violent": (Category.VIOLENCE, 0.9),
    }
)
"""OpenAI's categories, and how far each can be believed: topics such as *violence* in general are also taught."""


class Moderator(Protocol):
    """A provider's moderation; the door to models is one."""

    async def moderate(self, text: str) -> Mapping[str, float]:
        """The provider's own categories with a score from 0 to 1 each. May raise anything."""
        ...


class HostedModeration:
    """Asks the provider and turns its answer into findings. One for the whole process."""

    def __init__(self, moderator: Moderator, patience: float = PATIENCE) -> None:
        """`patience`: seconds."""
        self._moderator = moderator
        self._patience = patience

    async def findings(self, text: str) -> tuple[Finding, ...]:
        """What the provider finds; () when it does not answer in time or at all. Raises nothing but cancellation."""
        try:
            async with asyncio.timeout(self._patience):
                scores = await self._moderator.moderate(text)
        except Exception as error:  # whatever goes wrong at a provider's must not reach a learner
            _log.info("hosted moderation did not answer: %s", type(error).__name__)
            return ()
        return tuple(
            Finding(category, min(1.0, score * weight), f"hosted.{name}")
            for name, score in scores.items()
            if name in _CATEGORIES
            for category, weight in [_CATEGORIES[name]]
        )
