"""What a text costs as a prompt in the models that read it by a vocabulary; with the date and source of each price."""

import asyncio
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from bot.explain.tokens import Encoding
from bot.llm.pricing import Prices

MODELS = MappingProxyType(
    {
        Encoding.O200K: ("gpt-5", "gpt-5-mini", "gpt-4o", "gpt-4o-mini"),
        Encoding.CL100K: ("gpt-4", "gpt-4-turbo", "gpt-3.5-turbo"),
    }
)
"""Models of OpenAI's by the vocabulary they read; those of cl100k have been retired and stand here to compare."""


@dataclass(frozen=True, slots=True)
class TextPrice:
    """What a thousand prompts of this text cost."""

    model: str
    dollars: Decimal
    as_of: date
    source: str


class TokenPrices:
    """Looks the list prices up."""

    def __init__(self, prices: Prices) -> None:
        """`prices` must be those of OpenAI itself, whatever endpoint is set up here."""
        self._prices = prices

    async def of(self, tokens: int, encoding: Encoding) -> tuple[TextPrice, ...]:
        """A thousand texts of so many tokens, in each model with a known price."""
        models = MODELS[encoding]
        await self._prices.look_up(models)
        found = await asyncio.gather(*map(self._prices.price, models))
        return tuple(
            TextPrice(model, price.prompt * tokens * 1000, price.as_of, price.source)
            for model, price in zip(models, found, strict=True)
            if price is not None
        )
