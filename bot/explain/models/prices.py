"""What the catalogue's models cost, from the price list, with the date and source of each price.

The list is looked up beside the bot, because it takes memory that the bot would keep for ever; what it said holds for the day.
"""

import asyncio
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from bot.clock import Clock
from bot.explain.models.values import Model
from bot.explain.studio import Studio
from bot.explain.workshop import Busy, Unable
from bot.llm.pricing import Price

MILLION = 1_000_000
"""Tokens that a price is named for."""
Row = tuple[str, str, str] | None
"""US dollars per token, as texts: prompt, cached, completion."""


def listed(asked: tuple[tuple[str, str], ...], day: str) -> tuple[str, tuple[Row, ...]]:
    """The source, and the price of each model (its name, and the address of the service that sells it) on a day.

    Runs in the workshop. `day` only tells one day's answer from the next.
    """
    from bot.llm.price_list import prices_of, source

    rows = (prices_of(model, None, api) for model, api in asked)
    return source(), tuple(
        (row["prompt"], row["cached"], row["completion"]) if row is not None else None for row in rows
    )


class ModelPrices:
    """Looks the list prices up, once a day."""

    def __init__(self, studio: Studio, clock: Clock) -> None:
        self._studio = studio
        self._clock = clock
        self._day: date | None = None
        self._known: Mapping[tuple[str, str], Price] = {}
        self._asked: frozenset[tuple[str, str]] = frozenset()
        self._looking = asyncio.Lock()

    async def of(self, models: Iterable[Model]) -> Mapping[str, Price]:
        """The price of each of `models` that has one, by the model's id; none where the list cannot be had."""
        wanted = {model.id: (model.listed.model, model.listed.api) for model in models if model.listed}
        today = self._clock.now().date()
        async with self._looking:
            if self._day != today or not set(wanted.values()) <= self._asked:
                await self._look_up(tuple(sorted({*wanted.values()})), today)
        return {model: self._known[place] for model, place in wanted.items() if place in self._known}

    async def _look_up(self, asked: tuple[tuple[str, str], ...], today: date) -> None:
        everything = asked if self._day != today else tuple(sorted({*asked, *self._asked}))
        try:
            source, rows = await self._studio.made(listed, everything, today.isoformat())
        except (Busy, Unable, TimeoutError):
            return  # prices are left out; the next request tries again
        self._known = {
            place: _price(row, today, source)
            for place, row in zip(everything, rows, strict=True)
            if row is not None
        }
        self._asked, self._day = frozenset(everything), today


def _price(row: tuple[str, str, str], today: date, source: str) -> Price:
    prompt, cached, completion = map(Decimal, row)
    return Price(prompt, cached, completion, as_of=today, source=source)
