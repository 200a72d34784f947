"""What the commands of /model share: finding the model that was meant, offering names, sharing and asking on."""

from collections.abc import Iterable, Mapping
from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import First
from bot.discord_io.components import Option
from bot.discord_io.exhibits import Exhibit, ExhibitPart
from bot.discord_io.face import Face
from bot.explain.models.values import Model
from bot.llm.pricing import Price
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.locales import Locale
from cogs.model.cards import ModelCards

PRIVATE, UPDATE = First.PRIVATE, First.UPDATE
LONGEST_NAME = 100
"""Characters of a choice."""
LESSON = ("comparing-llms", "catalogue-and-benchmarks")
"""Lesson and section that tell more of catalogues and cards."""
_NEAREST = 5
_CHOICES = 25


class ModelGone(PersonError):
    """A button is for a model that the catalogue has no more."""

    key = "catalogue-gone"


class ModelPart(ExhibitPart):
    """Some commands of /model with their buttons and forms."""

    def __init__(self, client: Face) -> None:
        super().__init__(client)
        explaining = client.services.explaining
        self._catalogue = explaining.catalogue
        self._prices = explaining.model_prices
        self._comparing = explaining.comparing
        self._showings = explaining.showings
        self._cards = ModelCards(client.services.texts, client.components, client.services.guard)

    async def _known(self, model_id: str) -> Model:
        """The model of a button. Raises `ModelGone`."""
        model = await self._catalogue.get(model_id)
        if model is None:
            raise ModelGone
        return model

    async def _priced(self, models: Iterable[Model]) -> Mapping[str, Price]:
        return await self._prices.of(models)

    async def _nearest(self, interaction: discord.Interaction[Any], locale: Locale, typed: str) -> None:
        """No model is called so: those with the nearest names."""
        nearest = await self._catalogue.nearest(typed, _NEAREST)
        options = [Option(one.id, plain(one.name), plain(one.provider)) for one in nearest]
        text = self._say(locale, "catalogue-unknown", words=self._quoted(" ".join(typed.split())))
        view = self._make.view(
            self._make.select(locale, "catalogue-select-open", "model.opened", options=options)
        )
        await self._put(interaction, Exhibit(text), view)

    async def _names(self, typed: str) -> list[app_commands.Choice[str]]:
        """Models to offer while somebody types."""
        found = await self._catalogue.matching(typed)
        return [
            app_commands.Choice(name=f"{one.name} · {one.provider}"[:LONGEST_NAME], value=one.id)
            for one in found[:_CHOICES]
        ]

    def _lesson_button(self, locale: Locale, row: int) -> ui.Item[Any]:
        return self._make.button(locale, "explain-button-lesson", "lesson.open", *LESSON, row=row)

    async def _ask(
        self, interaction: discord.Interaction[Any], question: str, lesson_id: str = LESSON[0]
    ) -> None:
        """Asks the question that something ends in."""
        await self._client.desk.conversation.ask(interaction, question, lesson_id=lesson_id)
