"""/model compare: one prompt on two models, or their cards side by side."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.components import TextField
from bot.discord_io.exhibits import Exhibit, Refused, ShowingGone, embed, lines
from bot.discord_io.generated import Where, report_button
from bot.discord_io.people import key_of
from bot.discord_io.router import route
from bot.discord_io.submitted import chosen, submitted
from bot.explain.models.comparing import LONGEST_PROMPT, MOST_TOKENS, Kept, Run
from bot.explain.models.values import Model
from bot.learners.values import Learner
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from cogs.model.cards import money
from cogs.model.part import LONGEST_NAME, PRIVATE, UPDATE, ModelPart

_SHOWN = 2400
"""Characters of an answer: two of them and all around them stay below the 6,000 that a message's embeds may hold."""
_PROMPT = 600
_CHOICES = 25


class SameModel(PersonError):
    """Both names mean one model."""

    key = "catalogue-compare-same"


class NoPrompt(PersonError):
    """The prompt has no visible character."""

    key = "catalogue-compare-empty"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A model that was named: as the catalogue knows it, as it can be asked here, or both."""

    name: str
    model: Model | None
    runs_as: str | None
    """Its name at the server of models; None where it may not be used."""


class ComparePart(ModelPart):
    """Two models."""

    @app_commands.command(name="compare")
    @acknowledged()
    async def compare(
        self,
        interaction: discord.Interaction,
        prompt: app_commands.Range[str, 1, LONGEST_PROMPT],
        a: app_commands.Range[str, 1, LONGEST_NAME],
        b: app_commands.Range[str, 1, LONGEST_NAME],
    ) -> None:
        """Runs a prompt on two models."""
        await self._begin(interaction, prompt, a, b)

    @compare.autocomplete("a")
    async def first_names(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Models that may be asked here, then the others."""
        return await self._candidates(typed)

    @compare.autocomplete("b")
    async def second_names(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """The same for the other one."""
        return await self._candidates(typed)

    @route("model.form")
    async def form(self, interaction: discord.Interaction) -> None:
        """Asks for a prompt and two of the models that may be asked."""
        locale = Locale.from_discord(interaction.locale.value)
        fields = [
            TextField("prompt", "catalogue-compare-field", long=True, longest=LONGEST_PROMPT),
            *(
                TextField(name, f"catalogue-compare-{name}", longest=LONGEST_NAME, value=value)
                for name, value in zip("ab", self._comparing.models, strict=False)
            ),
        ]
        await interaction.response.send_modal(
            self._make.modal(locale, "catalogue-compare-form", "model.typed", fields=fields)
        )

    @route("model.typed")
    @acknowledged(PRIVATE)
    async def typed(self, interaction: discord.Interaction) -> None:
        """Runs the prompt of the form."""
        told = submitted(interaction)
        await self._begin(interaction, told.text("prompt"), told.text("a"), told.text("b"))

    @route("model.beside")
    @acknowledged(UPDATE)
    async def beside(self, interaction: discord.Interaction, model: str) -> None:
        """Another model's card beside this one, in its place."""
        await self._show_pair(interaction, model, chosen(interaction)[0])

    @route("model.beside_own")
    @acknowledged(PRIVATE)
    async def beside_own(self, interaction: discord.Interaction, model: str) -> None:
        """Another model's card beside a shared one, for whoever chose it."""
        await self._show_pair(interaction, model, chosen(interaction)[0])

    @route("model.pair")
    @acknowledged(PRIVATE)
    async def pair(self, interaction: discord.Interaction, one: str, other: str) -> None:
        """Two cards, for whoever pressed."""
        await self._show_pair(interaction, one, other)

    @route("model.pair_share")
    @acknowledged(PRIVATE)
    async def share_pair(self, interaction: discord.Interaction, one: str, other: str) -> None:
        """Shows two cards to the channel."""
        _, locale = await self._learner(interaction)
        language = await self._client.languages.public(interaction)
        pair = [await self._known(one), await self._known(other)]
        embeds = self._cards.pair(language, pair, await self._priced(pair))
        view = self._pair_view(language, pair, shared=True)
        await self._publish(interaction, locale, Exhibit(embeds=embeds), view)

    @route("model.pair_try")
    @acknowledged(PRIVATE)
    async def ask_about_pair(self, interaction: discord.Interaction, one: str, other: str) -> None:
        """Asks the question that two cards end in."""
        _, locale = await self._learner(interaction)
        names = [plain((await self._known(each)).name) for each in (one, other)]
        await self._ask(interaction, self._say(locale, "catalogue-pair-question", a=names[0], b=names[1]))

    @route("model.compared_share")
    @acknowledged(PRIVATE)
    async def share(self, interaction: discord.Interaction, showing: str) -> None:
        """Shows a comparison to the channel; the answers stay as they were given."""
        kept = await self._showings.get(key_of(interaction), showing, Kept.COMPARISON)
        if kept is None:
            raise ShowingGone
        _, locale = await self._learner(interaction)
        language = await self._client.languages.public(interaction)
        runs = [Run(**one) for one in kept["runs"]]
        prompt = self._services.guard.quote_for_all(str(kept["prompt"]))
        exhibit = await self._compared(language, prompt, [one.model for one in runs], runs)
        view = self._make.view(
            self._make.button(language, "catalogue-compare-own", "model.form", row=0),
            *self._ending(language, 0),
            report_button(self._make, language, Where.CARDS, 0),
        )
        await self._publish(interaction, locale, exhibit, view)

    @route("model.compared_try")
    @acknowledged(PRIVATE)
    async def ask(self, interaction: discord.Interaction) -> None:
        """Asks the question that a comparison ends in."""
        _, locale = await self._learner(interaction)
        question = self._say(locale, "catalogue-compare-question")
        await self._ask(interaction, question)

    async def _begin(self, interaction: discord.Interaction[Any], prompt: str, a: str, b: str) -> None:
        learner, locale = await self._learner(interaction)
        try:
            taken = await self._take_for_a_model(learner.key, locale, prompt)
            named = [(await self._take(learner.key, locale, each)).text for each in (a, b)]
        except Refused as refused:
            await self._refuse(interaction, refused)
            return
        if not taken.text.strip():
            raise NoPrompt
        pair = []
        for each in named:
            candidate = await self._candidate(each)
            if candidate is None:
                await self._nearest(interaction, locale, each)
                return
            pair.append(candidate)
        one, other = pair
        if one.name == other.name:
            raise SameModel
        if one.runs_as is None or other.runs_as is None or not learner.has_agreed:
            await self._put_cards(interaction, locale, pair, self._why_cards(locale, learner, pair))
            return
        await self._run(interaction, locale, learner, taken.text, (one.runs_as, other.runs_as), pair)

    async def _candidate(self, named: str) -> Candidate | None:
        """The model that was meant; None for a name that nobody knows."""
        here = {name.casefold(): name for name in self._comparing.models}
        model = await self._catalogue.find(named)
        exact = here.get(named.strip().casefold())
        if model is None:
            return Candidate(exact, None, exact) if exact is not None else None
        known_as = (exact, *(here.get(one.casefold()) for one in (model.id, *model.also)))
        runs_as = next((one for one in known_as if one is not None), None)
        return Candidate(runs_as or model.name, model, runs_as)

    async def _candidates(self, typed: str) -> list[app_commands.Choice[str]]:
        wanted = typed.strip().casefold()
        here = [
            app_commands.Choice(name=f"● {one}"[:LONGEST_NAME], value=one)
            for one in self._comparing.models
            if wanted in one.casefold() and len(one) <= LONGEST_NAME
        ]
        return [*here, *await self._names(typed)][:_CHOICES]

    def _why_cards(self, locale: Locale, learner: Learner, pair: Sequence[Candidate]) -> Released:
        models = self._comparing.models
        if not models:
            return self._say(locale, "catalogue-compare-no-model")
        if any(one.runs_as is None for one in pair):
            return self._say(locale, "catalogue-compare-not-allowed", models=self._quoted(", ".join(models)))
        return self._say(locale, "catalogue-compare-agree")

    async def _run(
        self,
        interaction: discord.Interaction[Any],
        locale: Locale,
        learner: Learner,
        prompt: str,
        names: tuple[str, str],
        pair: Sequence[Candidate],
    ) -> None:
        """Ask both at once, and show each as soon as it is there."""
        quoted = self._quoted(prompt)
        runs: list[Run | None] = [None, None]
        await self._put(interaction, await self._compared(locale, quoted, names, runs), self._make.view())

        async def one(place: int) -> None:
            runs[place] = await self._comparing.run(learner.key, names[place], prompt)
            if None in runs:
                exhibit = await self._compared(locale, quoted, names, runs)
                await self._put(interaction, exhibit, self._make.view())

        await asyncio.gather(*(one(place) for place in range(len(names))))
        done = [run for run in runs if run is not None]
        if all(run.is_unanswered for run in done):
            await self._put_cards(interaction, locale, pair, self._why_nothing(locale, done))
            return
        content = {"prompt": prompt, "runs": [asdict(run) for run in done]}
        showing = await self._showings.keep(learner, Kept.COMPARISON, content)
        make = self._make
        items: list[ui.Item[Any]] = [
            make.button(locale, "catalogue-compare-own", "model.form", row=0),
            make.button(locale, "explain-button-share", "model.compared_share", showing, row=0),
        ]
        ids = [each.model.id for each in pair if each.model is not None]
        if len(ids) == len(pair):
            items.append(make.button(locale, "catalogue-compare-cards", "model.pair", *ids, row=0))
        items += [*self._ending(locale, 1), report_button(make, locale, Where.CARDS, 1)]
        exhibit = await self._compared(locale, quoted, names, runs)
        await self._put(interaction, exhibit, make.view(*items))

    def _why_nothing(self, locale: Locale, runs: Sequence[Run]) -> Released:
        """Why neither model answered, each reason once, and that the cards stand in."""
        told = {(run.failure, run.why) for run in runs if run.failure is not None}
        reasons = [self._because(locale, key, why) for key, why in sorted(told)]
        return lines([*reasons, self._say(locale, "catalogue-compare-cards-instead")])

    async def _compared(
        self, locale: Locale, prompt: Released, names: Sequence[str], runs: Sequence[Run | None]
    ) -> Exhibit:
        shown = prompt if len(prompt) <= _PROMPT else self._quoted(f"{prompt[:_PROMPT]}…")
        head = embed(
            self._say(locale, "catalogue-compare-title"),
            self._say(locale, "catalogue-compare-prompt", prompt=shown),
        )
        embeds = [head]
        for name, run in zip(names, runs, strict=True):
            title = self._quoted(name)
            if run is None:
                embeds.append(embed(title, self._say(locale, "catalogue-compare-running", model=title)))
            else:
                embeds.append(self._one(locale, title, run))
        if None not in runs:
            question = self._say(locale, "catalogue-compare-question")
            head.add_field(name=self._say(locale, "explain-field-try"), value=question, inline=False)
            head.set_footer(text=self._say(locale, "catalogue-compare-note"))
        return Exhibit(embeds=tuple(embeds))

    def _one(self, locale: Locale, title: Released, run: Run) -> discord.Embed:
        if run.failure is not None:
            return embed(title, self._because(locale, run.failure, run.why))
        text = self._quoted(run.text if len(run.text) <= _SHOWN else f"{run.text[:_SHOWN]}…")
        told = [text]
        if run.is_cut:
            told.append(self._say(locale, "catalogue-compare-cut", tokens=MOST_TOKENS))
        made = embed(title, lines(told))
        key = "catalogue-compare-figures-guessed" if run.is_estimated else "catalogue-compare-figures"
        made.set_footer(
            text=self._say(
                locale,
                key,
                seconds=round(run.seconds, 1),
                prompt=run.prompt_tokens,
                answer=run.answer_tokens,
                cost=self._cost(locale, run),
            )
        )
        return made

    def _cost(self, locale: Locale, run: Run) -> Released:
        if run.dollars is None:
            return self._say(locale, "catalogue-compare-no-cost")
        dollars = plain(money(round(Decimal(run.dollars), 6)))
        return self._say(locale, "catalogue-compare-cost", dollars=dollars, day=plain(run.day))

    async def _put_cards(
        self,
        interaction: discord.Interaction[Any],
        locale: Locale,
        pair: Sequence[Candidate],
        why: Released,
    ) -> None:
        models = [one.model for one in pair if one.model is not None]
        embeds = list(self._cards.pair(locale, models, await self._priced(models)))
        for one in pair:
            if one.model is None:
                name = self._quoted(one.name)
                embeds.append(embed(name, self._say(locale, "catalogue-compare-no-card", name=name)))
        if len(models) == len(pair):
            view = self._pair_view(locale, models, shared=False)
        else:
            view = self._make.view(*self._ending(locale, 0))
        await self._put(interaction, Exhibit(why, tuple(embeds)), view)

    async def _show_pair(self, interaction: discord.Interaction[Any], one: str, other: str) -> None:
        _, locale = await self._learner(interaction)
        pair = [await self._known(one), await self._known(other)]
        embeds = self._cards.pair(locale, pair, await self._priced(pair))
        await self._put(interaction, Exhibit(embeds=embeds), self._pair_view(locale, pair, shared=False))

    def _pair_view(self, locale: Locale, pair: Sequence[Model], *, shared: bool) -> ui.View:
        make, ids = self._make, [one.id for one in pair]
        first = (
            make.button(locale, "catalogue-button-own", "model.pair", *ids, row=0)
            if shared
            else make.button(locale, "explain-button-share", "model.pair_share", *ids, row=0)
        )
        items: list[ui.Item[Any]] = [first]
        if len(self._comparing.models) > 1:
            items.append(make.button(locale, "catalogue-compare-own", "model.form", row=0))
        items.append(
            make.button(
                locale,
                "catalogue-button-question",
                "model.pair_try",
                *ids,
                style=discord.ButtonStyle.primary,
                row=1,
            )
        )
        return make.view(*items, self._lesson_button(locale, 1))

    def _ending(self, locale: Locale, row: int) -> list[ui.Item[Any]]:
        return [
            self._make.button(
                locale,
                "catalogue-button-question",
                "model.compared_try",
                style=discord.ButtonStyle.primary,
                row=row,
            ),
            self._lesson_button(locale, row),
        ]
