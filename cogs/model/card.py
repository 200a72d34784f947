"""/model card: one model with its facts, their sources, and ways on."""

from typing import Any

import discord
from discord import app_commands

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.exhibits import Exhibit, Refused
from bot.discord_io.people import key_of
from bot.discord_io.router import route
from bot.discord_io.submitted import chosen
from bot.explain.models.values import Model, State
from bot.texts.locales import Locale
from cogs.model.part import LONGEST_NAME, PRIVATE, UPDATE, ModelPart


class CardPart(ModelPart):
    """Cards of models."""

    @app_commands.command(name="card")
    @acknowledged()
    async def card(
        self, interaction: discord.Interaction, name: app_commands.Range[str, 1, LONGEST_NAME]
    ) -> None:
        """Shows one model."""
        _, locale = await self._learner(interaction)
        try:
            typed = (await self._take(key_of(interaction), locale, name)).text
        except Refused as refused:
            await self._refuse(interaction, refused)
            return
        model = await self._catalogue.find(typed)
        if model is None:
            await self._nearest(interaction, locale, typed)
            return
        await self._show(interaction, locale, model)

    @card.autocomplete("name")
    async def names(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Models by what was typed."""
        return await self._names(typed)

    @route("model.opened")
    @acknowledged(UPDATE)
    async def opened(self, interaction: discord.Interaction) -> None:
        """The model that was chosen from a list, in the list's place."""
        _, locale = await self._learner(interaction)
        await self._show(interaction, locale, await self._known(chosen(interaction)[0]))

    @route("model.also")
    @acknowledged(PRIVATE)
    async def also(self, interaction: discord.Interaction) -> None:
        """The model that was chosen from a list, for whoever chose it."""
        _, locale = await self._learner(interaction)
        await self._show(interaction, locale, await self._known(chosen(interaction)[0]))

    @route("model.own")
    @acknowledged(PRIVATE)
    async def own(self, interaction: discord.Interaction, model: str) -> None:
        """A shared card, for whoever pressed."""
        _, locale = await self._learner(interaction)
        await self._show(interaction, locale, await self._known(model))

    @route("model.share")
    @acknowledged(PRIVATE)
    async def share(self, interaction: discord.Interaction, model: str) -> None:
        """Shows a card to the channel."""
        _, locale = await self._learner(interaction)
        language = await self._client.languages.public(interaction)
        known = await self._known(model)
        view = self._cards.view(language, known, await self._beside(known), shared=True, runs=False)
        await self._publish(interaction, locale, await self._exhibit(language, known), view)

    @route("model.sources")
    @acknowledged(PRIVATE)
    async def sources(self, interaction: discord.Interaction, model: str) -> None:
        """Says which source says what."""
        _, locale = await self._learner(interaction)
        exhibit = self._cards.sources(locale, await self._known(model))
        await self._put(interaction, exhibit, self._make.view(self._lesson_button(locale, 0)))

    @route("model.try")
    @acknowledged(PRIVATE)
    async def try_question(self, interaction: discord.Interaction, model: str) -> None:
        """Asks the question that the card ends in."""
        _, locale = await self._learner(interaction)
        await self._ask(interaction, (await self._known(model)).words[locale].question)

    async def _show(self, interaction: discord.Interaction[Any], locale: Locale, model: Model) -> None:
        runs = len(self._comparing.models) > 1
        view = self._cards.view(locale, model, await self._beside(model), shared=False, runs=runs)
        await self._put(interaction, await self._exhibit(locale, model), view)

    async def _exhibit(self, locale: Locale, model: Model) -> Exhibit:
        prices = await self._priced([model])
        return self._cards.card(locale, model, prices.get(model.id))

    async def _beside(self, model: Model) -> list[Model]:
        """Models to compare it with: those for the same tasks first, those in use before the others."""
        others = [one for one in (await self._catalogue.all()).values() if one.id != model.id]
        return sorted(
            others,
            key=lambda one: (one.facts.state is State.RETIRED, -len({*one.tasks} & {*model.tasks})),
        )
