"""What a text costs as a prompt in the catalogue's models that read it by a vocabulary; with the date and source of each price."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.explain.models.catalogue import Catalogue
from bot.explain.models.prices import ModelPrices
from bot.explain.models.values import Medium
from bot.explain.tokens import Encoding


@dataclass(frozen=True, slots=True)
class TextPrice:
    """What a thousand prompts of this text cost."""

    model: str
    dollars: Decimal
    as_of: date
    source: str


class TokenPrices:
    """Looks the list prices up."""

    def __init__(self, catalogue: Catalogue, prices: ModelPrices) -> None:
        self._catalogue = catalogue
        self._prices = prices

    async def of(self, tokens: int, encoding: Encoding) -> tuple[TextPrice, ...]:
        """A thousand texts of so many tokens, in each model with a known price; some of them stand here only to compare."""
        models = [
            one
            for one in (await self._catalogue.all()).values()
            if one.facts.vocabulary == encoding.value and Medium.TEXT in one.facts.writes
        ]
        prices = await self._prices.of(models)
        return tuple(
            TextPrice(one.name, price.prompt * tokens * 1000, price.as_of, price.source)
            for one in models
            if (price := prices.get(one.id)) is not None
        )
